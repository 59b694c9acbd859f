import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  type KpiOk,
  matchAlerts,
  type RiskFinding,
  type RiskOptions,
  riskRecords,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import { draftOf, eventsByKpi, expectClose, expectRefusal, wrong } from '../support.js';
import { cubeByFamily, expectFamiliesChecked, resultIn } from './support.js';

const march = (day: string) => `2026-03-${day}T09:00:00+08:00`;
const options = {
  families: ['fraud', 'suitability'],
  asOf: '2026-04-01T09:00:00+08:00',
} as const;
const alert = { id: 'r-1', family: 'fraud', alertedAt: march('02') };
const eventsOf = (finding: object) => eventsByKpi(riskRecords(wrong(finding), options));
const { riskPrecision, riskRecall, riskF1, alertLeadTime } = serviceKpis({
  currency: 'CNY',
  minimumSample: 1,
});

describe('riskRecords', () => {
  it('count alerts that were right, alerts that were false, and events nobody was alerted of', () => {
    const count = (finding: object) => eventsOf(finding)['risk-f1'];
    expect(count({ ...alert, outcome: 'risk' })).toEqual({ truePositives: 1 });
    expect(count({ ...alert, occurredAt: march('05') })).toEqual({ truePositives: 1 });
    expect(count({ ...alert, outcome: 'no-risk' })).toEqual({ falsePositives: 1 });
    const missed = { id: 'r-1', family: 'fraud', occurredAt: march('05') };
    expect(count(missed)).toEqual({ falseNegatives: 1 });
    expect(eventsOf(missed)['alert-lead-time']).toBeNull();
  });

  it('count an alert after the event as matchAlerts does: the event was missed, and the warning false', () => {
    const late = { ...alert, occurredAt: march('01') };
    expect(eventsOf(late)['risk-f1']).toEqual({ falsePositives: 1, falseNegatives: 1 });
    const { warnings, events } = matchAlerts(
      [{ subject: 'r-1', on: '2026-03-02' }],
      [{ subject: 'r-1', on: '2026-03-01' }],
      { horizonDays: 10, asOf: '2026-04-01' },
    );
    expect(warnings.map(({ outcome }) => outcome)).toEqual(['false']);
    expect(events.map(({ leadDays }) => leadDays)).toEqual([null]);
    // At the same moment it was in time, as on the same day.
    expect(eventsOf({ ...alert, occurredAt: alert.alertedAt })['risk-f1']).toEqual({
      truePositives: 1,
    });
    // An alert that is meant to find what has happened already tells what it found, and no time of an event.
    expect(eventsOf({ ...alert, outcome: 'risk' })['risk-f1']).toEqual({ truePositives: 1 });
  });

  it('take back the lead time of an alert that an earlier look told of by mistake', () => {
    const cube = cubeByFamily([riskPrecision, riskRecall, riskF1, alertLeadTime]);
    const { alertedAt: _, ...unalerted } = { ...alert, occurredAt: march('05') };
    const looks = [
      riskRecords({ ...alert, occurredAt: march('05') }, { ...options, asOf: march('06') }),
      riskRecords(unalerted, options),
    ];
    const draft = draftOf(cube, looks.flat());
    expect(resultIn(cube, draft, 'risk-recall')).toMatchObject({ value: 0, n: 1 });
    expect(resultIn(cube, draft, 'alert-lead-time')).toBeUndefined();
  });

  it('leave out alerts of which nobody knows yet what they are', () => {
    expect(eventsOf(alert)['risk-precision']).toEqual({ excluded: 'undecided' });
  });

  it('warn where more than one in twenty alerts are undecided: what happened comes to light sooner', () => {
    // 30 of 100 alerts are right, each known after 10 days, and the others are cleared after 40; one look after 20 days, one after 40.
    const cube = cubeByFamily([riskPrecision]);
    const look = (days: number) => {
      const asOf = Date.parse(alert.alertedAt) + days * 86_400_000;
      const findings = Array.from({ length: 100 }, (_, i): RiskFinding => {
        const [known, outcome] = i < 30 ? ([10, 'risk'] as const) : ([40, 'no-risk'] as const);
        const told = { ...alert, id: `r-${i}` };
        return known <= days ? { ...told, outcome } : told;
      });
      const records = findings.flatMap((finding) => riskRecords(finding, { ...options, asOf }));
      const own = records.filter(({ kpi }) => kpi === 'risk-precision');
      return resultIn(cube, draftOf(cube, own), 'risk-precision');
    };
    expect(look(20)).toMatchObject({
      value: 1,
      excluded: [{ id: 'undecided', count: 70 }],
      reasons: [
        { code: 'kpi.many-undecided', severity: 'warn', parameters: { undecided: 70, n: 30 } },
      ],
    });
    expect(look(40)).toMatchObject({ value: 0.3, excluded: [], reasons: [] });
    const codesOf = (undecided: number) => {
      const events = Array.from({ length: undecided }, () => ({ excluded: 'undecided' }));
      const { state } = accumulateAll(riskPrecision, [{ falsePositives: 95 }, ...events]);
      const result = summarise(riskPrecision, state);
      return result.status === 'ok' && result.reasons.map(({ code }) => code);
    };
    expect([codesOf(5), codesOf(6)]).toEqual([[], ['kpi.many-undecided']]);
  });

  it('measure lead time to the event, so far, or not at all', () => {
    const lead = (change: object) => eventsOf({ ...alert, ...change })['alert-lead-time'];
    expect(lead({ occurredAt: march('05') })).toEqual({ duration: 3 });
    // From 2 March to 1 April.
    expect(lead({})).toEqual({ duration: 30, open: true });
    expect(lead({ outcome: 'no-risk' })).toEqual({ excluded: 'no-risk' });
    expect(lead({ outcome: 'risk' })).toEqual({ excluded: 'averted' });
    expect(lead({ occurredAt: march('01') })).toEqual({ excluded: 'after-the-event' });
  });

  it('let outcomes come late, and show each family by itself', () => {
    const cube = cubeByFamily([riskPrecision, riskRecall, riskF1, alertLeadTime]);
    const named: RiskOptions = { ...options, familyDimension: 'risk-family' };
    const early = { ...named, asOf: march('03') };
    const draft = cube.init();
    const add = (finding: RiskFinding, terms = named) => {
      for (const record of riskRecords(finding, terms)) cube.add(draft, record);
    };
    const precisionOf = (family: string) => resultIn(cube, draft, 'risk-precision', family);
    add(alert, early);
    expect(precisionOf('fraud')).toMatchObject({
      status: 'insufficient',
      excluded: [{ id: 'undecided', count: 1 }],
    });
    add({ ...alert, outcome: 'risk' });
    add({ id: 'r-2', family: 'fraud', alertedAt: march('10'), outcome: 'no-risk' });
    add({ id: 'r-3', family: 'suitability', alertedAt: march('10'), outcome: 'risk' });
    expect(precisionOf('fraud')).toMatchObject({ value: 0.5, numerator: 1, denominator: 2 });
    expect(precisionOf('suitability')).toMatchObject({ value: 1 });
    expect(precisionOf('fraud')).toMatchObject({ excluded: [] });
  });

  it('give the precision, recall and F1 of the scenario from its single findings', () => {
    const { risk } = JSON.parse(
      readFileSync('examples/data/scenario/service-quarter.json', 'utf8'),
    );
    const expected = JSON.parse(readFileSync('test/fixtures/kpi/scenario.json', 'utf8')).risk;
    const some = (n: number, change: object) =>
      Array.from({ length: n }, (_, i) => ({
        ...alert,
        id: `${JSON.stringify(change)}${i}`,
        ...change,
      }));
    const missed = some(risk.falseNegatives, { occurredAt: march('05') }).map(
      ({ alertedAt: _, ...finding }) => finding,
    );
    const findings = [
      ...some(risk.truePositives, { outcome: 'risk' }),
      ...some(risk.falsePositives, { outcome: 'no-risk' }),
      ...missed,
    ] as RiskFinding[];
    const cube = cubeByFamily([riskPrecision, riskRecall, riskF1, alertLeadTime]);
    const draft = draftOf(
      cube,
      findings.flatMap((finding) => riskRecords(finding, options)),
    );
    const figure = (kpi: string) => (resultIn(cube, draft, kpi) as KpiOk).value;
    expectClose(figure('risk-precision'), expected.precision.value);
    expectClose(figure('risk-recall'), expected.recall.value);
    expectClose(figure('risk-f1'), expected.f1);
  });

  it('refuse what cannot be', () => {
    const make =
      (change: object, changed: object = {}) =>
      () =>
        riskRecords(wrong({ ...alert, ...change }), wrong({ ...options, ...changed }));
    expectFamiliesChecked(make, 'finding');
    expectRefusal(make({ alertedAt: undefined }), 'missing-value', 'finding.alertedAt');
    expectRefusal(make({ alertedAt: '2026-05-01T00:00:00Z' }), 'inconsistent', 'finding.alertedAt');
    expectRefusal(make({ alertedAt: '2026-03-02' }), 'invalid-format', 'finding.alertedAt');
    const happened = { occurredAt: march('05'), outcome: 'no-risk' };
    expectRefusal(make(happened), 'inconsistent', 'finding.outcome');
    expectRefusal(make({ outcome: 'maybe' }), 'unknown-value', 'finding.outcome');
    expectRefusal(make({ severity: 3 }), 'unknown-id', 'finding.severity');
  });
});
