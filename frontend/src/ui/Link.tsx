import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components';
import { cx } from './cx';
import styles from './Link.module.css';

export interface LinkProps extends Omit<AriaLinkProps, 'className' | 'style'> {
  /** `plain` looks like the text around it until it is pointed at (names in lists); `inherit` keeps the colour of a note. */
  look?: 'default' | 'plain' | 'inherit';
}

/** A link. Paths within Portico go through the router; without `href` it is a button that reads as a link. */
export function Link({ look = 'default', ...rest }: LinkProps) {
  return <AriaLink {...rest} className={cx(styles.link, look !== 'default' && styles[look])} />;
}
