import { useLingui } from '@lingui/react/macro';
import { Check, Minus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Checkbox } from './Checkbox';
import styles from './ChoiceTable.module.css';
import { NoteLines } from './Field';

/** One row: something that is given or not. */
export interface ChoiceRow {
  id: string;
  name: string;
  /** A sentence about it. */
  description?: ReactNode;
  /** What stands out about it, in the last column. */
  mark?: ReactNode;
  isDisabled?: boolean;
  /** Why it is disabled, in words; stands in place of the description. */
  reason?: string;
}

export interface ChoiceTableProps {
  /** Its accessible name. */
  label: string;
  /** The headings of the two columns. */
  columns: readonly [choice: string, mark: string];
  groups: readonly { title?: string; rows: readonly ChoiceRow[] }[];
  /** The ids of what is given. */
  value: readonly string[];
  onChange?: (value: string[]) => void;
  /** Shows what is given, without a control. */
  isReadOnly?: boolean;
  error?: string;
}

/** A table of what is given and what is not, in groups: many yes-or-no with a sentence each. */
export function ChoiceTable({ label, columns, groups, value, onChange, isReadOnly, error }: ChoiceTableProps) {
  const id = useId();
  const toggle = (row: string, isOn: boolean) =>
    onChange?.(isOn ? [...value, row] : value.filter((given) => given !== row));
  return (
    <div>
      <table className={styles.table} aria-describedby={error ? id : undefined}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, rows }, index) => (
          <tbody key={title ?? index}>
            {title && (
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={2}>
                  {title}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className={styles.choice}>
                  {isReadOnly ? (
                    <Given row={row} isGiven={value.includes(row.id)} />
                  ) : (
                    <Checkbox
                      label={row.name}
                      description={(row.isDisabled && row.reason) || row.description}
                      value={value.includes(row.id)}
                      onChange={(isOn) => toggle(row.id, isOn)}
                      isDisabled={row.isDisabled}
                    />
                  )}
                </th>
                <td>{row.mark}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <NoteLines id={id} error={error} />
    </div>
  );
}

/** A row without a control: whether it is given, as a sign and as a word. */
function Given({ row, isGiven }: { row: ChoiceRow; isGiven: boolean }) {
  const { t } = useLingui();
  const Sign = isGiven ? Check : Minus;
  return (
    <div className={isGiven ? styles.given : styles.missing}>
      <Sign aria-hidden size={16} strokeWidth={1.8} />
      <span className="visually-hidden">{isGiven ? t`yes:` : t`no:`}</span>
      <div>
        {row.name}
        <small>{row.description}</small>
      </div>
    </div>
  );
}
