import { useCallback, useState } from 'react';
import { graphql, readFragment } from '@/gen';
import { useEvents } from '@/lib/events';
import { useQuery } from '@/lib/hooks';
import { goesOn, type Import, ImportFacts } from './importsQuery';

const ImportQuery = graphql(`
  query UseImport($id: ID!) {
    node(id: $id) {
      __typename
      ... on Import {
        ...ImportFacts
      }
    }
  }
`);

const LiveDocument = graphql(`
  subscription ImportGoesOn($id: ID!) {
    importProgress(id: $id) {
      ...ImportFacts
    }
  }
`);

/** An import as it stands, and as it goes on; `tell` says what a mutation answered of it. */
export function useImport(id: string, isOn: boolean) {
  const { data, ...state } = useQuery(ImportQuery, { id }, { isPaused: !isOn });
  const [told, setTold] = useState<Import>();
  const asked = data?.node?.__typename === 'Import' ? readFragment(ImportFacts, data.node) : undefined;
  const one = told?.id === id ? told : asked;
  useEvents(
    LiveDocument,
    { id },
    {
      onData: ({ importProgress }) => setTold(readFragment(ImportFacts, importProgress)),
      isPaused: !one || !goesOn(one),
    },
  );
  return {
    one: isOn ? one : undefined,
    tell: useCallback((next: Import) => setTold(next), []),
    isMissing: !!data && !state.isStale,
    ...state,
  };
}
