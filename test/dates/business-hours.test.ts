import { describe, expect, it } from 'vitest';
import { compileBusinessHours, compileCalendar } from '../../src/dates/index.js';
import { expectRefusal } from '../refusal.js';

const calendar = compileCalendar({
  id: 'CN-example',
  covers: { from: '2026-01-01', to: '2027-01-01' },
  holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
  workdays: ['2026-05-09'],
});
const data = {
  zone: 'Asia/Shanghai',
  calendar,
  spans: [
    ['09:00', '12:00'],
    ['13:30', '17:30'],
  ],
} as const;
const { hoursBetween } = compileBusinessHours(data);
const at = (text: string) => `${text}+08:00`;

describe('hoursBetween', () => {
  it('counts within a span, over the break, and not before or after', () => {
    expect(hoursBetween(at('2026-03-02T09:15:00'), at('2026-03-02T10:45:00'))).toBe(1.5);
    expect(hoursBetween(at('2026-03-02T11:00:00'), at('2026-03-02T14:00:00'))).toBe(1.5);
    expect(hoursBetween(at('2026-03-02T06:00:00'), at('2026-03-02T08:59:59'))).toBe(0);
    expect(hoursBetween(at('2026-03-02T17:30:00'), at('2026-03-02T23:00:00'))).toBe(0);
    expect(hoursBetween(at('2026-03-02T00:00:00'), at('2026-03-03T00:00:00'))).toBe(7);
  });

  it('passes over weekends and holidays and counts the Saturday that is worked', () => {
    // Thursday 30 April 16:30: one hour left. 1, 4 and 5 May are holidays, 2 and 3 a weekend. Wednesday the 6th to 10:00: one hour.
    expect(hoursBetween(at('2026-04-30T16:30:00'), at('2026-05-06T10:00:00'))).toBe(2);
    // Friday 8 May 17:00: half an hour; Saturday the 9th is worked: 7; Sunday none; Monday the 11th to 09:30: half an hour.
    expect(hoursBetween(at('2026-05-08T17:00:00'), at('2026-05-11T09:30:00'))).toBe(8);
  });

  it('is the same instant in any offset or in milliseconds', () => {
    const utc = hoursBetween('2026-03-02T01:00:00Z', '2026-03-02T03:00:00Z');
    expect(utc).toBe(2);
    const start = Date.UTC(2026, 2, 2, 1);
    expect(hoursBetween(start, start + 7_200_000)).toBe(2);
    expect(hoursBetween(start, start + 1)).toBe(1 / 3_600_000);
    expect(hoursBetween(start, start)).toBe(0);
  });

  it('adds up: a to b and b to c is a to c', () => {
    const times = [
      '2026-04-29T15:10:07',
      '2026-05-01T12:00:00',
      '2026-05-06T09:00:00',
      '2026-05-09T13:45:30',
    ];
    const [a, b, c, d] = times.map(at) as [string, string, string, string];
    const sum = hoursBetween(a, b) + hoursBetween(b, c) + hoursBetween(c, d);
    expect(hoursBetween(a, d)).toBeCloseTo(sum, 12);
  });

  it('goes by the clock of a zone that puts it forward', () => {
    const newYork = compileBusinessHours({
      ...data,
      zone: 'America/New_York',
      spans: [['09:00', '17:00']],
    });
    // Friday 6 March 16:00 to Monday the 9th 10:00; the clock was put forward on Sunday.
    expect(newYork.hoursBetween('2026-03-06T16:00:00-05:00', '2026-03-09T10:00:00-04:00')).toBe(2);
  });

  it('refuses what is no span of time by name', () => {
    const noon = at('2026-03-02T12:00:00');
    expectRefusal(() => hoursBetween(noon, at('2026-03-02T11:00:00')), 'inconsistent', 'to');
    expectRefusal(() => hoursBetween('2026-03-02', noon), 'invalid-format', 'from');
    expectRefusal(() => hoursBetween(noon, at('2027-01-02T11:00:00')), 'out-of-range', 'to');
    expectRefusal(() => hoursBetween(at('2025-12-31T11:00:00'), noon), 'out-of-range', 'from');
    // It names the day that was asked for, not the first one that is not covered.
    expect(() => hoursBetween(noon, at('2027-03-01T11:00:00'))).toThrow('2027-03-01');
    expectRefusal(() => hoursBetween(undefined as never, noon), 'missing-value', 'from');
  });
});

describe('compileBusinessHours', () => {
  it('refuses hours that are none', () => {
    const make = (change: object) => () => compileBusinessHours({ ...data, ...change } as never);
    expectRefusal(make({ spans: [] }), 'empty', 'data.spans');
    expectRefusal(make({ spans: [['09:00', '09:00']] }), 'inconsistent', 'data.spans[0][1]');
    expectRefusal(make({ spans: [['9:00', '10:00']] }), 'invalid-format', 'data.spans[0][0]');
    expectRefusal(make({ spans: [['09:00', '24:30']] }), 'invalid-format', 'data.spans[0][1]');
    const overlap = [
      ['09:00', '12:00'],
      ['11:00', '13:00'],
    ];
    expectRefusal(make({ spans: overlap }), 'inconsistent', 'data.spans[1][0]');
    expectRefusal(make({ zone: 'Asia/Nowhere' }), 'unknown-zone', 'zone');
    expectRefusal(make({ calendar: undefined }), 'missing-value', 'data.calendar');
    expectRefusal(make({ calendar: {} }), 'invalid-type', 'data.calendar');
    expectRefusal(
      make({ calendar: { isBusinessDay: () => true } }),
      'missing-value',
      'data.calendar.covers',
    );
    expectRefusal(make({ hours: [] }), 'unknown-id', 'data.hours');
  });

  it('have a name, other than that of plain hours', () => {
    expect(compileBusinessHours(data).id).toBe('business-hours');
    expect(compileBusinessHours({ ...data, id: 'desk' }).id).toBe('desk');
    expectRefusal(() => compileBusinessHours({ ...data, id: 'hours' }), 'inconsistent', 'data.id');
    expectRefusal(() => compileBusinessHours({ ...data, id: '' }), 'empty', 'data.id');
    expectRefusal(
      () => compileBusinessHours({ ...data, id: 7 as never }),
      'invalid-type',
      'data.id',
    );
  });

  it('takes a service that never closes', () => {
    const always = compileBusinessHours({ ...data, spans: [['00:00', '24:00']] });
    expect(always.hoursBetween(at('2026-03-02T00:00:00'), at('2026-03-04T06:00:00'))).toBe(54);
  });
});
