import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { graphql } from '@/gen';
import type { JobsQuery as Jobs, JobTask } from '@/gen/graphql';
import { ownZone } from '@/lib/wall';
import { runStates } from '@/parts/runs/states';
import type { Tone } from '@/ui';
import { cronOf, daily, type When, whenOf } from './rhythm';
import { stepInput, stepOf, type StepValues } from './stepValues';

/** Every job, with its last run; there are few. */
export const JobsQuery = graphql(`
  query Jobs {
    jobs {
      id
      version
      name
      schedule
      timeZone
      enabled
      steps {
        task
        options
      }
      nextRunAt
      nextRuns
      runs(first: 1) {
        edges {
          node {
            id
            state
            createdAt
            handled
            failed
          }
        }
      }
    }
  }
`);

export type Job = Jobs['jobs'][number];
export type Run = Job['runs']['edges'][number]['node'];

/** What the form of a job holds. */
export interface JobValues extends When {
  name: string;
  steps: StepValues[];
  timeZone: string;
}

/** What is suggested first: everybody who waits is told every day. */
export const suggested = (): JobValues => ({
  ...daily,
  name: '',
  steps: [stepOf('NOTIFICATION')],
  timeZone: ownZone(),
});

/** What the form begins with for a job that exists. */
export const valuesOf = ({ name, steps, schedule, timeZone }: Job): JobValues => ({
  ...whenOf(schedule),
  name,
  steps: steps.map(({ task, options }) => stepOf(task, options)),
  timeZone,
});

/** What a form says, as the API wants it. */
export const inputOf = ({ name, steps, timeZone, ...when }: JobValues) => ({
  name,
  schedule: cronOf(when),
  timeZone,
  steps: steps.map(stepInput),
});

/** What shows jobs asks again. */
export const touchedByJobs = { touches: ['Job', 'JobRun', 'JobRunConnection', 'NextNotice'] };

/** What the tasks do. */
export const tasks: Record<JobTask, { name: MessageDescriptor; sentence: MessageDescriptor }> = {
  NOTIFICATION: {
    name: msg`Notification`,
    sentence: msg`Tells everybody whose account waits for it, once, with a link to choose a password.`,
  },
  REMINDERS: {
    name: msg`Reminders`,
    sentence: msg`Mails everybody one list of what is overdue or due within a day for them.`,
  },
  EXPORT: {
    name: msg`Export`,
    sentence: msg`Makes a file of users, under Imports & Exports, for whoever saved these steps last.`,
  },
  PURGE: {
    name: msg`Purge`,
    sentence: msg`Erases for good what was deleted long enough ago.`,
  },
};

/** A run's state; one that came to its end and failed for some says so. */
export const stateOf = ({ state, failed }: Pick<Run, 'state' | 'failed'>) =>
  state === 'SUCCEEDED' && failed > 0 ? { word: msg`Done, with failures`, tone: 'warn' as Tone } : runStates[state];
