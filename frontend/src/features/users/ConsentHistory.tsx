import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { graphql } from '@/gen';
import type { ConsentHistoryQuery } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { usePages } from '@/lib/hooks';
import { More } from '@/parts/lists/More';
import { Button, Card, DescriptionList, Dialog, Note, Skeleton, Stack } from '@/ui';
import { useConsentWords } from './consentWords';

const HistoryQuery = graphql(`
  query ConsentHistory($id: ID!, $first: Int, $after: Cursor) {
    node(id: $id) {
      __typename
      ... on User {
        id
        consentHistory(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            cursor
            node {
              subscribed
              at
              source
              actor
              proof
            }
          }
        }
      }
    }
  }
`);

/** What proves a change, in the order in which it is read. */
const proofs: Record<string, MessageDescriptor> = {
  wording: msg`Wording`,
  form: msg`Form on`,
  time: msg`Sent`,
  address: msg`From the address`,
  confirmed: msg`Confirmed`,
  confirmedFrom: msg`Confirmed from`,
  source: msg`Source`,
  file: msg`File`,
  row: msg`Row`,
};

const pageSize = 20;

const nothing = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

/** A change is known by its place in the list. */
function pick({ node }: ConsentHistoryQuery) {
  const history = node?.__typename === 'User' ? node.consentHistory : nothing;
  return { ...history, edges: history.edges.map(({ cursor, node }) => ({ node: { ...node, id: cursor } })) };
}

interface Props {
  id: string;
  name: string;
  onClose: () => void;
}

/** Each time that consent was given or withdrawn, with what proves it. */
export default function ConsentHistory({ id, name, onClose }: Props) {
  const { t } = useLingui();
  const said = useConsentWords();
  const changes = usePages(
    HistoryQuery,
    useMemo(() => ({ id }), [id]),
    pick,
    pageSize,
  );
  const { failure } = changes;
  return (
    <Dialog
      title={t`Email communication of ${name}`}
      size="wide"
      isOpen
      onClose={onClose}
      footer={<Button variant="primary" onPress={onClose}>{t`Done`}</Button>}
    >
      <Stack>
        {failure && (
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={changes.refetch}>{t`Retry`}</Button>}
          />
        )}
        {changes.isLoading && <Skeleton lines={4} />}
        {changes.rows.map((change) => (
          <Proven key={change.id} title={said(change)} proof={change.proof} />
        ))}
        <More list={changes}>
          <Plural value={changes.totalCount} one="# change in all" other="# changes in all" />
        </More>
      </Stack>
    </Dialog>
  );
}

/** One change, with what proves it if anything does. */
function Proven({ title, proof }: { title: string; proof: unknown }) {
  const { t } = useLingui();
  const format = useFormat();
  const known = (proof ?? {}) as Record<string, unknown>;
  const items = Object.entries(proofs).flatMap(([key, term]) => {
    const value = known[key];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    if (value === '') return [];
    const isTime = key === 'time' || key === 'confirmed';
    return { term: t(term), value: isTime ? format.dateTime(String(value)) : value };
  });
  return (
    <Card as="article" title={title}>
      {items.length > 0 && <DescriptionList items={items} />}
    </Card>
  );
}
