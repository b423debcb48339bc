import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';
import type { Import } from './importsQuery';

const HintsQuery = graphql(`
  query UseFix {
    sheetColumns {
      key
      heading
      hint
    }
  }
`);

/** What to do about a problem, by its code, as the file of problems says it. */
const fixes: Readonly<Record<string, MessageDescriptor>> = {
  TAKEN: msg`Take one of the two out, or give the other value.`,
  CONFLICT: msg`Take the row from a new export.`,
  EMAIL_IS_STATIC: msg`Put the old value back, or empty the cell.`,
  SAME_NAME_IN_COMPANY: msg`If it is somebody else, override the warning. Otherwise put their ID or email in.`,
  EMAIL_DOMAIN_UNLIKE_COMPANY: msg`Check the company, or override the warning.`,
  EMAIL_BOUNCED_BEFORE: msg`Check the address, or override the warning.`,
  PRIVILEGED_WITHOUT_FACTOR: msg`Choose another role, or override the warning.`,
  FORBIDDEN: msg`Ask somebody who may, or leave the cell empty.`,
  INTERNAL: msg`Import the row again.`,
  LAST_GLOBAL_ADMIN: msg`Make somebody else a Global Admin first.`,
};

const none = {};

/** What to do about an issue: by its code, else what may stand in its column. */
export function useFix({ columns }: Pick<Import, 'columns'>) {
  const { t } = useLingui();
  const { data } = useQuery(HintsQuery, none);
  return ({ code, column }: { code: string; column?: string | null }): string => {
    const fix = fixes[code];
    if (fix) return t(fix);
    const key = columns.find(({ heading }) => heading === column)?.field;
    const field = data?.sheetColumns.find((each) => each.key === key || each.heading === column);
    return field?.hint ?? t`Correct the row.`;
  };
}
