import { useLingui } from '@lingui/react/macro';
import { TextField, type TextFieldProps } from '@/ui';

/** One field for a code that works once; phones and password managers fill it in. */
export function CodeField(props: Omit<TextFieldProps, 'label'>) {
  const { t } = useLingui();
  return (
    <TextField
      label={t`Code`}
      autoComplete="one-time-code"
      autoFocus
      autoCapitalize="off"
      spellCheck="false"
      {...props}
    />
  );
}
