import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { chooseTheme, storedTheme, type Theme } from '@/lib/theme';
import { RadioGroup } from '@/ui';

/** The theme, on this device. */
export function MyLooks() {
  const { t } = useLingui();
  const [theme, setTheme] = useState(storedTheme);
  return (
    <>
      <h2>
        <Trans>Appearance</Trans>
      </h2>
      <RadioGroup
        label={t`Theme, in this browser`}
        options={[
          { id: 'system', name: t`As the device has it` },
          { id: 'light', name: t`Light` },
          { id: 'dark', name: t`Dark` },
        ]}
        value={theme}
        onChange={(id) => {
          setTheme(id as Theme);
          chooseTheme(id as Theme);
        }}
      />
    </>
  );
}
