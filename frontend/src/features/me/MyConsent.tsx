import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '@/lib/format';
import { request } from '@/lib/request';
import { Note, Switch } from '@/ui';
import { type Section, UpdateProfile } from './meQuery';
import { useDoing } from '@/lib/useDoing';

/** Whether one receives email communication; saved at once. */
export function MyConsent({ me, refresh }: Section) {
  const { t } = useLingui();
  const format = useFormat();
  const { trouble, isPending, doing } = useDoing();
  const change = (emailSubscribed: boolean) =>
    doing(async () => {
      const input = { version: me.version, emailSubscribed };
      const refused = (await request(UpdateProfile, { input })).updateProfile.userErrors[0];
      await refresh();
      return refused?.message;
    });
  const since = me.emailSubscriptionChangedAt && format.dateTime(me.emailSubscriptionChangedAt);
  return (
    <>
      <h2>
        <Trans>Email Communication</Trans>
      </h2>
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      <Switch
        label={t`Send me news by email`}
        description={since ? t`Last change: ${since}` : t`Mail about your account comes either way.`}
        value={me.emailSubscribed}
        isDisabled={isPending}
        onChange={(value) => void change(value)}
      />
    </>
  );
}
