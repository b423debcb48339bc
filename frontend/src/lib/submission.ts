import { type BaseSyntheticEvent, useRef, useState } from 'react';
import { asFailure } from './failure';

/** A userError or a warning of a payload. */
export interface Complaint {
  code: string;
  field?: readonly string[] | null;
  message: string;
  /** Values for translation, and for what can be done about it. */
  params?: Record<string, unknown> | null;
  relatedId?: string | null;
}

/** What every mutation's payload has beside its thing. */
export interface Payload {
  userErrors: readonly Complaint[];
  warnings: readonly Complaint[];
}

/** One entry of the summary. `complaint` is what the server said, to offer what can be done about it. */
export interface FormProblem {
  message: string;
  field?: string;
  complaint?: Complaint;
  onGo?: () => void;
}

/** What a submission needs of its form. React Hook Form's `useForm` gives it, and `useSmallForm` does. */
interface SubmittableForm<Name, Output> {
  getValues: () => unknown;
  setError: (name: Name, error: { type: string; message: string }) => void;
  setFocus: (name: Name) => void;
  handleSubmit: (
    onValid: (values: Output) => unknown,
    onInvalid: (errors: object) => unknown,
  ) => (event?: BaseSyntheticEvent) => Promise<unknown>;
}

interface Options<Name, P extends Payload, Output> {
  form: SubmittableForm<Name, Output>;
  /** Sends the values; the warnings to override are exactly those that were shown. */
  send: (values: Output, overrideWarnings: string[]) => Promise<P>;
  /** The form's name of a field of the input, where it differs: `{ 'account.email': 'accountEmail' }`. */
  fieldNames?: Record<string, Name>;
  onSaved: (payload: P, values: Output) => void | Promise<void>;
}

function leavesOf(errors: object, path = ''): { field: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, error]: [string, unknown]) => {
    if (typeof error !== 'object' || !error || key === 'root' || key === 'ref') return [];
    const field = path ? `${path}.${key}` : key;
    if ('message' in error && typeof error.message === 'string') return [{ field, message: error.message }];
    return leavesOf(error, field);
  });
}

const hasField = (values: unknown, field: string) =>
  field.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], values) !==
  undefined;

/**
 * Submits a form to a mutation and brings back what it says: errors under their fields and in a summary, warnings once
 * to be overridden. Sending twice while the first is under way does nothing.
 */
export function useSubmission<Name extends string, P extends Payload, Output>({
  form,
  send,
  fieldNames = {},
  onSaved,
}: Options<Name, P, Output>) {
  const [attempt, setAttempt] = useState(0);
  const [problems, setProblems] = useState<FormProblem[]>([]);
  const [warnings, setWarnings] = useState<readonly Complaint[]>([]);
  const [overrides, setOverrides] = useState(false);
  const [isPending, setPending] = useState(false);
  const isUnderWay = useRef(false);

  function refuse(next: FormProblem[], nextWarnings: readonly Complaint[] = []) {
    setProblems(next);
    setWarnings(nextWarnings);
    setOverrides(false);
    setAttempt((count) => count + 1);
  }

  const goTo = (field: string) => () => form.setFocus(field as Name);

  function place(complaint: Complaint): FormProblem {
    const parts = complaint.field?.filter((part) => part !== 'input') ?? [];
    const path = parts.filter((part) => !/^\d+$/.test(part)).join('.');
    const values = form.getValues();
    // Of a list, the form may hold the whole, or a field of each.
    const field = fieldNames[path] ?? [path, parts.join('.')].find((each) => hasField(values, each)) ?? path;
    if (!field || !hasField(values, field)) return { message: complaint.message, complaint };
    form.setError(field as Name, { type: complaint.code, message: complaint.message });
    return { message: complaint.message, field, complaint, onGo: goTo(field) };
  }

  async function submit(values: Output) {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setPending(true);
    try {
      const payload = await send(values, overrides ? warnings.map((warning) => warning.code) : []);
      const errors = payload.userErrors.filter((error) => error.code !== 'WARNINGS');
      const isRefused = payload.userErrors.length > 0;
      if (isRefused) refuse(errors.map(place), payload.warnings);
      else {
        setProblems([]);
        setWarnings([]);
        await onSaved(payload, values);
      }
    } catch (thrown) {
      refuse([{ message: asFailure(thrown).message }], warnings);
    } finally {
      isUnderWay.current = false;
      setPending(false);
    }
  }

  return {
    onSubmit: form.handleSubmit(submit, (errors) =>
      refuse(leavesOf(errors).map((leaf) => ({ ...leaf, onGo: goTo(leaf.field) }))),
    ),
    /** For `<ErrorSummary>`. */
    problems,
    /** Counts refused submissions, for `<ErrorSummary>`. */
    attempt,
    /** What to look at before saving; saving again needs `overrides`. */
    warnings,
    overrides,
    setOverrides,
    isPending,
  };
}
