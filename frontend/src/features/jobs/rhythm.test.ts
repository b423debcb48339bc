import { describe, expect, it } from 'vitest';
import { cityOf, cronOf, whenOf } from './rhythm';

describe('a schedule in the form', () => {
  it.each(['0 18 * * *', '5 * * * *', '30 7 * * 1-5', '0 9 * * 1', '0 9 31 * *', '', '*/5 * * * *', '0 9 1 * 1'])(
    'comes out as it went in: %s',
    (cron) => expect(cronOf(whenOf(cron))).toBe(cron),
  );
  it('has words for what is common, and keeps the rest', () => {
    expect(whenOf('0 18 * * *')).toMatchObject({ rhythm: 'DAILY', time: '18:00' });
    expect(whenOf('5 7 * * 1-5')).toMatchObject({ rhythm: 'WEEKDAYS', time: '07:05' });
    expect(whenOf('0 9 1 * 1')).toMatchObject({ rhythm: 'CRON', cron: '0 9 1 * 1' });
    expect(whenOf(null)).toMatchObject({ rhythm: 'NONE' });
  });
  it('calls a zone by its city', () => expect(cityOf('America/New_York')).toBe('New York'));
});
