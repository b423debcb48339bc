import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

export const shortestPassword = 8;
export const longestPassword = 128;

type IsCommon = (password: string) => boolean;
let isCommonKnown: IsCommon | undefined;

/** The list of common passwords is fetched when somebody begins to choose one. */
function useIsCommon(isNeeded: boolean): IsCommon | undefined {
  const [isCommon, setIsCommon] = useState(() => isCommonKnown);
  useEffect(() => {
    if (!isNeeded || isCommon) return;
    let isCurrent = true;
    // Without the list the server still refuses what is on it.
    void import('./common').then(
      (list) => {
        isCommonKnown = list.isCommon;
        if (isCurrent) setIsCommon(() => list.isCommon);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [isNeeded, isCommon]);
  return isCommon;
}

/** What can be said about a password while it is typed; whether it is too personal, the server says. */
export function usePasswordRules(password: string) {
  const { t } = useLingui();
  const isCommon = useIsCommon(password.length > 0);
  const length = [...password].length;
  const rules = [
    {
      label: t`${shortestPassword} to ${longestPassword} characters`,
      isMet: length >= shortestPassword && length <= longestPassword,
    },
    { label: t`No space at the start or the end`, isMet: length > 0 && password.trim() === password },
    {
      label: t`Not a common password`,
      isMet: length >= shortestPassword && !(isCommon?.(password) ?? true),
    },
  ];
  return { rules, isFine: rules.every((rule) => rule.isMet) };
}
