import { Trans, useLingui } from '@lingui/react/macro';
import { fullName } from '@/lib/format';
import { Confirm } from '@/ui';
import type { CaredUser } from '../cared';
import { useTurns } from './useTurns';

interface Props {
  user: CaredUser;
  onClose: () => void;
  onDeleted?: () => void;
}

/** Asks before a user is deleted. */
export function DeleteConfirm({ user, onClose, onDeleted }: Props) {
  const { t } = useLingui();
  const { remove } = useTurns(user);
  return (
    <Confirm
      title={t`Delete ${fullName(user)}?`}
      isOpen
      isDestructive
      confirmLabel={t`Delete`}
      onClose={onClose}
      onConfirm={async () => {
        if (await remove()) onDeleted?.();
      }}
    >
      <Trans>
        They can no longer sign in and are hidden everywhere at once; their addresses are free again. After 30 days they
        are erased.
      </Trans>
    </Confirm>
  );
}
