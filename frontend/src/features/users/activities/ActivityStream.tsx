import { Trans, useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import { type ReactNode, useCallback, useRef } from 'react';
import { type FragmentType, graphql, readFragment } from '@/gen';
import type { ActivityEntryFragment } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { useCan } from '@/lib/viewer';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Badge, Card, Folding, RowButton, showToast, Stack, Trail } from '@/ui';
import { type Day, partsByDay } from './days';
import { touched } from './touched';
import { iconOf, kindWord } from './words';

const EntryFragment = graphql(`
  fragment ActivityEntry on Activity {
    id
    kind
    summary
    source
    actor
    occurredAt
  }
`);

const DeleteDocument = graphql(`
  mutation DeleteActivity($input: IDInput!) {
    deleteActivity(input: $input) {
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

/** How many entries come and fold together. */
export const partSize = 50;

/** Deletes one entry at once; the toast takes it back. */
function useDelete() {
  const takeBack = useTakeBack();
  const { run } = useMutation(DeleteDocument, touched);
  return async ({ id, summary }: ActivityEntryFragment) => {
    try {
      const { undo, userErrors } = (await run({ input: { id } })).deleteActivity;
      const refusal = userErrors[0]?.message;
      showToast(
        refusal
          ? { message: refusal, tone: 'bad' }
          : { message: <Trans>“{summary}” was deleted.</Trans>, undo: takeBack(undo) },
      );
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  };
}

/** Says from which row to which the parts go that are in sight. */
function usePartsInSight(onSight: (from: number, to: number) => void) {
  const near = useRef(new Set<number>());
  return useCallback(
    (part: number, isNear: boolean) => {
      if (isNear) near.current.add(part);
      else near.current.delete(part);
      if (near.current.size === 0) return; // one has left, the next has not come yet
      onSight(Math.min(...near.current) * partSize, (Math.max(...near.current) + 1) * partSize);
    },
    [onSight],
  );
}

interface PartProps {
  index: number;
  onSight: (part: number, isNear: boolean) => void;
  children: ReactNode;
}

function Part({ index, onSight, children }: PartProps) {
  return (
    <Folding onSight={useCallback((isNear: boolean) => onSight(index, isNear), [index, onSight])}>
      <Stack>{children}</Stack>
    </Folding>
  );
}

interface Props {
  rows: readonly FragmentType<typeof EntryFragment>[];
  /** Tells which of `rows` are in sight. */
  onSight: (from: number, to: number) => void;
}

/** What somebody did, by day, newest first. Parts that are out of sight are folded away. */
export function ActivityStream({ rows, onSight }: Props) {
  const remove = useDelete();
  const onPartSight = usePartsInSight(onSight);
  const parts = partsByDay(readFragment(EntryFragment, rows), partSize);
  return (
    <Stack>
      {parts.map((days, index) => (
        // By its place: what comes or goes at the top makes no new parts.
        <Part key={index} index={index} onSight={onPartSight}>
          {days.map((day) => (
            <DayCard key={day.id} day={day} onDelete={(entry) => void remove(entry)} />
          ))}
        </Part>
      ))}
    </Stack>
  );
}

interface DayCardProps {
  day: Day<ActivityEntryFragment>;
  onDelete: (entry: ActivityEntryFragment) => void;
}

function DayCard({ day, onDelete }: DayCardProps) {
  const { t } = useLingui();
  const format = useFormat();
  const mayDelete = useCan()('ACTIVITIES_WRITE');
  const word = format.day(day.rows[0]!.occurredAt);
  const name = word.charAt(0).toUpperCase() + word.slice(1);
  const title = day.isContinued ? t`${name}, continued` : name;
  return (
    <Card as="article" title={title}>
      <Trail
        label={title}
        items={day.rows.map((entry) => {
          const kind = kindWord(entry.kind);
          const isManual = entry.source === 'MANUAL';
          return {
            id: entry.id,
            icon: iconOf(entry.kind, isManual),
            tone: 'off',
            title: entry.summary,
            time: (
              <time dateTime={entry.occurredAt} title={format.exact(entry.occurredAt)}>
                {format.time(entry.occurredAt)}
              </time>
            ),
            rest: (
              <>
                {typeof kind === 'string' ? kind : t(kind)}
                {entry.actor && (isManual || entry.source === 'API') && <> · {entry.actor}</>}
                {isManual && (
                  <>
                    {' '}
                    <Badge tone="info">{t`Manual`}</Badge>
                  </>
                )}
              </>
            ),
            action: mayDelete && (
              <RowButton
                kind="bin"
                size="small"
                icon={Trash2}
                label={t`Delete “${entry.summary}”`}
                onPress={() => onDelete(entry)}
              />
            ),
          };
        })}
      />
    </Card>
  );
}
