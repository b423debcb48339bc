import { describe, expect, it } from 'vitest';
import { cityOf, cronOf, lackOf, whenOf } from './rhythm';

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
  it('needs a day that some month has, and a time', () => {
    const of = (more: object) => lackOf({ ...whenOf('0 9 31 * *'), ...more });
    expect(of({})).toEqual([]);
    expect(['0', '32', '1.5', '', 'x', '1 1'].map((monthDay) => of({ monthDay })[0])).toEqual(
      Array(6).fill('monthDay'),
    );
    expect(of({ time: '' })).toEqual(['time']);
    expect(of({ rhythm: 'CRON', time: '', monthDay: '' })).toEqual([]);
  });
  it('calls a zone by its city', () => expect(cityOf('America/New_York')).toBe('New York'));
});
