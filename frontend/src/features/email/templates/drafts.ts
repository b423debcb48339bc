import type { Version } from '@/parts/conflict/useVersions';
import type { Words } from './templateQuery';

/** Words that were typed and not saved, and the version that they were typed over. */
export interface Draft {
  base: Version<Words>;
  words: Words;
}

const kept = new Map<string, Draft>();

/** What was typed into a template and left is there again when it is opened, until the page is loaded anew. */
export const drafts = {
  of: (id: string) => kept.get(id),
  keep: (id: string, draft: Draft) => void kept.set(id, draft),
  drop: (id: string) => void kept.delete(id),
};
