import type { GeneralPageQuery } from '@/gen/graphql';

/** What the form of the settings holds. */
export interface SettingsValues {
  /** Empty: for ever. */
  activityRetentionDays: string;
  keepUnknownActivities: boolean;
  /** One a line. */
  redirectOrigins: string;
  nudgeBeforeExpiry: boolean;
  defaultLocale: string;
}

/** What the form begins with. */
export function valuesOf(settings: GeneralPageQuery['settings']): SettingsValues {
  return {
    activityRetentionDays: settings.activityRetentionDays?.toString() ?? '',
    keepUnknownActivities: settings.keepUnknownActivities,
    redirectOrigins: settings.redirectOrigins.join('\n'),
    nudgeBeforeExpiry: settings.nudgeBeforeExpiry,
    defaultLocale: settings.defaultLocale,
  };
}

/** What a form says, as the API wants it. What is no number of days is sent as none that there is, and refused under its field. */
export function inputOf({
  activityRetentionDays,
  keepUnknownActivities,
  redirectOrigins,
  nudgeBeforeExpiry,
  defaultLocale,
}: SettingsValues) {
  const days = activityRetentionDays.trim();
  return {
    activityRetentionDays: days === '' ? null : /^\d{1,6}$/.test(days) ? Number(days) : 0,
    keepUnknownActivities,
    redirectOrigins: redirectOrigins.split('\n').flatMap((line) => line.trim() || []),
    nudgeBeforeExpiry,
    defaultLocale,
  };
}
