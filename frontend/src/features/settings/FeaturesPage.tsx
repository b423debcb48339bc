import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { graphql } from '@/gen';
import type { FeatureName } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useViewer } from '@/lib/viewer';
import { Button, Card, Dialog, Note, PageBody, PageHeader, showToast, Stack, Switch, TextField } from '@/ui';
import { featureWords } from './featureWords';
import { SettingsTabs } from './SettingsTabs';

const SetFeature = graphql(`
  mutation FeaturesPage($input: SetFeatureInput!) {
    setFeature(input: $input) {
      feature {
        name
        enabled
        reason
      }
      userErrors {
        message
      }
    }
  }
`);

/** **Features**: what is switched off stays visible, disabled, with the reason; the API refuses it with the same. */
export default function FeaturesPage() {
  const { t } = useLingui();
  const { features, reach } = useViewer();
  const { run } = useMutation(SetFeature, { touches: ['Feature', 'Viewer', 'User'] });
  const [turning, setTurning] = useState<FeatureName>();

  async function set(name: FeatureName, enabled: boolean, reason?: string) {
    const { setFeature } = await run({ input: { name, enabled, reason } });
    if (setFeature.userErrors[0]) throw new Error(setFeature.userErrors[0].message);
    const word = t(featureWords[name].name);
    showToast({
      message: enabled ? <Trans>{word} is switched on.</Trans> : <Trans>{word} is switched off.</Trans>,
    });
  }
  const switchOn = (name: FeatureName) =>
    set(name, true).catch((thrown: unknown) => showToast({ message: asFailure(thrown).message }));

  return (
    <>
      <PageHeader title={t`Features`} />
      <SettingsTabs current={routes.features} />
      <PageBody layout="narrow">
        {reach !== 'EVERYTHING' && (
          <Note tone="info" title={<Trans>You look after a part of the users, and this is about all of them.</Trans>} />
        )}
        <Card title={t`What can be switched off`} lead={t`It counts at once, for everybody.`}>
          <Stack>
            {features.map(({ name, enabled, reason }) => (
              <Switch
                key={name}
                label={t(featureWords[name].name)}
                description={enabled ? t(featureWords[name].sentence) : t`Off: ${reason ?? ''}`}
                value={enabled}
                isDisabled={reach !== 'EVERYTHING'}
                onChange={(isOn) => (isOn ? void switchOn(name) : setTurning(name))}
              />
            ))}
          </Stack>
        </Card>
      </PageBody>
      {turning && (
        <TurnOff
          name={turning}
          onClose={() => setTurning(undefined)}
          onConfirm={(reason) => set(turning, false, reason)}
        />
      )}
    </>
  );
}

interface TurnOffProps {
  name: FeatureName;
  onClose: () => void;
  onConfirm: (reason: string) => Promise<void>;
}

/** Asks why a feature is switched off: everybody who misses it reads the reason. */
function TurnOff({ name, onClose, onConfirm }: TurnOffProps) {
  const { t } = useLingui();
  const id = useId();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [isPending, setPending] = useState(false);
  const word = t(featureWords[name].name);

  async function confirm() {
    setPending(true);
    try {
      await onConfirm(reason);
      onClose();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : asFailure(thrown).message);
      setPending(false);
    }
  }

  return (
    <Dialog
      title={t`Switch off ${word}?`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>{t`Switch off`}</Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending) void confirm();
        }}
      >
        <Stack>
          <p>{t(featureWords[name].sentence)}</p>
          <TextField
            label={t`Reason`}
            autoFocus
            autoComplete="off"
            maxLength={200}
            description={t`Shown to everybody who would use it. Empty: that it is switched off in Settings.`}
            value={reason}
            onChange={setReason}
            error={error}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
