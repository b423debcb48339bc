import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { fullName } from '@/lib/format';
import { MenuAt, returnFocus, showToast } from '@/ui';
import type { CaredUser } from '../cared';
import { IfMissing, PasswordMailConfirm, SentTo } from '../PasswordMail';
import { type MailOutcome, usePasswordMail } from '../usePasswordMail';
import { AddToGroup } from './AddToGroup';
import { ChangePassword } from './ChangePassword';
import { DeleteConfirm } from './DeleteConfirm';
import { type Question, useEntries } from './useEntries';

/** What is being done to whom, and where the focus goes afterwards. */
export interface CareTask {
  user: CaredUser;
  opener: HTMLElement;
  /** It begins with the menu of all that can be done, or with one thing. */
  start: 'menu' | 'password';
}

interface Props {
  task: CareTask;
  onDone: () => void;
  /** The user is gone: a page about them has to lead elsewhere. */
  onDeleted?: () => void;
}

/** The menu of what can be done to a user, and the question or window that an entry leads to. */
export default function Care({ task, onDone, onDeleted }: Props) {
  const { t } = useLingui();
  const { user, opener } = task;
  const [stage, setStage] = useState<'menu' | Question>(task.start);
  const leadsOn = useRef(false);
  const close = () => {
    onDone();
    returnFocus(opener);
  };
  const entries = useEntries(user, (question) => {
    leadsOn.current = true;
    setStage(question);
  });
  switch (stage) {
    case 'menu':
      return (
        <MenuAt
          at={opener}
          label={t`Actions for ${fullName(user)}`}
          items={entries}
          onClose={() => {
            if (!leadsOn.current) close();
          }}
        />
      );
    case 'password':
      return <ChangePassword user={user} onClose={close} />;
    case 'groups':
      return <AddToGroup user={user} onClose={close} />;
    case 'delete':
      return <DeleteConfirm user={user} onClose={close} onDeleted={onDeleted} />;
    default:
      return <MailConfirm user={user} kind={stage} onClose={close} />;
  }
}

interface MailConfirmProps {
  user: CaredUser;
  kind: 'again' | 'reset';
  onClose: () => void;
}

function MailConfirm({ user, kind, onClose }: MailConfirmProps) {
  const mail = usePasswordMail(user, kind);
  return (
    <PasswordMailConfirm
      mail={{
        ...mail,
        isAsking: true,
        close: onClose,
        confirm: async (override) => {
          const outcome = await mail.confirm(override);
          tell(outcome);
          return outcome;
        },
      }}
    />
  );
}

/** Says in a toast what came of sending. */
function tell({ sent, trouble }: MailOutcome) {
  if (trouble) showToast({ message: trouble.message, tone: 'bad' });
  if (!sent) return;
  showToast({
    message: (
      <>
        <strong>
          <SentTo mail={sent} />
        </strong>{' '}
        <IfMissing mail={sent} />
      </>
    ),
  });
}
