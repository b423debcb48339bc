import { useLingui } from '@lingui/react/macro';

/** What the parts of a template are called. */
export function usePartNames(): (part: string) => string {
  const { t } = useLingui();
  const names: Record<string, string> = { subject: t`Subject`, text: t`Plain text`, html: t`HTML` };
  return (part) => names[part] ?? part;
}
