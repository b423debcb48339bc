/** What the address says of a time, taken apart: one of the choices, or `range` with its days. */
export interface Times {
  choice: string;
  from: string;
  until: string;
}

/** Takes `30d`, or `2026-01-01..2026-01-31`, apart. */
export function parseTimes(word: string): Times {
  const [from = '', until] = word.split('..');
  return until === undefined ? { choice: word, from: '', until: '' } : { choice: 'range', from, until };
}
