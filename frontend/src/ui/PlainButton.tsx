import type { ButtonHTMLAttributes, Ref } from 'react';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'onClick' | 'style'>;

export interface PlainButtonProps extends Native {
  onPress?: () => void;
  isDisabled?: boolean;
  /** Work is under way: stays focusable and ignores presses. */
  isPending?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button of the browser with the kit's words; every button is one of these. */
export function PlainButton({ onPress, isDisabled, isPending, type = 'button', ...rest }: PlainButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      onClick={(event) => {
        if (isPending) event.preventDefault();
        else onPress?.();
      }}
    />
  );
}

/** What every button of the kit takes beside its looks. */
export type PressProps = Omit<PlainButtonProps, 'className' | 'children'>;
