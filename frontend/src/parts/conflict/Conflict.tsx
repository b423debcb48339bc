import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button, DescriptionList, Note } from '@/ui';

/** A field in which two versions of a thing differ, in words; empty is nothing. */
export interface Difference {
  term: string;
  mine: string;
  theirs: string;
}

interface Props {
  /** "Nothing was saved: somebody else changed this user in the meantime." */
  title: string;
  /** Changes with every refused submission. */
  attempt: number;
  /** What would be saved, mine where I changed something, beside what the others saved. */
  differences: readonly Difference[];
  /** What the others saved has been read. */
  isKnown: boolean;
  refetch: () => void;
  onReload: () => void;
  onKeep: () => void;
}

/** Somebody else saved first: what they made of it beside what is typed here, and the choice. */
export function Conflict({ title, attempt, differences, isKnown, refetch, onReload, onKeep }: Props) {
  const { t } = useLingui();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    refetch();
    ref.current?.focus();
  }, [attempt, refetch]);
  return (
    <Note
      ref={ref}
      tone="warn"
      role="alert"
      tabIndex={-1}
      title={title}
      actions={
        isKnown && (
          <>
            <Button onPress={onKeep}>{t`Keep mine, then save again`}</Button>
            <Button onPress={onReload}>{t`Reload and drop mine`}</Button>
          </>
        )
      }
    >
      {isKnown && (
        <DescriptionList
          items={differences.map(({ term, mine, theirs }) => ({
            term,
            value: (
              <>
                <Trans>yours: {mine || t`nothing`}</Trans>
                <br />
                <Trans>theirs: {theirs || t`nothing`}</Trans>
              </>
            ),
          }))}
        />
      )}
    </Note>
  );
}

/** That the choice was made; saving, by the button that is named, is left to do. */
export function ConflictSettled({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, []);
  return (
    <Note ref={ref} tone="info" tabIndex={-1} title={t`Your changes stand over theirs. Nothing is saved yet.`}>
      {children}
    </Note>
  );
}
