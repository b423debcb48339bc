import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link as AriaLink,
  type LinkProps as AriaLinkProps,
} from 'react-aria-components';
import styles from './Button.module.css';
import { cx } from './cx';
import { Spinner } from './Spinner';
import { Tooltip } from './Tooltip';

/** `danger` leads to something destructive; `destroy` is the last press of it, in a Confirm. */
export type ButtonVariant = 'default' | 'primary' | 'quiet' | 'danger' | 'destroy';

interface Looks {
  variant?: ButtonVariant;
  /** `small` is 28 px high; use it only inside dense rows. */
  size?: 'default' | 'small';
  icon?: LucideIcon;
  /** An icon after the words: the arrow of a menu. */
  trailingIcon?: LucideIcon;
  /** Fills its container. */
  wide?: boolean;
  children: ReactNode;
}

function look(
  { variant = 'default', size = 'default', wide }: Omit<Looks, 'children'>,
  ...more: (string | false | undefined)[]
) {
  return cx(
    styles.button,
    variant !== 'default' && styles[variant],
    size === 'small' && styles.small,
    wide && styles.wide,
    ...more,
  );
}

export interface ButtonProps extends Looks, Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** Work is under way: shows a spinner, stays focusable and ignores presses. */
  isPending?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A thing to press. Use one primary per screen. */
export function Button({
  variant,
  size,
  icon: Icon,
  trailingIcon: Trailing,
  wide,
  isPending,
  children,
  ref,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      ref={ref}
      isPending={isPending}
      className={look({ variant, size, wide }, isPending ? styles.pending : false)}
    >
      {Icon && <Icon aria-hidden strokeWidth={1.6} />}
      <span>{children}</span>
      {Trailing && <Trailing aria-hidden strokeWidth={1.6} />}
      {isPending && (
        <span className={styles.spinner}>
          <Spinner />
        </span>
      )}
    </AriaButton>
  );
}

export interface LinkButtonProps
  extends Omit<Looks, 'trailingIcon'>, Omit<AriaLinkProps, 'children' | 'className' | 'style'> {}

/** A link that looks like a button, for a way to another screen (New User). */
export function LinkButton({ variant, size, icon: Icon, wide, children, ...rest }: LinkButtonProps) {
  return (
    <AriaLink {...rest} className={look({ variant, size, wide })}>
      {Icon && <Icon aria-hidden strokeWidth={1.6} />}
      <span>{children}</span>
    </AriaLink>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** The accessible name; shown as a tooltip too. */
  label: string;
  icon: LucideIcon;
  variant?: ButtonVariant;
  size?: 'default' | 'small';
  ref?: Ref<HTMLButtonElement>;
}

/** A button that is only an icon; its label is its name and its tooltip. */
export function IconButton({ label, icon: Icon, variant = 'quiet', size, ref, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label} isLabel>
      <AriaButton {...rest} ref={ref} aria-label={label} className={look({ variant, size }, styles.square)}>
        <Icon aria-hidden size={16} strokeWidth={1.6} />
      </AriaButton>
    </Tooltip>
  );
}
