import type { LucideIcon } from 'lucide-react';
import { type ButtonVariant, look } from './buttonLook';
import { PlainButton, type PressProps } from './PlainButton';
import { Tooltip } from './Tooltip';

export interface IconButtonProps extends Omit<PressProps, 'aria-label'> {
  /** The accessible name; shown as a tooltip too. */
  label: string;
  icon: LucideIcon;
  variant?: ButtonVariant;
  size?: 'default' | 'small';
}

/** A button that is only an icon; its label is its name and its tooltip. */
export function IconButton({ label, icon: Icon, variant = 'quiet', size, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label} isLabel>
      <PlainButton {...rest} aria-label={label} className={look({ variant, size, isSquare: true })}>
        <Icon aria-hidden size={16} strokeWidth={1.6} />
      </PlainButton>
    </Tooltip>
  );
}
