import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareGroups,
  compareWithControl,
  defineKpi,
  type GroupStates,
  type Kpi,
  type KpiKind,
  type KpiState,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import fixture from '../../fixtures/kpi/standardised-times.json' with { type: 'json' };
import { DESCRIPTION, expectClose } from '../support.js';

const TENURE = {
  ...DESCRIPTION,
  kind: 'survival',
  timeUnit: 'month',
  longest: 200,
  causes: ['fees', 'moved'],
} as const;
const MEASURES = {
  survival: defineKpi({ ...TENURE, measure: { name: 'survival', time: 40 } }),
  restrictedMean: defineKpi({ ...TENURE, measure: { name: 'restricted-mean', until: 40 } }),
  incidence: defineKpi({ ...TENURE, measure: { name: 'incidence', cause: 'fees', time: 40 } }),
};
const median = defineKpi({
  ...DESCRIPTION,
  kind: 'durations',
  direction: 'lower-is-better',
  measure: { name: 'quantile', probability: 0.5 },
});

type Times = { readonly time: readonly number[]; readonly status: readonly number[] };
type Cells = Readonly<Record<'tb' | 'ta' | 'cb' | 'ca', Times>>;

function groupsOf<K extends KpiKind>(
  cells: Cells,
  stateOf: (times: Times) => KpiState<K>,
): { readonly treated: GroupStates<K>; readonly control: GroupStates<K> } {
  const { tb, ta, cb, ca } = cells;
  return {
    treated: { before: stateOf(tb), after: stateOf(ta) },
    control: { before: stateOf(cb), after: stateOf(ca) },
  };
}

function left(kpi: Kpi<'survival'>, { time, status }: Times) {
  const events = time.map((at, i) =>
    status[i] === 0 ? { time: at } : { time: at, cause: TENURE.causes[status[i]! - 1]! },
  );
  return accumulateAll(kpi, events).state;
}

function waited({ time, status }: Times, kpi: Kpi<'durations'> = median) {
  const events = time.map((duration, i) => ({ duration, open: status[i] === 0 }));
  return accumulateAll(kpi, events).state;
}

const all = (...time: readonly number[]): Times => ({ time, status: time.map(() => 1) });

describe('compareWithControl of times', () => {
  it('tests the share that stays, the restricted mean and the share that leaves for a cause by R’s errors', () => {
    for (const [name, kpi] of Object.entries(MEASURES)) {
      const expected = fixture.did[name as keyof typeof MEASURES];
      const found = compareWithControl(
        kpi,
        groupsOf(fixture.cells, (times) => left(kpi, times)),
      );
      if (found.status !== 'estimated') throw new Error(found.status);
      for (const key of ['treatedChange', 'controlChange', 'estimate'] as const) {
        expectClose(found[key], expected[key], 1e-9);
      }
      for (const key of ['standardError', 'statistic', 'pValue'] as const) {
        expectClose(found[key], expected[key], 1e-9);
      }
      expectClose(found.interval.low, expected.low, 1e-9);
      expectClose(found.interval.high, expected.high, 1e-9);
      // A restricted mean is a mean; the others are shares.
      const isMean = name === 'restrictedMean';
      expect(found).toMatchObject({
        method: 'difference-in-differences-t',
        interval: { method: isMean ? 'welch-t' : 'agresti-caffo-t', confidence: 0.95 },
        assumption: 'parallel-trends',
        verdict: name === 'incidence' ? 'not-shown' : 'better',
      });
      expect(found.reasons[0]!.code).toBe('kpi.parallel-trends');
    }
  });

  it('subtracts the changes of a median, of which the interval decides', () => {
    const expected = fixture.did.median;
    const found = compareWithControl(median, groupsOf(fixture.waits, waited));
    if (found.status !== 'described') throw new Error(found.status);
    expectClose(found.treatedChange, expected.treatedChange);
    expectClose(found.controlChange, expected.controlChange);
    expectClose(found.estimate, expected.estimate, 1e-9);
    expectClose(found.interval!.low, expected.low, 1e-9);
    expectClose(found.interval!.high, expected.high, 1e-9);
    expect(found).toMatchObject({ verdict: 'not-shown', assumption: 'parallel-trends' });
    expect(found.reasons.map(({ code }) => code)).toEqual([
      'kpi.parallel-trends',
      'kpi.difference-not-tested',
    ]);
    // 40 hours quicker, whichever end of the four intervals is taken.
    const slow = {
      ...fixture.waits,
      tb: { ...fixture.waits.tb, time: fixture.waits.tb.time.map((t) => t + 40) },
    };
    const quicker = compareWithControl(median, groupsOf(slow, waited));
    expect(quicker).toMatchObject({ status: 'described', verdict: 'better' });
  });

  it('says that too few cases tell no interval', () => {
    const found = compareWithControl(
      median,
      groupsOf({ tb: all(4, 6, 8), ta: all(1, 2, 3), cb: all(5, 6, 7), ca: all(4, 5, 9) }, waited),
    );
    // (2 − 6) − (5 − 6)
    expect(found).toMatchObject({
      status: 'described',
      treatedChange: -4,
      controlChange: -1,
      estimate: -3,
    });
    expect(found).not.toHaveProperty('interval');
    expect(found).not.toHaveProperty('verdict');
    expect(found.reasons.map(({ code }) => code)).toEqual([
      'kpi.parallel-trends',
      'kpi.difference-not-tested',
      'kpi.interval-unknown',
    ]);
  });

  it('has no answer where a curve does not come down to the quantile, or nobody was followed so long', () => {
    const open = { time: [3, 4, 5], status: [1, 0, 0] };
    const cells = { tb: all(4, 6, 8), ta: open, cb: all(5, 6, 7), ca: all(4, 5, 9) };
    expect(compareWithControl(median, groupsOf(cells, waited))).toMatchObject({
      status: 'insufficient',
      reasons: [{ code: 'kpi.quantile-not-reached' }],
    });
    for (const kpi of Object.values(MEASURES)) {
      const found = compareWithControl(
        kpi,
        groupsOf(cells, (times) => left(kpi, times)),
      );
      expect(found).toMatchObject({
        status: 'insufficient',
        reasons: [{ code: 'kpi.not-watched-so-long', parameters: { time: 40 } }],
      });
    }
  });

  it('takes a cell in which nobody has left for no certainty, and names what cannot vary', () => {
    const kpi = MEASURES.survival;
    const stayed = (n: number): Times => ({ time: Array(n).fill(50), status: Array(n).fill(0) });
    const half = {
      time: [...Array(10).fill(9), ...Array(10).fill(50)],
      status: [...Array(10).fill(1), ...Array(10).fill(0)],
    };
    const of = (cells: Cells) =>
      compareWithControl(
        kpi,
        groupsOf(cells, (times) => left(kpi, times)),
      );
    const found = of({ tb: half, ta: stayed(8), cb: half, ca: half });
    if (found.status !== 'estimated') throw new Error(found.status);
    expectClose(found.estimate, 0.5);
    // 11 of 22 in three cells, and 9 of 10 in the fourth.
    const errors = [0.25 / 22, 0.25 / 22, 0.25 / 22, 0.09 / 10];
    expectClose(found.standardError, Math.sqrt(errors.reduce((sum, square) => sum + square)));
    expectClose(found.statistic, 0.4 / found.standardError);
    // 10 of 20 and 8 of 8: 10 of 28 are expected to leave, of 8.
    expectClose(found.smallestExpected!, (8 * 10) / 28);
    expect(of({ tb: stayed(5), ta: stayed(8), cb: stayed(9), ca: stayed(7) })).toMatchObject({
      status: 'no-variation',
      estimate: 0,
      reasons: [{ code: 'kpi.parallel-trends' }],
    });
  });
});

