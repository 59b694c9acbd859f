import { describe, expect, it } from 'vitest';
import {
  checkInterval,
  containsDate,
  daysIn,
  intersectIntervals,
  makeInterval,
  monthsIn,
  overlaps,
} from '../../src/dates/index.js';
import { expectDateArgument, expectRefusal, wrong } from './support.js';

const march = makeInterval('2026-03-01', '2026-04-01');
const empty = makeInterval('2026-03-10', '2026-03-10');

describe('an interval', () => {
  it('holds its first day and not its end', () => {
    expect(containsDate(march, '2026-02-28')).toBe(false);
    expect(containsDate(march, '2026-03-01')).toBe(true);
    expect(containsDate(march, '2026-03-31')).toBe(true);
    expect(containsDate(march, '2026-04-01')).toBe(false);
    expect(daysIn(march)).toBe(31);
  });

  it('may be empty', () => {
    expect(daysIn(empty)).toBe(0);
    expect(containsDate(empty, '2026-03-10')).toBe(false);
    expect(monthsIn(empty)).toEqual([]);
    expect(overlaps(empty, march)).toBe(false);
    expect(intersectIntervals(empty, empty)).toBe(null);
  });

  it('meets its neighbour without sharing a day', () => {
    const april = makeInterval('2026-04-01', '2026-05-01');
    expect(overlaps(march, april)).toBe(false);
    expect(daysIn(march) + daysIn(april)).toBe(daysIn(makeInterval('2026-03-01', '2026-05-01')));
  });

  it('shares days with another in either order', () => {
    const spring = makeInterval('2026-03-20', '2026-06-21');
    const shared = { from: '2026-03-20', to: '2026-04-01' };
    expect(intersectIntervals(march, spring)).toEqual(shared);
    expect(intersectIntervals(spring, march)).toEqual(shared);
    expect(overlaps(march, spring)).toBe(true);
    expect(Object.isFrozen(intersectIntervals(march, spring))).toBe(true);
    const year = makeInterval('2026-01-01', '2027-01-01');
    expect(intersectIntervals(year, march)).toEqual(march);
  });

  it('touches months', () => {
    expect(monthsIn(march)).toEqual(['2026-03']);
    expect(monthsIn(makeInterval('2026-03-31', '2026-04-02'))).toEqual(['2026-03', '2026-04']);
    expect(monthsIn(makeInterval('2025-11-30', '2026-02-01'))).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
    ]);
    expect(monthsIn(makeInterval('9999-11-15', '9999-12-31'))).toEqual(['9999-11', '9999-12']);
    expect(monthsIn(makeInterval('2000-01-01', '2026-01-01'))).toHaveLength(26 * 12);
    expect(Object.isFrozen(monthsIn(march))).toBe(true);
  });

  it('is a frozen copy of what was given', () => {
    const given = { from: '2026-03-01', to: '2026-04-01', note: 'x' } as const;
    expect(checkInterval(given, 'period')).toEqual(march);
    expect(Object.isFrozen(march)).toBe(true);
    expect(Object.isFrozen(given)).toBe(false);
  });
});

describe('what is no interval', () => {
  it('is not made', () => {
    expectRefusal(() => makeInterval('2026-03-02', '2026-03-01'), 'inconsistent', 'to');
    expectDateArgument((date) => makeInterval(date, '2026-03-01'), 'from');
    expectDateArgument((date) => makeInterval('2026-03-01', date), 'to');
  });

  it('is refused by name', () => {
    const calls: readonly (readonly [string, (interval: never) => unknown])[] = [
      ['period', (interval) => checkInterval(interval, 'period')],
      ['interval', (interval) => containsDate(interval, '2026-03-01')],
      ['interval', daysIn],
      ['interval', monthsIn],
      ['a', (interval) => overlaps(interval, march)],
      ['b', (interval) => overlaps(march, interval)],
      ['a', (interval) => intersectIntervals(interval, march)],
      ['b', (interval) => intersectIntervals(march, interval)],
    ];
    for (const [path, call] of calls) {
      expectRefusal(() => call(wrong(undefined)), 'missing-value', path);
      expectRefusal(() => call(wrong(null)), 'missing-value', path);
      expectRefusal(() => call(wrong(['2026-03-01', '2026-04-01'])), 'invalid-type', path);
      expectRefusal(() => call(wrong({})), 'missing-value', `${path}.from`);
      expectRefusal(() => call(wrong({ from: '2026-03-01' })), 'missing-value', `${path}.to`);
      expectRefusal(
        () => call(wrong({ from: '2026-02-29', to: '2026-03-01' })),
        'invalid-date',
        `${path}.from`,
      );
      expectRefusal(
        () => call(wrong({ from: '2026-03-02', to: '2026-03-01' })),
        'inconsistent',
        `${path}.to`,
      );
    }
    expectDateArgument((date) => containsDate(march, date), 'date');
  });
});
