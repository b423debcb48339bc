import { useLingui } from '@lingui/react/macro';
import { Plus, Trash2 } from 'lucide-react';
import type { BaseSyntheticEvent, ReactNode } from 'react';
import { type Control, FormProvider, type UseFormReturn, useFormContext, useWatch } from 'react-hook-form';
import type { JobTask } from '@/gen/graphql';
import { useField } from '@/lib/forms';
import { Button, Card, Form, Row, RowButton, Select, Stack, TextField } from '@/ui';
import { type JobValues, tasks } from './jobsQuery';
import { fieldOf } from './rhythm';
import { ScheduleFields } from './ScheduleFields';

/** The form's names of the fields of the input: what is wrong with a schedule stands where it was chosen. */
export function useFieldNames(control: Control<JobValues>) {
  const rhythm = useWatch({ control, name: 'rhythm' });
  return { steps: 'tasks', schedule: fieldOf(rhythm) } as const;
}

interface Props {
  form: UseFormReturn<JobValues>;
  label: string;
  onSubmit: (event?: BaseSyntheticEvent) => Promise<unknown>;
  /** What stands in the way of saving. */
  problems: ReactNode;
  isPending: boolean;
}

/** What a job is made of: its name, its steps, and when it runs. */
export function JobForm({ form, label, onSubmit, problems, isPending }: Props) {
  const { t } = useLingui();
  return (
    <FormProvider {...form}>
      <Form label={label} onSubmit={(event) => void onSubmit(event)}>
        {problems}
        <Card title={t`Job`}>
          <TextField label={t`Name`} isRequired autoComplete="off" {...useField(form.control, 'name')} />
        </Card>
        <Card title={t`Job Step`} lead={t`What the job does, one after the other. A job without a step does nothing.`}>
          <Steps />
        </Card>
        <Card title={t`Schedule`}>
          <ScheduleFields />
        </Card>
        <Row>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t`Save Job`}
          </Button>
        </Row>
      </Form>
    </FormProvider>
  );
}

function Steps() {
  const { t } = useLingui();
  const { control } = useFormContext<JobValues>();
  const { value, onChange, error } = useField(control, 'tasks');
  const known = Object.entries(tasks) as [JobTask, (typeof tasks)[JobTask] & object][];
  const options = known.map(([id, { name, sentence }]) => ({ id, name: t(name), description: t(sentence) }));
  return (
    <Stack>
      {value.map((task, index) => (
        // A step has no more than its place.
        <Row key={index}>
          <Select
            label={value.length > 1 ? t`Job Task ${index + 1}` : t`Job Task`}
            options={options}
            value={task}
            onChange={(id) => onChange(value.map((each, at) => (at === index ? (id as JobTask) : each)))}
            error={index === 0 ? error : undefined}
          />
          <RowButton
            kind="step"
            icon={Trash2}
            label={t`Remove step ${index + 1}`}
            onPress={() => onChange(value.filter((_, at) => at !== index))}
          />
        </Row>
      ))}
      <Row>
        <Button icon={Plus} onPress={() => onChange([...value, 'NOTIFICATION'])} isDisabled={value.length >= 10}>
          {t`Add Job Step`}
        </Button>
      </Row>
    </Stack>
  );
}
