import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { graphql } from '@/gen';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { keepLook } from './look';

const CountsQuery = graphql(`
  query UseCounts {
    all: users(first: 1) {
      totalCount
      totalCountIsEstimate
    }
    active: users(first: 1, filter: { status: [ACTIVE] }) {
      totalCount
      totalCountIsEstimate
    }
    inactive: users(first: 1, filter: { status: [INACTIVE] }) {
      totalCount
      totalCountIsEstimate
    }
    invited: users(first: 1, filter: { accountState: [INVITED, INVITATION_EXPIRED] }) {
      totalCount
      totalCountIsEstimate
    }
    locked: users(first: 1, filter: { accountState: [LOCKED] }) {
      totalCount
      totalCountIsEstimate
    }
  }
`);

/** How many users a fixed view has, in letters that fit; a title when the number is about right. */
export interface ViewCount {
  count: string;
  title?: string;
}

const nothing = {};

/** What stands in front of a number that is about right. */
const aboutly = (isEstimate: boolean) => (isEstimate ? '≈' : '');

/** Counts the fixed views, in their order; in short, "912K", where the count takes more letters than there is room. */
export function useCounts(rooms: readonly number[], onCounts: (counts: ViewCount[]) => void): void {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { data } = useQuery(CountsQuery, nothing);
  useEffect(() => {
    if (!data) return;
    const short = new Intl.NumberFormat(i18n.locale, { notation: 'compact', maximumFractionDigits: 0 });
    const views = [data.all, data.active, data.inactive, data.invited, data.locked];
    onCounts(
      views.map(({ totalCount, totalCountIsEstimate }, index) => {
        const whole = aboutly(totalCountIsEstimate) + format.count(totalCount);
        // A comma is narrow: six letters with one go where five and a half fit.
        const isShort = Math.floor(rooms[index] ?? 0) + 1 < whole.length;
        return {
          count: isShort ? aboutly(totalCountIsEstimate) + short.format(totalCount) : whole,
          title: totalCountIsEstimate ? t`about ${format.count(totalCount)}` : isShort ? whole : undefined,
        };
      }),
    );
    keepLook({
      counts: views.map(
        ({ totalCount, totalCountIsEstimate }) => (aboutly(totalCountIsEstimate) + format.count(totalCount)).length,
      ),
    });
  }, [data, rooms, onCounts, format, i18n, t]);
}
