import { Trans, useLingui } from '@lingui/react/macro';
import type { Complaint, FormProblem } from '@/lib/forms';
import { routes } from '@/lib/routes';
import { Checkbox, ErrorSummary, Link } from '@/ui';

/** Codes whose related thing is another user. */
const aboutUsers = ['TAKEN', 'SAME_NAME_IN_COMPANY'];

function related(complaint: Complaint | undefined) {
  if (!complaint?.relatedId || !aboutUsers.includes(complaint.code)) return undefined;
  return (
    <Link look="inherit" href={routes.user(complaint.relatedId)}>
      <Trans>Open</Trans>
    </Link>
  );
}

/** All that is wrong with a form about a user, with the way to the user whom a sentence is about. */
export function FormProblems({ problems, attempt }: { problems: readonly FormProblem[]; attempt: number }) {
  return (
    <ErrorSummary
      attempt={attempt}
      problems={problems.map((problem) => ({ ...problem, actions: related(problem.complaint) }))}
    />
  );
}

interface FormWarningsProps {
  warnings: readonly Complaint[];
  attempt: number;
  /** Whether errors stand in the way too: then they have the focus. */
  hasProblems: boolean;
  overrides: boolean;
  setOverrides: (overrides: boolean) => void;
}

/** What to look at before saving all the same: the first submission saved nothing, the next may. */
export function FormWarnings({ warnings, attempt, hasProblems, overrides, setOverrides }: FormWarningsProps) {
  const { t } = useLingui();
  if (warnings.length === 0) return null;
  return (
    <>
      <ErrorSummary
        tone="warn"
        title={t`Nothing was saved yet. Is this right?`}
        attempt={hasProblems ? 0 : attempt}
        problems={warnings.map((warning) => ({ message: warning.message, actions: related(warning) }))}
      />
      <Checkbox label={t`Override warnings`} value={overrides} onChange={setOverrides} />
    </>
  );
}
