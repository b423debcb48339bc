import { Trans, useLingui } from '@lingui/react/macro';
import { LockKeyhole } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation, useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSwitchedOff, useViewer } from '@/lib/viewer';
import { SwitchedOff } from '@/parts/absent/SwitchedOff';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import {
  Button,
  Card,
  EmptyState,
  LinkButton,
  Note,
  PageBody,
  PageHeader,
  Row,
  showToast,
  Skeleton,
  Table,
  Tag,
  Tags,
} from '@/ui';
import { PagesQuery, type ProtectedPage, touchedByPages } from './pagesQuery';
import { SettingsTabs } from './SettingsTabs';

const PageDialog = lazy(() => import('./PageDialog'));
const ProtectSitePage = lazy(() => import('./ProtectSitePage'));

const protectSite = `${routes.pages}/site`;

const DeleteDocument = graphql(`
  mutation DeleteProtectedPage($input: IDInput!) {
    deleteProtectedPage(input: $input) {
      deletedId
      undo {
        token
        expiresAt
      }
      userErrors {
        message
      }
    }
  }
`);

const none = {};
const shows = { shows: ['ProtectedPage'] };

/** **Protected pages**, or, below it, **Protect a site**. */
export default function ProtectedPagesPage() {
  const { site } = useParams();
  return site ? (
    <Suspense>
      <ProtectSitePage />
    </Suspense>
  ) : (
    <Pages />
  );
}

/** Which parts of a website are for which groups. */
function Pages() {
  const { t } = useLingui();
  const { reach } = useViewer();
  const isOff = useSwitchedOff('PROTECTED_PAGES') !== undefined;
  const mayRead = reach === 'EVERYTHING' && !isOff;
  const { data, failure, refetch } = useQuery(PagesQuery, none, { ...shows, isPaused: !mayRead });
  const [open, setOpen] = useState<'new' | { id: string }>();
  const pages = data?.protectedPages;
  const edited = open === 'new' ? undefined : pages?.find(({ id }) => id === open?.id);
  return (
    <>
      <PageHeader
        title={t`Protected pages`}
        actions={
          mayRead && (
            <>
              <LinkButton href={protectSite}>{t`Protect a site`}</LinkButton>
              <Button variant="primary" onPress={() => setOpen('new')}>{t`New protected page`}</Button>
            </>
          )
        }
      />
      <SettingsTabs current={routes.pages} />
      <PageBody>
        <SwitchedOff feature="PROTECTED_PAGES" title={t`Protected pages are switched off: nobody sees any.`} />
        {reach !== 'EVERYTHING' && (
          <Note tone="info" title={<Trans>You look after a part of the users, and this is about all of them.</Trans>} />
        )}
        {failure && (
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        )}
        {mayRead && !pages && !failure && <Skeleton lines={6} />}
        {mayRead && pages && <List pages={pages} onEdit={setOpen} />}
      </PageBody>
      {(open === 'new' || edited) && (
        <Suspense>
          <PageDialog page={edited} refetch={refetch} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function List({ pages, onEdit }: { pages: readonly ProtectedPage[]; onEdit: (page: ProtectedPage) => void }) {
  const { t } = useLingui();
  const remove = useDelete();
  if (pages.length === 0) {
    return (
      <EmptyState icon={LockKeyhole} title={t`No protected pages yet.`}>
        <Trans>
          Say which paths of your website are for which groups. Your web server asks Portico who may see them.
        </Trans>
      </EmptyState>
    );
  }
  return (
    <Card
      title={t`Who sees what`}
      lead={t`The longest path that matches decides. What none matches, nobody sees. Changes count at once.`}
    >
      <Table
        label={t`Protected pages`}
        rows={pages}
        columns={[
          { id: 'path', label: t`Path`, cell: ({ pattern }) => <strong>{pattern}</strong> },
          {
            id: 'groups',
            label: t`Groups`,
            cell: ({ groups }) =>
              groups.length > 0 ? (
                <Tags>
                  {groups.map(({ id, name }) => (
                    <Tag key={id}>{name}</Tag>
                  ))}
                </Tags>
              ) : (
                t`nobody`
              ),
          },
          {
            id: 'actions',
            label: t`Actions`,
            cell: (page) => (
              <Row>
                <Button
                  size="small"
                  aria-label={t`Edit ${page.pattern}`}
                  onPress={() => onEdit(page)}
                >{t`Edit`}</Button>
                <Button size="small" aria-label={t`Delete ${page.pattern}`} onPress={() => void remove(page)}>
                  {t`Delete`}
                </Button>
              </Row>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** Deletes a page at once; the toast takes it back. */
function useDelete() {
  const takeBack = useTakeBack();
  const { run } = useMutation(DeleteDocument, touchedByPages);
  return async ({ id, pattern }: ProtectedPage) => {
    try {
      const { userErrors, undo } = (await run({ input: { id } })).deleteProtectedPage;
      if (userErrors[0]) return showToast({ message: userErrors[0].message, tone: 'bad' });
      const path = <strong>{pattern}</strong>;
      showToast({ message: <Trans>{path} is no longer listed.</Trans>, undo: takeBack(undo) });
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  };
}
