import { useLingui } from '@lingui/react/macro';
import { Plus, Trash2 } from 'lucide-react';
import type { BaseSyntheticEvent } from 'react';
import { FormProvider, type UseFormReturn, useFormContext } from 'react-hook-form';
import type { JobTask } from '@/gen/graphql';
import { type FormProblem, useField } from '@/lib/forms';
import { Button, Card, ErrorSummary, Form, IconButton, Row, Select, Stack, TextField } from '@/ui';
import { type JobValues, tasks } from './jobsQuery';
import { ScheduleFields } from './ScheduleFields';

/** The form's names of the fields of the input. */
export const fieldNames = { steps: 'tasks', schedule: 'cron' } as const;

interface Props {
  form: UseFormReturn<JobValues>;
  label: string;
  onSubmit: (event?: BaseSyntheticEvent) => Promise<unknown>;
  problems: readonly FormProblem[];
  attempt: number;
  isPending: boolean;
}

/** What a job is made of: its name, its steps, and when it runs. */
export function JobForm({ form, label, onSubmit, problems, attempt, isPending }: Props) {
  const { t } = useLingui();
  return (
    <FormProvider {...form}>
      <Form label={label} onSubmit={(event) => void onSubmit(event)}>
        <ErrorSummary problems={problems} attempt={attempt} />
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
          <IconButton
            icon={Trash2}
            label={t`Remove step ${index + 1}`}
            onPress={() => onChange(value.filter((_, at) => at !== index))}
          />
        </Row>
      ))}
      <Row>
        <Button onPress={() => onChange([...value, 'NOTIFICATION'])} isDisabled={value.length >= 10}>
          <Plus aria-hidden size={16} /> {t`Add Job Step`}
        </Button>
      </Row>
    </Stack>
  );
}
