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

describe('what else tells the size of a difference', () => {
  const median = defineKpi({ ...hours, measure: { name: 'quantile', probability: 0.5 } });
  const codesOf = ({ reasons }: { readonly reasons: readonly { readonly code: string }[] }) =>
    reasons.map(({ code }) => code);

  it('is named where the interval of the shift holds 0 and the test, which allows for ties, does not', () => {
    // Of the 126 ways to draw four of nine values 3 come as low: all ones with the 2 or a 3. Of the 20 differences the second from either end, 0 and 4.
    const change = compareBeforeAfter(
      median,
      stateOf(median, [1, 1, 1, 3]),
      stateOf(median, [2, 3, 5, 5, 5]),
    );
    if (change.status !== 'compared' || !('shift' in change)) throw new Error(change.status);
    expect(change.pValue).toBeCloseTo(6 / 126, 12);
    expect(change.shift).toMatchObject({ interval: { low: 0, high: 4 } });
    expect(change.verdict).toBe('worse');
    expect(codesOf(change)).toContain('kpi.test-and-shift-differ');
  });

  it('says the same of 0 by the shift as by the test where no two cases are alike', () => {
    const list = fc.uniqueArray(fc.integer({ min: 1, max: 4000 }), {
      minLength: 4,
      maxLength: 120,
    });
    const few = fc.integer({ min: 1, max: 60 });
    const sure = fc.constantFrom(0.8, 0.9, 0.95, 0.99);
    fc.assert(
      fc.property(list, few, fc.nat(800), sure, (values, cut, move, confidence) => {
        const first = Math.min(cut, values.length - 1);
        // Half an hour apart, so that no two are alike after the move either.
        const [before, after] = [values.slice(0, first), values.slice(first)];
        const change = compareBeforeAfter(
          median,
          stateOf(median, before),
          stateOf(
            median,
            after.map((value) => value + move + 0.5),
          ),
          { confidence },
        );
        expect(codesOf(change)).not.toContain('kpi.test-and-shift-differ');
      }),
    );
  });

  it('is named also where the interval of the value says otherwise than the test', () => {
    const staying = defineKpi({
      ...DESCRIPTION,
      kind: 'survival',
      direction: 'higher-is-better',
      timeUnit: 'month',
      longest: 60,
      causes: ['a', 'b'],
      measure: { name: 'survival', time: 6 },
    });
    const clients = (...rows: readonly (readonly [number, number])[]) =>
      accumulateAll(
        staying,
        rows.map(([time, leaves]) => (leaves === 1 ? { time, cause: 'a' } : { time })),
      ).state;
    const before = clients([12, 1], [1, 1], [1, 1], [3, 1]);
    const after = clients(
      ...([7, 4, 15, 10, 7, 12, 28, 12, 40, 1] as const).map((time) => [time, 1] as const),
      [17, 0],
      [2, 0],
      [1, 0],
    );
    const change = compareBeforeAfter(staying, before, after);
    if (change.status !== 'compared') throw new Error(change.status);
    expect(change.pValue).toBeGreaterThan(0.05);
    expect(change.interval!.low).toBeGreaterThan(0);
    expect(change.effect!.interval!.high).toBeLessThan(1);
    expect(change.verdict).toBe('not-shown');
    expect(codesOf(change)).toEqual([
      'kpi.no-control-group',
      'kpi.few-expected-cases',
      'kpi.test-and-figure-differ',
      'kpi.test-and-effect-differ',
    ]);
  });
});

describe('a p-value of exactly 1 − confidence', () => {
  it.each([0.5, 0.8, 0.9, 0.95, 0.98, 0.99])(
    'is beyond chance, whatever binary makes of %d',
    (confidence) => {
      // One against n, and beyond all of them: 2 of n + 1 ways to draw it.
      const n = Math.round(2 / (1 - confidence)) - 1;
      const times = Array.from({ length: n }, (_, i) => 1 + i / 100);
      const change = compareBeforeAfter(mean, stateOf(mean, times), stateOf(mean, [99]), {
        confidence,
      });
      if (change.status !== 'compared' || !('shift' in change)) throw new Error(change.status);
      expect(change.pValue).toBeCloseTo(1 - confidence, 12);
      expect(change.verdict).toBe('worse');
      expect(change.shift!.interval!.low).toBeGreaterThan(0);
      expect(compareSeveral([change], { confidence })).toMatchObject([{ verdict: 'worse' }]);
      const groups = [
        { id: 'a', state: stateOf(mean, [99]) },
        { id: 'b', state: stateOf(mean, times) },
      ];
      const [gap] = compareGroups(mean, groups, {
        confidence,
        reference: { group: 'b' },
        suppressBelow: 1,
      }).groups;
      expect(gap).toMatchObject({ verdict: 'worse' });
    },
  );
});
