import { useLingui } from '@lingui/react/macro';
import type { Text } from '@/parts/texts/useTexts';

export type GroupText = 'name' | 'description';

/** What a form asks of a group. */
export function useGroupTexts(): readonly Text<GroupText>[] {
  const { t } = useLingui();
  return [
    { name: 'name', label: t`Name`, missing: t`Enter a name.`, maxLength: 100, isWhole: true },
    { name: 'description', label: t`Description`, multiline: true, maxLength: 1000, isWhole: true },
  ];
}
