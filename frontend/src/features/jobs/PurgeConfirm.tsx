import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { Confirm } from '@/ui';

const DueQuery = graphql(`
  query PurgeConfirm($days: Int!) {
    purgeable(days: $days)
  }
`);

interface Props {
  /** How long something was deleted before it is erased. */
  days: number;
  /** The word for going on. */
  label: string;
  onClose: () => void;
  onConfirm: () => void | Promise<void>;
}

/** Asks before anything is erased for good, and says how much that would be now. */
export function PurgeConfirm({ days, label, onClose, onConfirm }: Props) {
  const { t } = useLingui();
  const { count } = useFormat();
  const { data, failure } = useQuery(DueQuery, { days });
  const due = data?.purgeable;
  return (
    <Confirm
      title={t`Erase for good?`}
      isOpen={!!data || !!failure}
      onClose={onClose}
      confirmLabel={label}
      isDestructive
      onConfirm={onConfirm}
    >
      {failure && <p>{failure.message}</p>}
      {due !== undefined && (
        <p>
          {due === 0 ? (
            <Trans>Nothing was deleted for more than {count(days)} days now; later runs erase what is by then.</Trans>
          ) : (
            <Plural
              value={due}
              one={
                <Trans>
                  {count(due)} user or other thing was deleted for more than {count(days)} days: a run now erases it.
                </Trans>
              }
              other={
                <Trans>
                  {count(due)} users and other things were deleted for more than {count(days)} days: a run now erases
                  them.
                </Trans>
              }
            />
          )}
        </p>
      )}
      <p>
        <Trans>What is erased does not come back.</Trans>
      </p>
    </Confirm>
  );
}
