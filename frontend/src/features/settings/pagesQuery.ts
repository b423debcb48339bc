import { graphql } from '@/gen';
import type { ProtectedPagesQuery } from '@/gen/graphql';
import type { Picked } from '@/ui';

/** Every protected page; there are few. */
export const PagesQuery = graphql(`
  query ProtectedPages {
    protectedPages {
      id
      version
      pattern
      groups {
        id
        name
      }
    }
  }
`);

export type ProtectedPage = ProtectedPagesQuery['protectedPages'][number];

/** What shows protected pages asks again. */
export const touchedByPages = { touches: ['ProtectedPage'] };

/** What the form of a page holds. */
export interface PageValues {
  pattern: string;
  groups: Picked[];
}

/** What the form begins with. */
export function valuesOf(page: ProtectedPage | undefined): PageValues {
  return {
    pattern: page?.pattern ?? '',
    groups: page?.groups.map(({ id, name }) => ({ id, name })) ?? [],
  };
}

/** What a form says, as the API wants it. */
export const inputOf = ({ pattern, groups }: PageValues) => ({ pattern, groupIds: groups.map(({ id }) => id) });
