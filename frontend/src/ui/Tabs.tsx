import type { ReactNode } from 'react';
import { Link, Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { cx } from './cx';
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
            <Link href={item.href} className={styles.tab} aria-current={item.href === current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface TabsProps {
  label: string;
  items: readonly { id: string; label: string; count?: string; content: ReactNode; isDisabled?: boolean }[];
  value?: string;
  onChange?: (id: string) => void;
}

/** Tabs within a screen, whose state is not worth a URL. */
export function Tabs({ label, items, value, onChange }: TabsProps) {
  return (
    <AriaTabs selectedKey={value} onSelectionChange={(key) => onChange?.(String(key))}>
      <TabList aria-label={label} className={cx(styles.tabs, styles.bare)}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} isDisabled={item.isDisabled} className={styles.tab}>
            {item.label}
            {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={styles.panel}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
