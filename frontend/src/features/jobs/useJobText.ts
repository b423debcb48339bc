import { useLingui } from '@lingui/react/macro';
import type { JobTask } from '@/gen/graphql';
import { type JobValues, tasks } from './jobsQuery';
import { cronOf } from './rhythm';
import { useScheduleWords } from './useScheduleWords';

/** The tasks of a job, one after the other. */
export function useTaskWords() {
  const { t } = useLingui();
  return (of: readonly JobTask[]) => of.map((task) => (tasks[task] ? t(tasks[task].name) : task)).join(', ');
}

/** What the form of a job holds, as a person reads it. */
export function useJobText() {
  const { t } = useLingui();
  const taskWords = useTaskWords();
  const scheduleWords = useScheduleWords();
  return ({ name, tasks, timeZone, ...when }: JobValues) => ({
    [t`Name`]: name,
    [t`Job Steps`]: taskWords(tasks),
    [t`Schedule`]: scheduleWords(cronOf(when), timeZone),
  });
}
