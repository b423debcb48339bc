import { createContext, use } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

/** What to look at in a form before it is saved, by the names of its fields. */
export const FieldWarnings = createContext<Readonly<Record<string, string>>>({});

/** What a control of the kit needs to be a field of a form: spread it. */
export function useField<Values extends FieldValues, Name extends FieldPath<Values>>(
  control: Control<Values>,
  name: Name,
) {
  const { field, fieldState } = useController({ control, name });
  return {
    name: field.name,
    value: field.value,
    onChange: field.onChange,
    onBlur: field.onBlur,
    ref: field.ref,
    error: fieldState.error?.message,
    warning: use(FieldWarnings)[name],
  };
}

export { type Complaint, type FormProblem, type Payload, useSubmission } from './submission';
