/** What happened on one day, or a part of it. */
export interface Day<Row> {
  /** The day in the viewer's zone: days of one part differ in it. */
  id: string;
  rows: readonly Row[];
  /** The day began in the part before. */
  isContinued: boolean;
}

interface Moment {
  id: string;
  occurredAt: string;
}

const dayOf = ({ occurredAt }: Moment) => new Date(occurredAt).toDateString();

/** A stream in parts of so many rows, each by day, newest first. A part folds away while it is out of sight. */
export function partsByDay<Row extends Moment>(rows: readonly Row[], size: number): Day<Row>[][] {
  const parts: Day<Row>[][] = [];
  for (let from = 0; from < rows.length; from += size) {
    const days: { id: string; rows: Row[]; isContinued: boolean }[] = [];
    rows.slice(from, from + size).forEach((row, index) => {
      const before = rows[from + index - 1];
      const isSame = before !== undefined && dayOf(before) === dayOf(row);
      if (isSame && index > 0) days.at(-1)!.rows.push(row);
      else days.push({ id: dayOf(row), rows: [row], isContinued: isSame });
    });
    parts.push(days);
  }
  return parts;
}
