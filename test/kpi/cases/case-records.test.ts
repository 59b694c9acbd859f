import { describe, expect, it } from 'vitest';
import { compileBusinessHours, compileCalendar } from '../../../src/dates/index.js';
import { caseRecords, compileKpiCube, defineKpi } from '../../../src/kpi/index.js';
import { DESCRIPTION, draftOf, expectRefusal, wrong } from '../support.js';

const at = (text: string) => `2026-03-${text}:00+08:00`;
const enquiry = {
  id: 'e-1',
  openedAt: at('02T16:30'),
  steps: { 'first-response': at('03T09:30'), closed: at('04T09:00') },
  dimensions: { branch: 'Pudong' },
};
const measures = [
  { kpi: 'response', until: 'first-response' },
  { kpi: 'resolution', until: 'closed' },
  { kpi: 'work', from: 'first-response', until: 'closed' },
];
const asOf = at('05T00:00');
const events = (records: ReturnType<typeof caseRecords>) =>
  records.map(({ kpi, event }) => [kpi, ...(event === null ? [null] : Object.values(event))]);

/** A cube of the median of one measure. */
const medianOf = (id: string) => {
  const measure = { name: 'quantile', probability: 0.5 } as const;
  const kpi = defineKpi({ ...DESCRIPTION, kind: 'durations', id, measure });
  const zone = 'Asia/Shanghai';
  return compileKpiCube({ kpis: [kpi], period: 'month', zone, dimensions: ['branch'] });
};

