import { PlainLink } from './PlainLink';
import styles from './Tabs.module.css';

export interface TabLinksProps {
  /** Names the navigation: "Views", "Sections of Ana Adams". */
  label: string;
  /** Each is a place with its own URL. */
  items: readonly { href: string; label: string; count?: string }[];
  /** The `href` of the place where we are. */
  current: string;
}

/** Tabs whose state is the URL: links, so that they open in new windows and in history. */
export function TabLinks({ label, items, current }: TabLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className={styles.tabs}>
        {items.map((item) => (
          <li key={item.href}>
            <PlainLink
              href={item.href}
              className={styles.tab}
              aria-current={item.href === current ? 'page' : undefined}
            >
              {item.label}
              {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
