import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import type { WhyDialogQuery } from '@/gen/graphql';
import { fullName } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { useCan, useViewer } from '@/lib/viewer';
import { usePeople } from '@/parts/users/usePeople';
import { Button, ComboBox, Dialog, Note, type Option, Skeleton, Stack } from '@/ui';
import { permissionWords } from './permissions';

const PathsQuery = graphql(`
  query WhyDialog($userId: ID!, $viewerId: ID!) {
    accessPaths(userId: $userId, viewerId: $viewerId) {
      permission
      role {
        id
        name
        reach
      }
      group {
        id
        name
      }
      company {
        id
        name
      }
    }
  }
`);

type Path = WhyDialogQuery['accessPaths'][number];

interface Props {
  user: { id: string; firstName: string; lastName: string };
  onClose: () => void;
}

/** **Why can this person see this?** Who asks sees a user through which role, company or group, and what it permits. */
export default function WhyDialog({ user, onClose }: Props) {
  const { t } = useLingui();
  const can = useCan();
  const { user: own } = useViewer();
  const [asked, setAsked] = useState<Option | null>({ id: own.id, name: fullName(own) });
  return (
    <Dialog
      title={t`Why can this person see ${fullName(user)}?`}
      isOpen
      onClose={onClose}
      footer={<Button variant="primary" onPress={onClose}>{t`Close`}</Button>}
    >
      <Stack>
        {can('USERS_READ') && <PersonField value={asked} onChange={setAsked} />}
        {asked && <Paths key={asked.id} user={user} asked={asked} />}
      </Stack>
    </Dialog>
  );
}

function PersonField({ value, onChange }: { value: Option | null; onChange: (person: Option | null) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const people = usePeople(text, { accountState: ['ACTIVE'] });
  return (
    <ComboBox
      label={t`Person`}
      description={t`Whoever can sign in.`}
      {...people}
      onSearch={setText}
      value={value}
      onChange={onChange}
    />
  );
}

/** The ways on which one sees the other: each once, with all that it permits. */
function Paths({ user, asked }: { user: Props['user']; asked: Option }) {
  const { t } = useLingui();
  const { data, failure, refetch } = useQuery(PathsQuery, { userId: user.id, viewerId: asked.id });
  if (!data) {
    return failure ? (
      <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={refetch}>{t`Retry`}</Button>} />
    ) : (
      <Skeleton lines={3} />
    );
  }
  const name = asked.name;
  const ways = new Map<string, Path[]>();
  for (const path of data.accessPaths) {
    const through = [path.role, path.group, path.company].map((each) => each?.id).join();
    ways.set(through, [...(ways.get(through) ?? []), path]);
  }
  if (ways.size === 0) {
    return (
      <p role="status">
        <Trans>{name} can't see this user.</Trans>
      </p>
    );
  }
  return (
    <div role="status">
      <ul>
        {[...ways.values()].map((paths) => (
          <li key={paths[0]!.permission}>
            <Way path={paths[0]!} name={name} isSelf={asked.id === user.id} />{' '}
            <small>{paths.map(({ permission }) => t(permissionWords[permission].name)).join(', ')}.</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One way, as a sentence. */
function Way({ path: { role, group, company }, name, isSelf }: { path: Path; name: string; isSelf: boolean }) {
  if (role && company) {
    return (
      <Trans>
        {name} sees this user as {role.name} of {company.name}:
      </Trans>
    );
  }
  if (role && group) {
    return (
      <Trans>
        {name} sees this user as {role.name} and manager of the group {group.name}:
      </Trans>
    );
  }
  if (role) {
    return role.reach === 'EVERYTHING' ? (
      <Trans>
        {name} sees this user as {role.name} (everybody):
      </Trans>
    ) : (
      <Trans>
        {name} sees this user as {role.name}, through what you don't see:
      </Trans>
    );
  }
  if (group) {
    return (
      <Trans>
        {name} sees this user as manager of the group {group.name}:
      </Trans>
    );
  }
  return isSelf ? (
    <Trans>{name} is this user:</Trans>
  ) : (
    <Trans>{name} sees this user as manager of a group that you don't see:</Trans>
  );
}
