import type { AnchorHTMLAttributes, Ref } from 'react';
import { useFollow } from './follow';

export interface PlainLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'onClick' | 'style'> {
  href: string;
  /** Beside going there. */
  onPress?: () => void;
  ref?: Ref<HTMLAnchorElement>;
}

/** A link of the browser that stays within the application; every link is one of these. */
export function PlainLink({ href, onPress, children, ...rest }: PlainLinkProps) {
  const follow = useFollow();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onPress?.();
        follow(event);
      }}
    >
      {children}
    </a>
  );
}
