import styles from './Avatar.module.css';
import { cx } from './cx';

/** The first letters of the first and the last word, in capitals. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return picked.map((word) => [...word][0]!.toLocaleUpperCase()).join('');
}

/** Somebody's initials; decoration, since the name stands beside it. */
export function Avatar({ name, size = 'default' }: { name: string; size?: 'small' | 'default' | 'large' }) {
  return (
    <span data-avatar aria-hidden className={cx(styles.avatar, size !== 'default' && styles[size])}>
      {initials(name)}
    </span>
  );
}
