import { describe, expect, it } from 'vitest';
import { compileBusinessHours, compileCalendar } from '../../../src/dates/index.js';
import {
  accumulateAll,
  backlogRecords,
  caseRecords,
  compileKpiCube,
  HANDLING_MEASURES,
  type KpiEvent,
  type KpiRecord,
  reopenedRecord,
  type ServiceCase,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import { draftOf, expectRefusal, wrong } from '../support.js';

const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });
const asOf = '2026-03-10T00:00:00+08:00';
const hour = (h: number) => Date.UTC(2026, 2, 1) + h * 3_600_000;
const riskCase = (id: string, openedAt: number, steps: Record<string, number>): ServiceCase => ({
  id,
  openedAt,
  steps,
});
/** The eight cases of the scenario, closed after 1.5 to 26 hours, and two that were opened 200 and 20 hours before the look and are open. */
const CASES = [
  ...[2.5, 4, 7, 1.5, 26, 3, 5.5, 9].map((hours, i) =>
    riskCase(`k-${i}`, hour(i), {
      acknowledged: hour(i + 0.5),
      contained: hour(i + hours / 2),
      closed: hour(i + hours),
    }),
  ),
  riskCase('o-1', Date.parse(asOf) - 200 * 3_600_000, {}),
  riskCase('o-2', Date.parse(asOf) - 20 * 3_600_000, {
    acknowledged: Date.parse(asOf) - 19 * 3_600_000,
  }),
];
const records = CASES.flatMap((one) => caseRecords(one, { measures: HANDLING_MEASURES, asOf }));
const eventsOf = (all: readonly KpiRecord[], id: string) =>
  all.filter(({ kpi }) => kpi === id).map(({ event }) => event as KpiEvent<'durations'>);
const figure = (kpi: typeof kpis.medianHandling, all = records) =>
  summarise(kpi, accumulateAll(kpi, eventsOf(all, kpi.id)).state);

describe('the handling of risk events', () => {
  it('has a measure for each ready definition of times', () => {
    const ready = new Map(Object.values(kpis).map((kpi) => [kpi.id, kpi]));
    for (const { kpi } of HANDLING_MEASURES) {
      expect(ready.get(kpi)).toMatchObject({ family: 'risk' });
    }
  });

  it('counts open cases as open: the median and the ninth tenth are read off the curve', () => {
    // Sorted: 1.5, 2.5, 3, 4, 5.5, 7, 9, then 20 open, 26, 200 open. Exactly half are left from 5.5 to 7 hours, of which the middle counts, as in R.
    expect(figure(kpis.medianHandling)).toMatchObject({ value: 6.25, open: 2 });
    // After 9 hours 3 of 10 are left, then one open leaves; at 26 hours half of the other two: 0.3 · 1/2 = 0.15 > 0.1.
    expect(figure(kpis.handlingP90)).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.quantile-not-reached' },
    });
    // Without the open ones a bank would say 26: within 9 hours seven of eight are closed, 87.5 %.
    const closed = records.filter(({ id }) => !id!.includes('/o-'));
    expect(figure(kpis.handlingP90, closed)).toMatchObject({ value: 26 });
  });

  it('counts a case that is open beyond the agreed time as late', () => {
    const { withinSla } = kpis;
    const { state } = accumulateAll(withinSla, eventsOf(records, withinSla.id));
    // Six of eight closed within 8 hours; the two open ones are over.
    expect(summarise(withinSla, state)).toMatchObject({ numerator: 6, denominator: 10 });
  });

  it('measures how fast events are acknowledged and contained', () => {
    // Nine were acknowledged, eight after half an hour and one after an hour; one waits since 200 hours.
    expect(figure(kpis.acknowledgeMedian)).toMatchObject({ value: 0.5, open: 1 });
    expect(figure(kpis.acknowledgeP90)).toMatchObject({ value: 1 });
    // Contained after 0.75, 1.25, 1.5, 2, 2.75, 3.5, …: exactly half are left from 2.75 to 3.5.
    expect(figure(kpis.containMedian)).toMatchObject({ value: 3.125, open: 2 });
  });
});

