import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'react-router';
import { useViewer } from '@/lib/viewer';
import { PlainLink } from '@/ui';
import { allowed, sections } from './places';
import styles from './Shell.module.css';

/** The places that the viewer may use, by section. */
export function Rail({ onGo }: { onGo?: () => void }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const { pathname } = useLocation();
  const shown = sections
    .map((section) => ({ ...section, places: allowed(section.places, viewer) }))
    .filter((section) => section.places.length > 0);
  return (
    <nav aria-label={t`Main`} className={styles.nav}>
      {shown.map((section) => (
        <div key={section.id}>
          <h2>{t(section.label)}</h2>
          <ul>
            {section.places.map(({ id, href, within = href, beside, label, icon: Icon }) => (
              <li key={id}>
                <PlainLink
                  href={href}
                  onPress={onGo}
                  className={styles.place}
                  aria-current={
                    pathname === href || pathname === beside || pathname.startsWith(`${within}/`) ? 'page' : undefined
                  }
                >
                  <Icon aria-hidden strokeWidth={1.6} />
                  {t(label)}
                </PlainLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
