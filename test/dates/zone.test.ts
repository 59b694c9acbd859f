import { describe, expect, it } from 'vitest';
import { compileZone, dateInZone } from '../../src/dates/index.js';
import oracle from '../fixtures/dates/civil-dates.json' with { type: 'json' };
import { expectRefusal, wrong } from './support.js';

/** Milliseconds since 1970 at which the date changes, the date before and the one after. */
type Midnight = readonly [number, string, string];

describe('a zone', () => {
  it.each(oracle.zones)(
    "agrees with Python's zone data in $zone, to the second",
    ({ zone, midnights }) => {
      const { dateOf } = compileZone(zone);
      for (const [at, before, after] of midnights as unknown as readonly Midnight[]) {
        expect([dateOf(at - 1000), dateOf(at - 1), dateOf(at)]).toEqual([before, before, after]);
      }
    },
  );

  it('has no 30 December 2011 in Apia, which crossed the date line that night', () => {
    const { dateOf } = compileZone('Pacific/Apia');
    // UTC−10 (summer) before, UTC+14 after.
    expect(dateOf('2011-12-30T09:59:59Z')).toBe('2011-12-29');
    expect(dateOf('2011-12-30T10:00:00Z')).toBe('2011-12-31');
  });

  it('knows the summer time of China from 1986 to 1991', () => {
    const { dateOf } = compileZone('Asia/Shanghai');
    // UTC+9 from 17 April 1988: midnight is 15:00 UTC in July, 16:00 in January and ever since 1992.
    expect(dateOf('1988-07-01T15:30:00Z')).toBe('1988-07-02');
    expect(dateOf('1988-01-01T15:30:00Z')).toBe('1988-01-01');
    expect(dateOf('1985-07-01T15:30:00Z')).toBe('1985-07-01');
    expect(dateOf('1992-07-01T15:30:00Z')).toBe('1992-07-01');
    expect(dateOf('2026-03-01T15:59:59.999Z')).toBe('2026-03-01');
    expect(dateOf('2026-03-01T16:00:00Z')).toBe('2026-03-02');
  });

  it('sees a clock that is put back at one minute past midnight, in the middle of a quarter of an hour', () => {
    const { dateOf } = compileZone('America/St_Johns');
    // 7 November 2010: 00:01 at UTC−2:30, which is 02:31 UTC, became 23:01 of the 6th at UTC−3:30 (tz database, rule StJohns).
    expect(dateOf('2010-11-07T02:29:59Z')).toBe('2010-11-06');
    expect(dateOf('2010-11-07T02:30:30Z')).toBe('2010-11-07');
    expect(dateOf('2010-11-07T02:31:00Z')).toBe('2010-11-06');
    expect(dateOf('2010-11-07T03:30:00Z')).toBe('2010-11-07');
  });

  it('begins a day at one o’clock where summer time begins at midnight', () => {
    const { dateOf } = compileZone('America/Sao_Paulo');
    // 4 November 2018: 00:00 at UTC−3 became 01:00 at UTC−2.
    expect(dateOf('2018-11-04T02:59:59Z')).toBe('2018-11-03');
    expect(dateOf('2018-11-04T03:00:00Z')).toBe('2018-11-04');
    // 17 February 2019: 00:00 at UTC−2 became 23:00 of the 16th at UTC−3, so that hour came twice.
    expect(dateOf('2019-02-17T01:59:59Z')).toBe('2019-02-16');
    expect(dateOf('2019-02-17T02:30:00Z')).toBe('2019-02-16');
    expect(dateOf('2019-02-17T03:00:00Z')).toBe('2019-02-17');
    // Summer time was given up in 2019.
    expect(dateOf('2019-11-04T02:30:00Z')).toBe('2019-11-03');
  });

  it('sees one day in New York on both sides of its gap and its overlap', () => {
    const { dateOf } = compileZone('America/New_York');
    for (const instant of ['2026-03-08T06:59:59Z', '2026-03-08T07:00:00Z']) {
      expect(dateOf(instant)).toBe('2026-03-08');
    }
    expect(dateOf('2026-03-09T03:59:59Z')).toBe('2026-03-08');
    expect(dateOf('2026-11-02T04:59:59Z')).toBe('2026-11-01');
  });

  it('does not depend on the zone of the machine', () => {
    expect(dateInZone(0, 'UTC')).toBe('1970-01-01');
    expect(dateInZone(-1, 'UTC')).toBe('1969-12-31');
    expect(dateInZone(0, 'Pacific/Kiritimati')).toBe('1969-12-31');
    expect(dateInZone('2026-03-01T10:00:00Z', 'Pacific/Kiritimati')).toBe('2026-03-02');
  });

  it('keeps its name and cannot be changed', () => {
    const zone = compileZone('Asia/Shanghai');
    expect(zone.name).toBe('Asia/Shanghai');
    expect(Object.isFrozen(zone)).toBe(true);
  });

  it('is refused when the zone data have no such name', () => {
    for (const name of ['Mars/Olympus', 'Asia/Beijing', '+08:00', '-05', ' UTC', 'UTC+8']) {
      expectRefusal(() => compileZone(name), 'unknown-zone', 'zone');
      expectRefusal(() => dateInZone(0, name), 'unknown-zone', 'zone');
    }
    expectRefusal(() => compileZone(''), 'empty', 'zone');
    expectRefusal(() => compileZone(wrong(undefined)), 'missing-value', 'zone');
    expectRefusal(() => compileZone(wrong(null)), 'missing-value', 'zone');
    expectRefusal(() => compileZone(wrong(8)), 'invalid-type', 'zone');
    expectRefusal(() => compileZone('A'.repeat(101)), 'too-long', 'zone');
  });
});

