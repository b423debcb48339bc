import { Trans, useLingui } from '@lingui/react/macro';
import { Plus, SearchX, Users } from 'lucide-react';
import { routes } from '@/lib/routes';
import { useCan } from '@/lib/viewer';
import { Button, EmptyState, LinkButton } from '@/ui';

interface Props {
  isFiltered: boolean;
  onClear: () => void;
}

/** What stands where the rows would, or under that of the viewer, with the next step. */
export default function Nobody({ isFiltered, onClear }: Props) {
  const { t } = useLingui();
  const can = useCan();
  if (isFiltered) {
    return (
      <EmptyState
        icon={SearchX}
        title={t`No user matches.`}
        actions={<Button onPress={onClear}>{t`Clear filters`}</Button>}
      >
        <Trans>Look for a part of the name, the email, the login name, the company or a phone number.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Users}
      title={t`No users yet.`}
      actions={
        can('USERS_WRITE') && (
          <LinkButton href={routes.newUser} icon={Plus}>
            {t`New User`}
          </LinkButton>
        )
      }
    >
      {can('USERS_WRITE') && <Trans>Add one, or import an XLSX file.</Trans>}
    </EmptyState>
  );
}
