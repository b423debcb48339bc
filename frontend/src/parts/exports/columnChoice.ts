/** Which columns the next file has. */
export interface ColumnChoice {
  isAll: boolean;
  /** The keys of those that were picked, kept while all are taken. */
  picked: string[];
}

const key = 'portico.export';

/** Makes something usable of what was kept, whatever it is; at first all columns are taken, and all are picked. */
export function parseChoice(kept: string | null, offered: readonly string[]): ColumnChoice {
  let found: { [Part in keyof ColumnChoice]?: unknown } = {};
  try {
    found = (JSON.parse(kept ?? 'null') as typeof found | null) ?? {};
  } catch {
    // Somebody else's words under our name.
  }
  const names = found.picked;
  const picked = Array.isArray(names) ? offered.filter((name) => names.includes(name)) : [];
  return picked.length > 0 ? { isAll: found.isAll !== false, picked } : { isAll: true, picked: [...offered] };
}

/** The choice as it was left, of what is offered now. Browsers may refuse to keep anything, or to give it back. */
export function readChoice(offered: readonly string[]): ColumnChoice {
  try {
    return parseChoice(localStorage.getItem(key), offered);
  } catch {
    return parseChoice(null, offered);
  }
}

/** Keeps it for the next file. */
export function keepChoice(choice: ColumnChoice): void {
  try {
    localStorage.setItem(key, JSON.stringify(choice));
  } catch {
    // Then the next file begins with all of them.
  }
}