describe('an instant', () => {
  const { dateOf } = compileZone('Asia/Shanghai');

  it('is text with an offset, or milliseconds', () => {
    for (const instant of [
      '2026-03-01T16:30Z',
      '2026-03-01T16:30:00Z',
      '2026-03-01T16:30:00.123456789Z',
      '2026-03-02T00:30:00+08:00',
      '2026-03-02T00:30:00+0800',
      '2026-03-01T11:30:00-05:00',
      '2026-03-01T22:15:00+05:45',
      Date.UTC(2026, 2, 1, 16, 30),
    ]) {
      expect(dateOf(instant), String(instant)).toBe('2026-03-02');
    }
  });

  it('is not a text from which the moment cannot be told', () => {
    for (const text of [
      '2026-03-01',
      '2026-03-01T16:30:00',
      '2026-03-01 16:30:00Z',
      '2026-03-01T24:00:00Z',
      '2026-03-01T16:60:00Z',
      '2026-03-01T16:30:00+24:00',
      '2026-03-01T16:30:00+8',
      '2026-03-01t16:30:00z',
      'Sun, 01 Mar 2026 16:30:00 GMT',
      '1772382600000',
      ' 2026-03-01T16:30:00Z',
    ]) {
      expectRefusal(() => dateOf(text), 'invalid-format', 'instant');
    }
    expectRefusal(() => dateOf(''), 'empty', 'instant');
  });

  it('is not on a day that does not exist', () => {
    expectRefusal(() => dateOf('2026-02-30T00:00:00Z'), 'invalid-date', 'instant');
    expectRefusal(() => dateOf('2026-13-01T00:00:00Z'), 'invalid-date', 'instant');
    expectRefusal(() => dateOf('0000-06-01T00:00:00Z'), 'invalid-date', 'instant');
  });

  it('lies in the years 1 to 9999 in every zone', () => {
    const { dateOf: west } = compileZone('America/New_York');
    const { dateOf: east } = compileZone('Pacific/Kiritimati');
    expect(west('0001-01-02T00:00:00Z')).toBe('0001-01-01');
    expect(east('9999-12-30T12:00:00Z')).toBe('9999-12-31');
    for (const zone of [west, east]) {
      expectRefusal(() => zone('0001-01-01T00:00:00Z'), 'out-of-range', 'instant');
      expectRefusal(() => zone('9999-12-31T12:00:00Z'), 'out-of-range', 'instant');
      expectRefusal(() => zone(1e17), 'out-of-range', 'instant');
    }
  });

  it('is refused when it is neither', () => {
    expectRefusal(() => dateOf(Number.NaN), 'not-finite', 'instant');
    expectRefusal(() => dateOf(Number.POSITIVE_INFINITY), 'not-finite', 'instant');
    expectRefusal(() => dateOf(wrong(undefined)), 'missing-value', 'instant');
    expectRefusal(() => dateOf(wrong(null)), 'missing-value', 'instant');
    expectRefusal(() => dateOf(wrong(new Date(0))), 'invalid-type', 'instant');
    expectRefusal(() => dateOf(wrong(0n)), 'invalid-type', 'instant');
  });
});
