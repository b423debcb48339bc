import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';
import { cx } from './cx';

export interface CardProps {
  title?: string;
  /** A line under the title. */
  lead?: ReactNode;
  /** Buttons at the end of the title. */
  actions?: ReactNode;
  /** Buttons under a hairline. */
  footer?: ReactNode;
  /** No padding around the content, for a list that brings its own. */
  isFlush?: boolean;
  /** `article`: one of several alike, such as entries of a history; otherwise a landmark of the page. */
  as?: 'section' | 'article';
  children?: ReactNode;
}

/** A section with a hairline around it, named by its title. */
export function Card({ title, lead, actions, footer, isFlush, as: Element = 'section', children }: CardProps) {
  const id = useId();
  return (
    <Element className={styles.card} aria-labelledby={title ? id : undefined}>
      {(title || actions) && (
        <div className={styles.head}>
          {title && <h2 id={id}>{title}</h2>}
          {actions}
        </div>
      )}
      {lead && <div className={styles.lead}>{lead}</div>}
      {children && <div className={cx(styles.content, isFlush && styles.flush)}>{children}</div>}
      {footer && <div className={styles.foot}>{footer}</div>}
    </Element>
  );
}

/** Fields side by side where there is room, one under the other where there is none. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={styles.form}>{children}</div>;
}

/** A field of a FieldGrid that takes the whole line. */
export function Whole({ children }: { children: ReactNode }) {
  return <div className={styles.whole}>{children}</div>;
}

/** Two fields in the place of one, the first twice as wide: a number and its extension. */
export function Split({ children }: { children: ReactNode }) {
  return <div className={styles.split}>{children}</div>;
}

interface RowProps {
  children: ReactNode;
  /** Puts the first and the last at the edges. */
  isApart?: boolean;
  /** Stands a button level with the box of a field beside it, not with its label. */
  isLevel?: boolean;
}

/** Things in a line, 8 px apart, wrapping. */
export function Row({ children, isApart, isLevel }: RowProps) {
  return <div className={cx(styles.row, isApart && styles.apart, isLevel && styles.level)}>{children}</div>;
}

/** Things under each other, 16 px apart. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}
