import { useLingui } from '@lingui/react/macro';
import { routes } from '@/lib/routes';
import { canEverywhere, useViewer } from '@/lib/viewer';
import { TabLinks } from '@/ui';
import { places } from './templates/places';
import { formatList, type Show } from './listState';

interface Props {
  current: string;
  /** Where each list of deliveries is, if something is searched for in them. */
  deliveries?: (show: Show) => string;
}

/** What **Email** has: deliveries, all or some, the invitations that are out, and the templates of all of them. */
export function EmailTabs({ current, deliveries = (show) => routes.email + formatList({ show, q: '' }) }: Props) {
  const { t } = useLingui();
  const viewer = useViewer();
  const readsMessages = viewer.permissions.includes('MESSAGES_READ');
  const lists = [
    { href: deliveries('all'), label: t`All` },
    { href: deliveries('unsent'), label: t`Not sent` },
    { href: deliveries('problems'), label: t`Problems` },
    { href: routes.invitations, label: t`Invitations` },
  ];
  return (
    <TabLinks
      label={t`Email`}
      current={current}
      items={[
        ...(readsMessages ? lists : []),
        ...(canEverywhere(viewer, 'SETTINGS_WRITE') ? [{ href: places.all, label: t`Templates` }] : []),
      ]}
    />
  );
}
