import { useRef } from 'react';
import { IconButton, type IconButtonProps } from './IconButton';
import { passFocus } from './returnFocus';

export interface RowButtonProps extends Omit<IconButtonProps, 'ref'> {
  /** What it does, in one word that it shares with its like in the other rows. */
  kind: string;
}

/** An icon button that may take its row away: the focus goes to its like in the row after it, or before, or to the heading. */
export function RowButton({ kind, onPress, ...rest }: RowButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  return (
    <IconButton
      {...rest}
      ref={ref}
      data-row-button={kind}
      onPress={() => {
        if (ref.current) passFocus(ref.current);
        onPress?.();
      }}
    />
  );
}
