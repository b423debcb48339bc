import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderScreen, type Sent } from '@/test/render';
import { clearToasts } from '@/ui';
import GeneralPage from './GeneralPage';

/** A hub whose settings others may save, too. */
function setUp() {
  clearToasts();
  const kept = {
    settings: {
      __typename: 'Settings',
      version: 1,
      activityRetentionDays: 30,
      keepUnknownActivities: false,
      redirectOrigins: [] as string[],
      nudgeBeforeExpiry: false,
      defaultLocale: 'en',
    },
    /** What the page shows is slow to come again. */
    wait: Promise.resolve(),
  };
  const page = renderScreen(<GeneralPage />, {
    viewer: { permissions: ['SETTINGS_WRITE'] },
    answers: {
      GeneralPage: async () => {
        await kept.wait;
        return { settings: kept.settings };
      },
      UpdateSettings: ({ variables }: Sent) => {
        const { version, ...rest } = variables.input as { version: number };
        const isOutrun = version !== kept.settings.version;
        if (!isOutrun) kept.settings = { ...kept.settings, ...rest, version: version + 1 };
        const userErrors = isOutrun ? [{ code: 'CONFLICT', field: ['input', 'version'], message: 'Too late.' }] : [];
        return { updateSettings: { settings: isOutrun ? null : kept.settings, undo: null, userErrors, warnings: [] } };
      },
    },
  });
  return { ...page, kept };
}

const days = () => screen.findByLabelText<HTMLInputElement>(/Keep activities for/);

describe('GeneralPage', () => {
  it('keeps showing what it saved while the settings are read again', async () => {
    const { user, kept } = setUp();
    await user.type(await days(), '5');
    let answer = () => {};
    kept.wait = new Promise((resolve) => (answer = resolve));
    await user.click(screen.getByRole('button', { name: 'Save Settings' }));
    await waitFor(() => expect(kept.settings.version).toBe(2));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Save Settings' })).toHaveProperty('disabled', false),
    );
    expect((await days()).value).toBe('305');
    answer();
    await waitFor(async () => expect((await days()).value).toBe('305'));
  });

  it('keeps what others saved elsewhere, where mine is to stand', async () => {
    const { user, kept } = setUp();
    await user.type(await days(), '5');
    kept.settings = { ...kept.settings, version: 2, keepUnknownActivities: true };
    await user.click(screen.getByRole('button', { name: 'Save Settings' }));
    await user.click(await screen.findByRole('button', { name: 'Keep mine, then save again' }));
    await user.click(screen.getByRole('button', { name: 'Save Settings' }));
    await waitFor(() =>
      expect(kept.settings).toMatchObject({ version: 3, activityRetentionDays: 305, keepUnknownActivities: true }),
    );
  });
});
