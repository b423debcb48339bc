import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from 'react-hook-form';
import { graphql } from '@/gen';
import type { GeneralPageQuery } from '@/gen/graphql';
import { useField, useSubmission } from '@/lib/forms';
import { useMutation, useQuery } from '@/lib/hooks';
import { languageName, languages } from '@/lib/languages';
import { routes } from '@/lib/routes';
import { useViewer } from '@/lib/viewer';
import { SaveProblems } from '@/parts/conflict/SaveProblems';
import { useVersions } from '@/parts/conflict/useVersions';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import {
  Button,
  Card,
  Form,
  Note,
  PageBody,
  PageHeader,
  Row,
  Select,
  showToast,
  Skeleton,
  Switch,
  TextField,
} from '@/ui';
import { inputOf, type SettingsValues, valuesOf } from './settingsForm';
import { SettingsTabs } from './SettingsTabs';

const SettingsQuery = graphql(`
  query GeneralPage {
    settings {
      version
      activityRetentionDays
      keepUnknownActivities
      redirectOrigins
      nudgeBeforeExpiry
      defaultLocale
    }
  }
`);

const UpdateDocument = graphql(`
  mutation UpdateSettings($input: UpdateSettingsInput!) {
    updateSettings(input: $input) {
      settings {
        version
        activityRetentionDays
        keepUnknownActivities
        redirectOrigins
        nudgeBeforeExpiry
        defaultLocale
      }
      userErrors {
        code
        field
        message
        params
        relatedId
      }
      warnings {
        code
        field
        message
        params
        relatedId
      }
      undo {
        token
        expiresAt
      }
    }
  }
`);

const none = {};

/** **General**: what holds for the whole hub. */
export default function GeneralPage() {
  const { t } = useLingui();
  const { reach } = useViewer();
  const mayRead = reach === 'EVERYTHING';
  const { data, failure, refetch } = useQuery(SettingsQuery, none, { isPaused: !mayRead });
  return (
    <>
      <PageHeader title={t`General`} />
      <SettingsTabs current={routes.general} />
      <PageBody layout="narrow">
        {!mayRead && (
          <Note tone="info" title={<Trans>You look after a part of the users, and this is about all of them.</Trans>} />
        )}
        {failure && (
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        )}
        {data ? (
          <SettingsForm settings={data.settings} refetch={refetch} />
        ) : (
          mayRead && !failure && <Skeleton lines={6} />
        )}
      </PageBody>
    </>
  );
}

function SettingsForm({ settings, refetch }: { settings: GeneralPageQuery['settings']; refetch: () => void }) {
  const { t } = useLingui();
  const takeBack = useTakeBack();
  const { run } = useMutation(UpdateDocument, { touches: ['Settings'] });
  const form = useForm<SettingsValues>({ defaultValues: valuesOf(settings), shouldFocusError: false });
  const versions = useVersions(form, { version: settings.version, values: valuesOf(settings) });
  const { base, begin } = versions;
  const { control } = form;
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async (values: SettingsValues) =>
      (await run({ input: { version: base.version, ...inputOf(values) } })).updateSettings,
    onSaved: ({ settings: saved, undo }) => {
      if (saved) begin({ version: saved.version, values: valuesOf(saved) });
      showToast({ message: <Trans>The settings were saved.</Trans>, undo: takeBack(undo) });
    },
  });
  return (
    <Form label={t`General`} onSubmit={(event) => void onSubmit(event)}>
      <SaveProblems
        {...{ versions, problems, attempt, refetch }}
        outrun={t`Nothing was saved: somebody else changed the settings in the meantime.`}
        words={({
          activityRetentionDays,
          keepUnknownActivities,
          redirectOrigins,
          nudgeBeforeExpiry,
          defaultLocale,
        }) => ({
          [t`Keep activities for`]: activityRetentionDays,
          [t`Keep activities of unknown emails`]: keepUnknownActivities ? t`yes` : t`no`,
          [t`Sites that Portico may lead back to`]: redirectOrigins.split('\n').join(', '),
          [t`Remind before an invitation expires`]: nudgeBeforeExpiry ? t`yes` : t`no`,
          [t`Language of emails`]: languageName(defaultLocale),
        })}
      />
      <Card title={t`Activities`}>
        <TextField
          label={t`Keep activities for`}
          inputMode="numeric"
          autoComplete="off"
          description={t`In days. Older ones are deleted for good. Empty: for ever.`}
          {...useField(control, 'activityRetentionDays')}
        />
        <Switch
          label={t`Keep activities of unknown emails`}
          description={t`They wait for somebody who has the address. Otherwise they are refused.`}
          {...useField(control, 'keepUnknownActivities')}
        />
      </Card>
      <Card title={t`Invitations`}>
        <Switch
          label={t`Remind before an invitation expires`}
          description={t`Whoever has not used theirs gets one more email, four hours before its link ends.`}
          {...useField(control, 'nudgeBeforeExpiry')}
        />
      </Card>
      <Card title={t`Emails`}>
        <Select
          label={t`Language of emails`}
          description={t`For whoever has none on their profile, or one that emails are not written in.`}
          options={Object.entries(languages).map(([id, name]) => ({ id, name }))}
          {...useField(control, 'defaultLocale')}
        />
      </Card>
      <Card title={t`Other sites`}>
        <TextField
          label={t`Sites that Portico may lead back to`}
          multiline
          spellCheck="false"
          description={t`One a line, such as https://www.example.org. Sign-up forms and protected pages lead to no other.`}
          {...useField(control, 'redirectOrigins')}
        />
      </Card>
      <Row>
        <Button type="submit" variant="primary" isPending={isPending}>{t`Save Settings`}</Button>
      </Row>
    </Form>
  );
}
