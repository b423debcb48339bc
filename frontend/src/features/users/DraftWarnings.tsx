import { type FocusEvent, type ReactNode, useMemo, useState } from 'react';
import { type FieldValues, useFormContext } from 'react-hook-form';
import { graphql } from '@/gen';
import type { UserDraft } from '@/gen/graphql';
import { FieldWarnings } from '@/lib/forms';
import { useQuery } from '@/lib/hooks';
import { userFieldNames } from './userForm';

const WarningsQuery = graphql(`
  query DraftWarnings($draft: UserDraft!) {
    userWarnings(draft: $draft) {
      field
      message
    }
  }
`);

interface Props<Values extends FieldValues> {
  /** What of the form can give a warning; what is absent is not looked at. */
  toDraft: (values: Values) => UserDraft;
  children: ReactNode;
}

/** Asks for warnings whenever a field is left, and shows each under its field. They block nothing. */
export function DraftWarnings<Values extends FieldValues>({ toDraft, children }: Props<Values>) {
  const { getValues } = useFormContext<Values>();
  const [draft, setDraft] = useState<UserDraft>({});
  const isEmpty = Object.keys(draft).every((name) => name === 'userId');
  const { data } = useQuery(WarningsQuery, { draft }, { isPaused: isEmpty });
  const warnings = useMemo(() => {
    const byField: Record<string, string> = {};
    for (const { field, message } of isEmpty ? [] : (data?.userWarnings ?? [])) {
      const name = field?.at(-1) ?? '';
      byField[userFieldNames[name as keyof typeof userFieldNames] ?? name] = message;
    }
    return byField;
  }, [data, isEmpty]);

  function look() {
    const next = Object.entries(toDraft(getValues())).filter(([, value]) => value);
    const fresh = JSON.stringify(next);
    setDraft((was) => (JSON.stringify(Object.entries(was)) === fresh ? was : (Object.fromEntries(next) as UserDraft)));
  }

  /** A line that appears must not move the button that is just being pressed; saving says the same anyway. */
  function leave({ relatedTarget }: FocusEvent) {
    if (!(relatedTarget instanceof HTMLButtonElement && relatedTarget.type === 'submit')) look();
  }

  return (
    // It only notices that a field was left.
    <div role="presentation" onBlur={leave}>
      <FieldWarnings value={warnings}>{children}</FieldWarnings>
    </div>
  );
}
