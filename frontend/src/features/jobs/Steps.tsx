import { useLingui } from '@lingui/react/macro';
import { Plus, Trash2 } from 'lucide-react';
import { useFormContext } from 'react-hook-form';
import type { JobTask } from '@/gen/graphql';
import { useField } from '@/lib/forms';
import { Button, Row, RowButton, Select, Stack } from '@/ui';
import { ExportOptions } from './ExportOptions';
import { type JobValues, tasks } from './jobsQuery';
import { PurgeOptions } from './PurgeOptions';
import { stepOf } from './stepValues';

/** The steps of a job, each with its task and what that is to do. */
export function Steps() {
  const { t } = useLingui();
  const { control } = useFormContext<JobValues>();
  const { value, onChange, error } = useField(control, 'steps');
  const known = Object.entries(tasks) as [JobTask, (typeof tasks)[JobTask]][];
  const options = known.map(([id, { name, sentence }]) => ({ id, name: t(name), description: t(sentence) }));
  return (
    <Stack>
      {value.map(({ task }, index) => (
        // A step has no more than its place.
        <Stack key={`${value.length} ${index} ${task}`}>
          <Row isLevel>
            <Select
              label={value.length > 1 ? t`Job Task ${index + 1}` : t`Job Task`}
              options={options}
              value={task}
              onChange={(id) => onChange(value.map((each, at) => (at === index ? stepOf(id as JobTask) : each)))}
              error={index === 0 ? error : undefined}
            />
            <RowButton
              kind="step"
              icon={Trash2}
              label={t`Remove step ${index + 1}`}
              onPress={() => onChange(value.filter((_, at) => at !== index))}
            />
          </Row>
          {task === 'PURGE' && <PurgeOptions index={index} />}
          {task === 'EXPORT' && <ExportOptions index={index} />}
        </Stack>
      ))}
      <Row>
        <Button
          icon={Plus}
          onPress={() => onChange([...value, stepOf('NOTIFICATION')])}
          isDisabled={value.length >= 10}
        >
          {t`Add Job Step`}
        </Button>
      </Row>
    </Stack>
  );
}
