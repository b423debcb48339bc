import type { ExportFormat, JobTask } from '@/gen/graphql';

/** How long something stays deleted before it is erased, in days: as long as a deletion can be undone. */
export const leastDays = 30;

/** What a step of a job does, as the form holds it. */
export interface StepValues {
  task: JobTask;
  options: {
    /** Of a Purge. */
    days: string;
    /** Of an Export, like what follows. */
    format: ExportFormat;
    /** Keys; null: all that may be read. */
    columns: string[] | null;
    /** A filter of users as the API has it, as text; empty: all of them. */
    filter: string;
  };
}

/** Whom an export is about, where the form has words for it; the API knows more. */
export const filters = { all: '', active: '{"status":["ACTIVE"]}', inactive: '{"status":["INACTIVE"]}' };

/** What the form begins with for a step. */
export function stepOf(task: JobTask, options?: Record<string, unknown> | null): StepValues {
  const { days, format, columns, filter } = options ?? {};
  return {
    task,
    options: {
      days: typeof days === 'number' ? String(days) : String(leastDays),
      format: format === 'CSV' ? 'CSV' : 'XLSX',
      columns: Array.isArray(columns) ? columns.filter((each) => typeof each === 'string') : null,
      filter: filter ? JSON.stringify(filter) : '',
    },
  };
}

/** A step as the API wants it. What is no number of days is sent as none that there is, and refused under its field. */
export function stepInput({ task, options: { days, format, columns, filter } }: StepValues) {
  if (task === 'PURGE') return { task, options: { days: /^\d{1,6}$/.test(days.trim()) ? Number(days.trim()) : 0 } };
  if (task !== 'EXPORT') return { task };
  return {
    task,
    options: {
      format,
      ...(columns && { columns }),
      ...(filter !== '' && { filter: JSON.parse(filter) as Record<string, unknown> }),
    },
  };
}

/** The days of the step that erases the most, if one erases. */
export function purgeDays(
  steps: readonly { task: JobTask; options?: Record<string, unknown> | null }[],
): number | undefined {
  const days = steps.flatMap(({ task, options }) => (task === 'PURGE' ? [Number(options?.days ?? leastDays)] : []));
  return days.length > 0 ? Math.min(...days) : undefined;
}
