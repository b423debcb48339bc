import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from './Avatar';
import { LinkButton } from './Button';
import { cx } from './cx';
import styles from './PageHeader.module.css';

export interface PageHeaderProps {
  /** The one h1 of the page; it also becomes the document's title. */
  title: string;
  /** A line under the title: state, role, when last seen. */
  meta?: ReactNode;
  /** Whose initials stand before the title. */
  avatar?: string;
  /** Where the arrow before the title leads. */
  back?: { href: string; label: string };
  actions?: ReactNode;
}

/** The head of a screen: its h1, which receives focus on a route change, and its buttons. */
export function PageHeader({ title, meta, avatar, back, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <title>{`${title} · Portico`}</title>
      {back && (
        <span>
          <LinkButton href={back.href} variant="quiet" aria-label={back.label}>
            <ChevronLeft aria-hidden size={16} strokeWidth={1.6} />
          </LinkButton>
        </span>
      )}
      {avatar && <Avatar name={avatar} size="large" />}
      <div className={styles.title}>
        <h1 tabIndex={-1}>{title}</h1>
        {meta && <div className={styles.meta}>{meta}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

export interface PageBodyProps {
  /** `columns`: two children, the main one and an aside, one under the other on a small screen. `narrow`: a form. */
  layout?: 'plain' | 'columns' | 'narrow';
  children: ReactNode;
}

/** What is under the head of a screen, with its padding and width. */
export function PageBody({ layout = 'plain', children }: PageBodyProps) {
  return <div className={cx(styles.body, layout !== 'plain' && styles[layout])}>{children}</div>;
}

/** The h1 of a page for everyone, centred over its form, with a line under it. */
export function PageTitle({ title, lead }: { title: string; lead?: ReactNode }) {
  return (
    <div className={styles.plain}>
      <title>{`${title} · Portico`}</title>
      <h1 tabIndex={-1}>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
    </div>
  );
}
