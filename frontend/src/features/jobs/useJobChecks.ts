import { useLingui } from '@lingui/react/macro';
import type { FieldErrors, Resolver } from 'react-hook-form';
import type { JobValues } from './jobsQuery';
import { lackOf } from './rhythm';
import type { StepValues } from './stepValues';

/** What is wrong with a job before it is sent: what a schedule, or a file, can't be made of. */
export function useJobChecks(): Resolver<JobValues> {
  const { t } = useLingui();
  return (values) => {
    const sentences = { monthDay: t`Choose a day from 1 to 31.`, time: t`Choose a time.` };
    const errors: FieldErrors<JobValues> = {};
    for (const field of lackOf(values)) errors[field] = { type: 'required', message: sentences[field] };
    const columns = { type: 'required', message: t`Choose a column first.` };
    const isWithout = ({ task, options }: StepValues) => task === 'EXPORT' && options.columns?.length === 0;
    if (values.steps.some(isWithout))
      errors.steps = values.steps.map((step) => (isWithout(step) ? { options: { columns } } : undefined));
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
}
