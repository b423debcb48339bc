import { useLingui } from '@lingui/react/macro';
import { routes } from '@/lib/routes';
import { TabLinks } from '@/ui';
import { formatList, type Show } from './listState';

interface Props {
  current: string;
  /** Where each list of deliveries is, if something is searched for in them. */
  deliveries?: (show: Show) => string;
}

/** What **Email** has: deliveries, all or some, and the invitations that are out. */
export function EmailTabs({ current, deliveries = (show) => routes.email + formatList({ show, q: '' }) }: Props) {
  const { t } = useLingui();
  return (
    <TabLinks
      label={t`Email`}
      current={current}
      items={[
        { href: deliveries('all'), label: t`All` },
        { href: deliveries('unsent'), label: t`Not sent` },
        { href: deliveries('problems'), label: t`Problems` },
        { href: routes.invitations, label: t`Invitations` },
      ]}
    />
  );
}