describe('caseRecords', () => {
  it('measures hours from step to step', () => {
    const records = caseRecords(enquiry, { measures, asOf });
    expect(events(records)).toEqual([
      ['response', 17],
      ['resolution', 40.5],
      ['work', 23.5],
    ]);
    expect(records[0]).toMatchObject({
      id: 'response/e-1',
      at: enquiry.openedAt,
      dimensions: { branch: 'Pudong' },
    });
  });

  it('gives each record an id of its own, whatever stands in the ids of cases and KPIs', () => {
    const idOf = (id: string, kpi: string) =>
      caseRecords({ ...enquiry, id }, { measures: [{ kpi, until: 'closed' }], asOf })[0]!.id;
    const ids = [idOf('a/b', 'c'), idOf('b', 'a/c'), idOf('a', 'b/c'), idOf('a%2Fb', 'c')];
    expect(new Set([...ids, idOf('c', 'a/b'), idOf('b/c', 'a')]).size).toBe(6);
  });

  it('measures business hours if the service has them', () => {
    const calendar = compileCalendar({
      id: 'x',
      covers: { from: '2026-01-01', to: '2027-01-01' },
      holidays: [],
    });
    const hours = compileBusinessHours({
      zone: 'Asia/Shanghai',
      calendar,
      spans: [['09:00', '17:00']],
    });
    // Half an hour on Monday and half an hour on Tuesday; then seven and a half on Tuesday.
    const records = caseRecords(enquiry, { measures, asOf, hours });
    expect(events(records)).toEqual([
      ['response', 1],
      ['resolution', 8.5],
      ['work', 7.5],
    ]);
  });

  it('blames what lies beyond the calendar: the look, the opening or the step', () => {
    const covers = { from: '2026-03-02', to: '2026-03-05' } as const;
    const calendar = compileCalendar({ id: 'x', covers, holidays: [] });
    const spans = [['09:00', '17:00']] as const;
    const hours = compileBusinessHours({ zone: 'Asia/Shanghai', calendar, spans });
    const make = (change: object, look: string) => () =>
      caseRecords({ ...enquiry, ...change }, { measures, asOf: at(look), hours });
    expect(make({}, '31T00:00')).not.toThrow();
    expectRefusal(make({ steps: {} }, '31T00:00'), 'out-of-range', 'options.asOf');
    expectRefusal(make({ openedAt: at('01T12:00') }, '04T12:00'), 'out-of-range', 'case.openedAt');
    const closed = { 'first-response': at('03T09:30'), closed: at('05T09:00') };
    expectRefusal(make({ steps: closed }, '31T00:00'), 'out-of-range', 'case.steps.closed');
    const given = { steps: {}, abandonedAt: at('06T09:00') };
    expectRefusal(make(given, '31T00:00'), 'out-of-range', 'case.abandonedAt');
  });

  it('counts open cases as open so far, and steps that have not begun not at all', () => {
    const open = { ...enquiry, steps: {} };
    expect(events(caseRecords(open, { measures, asOf }))).toEqual([
      ['response', 55.5, true],
      ['resolution', 55.5, true],
      ['work', null],
    ]);
  });

  it('waits for a case that was given up no longer than until then', () => {
    const given = { ...enquiry, steps: {}, abandonedAt: at('02T18:30') };
    const waited = [
      ['response', 2, true],
      ['resolution', 2, true],
      ['work', null],
    ];
    expect(events(caseRecords(given, { measures, asOf }))).toEqual(waited);
    // Tidied up a day later: nobody was waiting any more, so nothing was resolved.
    const tidied = { ...given, steps: { closed: at('03T18:30') } };
    expect(events(caseRecords(tidied, { measures, asOf }))).toEqual(waited);
  });

  it('waits no longer than the step that ends the wait without the one waited for', () => {
    const ended = [{ kpi: 'response', until: 'first-response', endedBy: 'closed' }];
    const unanswered = { ...enquiry, steps: { closed: at('02T18:00') } };
    for (const look of [at('02T18:00'), at('05T00:00'), at('31T00:00')]) {
      const records = caseRecords(unanswered, { measures: ended, asOf: look });
      expect(events(records)).toEqual([['response', 1.5, true]]);
    }
    expect(events(caseRecords(enquiry, { measures: ended, asOf }))).toEqual([['response', 17]]);
    const still = { ...enquiry, steps: {} };
    expect(events(caseRecords(still, { measures: ended, asOf }))).toEqual([
      ['response', 55.5, true],
    ]);
  });

  it('takes a measure back whose first step an earlier look had wrongly as reached', () => {
    const cube = medianOf('work');
    const draft = cube.init();
    const tell = (steps: Readonly<Record<string, string>>, look: string) => {
      const own = { measures: [measures[2]!], asOf: look };
      for (const record of caseRecords({ ...enquiry, steps }, own)) cube.add(draft, record);
    };
    tell({}, at('04T00:00'));
    tell({ 'first-response': at('02T17:00') }, at('03T00:00'));
    const shown = () => cube.result(draft, { suppressBelow: 1 }).rows;
    expect(shown().every(({ result }) => result.status === 'insufficient')).toBe(true);
    tell(enquiry.steps, at('05T00:00'));
    expect(shown()[0]!.result).toMatchObject({ value: 23.5, n: 1 });
  });

  it('lets a later look at the same case count in place of the earlier', () => {
    const cube = medianOf('response');
    const first = caseRecords(
      { ...enquiry, steps: {} },
      { measures: [measures[0]!], asOf: at('02T20:00') },
    );
    const later = caseRecords(enquiry, { measures: [measures[0]!], asOf });
    for (const order of [
      [first, later],
      [later, first],
    ]) {
      const { rows, conflicting } = cube.result(draftOf(cube, order.flat()), { suppressBelow: 1 });
      expect(rows[0]!.result).toMatchObject({ status: 'ok', value: 17, n: 1 });
      expect(conflicting).toEqual([]);
    }
  });

  it('refuses dimensions that are no plain object', () => {
    for (const dimensions of [new Map([['branch', 'Pudong']]), new Date(0)]) {
      const make = () => caseRecords(wrong({ ...enquiry, dimensions }), { measures, asOf });
      expectRefusal(make, 'invalid-type', 'case.dimensions');
    }
  });

  it('refuses times that cannot be', () => {
    const make = (change: object) => () =>
      caseRecords(wrong({ ...enquiry, ...change }), { measures, asOf });
    const early = { 'first-response': at('02T16:00') };
    expectRefusal(make({ steps: early }), 'inconsistent', 'case.steps["first-response"]');
    const future = { closed: at('06T00:00') };
    expectRefusal(make({ steps: future }), 'inconsistent', 'case.steps.closed');
    const crossed = { 'first-response': at('04T10:00'), closed: at('04T09:00') };
    expectRefusal(make({ steps: crossed }), 'inconsistent', 'case.steps.closed');
    expectRefusal(make({ openedAt: '2026-03-02' }), 'invalid-format', 'case.openedAt');
    expectRefusal(make({ openedAt: undefined }), 'missing-value', 'case.openedAt');
    expectRefusal(make({ steps: undefined }), 'missing-value', 'case.steps');
    expectRefusal(make({ abandonedAt: at('01T10:00') }), 'inconsistent', 'case.abandonedAt');
    expectRefusal(make({ closedAt: at('04T10:00') }), 'unknown-id', 'case.closedAt');
    expectRefusal(() => caseRecords(enquiry, { measures: [], asOf }), 'empty', 'options.measures');
    const misspelt = [{ kpi: 'x', to: 'closed' }];
    expectRefusal(
      () => caseRecords(enquiry, wrong({ measures: misspelt, asOf })),
      'unknown-id',
      'options.measures[0].to',
    );
  });

  it('shows a refused time as it was given', () => {
    const ended = [{ kpi: 'response', until: 'first-response', endedBy: 'closed' }];
    const refused = (change: object, list: typeof measures) => () =>
      caseRecords({ ...enquiry, ...change }, { measures: list, asOf });
    const crossed = { 'first-response': at('04T10:00'), closed: at('04T09:00') };
    expect(refused({ steps: crossed }, measures)).toThrow('2026-03-04T09:00:00+08:00');
    expect(refused({ steps: crossed }, ended)).toThrow('2026-03-04T10:00:00+08:00');
    const givenUp = { abandonedAt: at('04T12:00') };
    expect(refused(givenUp, ended)).toThrow('2026-03-04T12:00:00+08:00');
  });

  it('refuses measures that cannot be told apart or end before they are over', () => {
    const make = (list: object[]) => () => caseRecords(enquiry, wrong({ measures: list, asOf }));
    const twice = [measures[0]!, { ...measures[1]!, kpi: 'response' }];
    expectRefusal(make(twice), 'duplicate-id', 'options.measures[1].kpi');
    const same = [{ kpi: 'x', until: 'closed', endedBy: 'closed' }];
    expectRefusal(make(same), 'inconsistent', 'options.measures[0].endedBy');
    const number = [{ kpi: 'x', until: 'closed', endedBy: 1 }];
    expectRefusal(make(number), 'invalid-type', 'options.measures[0].endedBy');
    // Answered after it was closed: one of both is wrong.
    const late = [{ kpi: 'x', until: 'closed', endedBy: 'first-response' }];
    expectRefusal(make(late), 'inconsistent', 'case.steps.closed');
  });
});
