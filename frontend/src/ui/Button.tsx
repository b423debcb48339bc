import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ButtonVariant, look, spinnerPlace } from './buttonLook';
import { PlainButton, type PressProps } from './PlainButton';
import { PlainLink, type PlainLinkProps } from './PlainLink';
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

export interface ButtonProps extends Looks, PressProps {
  /** An icon after the words: the arrow of a menu. */
  trailingIcon?: LucideIcon;
}

/** A thing to press. Use one primary per screen. */
export function Button({ variant, size, icon: Icon, trailingIcon: Trailing, wide, children, ...rest }: ButtonProps) {
  const { isPending } = rest;
  return (
    <PlainButton {...rest} className={look({ variant, size, wide, isPending })}>
      {Icon && <Icon aria-hidden strokeWidth={1.6} />}
      <span>{children}</span>
      {Trailing && <Trailing aria-hidden strokeWidth={1.6} />}
      {isPending && (
        <span className={spinnerPlace}>
          <Spinner />
        </span>
      )}
    </PlainButton>
  );
}

export interface LinkButtonProps extends Looks, Omit<PlainLinkProps, 'children' | 'className'> {}

/** A link that looks like a button, for a way to another screen (New User). */
export function LinkButton({ variant, size, icon: Icon, wide, children, ...rest }: LinkButtonProps) {
  return (
    <PlainLink {...rest} className={look({ variant, size, wide })}>
      {Icon && <Icon aria-hidden strokeWidth={1.6} />}
      <span>{children}</span>
    </PlainLink>
  );
}
