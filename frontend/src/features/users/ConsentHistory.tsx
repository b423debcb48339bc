import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { Button, Card, DescriptionList, Dialog, Note, Row, Skeleton, Stack } from '@/ui';
import { useConsentWords } from './consentWords';

const HistoryQuery = graphql(`
  query ConsentHistory($id: ID!, $first: Int!) {
    node(id: $id) {
      __typename
      ... on User {
        id
        consentHistory(first: $first) {
          totalCount
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

const step = 20;
const most = 100;

interface Props {
  id: string;
  name: string;
  onClose: () => void;
}

/** Each time that consent was given or withdrawn, with what proves it. */
export default function ConsentHistory({ id, name, onClose }: Props) {
  const { t } = useLingui();
  const said = useConsentWords();
  const [first, setFirst] = useState(step);
  const { data, failure, refetch } = useQuery(HistoryQuery, { id, first });
  const history = data?.node?.__typename === 'User' ? data.node.consentHistory : undefined;
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
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        )}
        {!history && !failure && <Skeleton lines={4} />}
        {history?.edges.map(({ cursor, node }) => (
          <Proven key={cursor} title={said(node)} proof={node.proof} />
        ))}
        {history && history.totalCount > history.edges.length && first < most && (
          <Row>
            <Button onPress={() => setFirst(first + step)}>{t`Load more`}</Button>
            <small>
              <Plural value={history.totalCount} one="# change in all" other="# changes in all" />
            </small>
          </Row>
        )}
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
