import styles from './Button.module.css';
import { cx } from './cx';

/** `danger` leads to something destructive; `destroy` is the last press of it, in a Confirm. */
export type ButtonVariant = 'default' | 'primary' | 'quiet' | 'danger' | 'destroy';

interface Look {
  variant?: ButtonVariant;
  size?: 'default' | 'small';
  wide?: boolean;
  isSquare?: boolean;
  isPending?: boolean;
}

/** The class names of whatever looks like a button. */
export function look({ variant = 'default', size = 'default', wide, isSquare, isPending }: Look): string {
  return cx(
    styles.button,
    variant !== 'default' && styles[variant],
    size === 'small' && styles.small,
    wide && styles.wide,
    isSquare && styles.square,
    isPending && styles.pending,
  );
}

export const spinnerPlace = styles.spinner;