describe('a risk event closed without a step on record', () => {
  const closed = [1, 2, 3, 4, 5].map((i) => riskCase(`c-${i}`, hour(i), { closed: hour(i + 2) }));

  it('waits for that step until it was closed, however late the look', () => {
    for (const look of [asOf, '2026-12-31T00:00:00Z']) {
      const all = closed.flatMap((one) =>
        caseRecords(one, { measures: HANDLING_MEASURES, asOf: look }),
      );
      for (const kpi of [
        'acknowledge-median',
        'acknowledge-p90',
        'contain-median',
        'contain-p90',
      ]) {
        expect(eventsOf(all, kpi)).toEqual(closed.map(() => ({ duration: 2, open: true })));
      }
      expect(eventsOf(all, 'handling-p90')).toEqual(closed.map(() => ({ duration: 2 })));
    }
  });
});

describe('backlogRecords', () => {
  const backlog = CASES.flatMap((one) => backlogRecords(one, { asOf }));

  it('give the age of the cases that are open, which the look ends', () => {
    expect(backlog.map(({ kpi, event }) => [kpi, event])).toEqual(
      [200, 20].flatMap((duration) =>
        ['backlog-age-median', 'backlog-age-p90', 'backlog-within-sla'].map((kpi) => [
          kpi,
          { duration },
        ]),
      ),
    );
    // The last moment of the time that ends with the look.
    expect(backlog[0]).toMatchObject({
      at: Date.parse(asOf) - 1,
      id: `backlog-age-median/o-1/${Date.parse(asOf)}`,
    });
    const slashed = backlogRecords({ ...CASES[8]!, id: 'o/1' }, { asOf });
    expect(slashed[0]!.id).toBe(`backlog-age-median/o%2F1/${Date.parse(asOf)}`);
  });

  it('taken as a month ends are of that month', () => {
    const cube = compileKpiCube({
      ...{ kpis: [kpis.backlogAgeMedian, kpis.backlogAgeP90, kpis.backlogWithinSla] },
      ...{ period: 'month', zone: 'Asia/Shanghai' },
    });
    const waits = riskCase('o-1', Date.parse('2026-06-01T00:00:00+08:00'), {});
    // The end of June, the last minute of July, and the first after August.
    const looks = [
      '2026-07-01T00:00:00+08:00',
      '2026-07-31T23:59:00+08:00',
      '2026-09-01T00:01:00+08:00',
    ];
    const draft = draftOf(
      cube,
      looks.flatMap((look) => backlogRecords(waits, { asOf: look })),
    );
    const { rows } = cube.result(draft, { suppressBelow: 1 });
    const ofMedian = rows.filter(({ kpi }) => kpi === 'backlog-age-median');
    expect(
      ofMedian.map(({ period, result }) => [period.id, result.status !== 'suppressed' && result.n]),
    ).toEqual([
      ['2026-06', 1],
      ['2026-07', 1],
      ['2026-08', 0],
      ['2026-09', 1],
    ]);
  });

  it('keep what earlier looks saw, and can be taken back by hand', () => {
    const sooner = '2026-03-05T00:00:00+08:00';
    const told = [...backlogRecords(CASES[8]!, { asOf: sooner }), ...backlog];
    const cube = compileKpiCube({
      ...{ kpis: [kpis.backlogAgeMedian, kpis.backlogAgeP90, kpis.backlogWithinSla] },
      ...{ period: 'day', zone: 'Asia/Shanghai' },
    });
    const draft = draftOf(cube, told);
    const counts = () =>
      cube
        .result(draft, { suppressBelow: 1 })
        .rows.filter(({ kpi }) => kpi === 'backlog-age-median')
        .map(({ result }) => (result.status === 'ok' ? result.n : 0));
    // One at the end of 4 March, two at that of 9 March, and four days between.
    expect(counts()).toEqual([1, 0, 0, 0, 0, 2]);
    cube.add(draft, { ...told[0]!, revision: told[0]!.revision! + 1, event: null });
    // The day still has its row, since the two other figures are not taken back.
    expect(counts()).toEqual([0, 0, 0, 0, 0, 2]);
  });

  it('make no case of one that was given up', () => {
    const given = { ...CASES[8]!, abandonedAt: asOf };
    expect(backlogRecords(given, { asOf })).toEqual([]);
  });

  it('count business hours if the service has them', () => {
    const calendar = compileCalendar({
      id: 'x',
      covers: { from: '2026-01-01', to: '2027-01-01' },
      holidays: [],
    });
    const spans = [['09:00', '17:00']] as const;
    const hours = compileBusinessHours({ zone: 'Asia/Shanghai', calendar, spans });
    // From Monday 2026-03-09, 04:00 in Shanghai, to midnight: one working day.
    expect(backlogRecords(CASES[9]!, { asOf, hours })[0]!.event).toEqual({ duration: 8 });
  });

  it('refuse what cannot be', () => {
    const look = (options: object) => () => backlogRecords(CASES[8]!, wrong(options));
    expectRefusal(look({}), 'missing-value', 'options.asOf');
    expectRefusal(look({ asOf, kpis: [] }), 'unknown-id', 'options.kpis');
    expectRefusal(look({ asOf: '2026-03-01T00:00:00Z' }), 'inconsistent', 'case.openedAt');
    // A misspelt step would keep the case in the backlog for ever.
    const misspelt = riskCase('m-1', hour(1), { close: hour(2) });
    expectRefusal(() => backlogRecords(misspelt, { asOf }), 'unknown-id', 'case.steps.close');
  });
});

