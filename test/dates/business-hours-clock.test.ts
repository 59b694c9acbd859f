import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileBusinessHours, compileCalendar } from '../../src/dates/index.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Offsets in minutes from UTC and the instants of 2026 at which they change, by the tz database. */
const ZONES = [
  {
    zone: 'Europe/Berlin',
    offsets: [60, 120, 60],
    changes: ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  },
  {
    zone: 'America/New_York',
    offsets: [-300, -240, -300],
    changes: ['2026-03-08T07:00Z', '2026-11-01T06:00Z'],
  },
  {
    // Half an hour, and winter lies in the middle of the year.
    zone: 'Australia/Lord_Howe',
    offsets: [660, 630, 660],
    changes: ['2026-04-04T15:00Z', '2026-10-03T15:30Z'],
  },
] as const;

const DESKS = [
  ['never closes', [['00:00', '24:00']]],
  [
    'is open from 22 to 6 o’clock',
    [
      ['00:00', '06:00'],
      ['22:00', '24:00'],
    ],
  ],
  ['is open from 9 to 17 o’clock', [['09:00', '17:00']]],
] as const;

const covers = { from: '2025-01-01', to: '2028-01-01' } as const;
const CALENDARS = [
  ['every day', compileCalendar({ id: 'daily', covers, weekend: [], holidays: [] })],
  // Every change of the clock is on a Sunday.
  ['Monday to Friday', compileCalendar({ id: 'weekdays', covers, holidays: [] })],
  ['but on Sunday', compileCalendar({ id: 'six', covers, weekend: [7], holidays: [] })],
] as const;

const cases = ZONES.flatMap((place) =>
  DESKS.flatMap(([when, spans]) =>
    CALENDARS.map(([days, calendar]) => ({ ...place, when, spans, days, calendar })),
  ),
);

const minutesOf = (time: string) => {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
};

describe.each(cases)('a desk in $zone that $when, $days,', (desk) => {
  const { zone, offsets, changes, spans, calendar } = desk;
  const { hoursBetween } = compileBusinessHours({ zone, calendar, spans });
  const turns = changes.map((text) => Date.parse(text));

  /** Whether it is open in the minute that begins at an instant, by its own clock. */
  const isOpen = (instant: number) => {
    const offset = offsets[turns.filter((turn) => instant >= turn).length]!;
    const local = new Date(instant + offset * MINUTE);
    const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
    const within = spans.some(([from, to]) => minute >= minutesOf(from) && minute < minutesOf(to));
    return within && calendar.isBusinessDay(local.toISOString().slice(0, 10) as '2026-01-01');
  };

  it.each(changes)('counts the open minutes that pass about %s', (change) => {
    const start = Date.parse(change) - 3 * DAY;
    // How many minutes were open up to each minute of six days.
    const open = [0];
    for (let i = 0; i < 8640; i++) open.push(open[i]! + (isOpen(start + i * MINUTE) ? 1 : 0));
    const near = fc.oneof(fc.integer({ min: 4140, max: 4500 }), fc.nat(8640));
    fc.assert(
      fc.property(near, near, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const hours = hoursBetween(start + from * MINUTE, start + to * MINUTE);
        expect(hours).toBe((open[to]! - open[from]!) / 60);
      }),
      { numRuns: 60 },
    );
  });

  it('counts both changes of a year', () => {
    const [from, to] = [Date.parse('2026-01-05T11:30Z'), Date.parse('2026-12-20T20:45Z')];
    let open = 0;
    for (let at = from; at < to; at += 15 * MINUTE) open += isOpen(at) ? 1 : 0;
    expect(hoursBetween(from, to)).toBe(open / 4);
  });
});

describe('waiting time', () => {
  const always = compileBusinessHours({
    zone: 'Europe/Berlin',
    calendar: CALENDARS[0][1],
    spans: [['00:00', '24:00']],
  });

  it('never falls while the clock is put back', () => {
    // 02:30 at UTC+2 to 02:15 at UTC+1 are 45 minutes.
    const { hoursBetween } = always;
    expect(hoursBetween('2026-10-25T02:30:00+02:00', '2026-10-25T02:15:00+01:00')).toBe(0.75);
    const since = '2026-10-25T00:00:00+02:00';
    const seen = ['02:45:00+02:00', '02:15:00+01:00', '02:50:00+01:00'].map((time) =>
      hoursBetween(since, `2026-10-25T${time}`),
    );
    expect(seen).toEqual([2.75, 3.25, 3 + 50 / 60]);
  });

  it('is that of a day of 23 hours, of 25, and of none', () => {
    const { hoursBetween } = always;
    expect(hoursBetween('2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00')).toBe(23);
    expect(hoursBetween('2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00')).toBe(25);
    // Samoa had no 30 December 2011: the 29th and the 31st lie side by side.
    const calendar = compileCalendar({
      id: 'WS',
      covers: { from: '2011-01-01', to: '2012-12-31' },
      weekend: [],
      holidays: [],
    });
    const apia = compileBusinessHours({
      zone: 'Pacific/Apia',
      calendar,
      spans: [['09:00', '17:00']],
    });
    expect(apia.hoursBetween('2011-12-29T12:00:00-10:00', '2011-12-31T12:00:00+14:00')).toBe(8);
  });

  it('counts the hour before midnight that comes twice', () => {
    const calendar = compileCalendar({
      id: 'BR',
      covers: { from: '2019-01-01', to: '2020-01-01' },
      weekend: [],
      holidays: [],
    });
    const late = compileBusinessHours({
      zone: 'America/Sao_Paulo',
      calendar,
      spans: [['22:00', '24:00']],
    });
    // 17 February 2019: 00:00 at UTC−2 became 23:00 of the 16th at UTC−3, so the desk was open for three hours.
    expect(late.hoursBetween('2019-02-16T20:00:00-02:00', '2019-02-17T08:00:00-03:00')).toBe(3);
    expect(late.hoursBetween('2019-02-16T23:30:00-02:00', '2019-02-16T23:30:00-03:00')).toBe(1);
  });
});
