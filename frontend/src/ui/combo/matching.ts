import type { Option } from '../Option';

/** Stands in a list of suggestions for "add what was typed". */
export const newId = '+';

/** A text for comparing: without case and accents. */
export const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Whether two names are the same, ignoring case, accents and what surrounds them. */
export const isSameName = (one: string, other: string) => fold(one.trim()) === fold(other.trim());

interface Request {
  options: readonly Option[];
  text: string;
  /** The options are what a search on the server has found. */
  isSearched: boolean;
  /** They are not for this text yet, but for what was typed before: only those are offered that hold it, and no new name. */
  isLoading?: boolean;
  /** What the entry for an unknown name reads; none without it. */
  createLabel?: (name: string) => string;
}

/** The options that hold the text, ignoring case and accents, and at the end the entry that adds an unknown name. */
export function matching({ options, text, isSearched, isLoading = false, createLabel }: Request): Option[] {
  const name = text.trim();
  const found =
    isSearched && !isLoading ? [...options] : options.filter((option) => fold(option.name).includes(fold(name)));
  const isKnown = options.some((option) => isSameName(option.name, name));
  if (createLabel && name && !isKnown && !isLoading) found.push({ id: newId, name: createLabel(name) });
  return found;
}
