import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/dates/index.js';
import { matchAlerts } from '../../../src/kpi/index.js';
import { expectRefusal, shuffled, wrong } from '../support.js';

const options = { horizonDays: 30, asOf: '2026-06-30' } as const;
const on = (day: string, subject = 'a') => ({ subject, on: `2026-${day}` as const });
const outcomes = (alerts: object[], events: object[], changed: object = {}) => {
  const matched = matchAlerts(wrong(alerts), wrong(events), { ...options, ...changed });
  return [
    matched.warnings.map(({ on: day, outcome }) => `${day.slice(5)} ${outcome}`),
    matched.events.map(({ on: day, leadDays }) => `${day.slice(5)} ${leadDays}`),
  ];
};

describe('matchAlerts', () => {
  it('finds an event by an alert on the same day or up to the horizon before it', () => {
    expect(outcomes([on('01-01')], [on('01-01')])).toEqual([['01-01 right'], ['01-01 0']]);
    expect(outcomes([on('01-01')], [on('01-31')])).toEqual([['01-01 right'], ['01-31 30']]);
    expect(outcomes([on('01-01')], [on('02-01')])).toEqual([['01-01 false'], ['02-01 null']]);
    // An alert after the event warns of nothing.
    expect(outcomes([on('01-02')], [on('01-01')])).toEqual([['01-02 false'], ['01-01 null']]);
  });

  it('takes several alerts before an event for one warning, and leads from the first in time', () => {
    const alerts = [on('01-01'), on('01-20'), on('02-05'), on('02-10')];
    // The horizon of 1 January ends on the 31st; the three alerts from 20 January on are in time for 12 February.
    expect(outcomes(alerts, [on('02-12')])).toEqual([['01-01 false', '01-20 right'], ['02-12 23']]);
  });

  it('takes false alerts within a horizon for one', () => {
    const alerts = [on('01-01'), on('01-31'), on('02-01'), on('03-15')];
    expect(outcomes(alerts, [])).toEqual([['01-01 false', '02-01 false', '03-15 false'], []]);
  });

  it('does not use an alert for two events', () => {
    const events = [on('01-10'), on('01-20')];
    expect(outcomes([on('01-05')], events)).toEqual([['01-05 right'], ['01-10 5', '01-20 null']]);
    expect(outcomes([on('01-05'), on('01-15')], events)).toEqual([
      ['01-05 right', '01-15 right'],
      ['01-10 5', '01-20 5'],
    ]);
  });

  it('leaves a warning open until its horizon is over, also if the event has come', () => {
    expect(outcomes([on('06-01')], [on('06-05')])).toEqual([['06-01 open'], ['06-05 4']]);
    expect(outcomes([on('05-31')], [])).toEqual([['05-31 false'], []]);
    expect(outcomes([on('06-01')], [])).toEqual([['06-01 open'], []]);
  });

  it('keeps subjects apart and counts a day once', () => {
    const alerts = [on('01-01', 'b'), on('01-01'), on('01-01')];
    const matched = matchAlerts(wrong(alerts), wrong([on('01-02', 'b')]), options);
    expect(matched.warnings).toEqual([
      { subject: 'a', on: '2026-01-01', outcome: 'false' },
      { subject: 'b', on: '2026-01-01', outcome: 'right' },
    ]);
  });

  it('finds exactly the events with an alert in time since the last event, in any order of rows', () => {
    const row = fc.record({
      subject: fc.constantFrom('a', 'b'),
      on: fc.integer({ min: 0, max: 150 }).map((n) => addDays('2026-01-01', n)),
    });
    const rows = fc.array(row, { maxLength: 15 });
    const keys = fc.array(fc.nat(), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(rows, rows, keys, (alerts, events, order) => {
        const matched = matchAlerts(shuffled(alerts, order), shuffled(events, order), options);
        expect(matched).toEqual(matchAlerts(alerts, events, options));
        for (const { subject, on: day, leadDays } of matched.events) {
          const earlier = events
            .filter((e) => e.subject === subject && e.on < day)
            .map((e) => e.on);
          const last = earlier.sort().pop() ?? '0000-00-00';
          const inTime = alerts.filter(
            (a) =>
              a.subject === subject &&
              a.on > last &&
              a.on <= day &&
              addDays(a.on, options.horizonDays) >= day,
          );
          expect(leadDays !== null).toBe(inTime.length > 0);
        }
        const right = matched.events.filter(({ leadDays }) => leadDays !== null).length;
        const said = matched.warnings.filter(({ outcome }) => outcome === 'right').length;
        expect(said).toBeLessThanOrEqual(right);
      }),
    );
  });

  it('refuses what cannot be', () => {
    const make =
      (alerts: unknown, events: unknown, changed: object = {}) =>
      () =>
        matchAlerts(wrong(alerts), wrong(events), wrong({ ...options, ...changed }));
    expectRefusal(make(undefined, []), 'missing-value', 'alerts');
    expectRefusal(make([on('07-01')], []), 'inconsistent', 'alerts[0].on');
    expectRefusal(make([], [{ subject: 'a', on: '2026-02-30' }]), 'invalid-date', 'events[0].on');
    expectRefusal(make([], [{ subject: '', on: '2026-02-01' }]), 'empty', 'events[0].subject');
    expectRefusal(make([], [{ ...on('01-01'), x: 1 }]), 'unknown-id', 'events[0].x');
    expectRefusal(make([], [], { horizonDays: -1 }), 'out-of-range', 'options.horizonDays');
    expectRefusal(make([], [], { asOf: null }), 'missing-value', 'options.asOf');
  });
});
