import { useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { routes } from '@/lib/routes';
import { useCan, useSwitchedOff } from '@/lib/viewer';
import { Button, LinkButton, PageHeader } from '@/ui';
import type { ListState } from '../listState';
import { ExportButton } from './ExportButton';
import { ListTabs } from './ListTabs';

/** The name of the screen, the way to a new user, and the views as tabs. */
export function ListHead(props: { state: ListState; isReady: boolean }) {
  const { t } = useLingui();
  const can = useCan();
  return (
    <>
      <PageHeader
        title={t`Manage Users`}
        actions={
          <>
            {can('USERS_WRITE') && can('IMPORT') && <ImportUsers />}
            <ExportButton state={props.state} />
            {can('USERS_WRITE') && (
              <LinkButton href={routes.newUser} variant="primary" icon={Plus}>
                {t`New User`}
              </LinkButton>
            )}
          </>
        }
      />
      <ListTabs {...props} />
    </>
  );
}

/** **Import Users**; while imports are switched off, only the reason. */
function ImportUsers() {
  const { t } = useLingui();
  const off = useSwitchedOff('IMPORT');
  if (off === undefined) return <LinkButton href={routes.newImport}>{t`Import Users`}</LinkButton>;
  return (
    <Button isDisabled title={off}>
      {t`Import Users`}
    </Button>
  );
}
