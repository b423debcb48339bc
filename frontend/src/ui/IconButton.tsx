import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { type ButtonVariant, look } from './buttonLook';
import { Tooltip } from './Tooltip';

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
      <AriaButton {...rest} ref={ref} aria-label={label} className={look({ variant, size, isSquare: true })}>
        <Icon aria-hidden size={16} strokeWidth={1.6} />
      </AriaButton>
    </Tooltip>
  );
}
