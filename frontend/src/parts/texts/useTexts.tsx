import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useSmallForm } from '@/lib/smallForm';
import { type Payload, useSubmission } from '@/lib/submission';
import { Conflict, ConflictSettled } from '@/parts/conflict/Conflict';
import { ErrorSummary, FieldGrid, TextField, type TextFieldProps, Whole } from '@/ui';

/** One text of a thing, as its form asks for it. */
export interface Text<Name extends string> extends Pick<
  TextFieldProps,
  'label' | 'description' | 'multiline' | 'type' | 'maxLength' | 'autoComplete'
> {
  name: Name;
  /** What is said when it is left empty; without it, it may be. */
  missing?: string;
  /** It takes the whole line. */
  isWhole?: boolean;
}

export type Texts<Name extends string> = Record<Name, string>;

/** Texts of an input: only what was changed; null clears. */
export type ChangedTexts<Name extends string> = { [N in Name]?: string | null };

/** A thing that is made of texts, as it was read last; version 0 before it is made. */
export interface Version<Name extends string> {
  version: number;
  values: Texts<Name>;
}

export interface TextsOptions<Name extends string, P extends Payload> {
  fields: readonly Text<Name>[];
  now: Version<Name>;
  send: (changed: ChangedTexts<Name>, version: number) => Promise<P>;
  onSaved: (payload: P) => void;
  /** What is said when somebody else saved first. */
  outrun?: string;
  /** Reads the thing again. */
  refetch?: () => void;
}

const namesOf = <Name extends string>(values: Texts<Name>) => Object.keys(values) as Name[];

/** Mine where I changed something since `base`, theirs everywhere else. */
export function mergeTexts<Name extends string>(base: Texts<Name>, mine: Texts<Name>, theirs: Texts<Name>) {
  const chosen = namesOf(theirs).map((name) => [name, mine[name] === base[name] ? theirs[name] : mine[name]]);
  return Object.fromEntries(chosen) as Texts<Name>;
}

/** What differs from `base`, as an input says it; all of it where there is none yet. */
export function changedTexts<Name extends string>({ version, values }: Version<Name>, next: Texts<Name>) {
  const changed = namesOf(next).filter((name) => version === 0 || next[name].trim() !== values[name]);
  return Object.fromEntries(changed.map((name) => [name, next[name].trim() || null])) as ChangedTexts<Name>;
}

/**
 * A form of a thing that is made of texts: its fields with what is wrong, saving only what was changed, and the choice
 * when somebody else saved first. It starts from one version: what is read later does not slip under what is typed.
 */
export function useTexts<Name extends string, P extends Payload>(options: TextsOptions<Name, P>) {
  const { fields, now, send, onSaved, outrun = '', refetch = () => undefined } = options;
  const { t } = useLingui();
  const [base, setBase] = useState(now);
  const missing = (field: Text<Name>) => (value: string) =>
    field.missing && !value.trim() ? field.missing : undefined;
  const form = useSmallForm<Texts<Name>>(
    now.values,
    Object.fromEntries(fields.map((field) => [field.name, missing(field)])) as {
      [N in Name]?: (value: string) => string | undefined;
    },
  );
  const { onSubmit, problems, attempt, isPending } = useSubmission<Name, P, Texts<Name>>({
    form,
    send: (values) => send(changedTexts(base, values), base.version),
    onSaved,
  });
  const [settled, setSettled] = useState({ attempt: 0, isMine: false });
  const isSettled = settled.attempt === attempt;
  const isConflict = problems.some((problem) => problem.complaint?.code === 'CONFLICT');
  const merged = mergeTexts(base.values, form.getValues(), now.values);

  /** Goes on from the version that the others saved. */
  function goOn(values: Texts<Name>, isMine: boolean) {
    setBase(now);
    form.reset(values);
    setSettled({ attempt, isMine });
  }

  const content: ReactNode = (
    <>
      {isConflict && isSettled && settled.isMine && (
        <ConflictSettled>{t`What they changed elsewhere is kept. Save saves both.`}</ConflictSettled>
      )}
      {isConflict && !isSettled && (
        <Conflict
          title={outrun}
          attempt={attempt}
          differences={fields
            .filter(({ name }) => merged[name] !== now.values[name])
            .map(({ name, label }) => ({ term: label, mine: merged[name], theirs: now.values[name] }))}
          isKnown={now.version !== base.version}
          refetch={refetch}
          onReload={() => {
            goOn(now.values, false);
            form.setFocus(fields[0]!.name);
          }}
          onKeep={() => goOn(merged, true)}
        />
      )}
      {!isConflict && <ErrorSummary problems={problems} attempt={attempt} />}
      <FieldGrid>
        {fields.map(({ name, missing: sentence, isWhole, ...field }, index) => {
          const control = (
            <TextField
              key={name}
              autoComplete="off"
              autoFocus={index === 0}
              isRequired={!!sentence}
              {...field}
              {...form.field(name)}
            />
          );
          return isWhole ? <Whole key={name}>{control}</Whole> : control;
        })}
      </FieldGrid>
    </>
  );
  return { content, onSubmit, isPending };
}
