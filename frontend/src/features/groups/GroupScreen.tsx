import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, Pencil, Trash2, UserPlus } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '@/gen';
import type { GroupScreenFragment as Group } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { useViewer } from '@/lib/viewer';
import { useAddress } from '@/parts/search/useAddress';
import { Button, Link, Menu, type MenuEntry, PageHeader, returnFocus } from '@/ui';
import { About } from './About';
import { Members } from './Members';
import { rightsTo } from './rights';

const AddMembers = lazy(() => import('./AddMembers'));
const DeleteGroup = lazy(() => import('./DeleteGroup'));

const GroupFragment = graphql(`
  fragment GroupScreen on Group {
    id
    version
    name
    description
    isDefault
    memberCount
    managers {
      id
      firstName
      lastName
    }
  }
`);

interface Props {
  group: FragmentType<typeof GroupFragment>;
  refetch: () => void;
  back: { href: string; label: string };
}

/** A group with its members under it. What can be done to it stands at its head. */
export function GroupScreen({ group: known, refetch, back }: Props) {
  const { t } = useLingui();
  const group = readFragment(GroupFragment, known);
  const { mayEdit, mayDelete, mayChangeMembers } = rightsTo(useViewer(), group);
  const { params, change } = useAddress();
  const [asking, setAsking] = useState<'members' | 'delete'>();
  const [add, actions] = [useId(), useId()];
  // What was pressed may be gone by now, with a menu or with the group's first member.
  const giveBack = (id: string) => returnFocus(document.getElementById(id) ?? undefined);
  const close = () => {
    setAsking(undefined);
    giveBack(asking === 'members' ? add : actions);
  };
  const isEditing = mayEdit && params.has('edit');
  const entries: MenuEntry[] = [];
  if (mayEdit) {
    entries.push({ id: 'edit', label: t`Edit`, icon: Pencil, onAction: () => change({ edit: 'yes' }) });
  }
  if (mayDelete) {
    const onAction = () => setAsking('delete');
    entries.push({ id: 'delete', label: t`Delete`, icon: Trash2, isDanger: true, onAction });
  }
  const header = (
    <>
      <PageHeader
        title={group.name}
        back={back}
        meta={<Meta group={group} />}
        actions={
          <>
            {mayChangeMembers && (
              <Button id={add} variant="primary" icon={UserPlus} onPress={() => setAsking('members')}>
                {t`Add members`}
              </Button>
            )}
            {entries.length > 0 && (
              <Menu
                label={t`Actions for ${group.name}`}
                placement="bottom end"
                trigger={<Button id={actions} trailingIcon={ChevronDown}>{t`Actions`}</Button>}
                items={entries}
              />
            )}
          </>
        }
      />
      <About
        group={group}
        isEditing={isEditing}
        refetch={refetch}
        onDone={() => {
          change({ edit: '' }, { replace: true });
          giveBack(actions);
        }}
      />
    </>
  );
  return (
    <>
      <Members group={group} head={header} onAdd={() => setAsking('members')} />
      {asking && (
        <Suspense>
          {asking === 'members' ? (
            <AddMembers group={group} onClose={close} />
          ) : (
            <DeleteGroup group={group} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  );
}

/** How many managers are named at the head of a group. */
const mostNames = 5;

/** How many members, and who manages them: one line. */
function Meta({ group: { memberCount, managers } }: { group: Group }) {
  const { count } = useFormat();
  const number = count(memberCount);
  const more = managers.length - mostNames;
  return (
    <>
      <span>
        <Plural value={memberCount} one={`${number} member`} other={`${number} members`} />
      </span>
      {managers.length > 0 && (
        <span>
          · <Trans>managed by</Trans>{' '}
          {managers.slice(0, mostNames).map((manager, index) => (
            <span key={manager.id}>
              {index > 0 && ', '}
              <Link href={routes.user(manager.id)}>{fullName(manager)}</Link>
            </span>
          ))}
          {more > 0 && (
            <>
              {' '}
              <Plural value={more} one="and # more" other="and # more" />
            </>
          )}
        </span>
      )}
    </>
  );
}
