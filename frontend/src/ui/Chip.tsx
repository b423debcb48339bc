import { useLingui } from '@lingui/react/macro';
import { type LucideIcon, X } from 'lucide-react';
import styles from './Chip.module.css';
import { cx } from './cx';
import { PlainButton, type PressProps } from './PlainButton';

export interface ChipProps extends PressProps {
  label: string;
  icon?: LucideIcon;
  /** A filter that is on; with `onRemove` a press takes it away. */
  isOn?: boolean;
  onRemove?: () => void;
}

/** A filter over a list: off it offers itself, on it says what it holds back. */
export function Chip({ label, icon: Icon, isOn, onRemove, ...rest }: ChipProps) {
  const { t } = useLingui();
  return (
    <PlainButton
      {...rest}
      {...(onRemove ? { onPress: onRemove, 'aria-label': t`${label}, remove filter` } : { 'aria-pressed': isOn })}
      className={cx(styles.chip, isOn && styles.on)}
    >
      {Icon && <Icon aria-hidden strokeWidth={1.8} />}
      {label}
      {onRemove && <X aria-hidden strokeWidth={2} />}
    </PlainButton>
  );
}
