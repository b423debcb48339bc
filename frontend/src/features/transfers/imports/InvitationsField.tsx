import { useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import type { Notify } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { useSwitchedOff } from '@/lib/viewer';
import { Select } from '@/ui';

const NextQuery = graphql(`
  query InvitationsField {
    nextNotice {
      at
    }
  }
`);

const none = {};

/** When the owners of the accounts that the file opens are told. */
export function InvitationsField({ value, onChange }: { value: Notify; onChange: (value: Notify) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const off = useSwitchedOff('JOBS');
  const { data } = useQuery(NextQuery, none, { isPaused: off !== undefined });
  const at = data?.nextNotice.at;
  const next = at ? t`The next one runs ${format.dateTime(at)}.` : t`None is scheduled: they are told once one runs.`;
  return (
    <Select
      label={t`Invitations`}
      options={[
        { id: 'NEVER', name: t`Send none`, description: t`No access until somebody invites them.` },
        { id: 'IMMEDIATELY', name: t`Send them now` },
        {
          id: 'BY_JOB',
          name: t`At the next Notification job`,
          description: data ? next : undefined,
          isDisabled: off !== undefined,
          reason: off,
        },
      ]}
      value={value}
      onChange={(id) => onChange(id as Notify)}
      description={t`For the rows that say Yes under Send Invitation.`}
    />
  );
}
