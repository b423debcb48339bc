import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { useNavigate } from 'react-router';
import * as v from 'valibot';
import { type FragmentType, graphql, readFragment } from '@/gen';
import { fullName } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { useViewer } from '@/lib/viewer';
import { Button, Dialog, Note, showToast, Stack, TextField } from '@/ui';
import { managesAccount } from './cared';
import { touchedByUndo, useTakeBack } from '@/parts/undo/useTakeBack';
import { emailAddress } from './userForm';

const SupersedeDialogFragment = graphql(`
  fragment SupersedeDialog on User {
    id
    email
    firstName
    lastName
    role {
      id
    }
    account {
      email
      state
      notify
    }
  }
`);

const SupersedeDocument = graphql(`
  mutation SupersedeDialog($input: SupersedeUserInput!) {
    supersedeUser(input: $input) {
      user {
        id
        firstName
        lastName
        email
        account {
          email
          notify
        }
        supersedes {
          id
          version
          status
          account {
            email
            state
          }
        }
      }
      undo {
        token
        expiresAt
      }
      userErrors {
        code
        field
        message
        relatedId
      }
      warnings {
        code
        field
        message
        relatedId
      }
    }
  }
`);

interface Props {
  user: FragmentType<typeof SupersedeDialogFragment>;
  onClose: () => void;
}

const touched = { touches: [...touchedByUndo, 'Message', 'MessageConnection'] };

/** What is wrong with an address, as far as the page can tell. */
function check(text: string): string | undefined {
  const { success, issues } = v.safeParse(emailAddress(), text);
  return success ? undefined : issues[0].message;
}

/** Asks for the new address and says what follows: a new record, the old one closed, who is mailed. */
export default function SupersedeDialog({ user, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const data = readFragment(SupersedeDialogFragment, user);
  const { run } = useMutation(SupersedeDocument, touched);
  const form = useSmallForm({ email: '' }, { email: check });
  const { onSubmit, problems, isPending } = useSubmission({
    form,
    send: async ({ email }) => (await run({ input: { userId: data.id, email } })).supersedeUser,
    onSaved: ({ user: next, undo }) => {
      const name = <strong>{fullName(data)}</strong>;
      const address = next?.account?.notify === 'IMMEDIATELY' && next.account.email;
      const card = routes.user(next?.id ?? data.id);
      const back = takeBack(undo);
      onClose();
      showToast({
        message: address ? (
          <Trans>
            {name} was superseded. An invitation is on its way to {address}.
          </Trans>
        ) : (
          <Trans>{name} was superseded. No mail was sent.</Trans>
        ),
        undo:
          back &&
          Object.assign(
            async () => {
              await back();
              // Their card is gone; whoever is elsewhere by now stays there.
              if (location.pathname === card) void navigate(routes.user(data.id), { replace: true });
            },
            { expiresAt: back.expiresAt },
          ),
      });
      void navigate(card);
    },
  });
  const general = problems.find((problem) => !problem.field);
  const name = <strong>{fullName(data)}</strong>;
  return (
    <Dialog
      title={t`Supersede ${fullName(data)}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>
            {t`Confirm`}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.stopPropagation(); // the dialog may stand in the form of the card, which is not sent with it
          void onSubmit(event);
        }}
      >
        <Stack>
          {general && <Note tone="bad" role="alert" title={general.message} />}
          <p>
            <Trans>
              A new address is a new record of {name}. Details, company, role, groups, assigned companies and note come
              along; email communication starts again, switched off. This record becomes inactive and keeps its
              addresses.
            </Trans>
          </p>
          <TextField
            label={t`New email`}
            type="email"
            autoComplete="off"
            isRequired
            autoFocus
            {...form.field('email')}
          />
          <Mailed user={data} />
        </Stack>
      </form>
    </Dialog>
  );
}

interface MailedProps {
  user: {
    role?: { id: string } | null;
    account?: { state: string; notify: string } | null;
  };
}

/** What becomes of the account, and whether anybody is mailed. */
function Mailed({ user }: MailedProps) {
  const viewer = useViewer();
  const { account } = user;
  return (
    <p>
      {!account || account.state === 'CLOSED' ? (
        <Trans>There is no account, so none is made and no mail is sent.</Trans>
      ) : !managesAccount(viewer, user) ? (
        <Trans>The account closes. You may not open another one, so no mail is sent.</Trans>
      ) : account.notify === 'IMMEDIATELY' ? (
        <Trans>
          The account closes for good, everywhere at once. An invitation to create a password goes to the new email now.
        </Trans>
      ) : (
        <Trans>The account closes for good, everywhere at once. The new one is not told by mail now.</Trans>
      )}
    </p>
  );
}
