import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { UserX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { graphql } from '@/gen';
import type { ViewAsPageQuery } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { fullName } from '@/lib/format';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { useSettled } from '@/lib/settled';
import {
  Button,
  Card,
  DescriptionList,
  EmptyState,
  LinkButton,
  Note,
  PageBody,
  PageHeader,
  Row,
  SearchField,
  Skeleton,
  Stack,
} from '@/ui';

const ViewAsQuery = graphql(`
  query ViewAsPage($after: Cursor, $search: String) {
    viewer {
      apiClient {
        id
        name
      }
    }
    users(first: 20, after: $after, filter: { search: $search }, orderBy: [{ field: LAST_NAME }]) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          firstName
          lastName
          email
          title
          company {
            name
          }
        }
      }
    }
  }
`);

/** Pages of users as the API client would get them, asked for with its eyes and kept apart from everything else. */
function useEyes(id: string, search: string) {
  const [pages, setPages] = useState<ViewAsPageQuery[]>([]);
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState<string>();
  const key = `${id} ${search}`;
  useEffect(() => {
    let isCurrent = true;
    const ask = request(ViewAsQuery, { search: search || null }, undefined, { 'X-Portico-View-As': id });
    ask.then(
      (page) => isCurrent && (setPages([page]), setProblem(undefined), setAsked(key)),
      (thrown: unknown) => isCurrent && (setPages([]), setProblem(asFailure(thrown).message), setAsked(key)),
    );
    return () => {
      isCurrent = false;
    };
  }, [id, search, key]);
  const last = pages.at(-1)?.users.pageInfo;
  async function more() {
    try {
      const next = { after: last?.endCursor, search: search || null };
      const page = await request(ViewAsQuery, next, undefined, { 'X-Portico-View-As': id });
      setPages((before) => [...before, page]);
    } catch (thrown) {
      setProblem(asFailure(thrown).message);
    }
  }
  return { pages, problem, isLoading: asked === undefined, more: last?.hasNextPage ? more : undefined };
}

/** **View as this client**: the users that it would be told of, clearly marked, with a way out. */
export default function ViewAsPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const [text, setText] = useState('');
  const { pages, problem, isLoading, more } = useEyes(id, useSettled(text.trim()));
  const name = pages[0]?.viewer.apiClient?.name;
  const users = pages.flatMap((page) => page.users.edges.map(({ node }) => node));
  const count = pages[0]?.users.totalCount ?? 0;
  return (
    <>
      <PageHeader
        title={name ? t`Users as ${name} sees them` : t`View as an API client`}
        back={{ href: routes.client(id), label: t`Back to the API client` }}
      />
      <PageBody>
        <Note
          tone="info"
          title={<Trans>You are looking through the eyes of an API client. Nothing can be changed here.</Trans>}
          actions={<LinkButton href={routes.client(id)}>{t`Stop viewing`}</LinkButton>}
        />
        {problem && <Note tone="bad" role="alert" title={problem} />}
        {!problem && (
          <SearchField label={t`Search users`} placeholder={t`Search users`} value={text} onChange={setText} />
        )}
        {isLoading && <Skeleton lines={6} />}
        {!isLoading && !problem && (
          <p role="status">
            <Plural value={count} one="# user" other="# users" />
          </p>
        )}
        {!isLoading && !problem && users.length === 0 && (
          <EmptyState icon={UserX} title={text ? t`No user matches.` : t`This client sees nobody.`} />
        )}
        <Stack>
          {users.map((user) => (
            <Card key={user.id} as="article" title={fullName(user)}>
              <DescriptionList
                items={[
                  { term: t`Email`, value: user.email },
                  { term: t`Title`, value: user.title },
                  { term: t`Company`, value: user.company?.name },
                ]}
              />
            </Card>
          ))}
        </Stack>
        {more && (
          <Row>
            <Button onPress={() => void more()}>{t`Show more`}</Button>
          </Row>
        )}
      </PageBody>
    </>
  );
}