describe('reopenedRecord', () => {
  const closed = { id: 'k-1', closedAt: '2026-01-10T00:00:00Z' };
  const look = { windowDays: 30, asOf: '2026-03-10T00:00:00Z' };
  const event = (change: object, changed: object = {}) =>
    reopenedRecord(wrong({ ...closed, ...change }), { ...look, ...changed }).event;

  it('counts a case opened again up to the end of the window', () => {
    expect(event({ reopenedAt: '2026-02-09T00:00:00Z' })).toEqual({ successes: 1, trials: 1 });
    expect(event({ reopenedAt: '2026-02-09T00:00:01Z' })).toEqual({ successes: 0, trials: 1 });
    expect(event({})).toEqual({ successes: 0, trials: 1 });
  });

  it('has an id of its own, and refuses dimensions that are none', () => {
    expect(reopenedRecord({ ...closed, id: 'k/1' }, look).id).toBe('reopened-cases/k%2F1');
    const dimensions = { branch: 7 };
    expectRefusal(() => event({ dimensions }), 'invalid-type', 'case.dimensions.branch');
  });

  it('leaves out a case whose window is running, opened again or not', () => {
    const early = { asOf: '2026-02-08T00:00:00Z' };
    expect(event({}, early)).toEqual({ excluded: 'window-open' });
    expect(event({ reopenedAt: '2026-01-11T00:00:00Z' }, early)).toEqual({
      excluded: 'window-open',
    });
  });

  it('refuses what cannot be', () => {
    const make =
      (change: object, changed: object = {}) =>
      () =>
        event(change, changed);
    expectRefusal(make({ reopenedAt: '2026-01-09T00:00:00Z' }), 'inconsistent', 'case.reopenedAt');
    expectRefusal(make({ reopenedAt: '2026-04-09T00:00:00Z' }), 'inconsistent', 'case.reopenedAt');
    expectRefusal(make({ closedAt: undefined }), 'missing-value', 'case.closedAt');
    expectRefusal(make({ openedAt: 0 }), 'unknown-id', 'case.openedAt');
    expectRefusal(make({}, { windowDays: 0 }), 'out-of-range', 'options.windowDays');
  });
});
