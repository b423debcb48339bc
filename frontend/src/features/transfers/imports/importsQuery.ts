import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { graphql } from '@/gen';
import type { ImportFactsFragment, ImportState } from '@/gen/graphql';
import type { Tone } from '@/ui';

/** All that the screens of an import say of it, but its issues. */
export const ImportFacts = graphql(`
  fragment ImportFacts on Import {
    id
    state
    fileName
    rows
    processed
    added
    updated
    unchanged
    failed
    warned
    problemFileUrl
    undoableUntil
    undoReport {
      reversed
      kept {
        entityId
        name
        reason
      }
      failed {
        entityId
        name
        reason
      }
    }
    columns {
      heading
      samples
      field
    }
    isOwn
    onExisting
    notify
    reason
    createdAt
    startedAt
    finishedAt
    fileErasedAt
  }
`);

export type Import = ImportFactsFragment;

/** Something goes on in it. */
export const goesOn = ({ state }: Pick<Import, 'state'>) =>
  state === 'CHECKING' || state === 'RUNNING' || state === 'UNDOING';

/** The state of an import in a word. */
export const importStates: Record<ImportState, { word: MessageDescriptor; tone: Tone }> = {
  CHECKING: { word: msg`Checking`, tone: 'info' },
  NEEDS_MAPPING: { word: msg`Columns to match`, tone: 'warn' },
  CHECKED: { word: msg`Checked`, tone: 'info' },
  RUNNING: { word: msg`Running`, tone: 'info' },
  DONE: { word: msg`Done`, tone: 'ok' },
  FAILED: { word: msg`Failed`, tone: 'bad' },
  STOPPED: { word: msg`Stopped`, tone: 'warn' },
  UNDOING: { word: msg`Being taken back`, tone: 'info' },
  UNDONE: { word: msg`Taken back`, tone: 'off' },
};

/** What shows imports, or whom they change, asks again. */
export const touchedByImports = { touches: ['Import', 'ImportConnection', 'User', 'UserConnection'] };
