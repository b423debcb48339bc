import { graphql } from '@/gen';
import type { ExportFactsFragment } from '@/gen/graphql';

/** What is shown of an export. */
export const ExportFacts = graphql(`
  fragment ExportFacts on Export {
    id
    format
    state
    rows
    total
    headings
    isFiltered
    startedBy
    url
    expiresAt
    problem
    createdAt
    finishedAt
  }
`);

/** How far an export is, told by the server; the end of it ends the stream. */
export const ExportGoesOn = graphql(`
  subscription ExportGoesOn($id: ID!) {
    exportProgress(id: $id) {
      ...ExportFacts
    }
  }
`);

export type Export = ExportFactsFragment;

/** Says whether there will be more of it. */
export const isUnderWay = ({ state }: Pick<Export, 'state'>) => state === 'QUEUED' || state === 'RUNNING';

/** What shows exports asks again. */
export const touchedByExports = { touches: ['Export', 'ExportConnection'] };
