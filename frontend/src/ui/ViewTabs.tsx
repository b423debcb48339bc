import type { CSSProperties, ReactNode } from 'react';
import { cx } from './cx';
import { PlainLink } from './PlainLink';
import tabs from './Tabs.module.css';
import styles from './ViewTabs.module.css';

export interface ViewTab {
  href: string;
  label: string;
  /** How many there are: "912,406". Left out where there is little room. */
  count?: string;
  /** What else there is to say of the tab: that the count is about right, that the view was changed. */
  title?: string;
  /** As many letters as the count is expected to take, so that nothing moves when it comes. */
  room?: number;
  icon?: ReactNode;
}

export interface ViewTabsProps {
  /** Names the navigation: "Views". */
  label: string;
  items: readonly ViewTab[];
  /** The place of the tab where we are, among `items`. */
  current: number;
  /** More of them, and what can be done about them: ViewTabItem and ViewTabEnd. */
  children?: ReactNode;
}

/** The views of a list as tabs whose state is the URL, with counts beside their words. */
export function ViewTabs({ label, items, current, children }: ViewTabsProps) {
  return (
    <nav aria-label={label}>
      <ul className={cx(tabs.tabs, styles.tabs)}>
        {items.map((item, index) => (
          <ViewTabItem key={item.label} tab={item} isCurrent={index === current} />
        ))}
        {children}
      </ul>
    </nav>
  );
}

/** One tab of ViewTabs; what stands beside it acts on it. */
export function ViewTabItem({ tab, isCurrent, children }: { tab: ViewTab; isCurrent?: boolean; children?: ReactNode }) {
  return (
    <li
      className={styles.item}
      data-label={tab.room && tab.label}
      style={tab.room ? ({ '--room': `${tab.room}ch` } as CSSProperties) : undefined}
    >
      <PlainLink href={tab.href} className={tabs.tab} title={tab.title} aria-current={isCurrent ? 'page' : undefined}>
        {tab.label}
        {tab.icon}
        {tab.count !== undefined && <span className={cx(tabs.count, styles.count)}> {tab.count}</span>}
      </PlainLink>
      {children}
    </li>
  );
}

/** What stands after the last tab: a button to make another. */
export function ViewTabEnd({ children }: { children: ReactNode }) {
  return <li className={styles.end}>{children}</li>;
}
