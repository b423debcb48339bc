import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link as AriaLink,
  type LinkProps as AriaLinkProps,
} from 'react-aria-components';
import { type ButtonVariant, look, spinnerPlace } from './buttonLook';
import { Spinner } from './Spinner';

interface Looks {
  variant?: ButtonVariant;
  /** `small` is 28 px high; use it only inside dense rows. */
  size?: 'default' | 'small';
  icon?: LucideIcon;
  /** Fills its container. */
  wide?: boolean;
  children: ReactNode;
}

export interface ButtonProps extends Looks, Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** An icon after the words: the arrow of a menu. */
  trailingIcon?: LucideIcon;
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
    <AriaButton {...rest} ref={ref} isPending={isPending} className={look({ variant, size, wide, isPending })}>
      {Icon && <Icon aria-hidden strokeWidth={1.6} />}
      <span>{children}</span>
      {Trailing && <Trailing aria-hidden strokeWidth={1.6} />}
      {isPending && (
        <span className={spinnerPlace}>
          <Spinner />
        </span>
      )}
    </AriaButton>
  );
}

export interface LinkButtonProps extends Looks, Omit<AriaLinkProps, 'children' | 'className' | 'style'> {}

/** A link that looks like a button, for a way to another screen (New User). */
export function LinkButton({ variant, size, icon: Icon, wide, children, ...rest }: LinkButtonProps) {
  return (
    <AriaLink {...rest} className={look({ variant, size, wide })}>
      {Icon && <Icon aria-hidden strokeWidth={1.6} />}
      <span>{children}</span>
    </AriaLink>
  );
}
