import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  content: ReactNode;
  /** The content is the trigger's own name already, so it is not read again as its description. */
  isLabel?: boolean;
  /** One focusable control of the kit. */
  children: ReactElement;
}

/** A short hint on hover and on keyboard focus. Never the only place where something is said. */
export function Tooltip({ content, isLabel, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip offset={6} className={styles.tooltip} {...(isLabel ? { 'aria-hidden': true } : {})}>
        {content}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
