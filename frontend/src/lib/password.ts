import { useLingui } from '@lingui/react/macro';

export const shortestPassword = 8;
export const longestPassword = 128;

/** What can be said about a password while it is typed; whether it is too common or personal, the server says. */
export function usePasswordRules(password: string) {
  const { t } = useLingui();
  const length = [...password].length;
  const rules = [
    {
      label: t`${shortestPassword} to ${longestPassword} characters`,
      isMet: length >= shortestPassword && length <= longestPassword,
    },
    { label: t`No space at the start or the end`, isMet: length > 0 && password.trim() === password },
  ];
  return { rules, isFine: rules.every((rule) => rule.isMet) };
}
