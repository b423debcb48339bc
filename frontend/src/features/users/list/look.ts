/** What the list can show of users beside their names, in its order. */
export const columnIds = [
  'email',
  'status',
  'role',
  'groups',
  'lastSignIn',
  'title',
  'cellPhone',
  'officePhone',
  'extension',
  'company',
  'loginName',
  'created',
  'consent',
] as const;

export type ColumnId = (typeof columnIds)[number];
export type Density = 32 | 40 | 48;

/** How the list looks in this browser. */
export interface ListLook {
  columns: ColumnId[];
  /** The height of rows, in pixels. */
  density: Density;
  /** How many letters the counts of the tabs last took; room is kept for them. */
  counts: number[];
}

export const usualColumns: ColumnId[] = columnIds.slice(0, 5);
const key = 'portico.users';

/** Makes something usable of what was kept, whatever it is. */
export function parseLook(kept: string | null): ListLook {
  let found: { [Part in keyof ListLook]?: unknown } = {};
  try {
    found = (JSON.parse(kept ?? 'null') as typeof found | null) ?? {};
  } catch {
    // Somebody else's words under our name.
  }
  const { columns, density, counts } = found;
  return {
    columns: Array.isArray(columns) ? columnIds.filter((id) => columns.includes(id)) : usualColumns,
    density: density === 32 || density === 48 ? density : 40,
    counts: Array.isArray(counts) ? counts.map((count) => Math.min(Math.max(Number(count) || 0, 0), 12)) : [],
  };
}

/** The look as it was left. Browsers may refuse to keep anything, or to give it back. */
export function readLook(): ListLook {
  try {
    return parseLook(localStorage.getItem(key));
  } catch {
    return parseLook(null);
  }
}

/** Keeps a part of it for the next time. */
export function keepLook(part: Partial<ListLook>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...readLook(), ...part }));
  } catch {
    // Then it lasts as long as the page.
  }
}

/** Which columns are shown, by their names. */
export const shownColumns = (columns: readonly ColumnId[]) =>
  Object.fromEntries(columnIds.map((id) => [id, columns.includes(id)])) as Record<ColumnId, boolean>;
