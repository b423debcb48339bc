import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { graphql } from '@/gen';
import type { VersionsOfQuery } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation, usePages } from '@/lib/hooks';
import { More } from '@/parts/lists/More';
import { touchedByUndo } from '@/parts/undo/useTakeBack';
import { Button, Card, Note, Row, showToast, Stack } from '@/ui';
import { parts } from './templateQuery';
import { usePartNames } from './usePartNames';
import styles from './VersionsOf.module.css';

const VersionsQuery = graphql(`
  query VersionsOf($filter: ChangeFilter!, $first: Int, $after: Cursor) {
    changes(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          at
          actor
          undoable
          fields {
            name
            old
            new
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

const RestoreDocument = graphql(`
  mutation RestoreTemplate($input: UndoChangeInput!) {
    undoChange(input: $input) {
      undone
      userErrors {
        message
      }
    }
  }
`);

const pick = (data: VersionsOfQuery) => data.changes;

type Version = VersionsOfQuery['changes']['edges'][number]['node'];

/** Every version of a template: who changed what and when, and the way back. */
export function VersionsOf({ id }: { id: string }) {
  const { t } = useLingui();
  const versions = usePages(
    VersionsQuery,
    useMemo(() => ({ filter: { entityId: id } }), [id]),
    pick,
    5,
  );
  return (
    <Card title={t`Versions`}>
      {versions.failure && (
        <Note
          tone="bad"
          role="alert"
          title={versions.failure.message}
          actions={<Button onPress={versions.refetch}>{t`Retry`}</Button>}
        />
      )}
      {!versions.isLoading && !versions.failure && versions.rows.length === 0 && (
        <p>
          <Trans>Nobody has edited it.</Trans>
        </p>
      )}
      <Stack>
        {versions.rows.map((version) => (
          <Entry key={version.id} version={version} />
        ))}
        <More list={versions}>
          <Plural value={versions.totalCount} one="# version in all" other="# versions in all" />
        </More>
      </Stack>
    </Card>
  );
}

function Entry({ version: { id, at, actor, undoable, fields } }: { version: Version }) {
  const { t } = useLingui();
  const format = useFormat();
  const { run, isPending } = useMutation(RestoreDocument, { touches: touchedByUndo });
  const nameOf = usePartNames();
  const changed = parts.flatMap((part) => fields.filter(({ name }) => name === part));
  const when = format.dateTime(at);

  async function restore() {
    try {
      const refusal = (await run({ input: { changeId: id } })).undoChange.userErrors[0]?.message;
      showToast(refusal ? { message: refusal, tone: 'bad' } : { message: <Trans>The change was undone.</Trans> });
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }

  return (
    <details className={styles.version}>
      <summary>
        <Trans>
          {when}, by {actor}
        </Trans>
        {': '}
        {changed.map(({ name }) => nameOf(name)).join(', ')}
      </summary>
      <Stack>
        {changed.map(({ name, old, new: next }) => (
          <div key={name} className={styles.words}>
            <strong>{nameOf(name)}</strong>
            <del>{old ?? t`the built-in text`}</del>
            <ins>{next ?? t`the built-in text`}</ins>
          </div>
        ))}
        {undoable && (
          <Row>
            <Button icon={Undo2} size="small" isPending={isPending} onPress={() => void restore()}>
              {t`Undo this change`}
            </Button>
          </Row>
        )}
      </Stack>
    </details>
  );
}
