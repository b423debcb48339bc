import { type BaseSyntheticEvent, useRef, useState } from 'react';

type Texts = Record<string, string>;
type Checks<Values extends Texts> = { [Name in keyof Values]?: (value: string) => string | undefined };

/**
 * A form of a few texts, where React Hook Form would weigh as much as all the rest. A check answers what is wrong with
 * its field. Goes with `useSubmission`.
 */
export function useSmallForm<Values extends Texts>(empty: Values, checks: Checks<Values>) {
  type Name = keyof Values & string;
  const [values, setValues] = useState(empty);
  const [errors, setErrors] = useState<{ [N in Name]?: { message: string } }>({});
  const [wasRefused, setRefused] = useState(false);
  const inputs = useRef<{ [N in Name]?: HTMLInputElement | null }>({});

  function complaints(of: Values) {
    const found: { [N in Name]?: { message: string } } = {};
    for (const name in checks) {
      const message = checks[name]?.(of[name] ?? '');
      if (message) found[name] = { message };
    }
    return found;
  }

  return {
    getValues: () => values,
    setError: (name: Name, { message }: { type: string; message: string }) =>
      setErrors((was) => ({ ...was, [name]: { message } })),
    /** Begins anew, from these values. */
    reset: (next: Values) => {
      setValues(next);
      setErrors({});
      setRefused(false);
    },
    setFocus: (name: Name) => inputs.current[name]?.focus(),
    handleSubmit:
      (onValid: (values: Values) => unknown, onInvalid: (errors: object) => unknown) =>
      async (event?: BaseSyntheticEvent) => {
        event?.preventDefault();
        const found = complaints(values);
        setErrors(found);
        const isFine = Object.keys(found).length === 0;
        setRefused(!isFine);
        await (isFine ? onValid(values) : onInvalid(found));
      },
    /** What a control of the kit needs: spread it. */
    field: (name: Name) => ({
      name,
      value: values[name] ?? '',
      error: errors[name]?.message,
      ref: (input: HTMLInputElement | null) => {
        inputs.current[name] = input;
      },
      onChange: (value: string) => {
        const next = { ...values, [name]: value };
        setValues(next);
        // Once something was wrong, it is said to be right as soon as it is.
        const known = wasRefused ? complaints(next)[name] : undefined;
        setErrors((was) => ({ ...was, [name]: known }));
      },
    }),
  };
}
