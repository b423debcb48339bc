import { useLingui } from '@lingui/react/macro';
import type { JobTask } from '@/gen/graphql';
import { type JobValues, tasks } from './jobsQuery';
import { cronOf } from './rhythm';
import { stepInput, type StepValues } from './stepValues';
import { useScheduleWords } from './useScheduleWords';

/** The tasks of a job, one after the other. */
export function useTaskWords() {
  const { t } = useLingui();
  return (of: readonly JobTask[]) => of.map((task) => t(tasks[task].name)).join(', ');
}

/** What the form of a job holds, as a person reads it. */
export function useJobText() {
  const { t } = useLingui();
  const taskWords = useTaskWords();
  const scheduleWords = useScheduleWords();
  const stepWords = (step: StepValues) => {
    const { task, options } = stepInput(step);
    return taskWords([task]) + (options ? ` ${JSON.stringify(options)}` : '');
  };
  return ({ name, steps, timeZone, ...when }: JobValues) => ({
    [t`Name`]: name,
    [t`Job Steps`]: steps.map(stepWords).join(', '),
    [t`Schedule`]: scheduleWords(cronOf(when), timeZone),
  });
}
