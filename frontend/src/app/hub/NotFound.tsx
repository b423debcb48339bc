import { useLingui } from '@lingui/react/macro';
import { Compass } from 'lucide-react';
import { routes } from '@/lib/routes';
import { EmptyState, LinkButton, PageHeader } from '@/ui';

/** A path that leads nowhere. */
export function NotFound() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Not found`} />
      <EmptyState
        icon={Compass}
        title={t`There is no page at this address.`}
        actions={<LinkButton href={routes.users} variant="primary">{t`Go to Users`}</LinkButton>}
      >
        {t`It may have been moved or deleted, or you may not be allowed to see it.`}
      </EmptyState>
    </>
  );
}
