import { useLingui } from '@lingui/react/macro';
import type { FieldErrors, Resolver } from 'react-hook-form';
import type { JobValues } from './jobsQuery';

/** What is wrong with a job before it is sent: what a schedule can't be made of. */
export function useJobChecks(): Resolver<JobValues> {
  const { t } = useLingui();
  return (values) => {
    const errors: FieldErrors<JobValues> = {};
    const { rhythm, time, monthDay } = values;
    const day = Number(monthDay.trim() || 'none');
    if (rhythm === 'MONTHLY' && !(Number.isInteger(day) && day >= 1 && day <= 31)) {
      errors.monthDay = { type: 'range', message: t`Choose a day from 1 to 31.` };
    }
    if (!['NONE', 'CRON'].includes(rhythm) && !time) errors.time = { type: 'required', message: t`Choose a time.` };
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
}
