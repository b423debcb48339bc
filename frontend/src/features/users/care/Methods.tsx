import { useLingui } from '@lingui/react/macro';
import { KeyRound, Mail } from 'lucide-react';
import { useRef, useState } from 'react';
import { routes } from '@/lib/routes';
import { useViewer } from '@/lib/viewer';
import { Button, Link, returnFocus, Row, Stack } from '@/ui';
import { type CaredUser, managesAccount, sendsLinks } from '../cared';
import { PasswordMailConfirm, PasswordMailOutcome } from '../PasswordMail';
import { usePasswordMail } from '../usePasswordMail';
import { ChangePassword } from './ChangePassword';

/** Exactly two: a link by mail, or a password by hand. */
export function Methods({ user }: { user: CaredUser }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const mail = usePasswordMail(user, 'reset');
  const [isChanging, setChanging] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const manages = managesAccount(viewer, user);
  const reason = !sendsLinks(viewer, user)
    ? t`You may not manage this account.`
    : !user.account
      ? t`No account yet, so there is no password.`
      : user.account.state === 'CLOSED'
        ? t`This account is closed.`
        : undefined;
  return (
    <Stack>
      <Row>
        <Button variant="primary" icon={Mail} onPress={mail.ask} isDisabled={!!reason}>
          {t`Send Reset Link`}
        </Button>
        {(manages || !!reason) && (
          <Button ref={opener} icon={KeyRound} onPress={() => setChanging(true)} isDisabled={!!reason}>
            {t`Change Password`}
          </Button>
        )}
      </Row>
      {reason && (
        <small>
          {reason}{' '}
          {!user.account && manages && <Link href={routes.user(user.id, 'settings')}>{t`Create account`}</Link>}
        </small>
      )}
      <PasswordMailOutcome mail={mail} />
      <PasswordMailConfirm mail={mail} />
      {isChanging && (
        <ChangePassword
          user={user}
          onClose={() => {
            setChanging(false);
            if (opener.current) returnFocus(opener.current);
          }}
        />
      )}
    </Stack>
  );
}
