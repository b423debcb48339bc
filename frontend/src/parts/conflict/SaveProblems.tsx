import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { FormProblem } from '@/lib/forms';
import { ErrorSummary } from '@/ui';
import { Conflict, ConflictSettled } from './Conflict';
import { merge, type Versions } from './useVersions';

interface Props<Values extends FieldValues> {
  versions: Versions<Values>;
  problems: readonly FormProblem[];
  attempt: number;
  /** "Nothing was saved: somebody else changed this role in the meantime." */
  outrun: string;
  /** What the form holds, as a person reads it, by field. */
  words: (values: Values) => Readonly<Record<string, string>>;
  /** Reads the thing again. */
  refetch: () => void;
}

/** What stands in the way of saving: what is wrong, or that somebody else saved first, with the choice. */
export function SaveProblems<Values extends FieldValues>(props: Props<Values>) {
  const { versions, problems, attempt, outrun, words, refetch } = props;
  const { t } = useLingui();
  const { form, base, now, begin, keep } = versions;
  const [settled, setSettled] = useState({ attempt: 0, isMine: false });
  const [tried, setTried] = useState({ attempt, version: base.version });
  if (tried.attempt !== attempt) setTried({ attempt, version: base.version });
  if (!problems.some((problem) => problem.complaint?.code === 'CONFLICT')) {
    return <ErrorSummary problems={problems} attempt={attempt} />;
  }
  // What they changed is nothing that the form holds: there is nothing to choose either.
  const isBeside = base.version > tried.version;
  if (settled.attempt === attempt || isBeside) {
    return (
      (settled.isMine || isBeside) && (
        <ConflictSettled>{t`What they changed elsewhere is kept. Save saves both.`}</ConflictSettled>
      )
    );
  }
  const [mine, theirs] = [words(merge(base.values, form.getValues(), now.values)), words(now.values)];
  return (
    <Conflict
      title={outrun}
      attempt={attempt}
      differences={Object.keys(mine)
        .filter((term) => mine[term] !== theirs[term])
        .map((term) => ({ term, mine: mine[term] ?? '', theirs: theirs[term] ?? '' }))}
      isKnown={now.version !== base.version}
      refetch={refetch}
      onReload={() => {
        begin(now);
        setSettled({ attempt, isMine: false });
      }}
      onKeep={() => {
        keep();
        setSettled({ attempt, isMine: true });
      }}
    />
  );
}
