import { describe, expect, it } from 'vitest';
import { inputOf, valuesOf } from './settingsForm';

const said = {
  activityRetentionDays: 365,
  keepUnknownActivities: true,
  redirectOrigins: ['https://a.example', 'https://b.example'],
  nudgeBeforeExpiry: true,
  defaultLocale: 'de',
};
const settings = { __typename: 'Settings' as const, version: 1, ...said };

describe('the form of the settings', () => {
  it('sends back what it began with', () => {
    expect(inputOf(valuesOf(settings))).toEqual(said);
  });

  it('knows for ever, and leaves empty lines out', () => {
    expect(valuesOf({ ...settings, activityRetentionDays: null }).activityRetentionDays).toBe('');
    expect(
      inputOf({
        activityRetentionDays: ' ',
        keepUnknownActivities: false,
        redirectOrigins: '\n https://a.example \n\n',
        nudgeBeforeExpiry: false,
        defaultLocale: 'nb',
      }),
    ).toEqual({
      activityRetentionDays: null,
      keepUnknownActivities: false,
      redirectOrigins: ['https://a.example'],
      nudgeBeforeExpiry: false,
      defaultLocale: 'nb',
    });
  });

  it.each(['-1', 'ten', '1.5', '99999999'])('has %s refused', (days) => {
    expect(inputOf({ ...valuesOf(settings), activityRetentionDays: days }).activityRetentionDays).toBe(0);
  });
});
