import { useLingui } from '@lingui/react/macro';
import { useFormContext } from 'react-hook-form';
import { useField } from '@/lib/forms';
import { FieldGrid, Note, TextField, Whole } from '@/ui';
import type { JobValues } from './jobsQuery';

/** How long something was deleted before a Purge erases it. */
export function PurgeOptions({ index }: { index: number }) {
  const { t } = useLingui();
  const { control } = useFormContext<JobValues>();
  return (
    <FieldGrid>
      <TextField
        label={t`Erase what was deleted for more than`}
        inputMode="numeric"
        autoComplete="off"
        description={t`In days: 30 to 3,650. A deletion can be undone for 30.`}
        {...useField(control, `steps.${index}.options.days`)}
      />
      <Whole>
        <Note
          tone="warn"
          title={t`What is erased does not come back: users with all that is theirs, reminders, jobs, protected pages, contracts, groups, companies and roles.`}
        />
      </Whole>
    </FieldGrid>
  );
}
