import { useEffect, useEffectEvent, useState } from 'react';
import type { DefaultValues, FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';

/** A thing as it was read: its version, and what its form holds of it. */
export interface Version<Values> {
  version: number;
  values: Values;
}

/** What a form began with, what is known now, and the ways from one to the other. */
export interface Versions<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  base: Version<Values>;
  now: Version<Values>;
  /** Shows a version, and goes on from it. */
  begin: (next: Version<Values>) => void;
  /** Goes on from what is known now; what was typed stands over it. */
  keep: () => void;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Mine where I changed something since `base`, theirs everywhere else. */
export function merge<Values extends FieldValues>(base: Values, mine: Values, theirs: Values): Values {
  const chosen = Object.keys(theirs).map((name) => [name, isSame(mine[name], base[name]) ? theirs[name] : mine[name]]);
  return Object.fromEntries(chosen) as Values;
}

/**
 * The version that a form saves over. What is saved elsewhere meanwhile, or taken back, is shown as long as nothing is
 * typed over it, and does not count where it is about nothing that the form holds; otherwise saving meets a conflict.
 */
export function useVersions<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  now: Version<Values>,
): Versions<Values> {
  const [base, setBase] = useState(now);
  const { isDirty } = form.formState;
  function begin(next: Version<Values>) {
    setBase(next);
    form.reset(next.values as DefaultValues<Values>);
  }
  function keep() {
    const mine = form.getValues();
    const merged = merge(base.values, mine, now.values);
    begin(now);
    for (const name of Object.keys(merged) as Path<Values>[]) {
      form.setValue(name, merged[name] as PathValue<Values, Path<Values>>, { shouldDirty: true });
    }
  }
  const follow = useEffectEvent(() => {
    if (now.version <= base.version) return;
    if (isSame(now.values, base.values)) setBase(now);
    else if (!isDirty) begin(now);
  });
  useEffect(() => follow(), [now.version]);
  return { form, base, now, begin, keep };
}
