import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { languageName } from '@/lib/languages';
import { request } from '@/lib/request';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { required } from '@/parts/public/checks';
import { Refusal } from '@/parts/public/Refusal';
import { Button, Form, Note, Select, TextField } from '@/ui';
import { type Section, UpdateProfile } from './meQuery';

const checks = {
  firstName: required(() => i18n._(msg`Enter your first name.`)),
  lastName: required(() => i18n._(msg`Enter your last name.`)),
};

/** One's own names, phone numbers, language and time zone. The email is the administrators' to change. */
export function MyProfile({ me, refresh, locales }: Section & { locales: readonly string[] }) {
  const { t } = useLingui();
  const [isSaved, setSaved] = useState(false);
  const form = useSmallForm(
    {
      firstName: me.firstName,
      lastName: me.lastName,
      cellPhone: me.cellPhone ?? '',
      officePhone: me.officePhone ?? '',
      locale: me.locale ?? '',
      timeZone: me.timeZone ?? '',
    },
    checks,
  );
  // UTC and what stands there already, such as another name of a zone, are none of those that browsers list.
  const zones = useMemo(
    () =>
      [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', me.timeZone ?? ''])]
        .filter(Boolean)
        .map((id) => ({ id, name: id.replaceAll('_', ' ') })),
    [me.timeZone],
  );
  // What somebody chose stays among them, whoever wrote in it since.
  const languages = [...new Set([...locales, me.locale ?? ''])]
    .filter(Boolean)
    .map((id) => ({ id, name: languageName(id) }));
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async (values) => {
      setSaved(false);
      return (await request(UpdateProfile, { input: { ...values, version: me.version } })).updateProfile;
    },
    onSaved: async () => {
      await refresh();
      setSaved(true);
    },
  });
  // Somebody else saved meanwhile: what is theirs is read, and what was typed stays.
  const isStale = problems.some(({ complaint }) => complaint?.code === 'CONFLICT');
  const locale = form.field('locale');
  const timeZone = form.field('timeZone');
  return (
    <>
      <h2>
        <Trans>Profile</Trans>
      </h2>
      <Refusal problems={problems} attempt={attempt} />
      {isStale && (
        <Button wide onPress={() => void refresh()}>
          <Trans>Read what is saved now</Trans>
        </Button>
      )}
      <Form onSubmit={onSubmit}>
        <TextField label={t`First Name`} autoComplete="given-name" isRequired {...form.field('firstName')} />
        <TextField label={t`Last Name`} autoComplete="family-name" isRequired {...form.field('lastName')} />
        <TextField label={t`Cell Phone`} type="tel" autoComplete="tel" {...form.field('cellPhone')} />
        <TextField label={t`Office Phone`} type="tel" autoComplete="work tel" {...form.field('officePhone')} />
        <Select
          label={t`Language`}
          description={t`Emails come in it. Portico itself speaks English so far.`}
          options={[{ id: '', name: t`As the administrators have it` }, ...languages]}
          value={locale.value}
          onChange={locale.onChange}
          error={locale.error}
        />
        <Select
          label={t`Time zone`}
          description={t`Emails tell times in it, else in UTC. The screens follow the browser.`}
          options={[{ id: '', name: t`None` }, ...zones]}
          value={timeZone.value}
          onChange={timeZone.onChange}
          error={timeZone.error}
        />
        <Button type="submit" wide isPending={isPending}>
          <Trans>Save profile</Trans>
        </Button>
      </Form>
      {isSaved && <Note tone="ok" role="status" title={t`Your profile is saved.`} />}
    </>
  );
}
