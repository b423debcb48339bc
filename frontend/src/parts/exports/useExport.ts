import { useState } from 'react';
import { graphql, readFragment } from '@/gen';
import { useEvents } from '@/lib/events';
import { useQuery } from '@/lib/hooks';
import { type Export, ExportFacts, ExportGoesOn, isUnderWay } from './exportQuery';

const ExportQuery = graphql(`
  query UseExport($id: ID!) {
    node(id: $id) {
      __typename
      ... on Export {
        ...ExportFacts
      }
    }
  }
`);

/** An export as it stands, and as it goes on. */
export function useExport(id: string) {
  const { data, failure, refetch } = useQuery(ExportQuery, { id });
  const [told, setTold] = useState<Export>();
  const asked = data?.node?.__typename === 'Export' ? readFragment(ExportFacts, data.node) : undefined;
  const one = told ?? asked;
  useEvents(
    ExportGoesOn,
    { id },
    {
      onData: ({ exportProgress }) => setTold(readFragment(ExportFacts, exportProgress)),
      isPaused: !one || !isUnderWay(one),
    },
  );
  return { one, failure, refetch };
}
