import { useLingui } from '@lingui/react/macro';
import { type BaseSyntheticEvent, type ReactNode, useState } from 'react';
import { type Control, FormProvider, type UseFormReturn, useWatch } from 'react-hook-form';
import { useField } from '@/lib/forms';
import { Button, Card, Form, Row, TextField } from '@/ui';
import type { JobValues } from './jobsQuery';
import { PurgeConfirm } from './PurgeConfirm';
import { fieldOf } from './rhythm';
import { ScheduleFields } from './ScheduleFields';
import { Steps } from './Steps';
import { leastDays, purgeDays, stepInput } from './stepValues';

/** The form's names of the fields of the input: what is wrong with a schedule stands where it was chosen. */
export function useFieldNames(control: Control<JobValues>) {
  const rhythm = useWatch({ control, name: 'rhythm' });
  return { schedule: fieldOf(rhythm) } as const;
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
  const [asked, setAsked] = useState<number>();
  // What erases is asked about first; days that make no sense are refused by themselves.
  function submit(event: BaseSyntheticEvent) {
    const days = purgeDays(form.getValues('steps').map(stepInput));
    if (days === undefined || days < leastDays) return void onSubmit(event);
    event.preventDefault();
    setAsked(days);
  }
  return (
    <FormProvider {...form}>
      <Form label={label} onSubmit={submit}>
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
      {asked !== undefined && (
        <PurgeConfirm
          days={asked}
          label={t`Save Job`}
          onClose={() => setAsked(undefined)}
          onConfirm={async () => void (await onSubmit())}
        />
      )}
    </FormProvider>
  );
}
