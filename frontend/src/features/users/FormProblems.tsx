import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { fullName } from '@/lib/format';
import type { Complaint, FormProblem } from '@/lib/forms';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { Button, Checkbox, ErrorSummary, Link, showToast } from '@/ui';

const ReactivateDocument = graphql(`
  mutation FormProblems($input: UserIDInput!) {
    reactivateUser(input: $input) {
      user {
        id
        version
        status
        firstName
        lastName
      }
      userErrors {
        message
      }
    }
  }
`);

/** Codes whose related thing is another user. */
const aboutUsers = ['TAKEN', 'SAME_NAME_IN_COMPANY'];

function related(complaint: Complaint | undefined) {
  if (!complaint?.relatedId || !aboutUsers.includes(complaint.code)) return undefined;
  return (
    <>
      <Link look="inherit" href={routes.user(complaint.relatedId)}>
        <Trans>Open</Trans>
      </Link>
      {complaint.params?.status === 'inactive' && <Reactivate id={complaint.relatedId} />}
    </>
  );
}

/** Whoever is recorded already, but inactive, need not be made anew. */
function Reactivate({ id }: { id: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { run, isPending } = useMutation(ReactivateDocument);
  async function reactivate() {
    try {
      const { user, userErrors } = (await run({ input: { userId: id } })).reactivateUser;
      if (!user) return showToast({ message: userErrors[0]?.message ?? '', tone: 'bad' });
      const name = fullName(user);
      showToast({ message: <Trans>{name} was reactivated.</Trans> });
      void navigate(routes.user(id));
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }
  return (
    <Button variant="quiet" size="small" isPending={isPending} onPress={() => void reactivate()}>
      {t`Reactivate`}
    </Button>
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
