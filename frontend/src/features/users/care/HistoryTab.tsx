import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ArrowRight, History, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { type FragmentType, graphql, readFragment } from '@/gen';
import type { HistoryTabQuery } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation, usePages } from '@/lib/hooks';
import { useCan } from '@/lib/viewer';
import { More } from '@/parts/lists/More';
import { Button, Card, EmptyState, Note, PageBody, showToast, Skeleton } from '@/ui';
import { touchedByUndo } from '@/parts/undo/useTakeBack';
import styles from './HistoryTab.module.css';
import { useHistoryWords } from './historyWords';

const EntryFragment = graphql(`
  fragment HistoryEntry on Change {
    id
    at
    actor
    origin
    entity
    operation
    undoable
    overriddenWarnings
    fields {
      name
      old
      new
    }
  }
`);

const HistoryQuery = graphql(`
  query HistoryTab($id: ID!, $first: Int, $after: Cursor) {
    node(id: $id) {
      __typename
      ... on User {
        id
        changes(first: $first, after: $after) {
          edges {
            node {
              id
              ...HistoryEntry
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  }
`);

const UndoDocument = graphql(`
  mutation UndoChange($input: UndoChangeInput!) {
    undoChange(input: $input) {
      undone
      userErrors {
        message
      }
    }
  }
`);

const nothing = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

const pick = ({ node }: HistoryTabQuery) => (node?.__typename === 'User' ? node.changes : nothing);

/** **History**: what was changed about a user, field by field, by whom and from where; each value can be restored. */
export default function HistoryTab({ id }: { id: string }) {
  const { t } = useLingui();
  const changes = usePages(
    HistoryQuery,
    useMemo(() => ({ id }), [id]),
    pick,
    20,
  );
  return (
    <PageBody layout="narrow">
      {changes.failure && (
        <Note
          tone="bad"
          role="alert"
          title={changes.failure.message}
          actions={<Button onPress={changes.refetch}>{t`Retry`}</Button>}
        />
      )}
      {changes.isLoading && <Skeleton lines={6} />}
      {!changes.isLoading && !changes.failure && changes.rows.length === 0 && (
        <EmptyState icon={History} title={t`Nothing was changed so far.`} />
      )}
      {changes.rows.map((change) => (
        <Entry key={change.id} change={change} />
      ))}
      <More list={changes}>
        <Plural value={changes.totalCount} one="# change in all" other="# changes in all" />
      </More>
    </PageBody>
  );
}

function Entry({ change }: { change: FragmentType<typeof EntryFragment> }) {
  const { t } = useLingui();
  const can = useCan();
  const format = useFormat();
  const words = useHistoryWords();
  const { id, at, actor, origin, entity, operation, undoable, overriddenWarnings, fields } = readFragment(
    EntryFragment,
    change,
  );
  const { run, isPending } = useMutation(UndoDocument, { touches: touchedByUndo });
  const mayUndo = undoable && can('USERS_WRITE');
  const isUpdate = operation === 'UPDATE';

  async function takeBack(names?: string[]) {
    try {
      const { userErrors } = (await run({ input: { changeId: id, fields: names } })).undoChange;
      const refusal = userErrors[0]?.message;
      showToast(
        refusal
          ? { message: refusal, tone: 'bad' }
          : { message: names ? <Trans>The value was restored.</Trans> : <Trans>The change was undone.</Trans> },
      );
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }

  const shown = fields.filter((field) => words.isShown(field.name) && (field.old ?? '') !== (field.new ?? ''));
  const when = format.dateTime(at);
  return (
    <Card
      as="article"
      title={words.title(entity, operation)}
      lead={
        <span title={format.exact(at)}>
          {origin ? (
            <Trans>
              {when}, by {actor}, from {origin}
            </Trans>
          ) : (
            <Trans>
              {when}, by {actor}
            </Trans>
          )}
        </span>
      }
      actions={
        mayUndo &&
        (isUpdate || (entity === 'Membership' && operation === 'DELETE')) && (
          <Button icon={Undo2} size="small" isPending={isPending} onPress={() => void takeBack()}>
            {t`Undo this change`}
          </Button>
        )
      }
    >
      {overriddenWarnings.length > 0 && (
        <p>
          <Trans>In spite of: {overriddenWarnings.map(words.warning).join(', ')}</Trans>
        </p>
      )}
      {shown.length > 0 && (
        <ul className={styles.fields}>
          {shown.map(({ name, old, new: next }) => {
            const label = words.field(name);
            return (
              <li key={name}>
                <span className={styles.name}>{label}</span>
                <span className={styles.values}>
                  {isUpdate && (
                    <>
                      {old ? (
                        <del className={styles.old}>{words.value(name, old)}</del>
                      ) : (
                        <span className={styles.old}>{words.value(name, old)}</span>
                      )}
                      <ArrowRight role="img" aria-label={t`became`} size={14} strokeWidth={1.6} />
                    </>
                  )}
                  <span>{words.value(name, operation === 'DELETE' ? old : next)}</span>
                </span>
                {mayUndo && isUpdate && (
                  <Button
                    variant="quiet"
                    size="small"
                    isPending={isPending}
                    aria-label={t`Restore this value: ${label}, ${words.value(name, old)}`}
                    onPress={() => void takeBack([name])}
                  >
                    {t`Restore this value`}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
