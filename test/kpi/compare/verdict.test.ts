import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareGroups,
  compareSeveral,
  defineKpi,
  fairnessReport,
  type Kpi,
} from '../../../src/kpi/index.js';
import { DESCRIPTION } from '../support.js';

const hours = {
  ...DESCRIPTION,
  kind: 'durations',
  direction: 'lower-is-better',
} as const;
const mean = defineKpi({ ...hours, measure: { name: 'mean' } });
const slowest = defineKpi({ ...hours, measure: { name: 'quantile', probability: 0.9 } });
const stateOf = (kpi: Kpi<'durations'>, list: readonly number[]) =>
  accumulateAll(
    kpi,
    list.map((duration) => ({ duration })),
  ).state;
const times = (n: number, value: number) => new Array<number>(n).fill(value);

// Most cases are five hours quicker, every fifth is far slower: the ranks fall, the mean rises.
// Means: (80·10 + 20·20)/100 = 12 and (80·5 + 20·1000)/100 = 204.
const USUAL = [...times(80, 10), ...times(20, 20)];
const SPLIT = [...times(80, 5), ...times(20, 1000)];
const APART = 'kpi.test-and-value-differ';

describe('a verdict where the test points one way and the value does not', () => {
  it.each([
    [mean, 12, 204],
    // The ninetieth of a hundred.
    [slowest, 20, 1000],
  ] as const)('is neither better nor worse, before and after', (kpi, from, to) => {
    const change = compareBeforeAfter(kpi, stateOf(kpi, USUAL), stateOf(kpi, SPLIT));
    expect(change).toMatchObject({
      before: { value: from },
      after: { value: to },
      difference: to - from,
      shift: { value: -5 },
      verdict: 'different',
    });
    expect(change.reasons.at(-1)!.code).toBe(APART);
    expect(compareSeveral([change])[0]).toMatchObject({ verdict: 'different' });
  });

  it.each([
    ['one group', { group: 'usual' }, 12],
    ['the rest', 'rest', 12],
    // (100·12 + 100·204)/200.
    ['all', 'all', 108],
  ] as const)('is neither between a group and %s, and stands in the report', (_, reference, of) => {
    const groups = [
      { id: 'split', state: stateOf(mean, SPLIT) },
      { id: 'usual', state: stateOf(mean, USUAL) },
    ];
    const [gap] = compareGroups(mean, groups, { reference }).groups;
    if (gap?.status !== 'compared') throw new Error(gap?.status);
    expect(gap).toMatchObject({ value: 204, reference: { value: of }, verdict: 'different' });
    expect(gap.reasons.at(-1)!.code).toBe(APART);
    const { findings } = fairnessReport([{ kpi: mean, split: 'branch', groups }], { reference });
    expect(findings[0]).toMatchObject({ group: 'split', verdict: 'different' });
  });

  it('is that of all cases where the value stayed as it was, and says so', () => {
    const median = defineKpi({ ...hours, measure: { name: 'quantile', probability: 0.5 } });
    // The middle two of a hundred are 10 before and after, while of the others nearly all got quicker.
    const [before, after] = [
      [...times(49, 9), 10, 10, ...times(49, 11)],
      [...times(49, 1), ...times(51, 10)],
    ];
    const change = compareBeforeAfter(median, stateOf(median, before), stateOf(median, after));
    if (change.status !== 'compared') throw new Error(change.status);
    expect(change).toMatchObject({ before: { value: 10 }, after: { value: 10 } });
    expect(change.pValue).toBeLessThan(1e-3);
    expect(change.verdict).toBe('better');
    expect(change.reasons.at(-1)!.code).toBe('kpi.value-unchanged');
    const groups = [
      { id: 'a', state: stateOf(median, after) },
      { id: 'b', state: stateOf(median, before) },
    ];
    const [gap] = compareGroups(median, groups, { reference: { group: 'b' } }).groups;
    expect(gap).toMatchObject({ verdict: 'better' });
    expect(gap!.status === 'compared' && gap!.reasons.at(-1)!.code).toBe('kpi.value-unchanged');
  });

  it('never says better of a value that is worse, whatever the cases', () => {
    const list = fc.array(fc.constantFrom(1, 2, 3, 5, 8, 200), { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(list, list, fc.constantFrom(mean, slowest), (first, second, kpi) => {
        const [before, after] = [stateOf(kpi, first), stateOf(kpi, second)];
        const change = compareBeforeAfter(kpi, before, after, { confidence: 0.5 });
        const groups = [
          { id: 'a', state: after },
          { id: 'b', state: before },
        ];
        const options = { confidence: 0.5, reference: { group: 'b' } };
        const gap = compareGroups(kpi, groups, options).groups[0]!;
        if (change.status !== 'compared' || gap.status !== 'compared') return;
        const rise = change.after.value! - change.before.value!;
        const forbidden = rise > 0 ? 'better' : rise < 0 ? 'worse' : 'nothing';
        expect(change.verdict).not.toBe(forbidden);
        const says = change.reasons.some(({ code }) => code === 'kpi.value-unchanged');
        expect(says).toBe(rise === 0 && change.verdict !== 'not-shown');
        expect(gap.verdict).toBe(change.verdict);
      }),
    );
  });
});

describe('a verdict where test and interval differ about 0', () => {
  const share = defineKpi({ ...DESCRIPTION, kind: 'proportion', direction: 'higher-is-better' });
  const perYear = defineKpi({
    ...DESCRIPTION,
    kind: 'rate',
    direction: 'lower-is-better',
    per: 1,
  });
  const EDGE = 'kpi.test-and-interval-differ';
  const shareOf = (successes: number) => accumulateAll(share, [{ successes, trials: 30 }]).state;
  const rateOf = (count: number) => accumulateAll(perYear, [{ count, exposure: 100 }]).state;

  it('is not shown where the interval holds 0 and the test speaks', () => {
    // z = 0.07/√(2·0.065·0.935/100) = 2.0078, p = 0.0447; Wilson: 3/100 up to 0.0845, 10/100 from 0.0552; Newcombe: 0.07 − √(0.0448² + 0.0545²) = −0.0005.
    const of = (successes: number) => accumulateAll(share, [{ successes, trials: 100 }]).state;
    const change = compareBeforeAfter(share, of(3), of(10));
    if (change.status !== 'compared') throw new Error(change.status);
    expect(change.pValue).toBeCloseTo(0.0447, 4);
    expect(change.interval!.low).toBeCloseTo(-0.0005, 4);
    expect(change.verdict).toBe('not-shown');
    expect(change.reasons.at(-1)!.code).toBe(EDGE);
    const groups = [
      { id: 'a', state: of(10) },
      { id: 'b', state: of(3) },
    ];
    const [gap] = compareGroups(share, groups, { reference: { group: 'b' } }).groups;
    expect(gap).toMatchObject({ verdict: 'not-shown' });
    expect(gap!.status === 'compared' && gap!.reasons.at(-1)!.code).toBe(EDGE);
  });

  it('is not shown, and says why, where the test is silent and the interval does not hold 0', () => {
    // All five in the second of two equal exposures: p = 2/2⁵ = 0.0625.
    const change = compareBeforeAfter(perYear, rateOf(0), rateOf(5));
    if (change.status !== 'compared') throw new Error(change.status);
    expect(change.pValue).toBeCloseTo(0.0625, 12);
    expect(change.interval!.low).toBeGreaterThan(0);
    expect(change.verdict).toBe('not-shown');
    expect(change.reasons.slice(-2).map(({ code }) => code)).toEqual([
      'kpi.change-not-shown',
      EDGE,
    ]);
  });

  it('is given where both agree', () => {
    // z = (10/30)/√(2·(10/60)·(50/60)/30) = 3.4641.
    const change = compareBeforeAfter(share, shareOf(0), shareOf(10));
    expect(change).toMatchObject({ verdict: 'better' });
  });
});