describe('compareWithControl of money', () => {
  it('subtracts the changes, without an interval or a verdict', () => {
    const kpi = defineKpi({ ...DESCRIPTION, kind: 'amount-ratio', currency: 'CNY' });
    const of = (numerator: number, denominator: number) =>
      accumulateAll(kpi, [
        {
          numerator: money('CNY', String(numerator)),
          denominator: money('CNY', String(denominator)),
        },
      ]).state;
    const control = { before: of(10, 100), after: of(12, 100) };
    const found = compareWithControl(kpi, {
      treated: { before: of(8, 64), after: of(16, 64) },
      control,
    });
    if (found.status !== 'described') throw new Error(found.status);
    expectClose(found.treatedChange, 0.125);
    expectClose(found.controlChange, 0.02);
    expectClose(found.estimate, 0.105);
    expect(found).not.toHaveProperty('interval');
    expect(found).not.toHaveProperty('verdict');
    expect(found.reasons.map(({ code }) => code)).toEqual([
      'kpi.parallel-trends',
      'kpi.difference-not-tested',
    ]);
    const none = compareWithControl(kpi, {
      treated: { before: of(8, 0), after: of(16, 64) },
      control,
    });
    expect(none).toMatchObject({
      status: 'insufficient',
      reasons: [{ code: 'kpi.denominator-not-positive' }],
    });
  });
});

describe('a share stated for a year', () => {
  const { annualisedClientChurn: churn } = serviceKpis({ currency: 'CNY' });
  const lost = (successes: number, trials = 400) =>
    accumulateAll(churn, [{ successes, trials }]).state;
  const own = { code: 'kpi.compared-in-own-period', parameters: { periods: 4 } };

  it('says in every comparison that it is compared as it is in its own period', () => {
    const change = compareBeforeAfter(churn, lost(12), lost(8));
    expect(change).toMatchObject({ before: { value: 0.03 }, after: { value: 0.02 } });
    expect(change.reasons.at(-1)).toMatchObject(own);
    const same = compareBeforeAfter(churn, lost(0), lost(0));
    expect(same).toMatchObject({ status: 'no-variation' });
    expect(same.reasons.at(-1)).toMatchObject(own);
    const both = { before: lost(12), after: lost(8) };
    const effect = compareWithControl(churn, { treated: both, control: both });
    expect(effect.reasons).toContainEqual(expect.objectContaining(own));
    const { groups } = compareGroups(churn, [
      { id: 'a', state: lost(12) },
      { id: 'b', state: lost(8) },
    ]);
    for (const group of groups) {
      if (group.status !== 'compared') throw new Error(group.status);
      expect(group.reasons).toContainEqual(expect.objectContaining(own));
    }
  });

  it('has nothing to say of it where a year is one period', () => {
    const yearly = defineKpi({ ...DESCRIPTION, kind: 'proportion', periodsPerYear: 1 });
    const of = (successes: number) => accumulateAll(yearly, [{ successes, trials: 400 }]).state;
    const { reasons } = compareBeforeAfter(yearly, of(12), of(8));
    expect(reasons.map(({ code }) => code)).not.toContain(own.code);
  });
});
