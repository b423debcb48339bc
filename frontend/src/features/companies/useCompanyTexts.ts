import { useLingui } from '@lingui/react/macro';
import type { Text } from '@/parts/texts/useTexts';

export type CompanyText = 'name' | 'emailDomain' | 'phone' | 'address';

/** What a form asks of a company. */
export function useCompanyTexts(): readonly Text<CompanyText>[] {
  const { t } = useLingui();
  return [
    { name: 'name', label: t`Name`, missing: t`Enter a name.`, maxLength: 200, isWhole: true },
    {
      name: 'emailDomain',
      label: t`Email domain`,
      description: t`Such as example.org. Users with another one give a warning.`,
      maxLength: 255,
    },
    { name: 'phone', label: t`Phone`, maxLength: 50, type: 'tel' },
    { name: 'address', label: t`Address`, multiline: true, maxLength: 1000, isWhole: true },
  ];
}
