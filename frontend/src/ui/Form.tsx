import type { KeyboardEvent, ReactNode, SubmitEventHandler } from 'react';
import { Stack } from './Card';

export interface FormProps {
  /** Names the form for screen readers, where the page has more than one. */
  label?: string;
  /** For a button outside it, as in the foot of a window. */
  id?: string;
  onSubmit: SubmitEventHandler<HTMLFormElement>;
  children: ReactNode;
}

/** Fields with their button, under each other. Ctrl Enter submits from anywhere inside; what is wrong, the screen says. */
export function Form({ label, id, onSubmit, children }: FormProps) {
  const submitOnCtrlEnter = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut for what its button does
    <form id={id} aria-label={label} noValidate onSubmit={onSubmit} onKeyDown={submitOnCtrlEnter}>
      <Stack>{children}</Stack>
    </form>
  );
}
