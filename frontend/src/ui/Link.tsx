import { cx } from './cx';
import styles from './Link.module.css';
import { PlainButton } from './PlainButton';
import { PlainLink, type PlainLinkProps } from './PlainLink';

export interface LinkProps extends Omit<PlainLinkProps, 'className' | 'href' | 'ref'> {
  href?: string;
  /** `plain` looks like the text around it until it is pointed at (names in lists); `inherit` keeps the colour of a note. */
  look?: 'default' | 'plain' | 'inherit';
}

/** A link. Paths within Portico stay in the application; without `href` it is a button that reads as a link. */
export function Link({ look = 'default', href, onPress, children, ...rest }: LinkProps) {
  const className = cx(styles.link, look !== 'default' && styles[look]);
  if (href === undefined) {
    return (
      <PlainButton onPress={onPress} className={className}>
        {children}
      </PlainButton>
    );
  }
  return (
    <PlainLink {...rest} href={href} onPress={onPress} className={className}>
      {children}
    </PlainLink>
  );
}
