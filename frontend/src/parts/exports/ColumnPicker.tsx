import { useLingui } from '@lingui/react/macro';
import { Button, Checkbox, FieldGrid, Note, Row, Stack } from '@/ui';

export interface SheetColumn {
  key: string;
  heading: string;
}

interface Props {
  offered: readonly SheetColumn[];
  /** The keys of those that the file has. */
  picked: readonly string[];
  onChange: (picked: string[]) => void;
  error?: string;
}

/** The columns of a file, to be ticked; they keep the order of the file. */
export function ColumnPicker({ offered, picked, onChange, error }: Props) {
  const { t } = useLingui();
  const keys = offered.map(({ key }) => key);
  const isFoundAgain = picked.includes('id') || picked.includes('email');
  return (
    <Stack>
      <Row>
        <Button size="small" onPress={() => onChange(keys)}>{t`Tick all`}</Button>
        <Button size="small" onPress={() => onChange([])}>{t`Tick none`}</Button>
      </Row>
      <div role="group" aria-label={t`Columns of the file`}>
        <FieldGrid>
          {offered.map(({ key, heading }) => (
            <Checkbox
              key={key}
              label={heading}
              value={picked.includes(key)}
              onChange={(isOn) => onChange(keys.filter((each) => (each === key ? isOn : picked.includes(each))))}
            />
          ))}
        </FieldGrid>
      </div>
      {error ? (
        <Note tone="bad" role="alert" title={error} />
      ) : (
        !isFoundAgain && (
          <Note tone="warn" title={t`Without ID and Email an import does not know whom the rows are about.`} />
        )
      )}
    </Stack>
  );
}
