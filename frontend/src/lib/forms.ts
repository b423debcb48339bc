import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

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
  };
}

export { type Complaint, type FormProblem, type Payload, useSubmission } from './submission';
