import { useLingui } from '@lingui/react/macro';
import { Check, Circle, Eye, EyeOff } from 'lucide-react';
import { useId, useState } from 'react';
import { cx } from './cx';
import { fieldStyles } from './Field';
import styles from './PasswordField.module.css';
import { TextField, type TextFieldProps } from './TextField';

/** One rule of the live checklist. */
export interface PasswordRule {
  label: string;
  isMet: boolean;
}

export interface PasswordFieldProps extends Omit<
  TextFieldProps,
  'type' | 'multiline' | 'trailing' | 'icon' | 'autoComplete'
> {
  /** `current-password` to sign in, `new-password` to choose one: password managers rely on it. */
  autoComplete: 'current-password' | 'new-password';
  /** Ticked off while typing. */
  rules?: readonly PasswordRule[];
}

/** A password that can be pasted, shown, and checked against its rules while typing. */
export function PasswordField({ rules, description, ...rest }: PasswordFieldProps) {
  const { t } = useLingui();
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <div>
      <TextField
        {...rest}
        type={isShown ? 'text' : 'password'}
        spellCheck={false}
        autoCapitalize="off"
        description={description}
        trailing={
          <button
            type="button"
            className={fieldStyles.inset}
            aria-pressed={isShown}
            aria-label={t`Show password`}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? (
              <EyeOff aria-hidden size={16} strokeWidth={1.6} />
            ) : (
              <Eye aria-hidden size={16} strokeWidth={1.6} />
            )}
          </button>
        }
      />
      {rules && (
        <ul id={id} className={styles.rules} aria-label={t`Password rules`}>
          {rules.map((rule) => (
            <li key={rule.label} className={cx(rule.isMet && styles.met)}>
              {rule.isMet ? <Check aria-hidden strokeWidth={2} /> : <Circle aria-hidden strokeWidth={1.6} />}
              <span>
                {rule.label}
                {rule.isMet && <span className="visually-hidden"> {t`(met)`}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
