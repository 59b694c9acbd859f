import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareLikeWithLike,
  defineKpi,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectClose } from '../support.js';

const share = defineKpi({ ...DESCRIPTION, kind: 'proportion' });
const score = defineKpi({
  ...DESCRIPTION,
  kind: 'ratings',
  scale: { lowest: 0, highest: 10 },
  measure: { name: 'net-promoter' },
});
const leaving = defineKpi({
  ...DESCRIPTION,
  direction: 'lower-is-better',
  kind: 'survival',
  timeUnit: 'month',
  longest: 24,
  causes: ['fees', 'moved'],
  measure: { name: 'survival', time: 12 },
});

const of = (successes: number, trials: number) =>
  accumulateAll(share, [{ successes, trials }]).state;
const answers = (promoters: number, passives: number, detractors: number) =>
  accumulateAll(score, [
    { score: 10, count: promoters },
    { score: 8, count: passives },
    { score: 0, count: detractors },
  ]).state;

type Answers = readonly [promoters: number, passives: number, detractors: number];

/** The strata of a group under their numbers, which sort as they stand. */
const named = <S>(states: readonly S[]): Record<string, S> =>
  Object.fromEntries(states.map((state, i) => [`s${10 + i}`, state]));

function differenceOf(
  kpi: never,
  a: readonly unknown[],
  b: readonly unknown[],
  options: { confidence?: number; standard?: Record<string, number> } = {},
) {
  const groups = [
    { id: 'a', strata: named(a) },
    { id: 'b', strata: named(b) },
  ];
  const result = compareLikeWithLike(kpi, groups as never, options);
  if (result.status !== 'compared') throw new Error(result.status);
  return result.differences[0]!;
}

/** Shown as soon as the confidence allows for the p-value, and not before. */
function expectPValue(p: number, shownAt: (confidence: number) => string | undefined): void {
  expect(shownAt(1 - p * (1 + 1e-6))).not.toBe('not-shown');
  expect(shownAt(1 - p * (1 - 1e-6))).toBe('not-shown');
}

describe('shares and net promoter scores of thin strata, like with like', () => {
  it('are shown where the test of Mantel and Haenszel with the weights of the mix shows them', () => {
    // R's mantelhaen.test(correct = FALSE), whose weights are mn/(m + n).
    const [a, n] = [
      [3, 2, 2, 2, 1, 3, 2, 3, 3, 2],
      [5, 3, 2, 2, 2, 4, 2, 5, 4, 4],
    ];
    const [b, m] = [
      [1, 1, 2, 2, 0, 2, 1, 1, 2, 3],
      [5, 3, 4, 5, 4, 4, 3, 3, 4, 5],
    ];
    const standard = named(n.map((size, i) => (size * m[i]!) / (size + m[i]!)));
    const [first, second] = [a.map((x, i) => of(x, n[i]!)), b.map((x, i) => of(x, m[i]!))];
    expectPValue(0.00771315998763942, (confidence) => {
      return differenceOf(share as never, first, second, { confidence, standard }).verdict;
    });
  });

  it('are, of one case against one, as McNemar tests pairs', () => {
    // 14 pairs one way and 5 the other, 11 and 10 alike: R's mcnemar.test(correct = FALSE).
    const pairs = [
      ...Array.from({ length: 14 }, () => [1, 0] as const),
      ...Array.from({ length: 5 }, () => [0, 1] as const),
      ...Array.from({ length: 11 }, () => [1, 1] as const),
      ...Array.from({ length: 10 }, () => [0, 0] as const),
    ];
    const [first, second] = [0, 1].map((i) => pairs.map((pair) => of(pair[i]!, 1)));
    const at = (confidence: number) =>
      differenceOf(share as never, first!, second!, { confidence });
    expectPValue(0.0389474557420256, (confidence) => at(confidence).verdict);
    const { interval, reasons } = at(0.95);
    expect(interval!.method).toBe('mover-pooled');
    // (9/40 − δ)² = z²·Σ(d − δ)²/40², and Σ(d − δ)² = 19 − 18δ + 40δ².
    for (const end of [interval!.low, interval!.high]) {
      const error = Math.sqrt(19 - 18 * end + 40 * end * end) / 40;
      expectClose(Math.abs(9 / 40 - end) / error, 1.959963984540054, 1e-9);
    }
    expect(reasons).toEqual([]);
  });

  it('have, of large strata too, an interval by the cases of both, where that is the wider', () => {
    // The stones of C. R. Charig et al. (1986); the ends are those that R's uniroot() finds for (D − δ)² = z²·V(δ).
    const first = [of(192, 263), of(81, 87)];
    const { interval } = differenceOf(share as never, first, [of(55, 80), of(234, 270)]);
    expectClose(interval!.low, -0.0143710845017611);
    expectClose(interval!.high, 0.1217135261959426);
  });

  it('take half a step off where few were to be expected, as Yates did, and say so', () => {
    // R's mantelhaen.test(correct = TRUE); without it p is 0.0062.
    const [first, second] = [
      [of(2, 3), of(3, 3), of(2, 3)],
      [of(0, 3), of(1, 3), of(0, 3)],
    ];
    const at = (confidence: number) => differenceOf(share as never, first, second, { confidence });
    expectPValue(0.0224788733661253, (confidence) => at(confidence).verdict);
    expect(at(0.95).reasons.map(({ code }) => code)).toEqual(['kpi.few-expected-cases']);
  });

  it('are, of one stratum of two against two, no more shown than before and after', () => {
    const found = differenceOf(share as never, [of(2, 2)], [of(0, 2)]);
    expect(found).toMatchObject({ difference: 1, verdict: 'not-shown' });
    expect(found.reasons.map(({ code }) => code)).toEqual(['kpi.few-expected-cases']);
    expect(compareBeforeAfter(share, of(0, 2), of(2, 2))).toMatchObject({ verdict: 'not-shown' });
  });

  it.each([
    [2, 2, 2, 2],
    [3, 3, 3, 3],
    [1, 4, 1, 4],
    [5, 0, 4, 0],
  ])(
    'are falsely shown in at most 5 of 100, every outcome counted: %i and %i against %i and %i',
    (...sizes) => {
      const used = sizes.filter((n) => n > 0);
      const outcomes: { counts: number[]; isShown: boolean }[] = [];
      const visit = (counts: number[]): void => {
        if (counts.length < used.length) {
          for (let x = 0; x <= used[counts.length]!; x++) visit([...counts, x]);
          return;
        }
        const states = counts.map((x, i) => of(x, used[i]!));
        const half = states.length / 2;
        const found = differenceOf(share as never, states.slice(0, half), states.slice(half));
        outcomes.push({ counts, isShown: found.verdict !== 'not-shown' });
      };
      visit([]);
      const choose = (n: number, k: number): number =>
        k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k;
      const chance = (x: number, n: number, p: number) =>
        choose(n, x) * p ** x * (1 - p) ** (n - x);
      for (let p = 0.1; p < 0.95; p += 0.1) {
        const total = (shown: boolean) =>
          outcomes
            .filter(({ isShown }) => isShown || !shown)
            .map(({ counts }) => counts.reduce((all, x, i) => all * chance(x, used[i]!, p), 1))
            .reduce((sum, one) => sum + one, 0);
        expectClose(total(false), 1);
        expect(total(true)).toBeLessThanOrEqual(0.05);
      }
    },
  );

  it('are, of scores, shown where the scores of a stratum drawn to both groups show them', () => {
    // By Mantel (1963), in R: (Σ s·a − E)²/V with V = mn/(m + n)·S², S² of all scores of the stratum. Strata of three against three weigh alike.
    const first: readonly Answers[] = [
      [2, 1, 0],
      [3, 0, 0],
      [1, 1, 1],
      [2, 1, 0],
      [3, 0, 0],
      [1, 2, 0],
    ];
    const second: readonly Answers[] = [
      [0, 1, 2],
      [1, 1, 1],
      [1, 0, 2],
      [0, 2, 1],
      [2, 0, 1],
      [1, 1, 1],
    ];
    const at = (confidence: number) =>
      differenceOf(
        score as never,
        first.map((counts) => answers(...counts)),
        second.map((counts) => answers(...counts)),
        { confidence },
      );
    expectPValue(0.00565759781506436, (confidence) => at(confidence).verdict);
  });

  it('are, of clients of whom nobody is open, those of the plain shares', () => {
    const stays = (stayed: number, n: number) =>
      accumulateAll(leaving, [
        { time: 20, count: stayed },
        { time: 3, cause: 'fees', count: n - stayed },
      ]).state;
    const [first, second] = [
      [
        [2, 3],
        [3, 4],
        [1, 3],
        [3, 3],
      ] as const,
      [
        [1, 4],
        [1, 3],
        [2, 3],
        [0, 3],
      ] as const,
    ];
    const ends = (kpi: never, state: (x: number, n: number) => unknown) => {
      const strata = [first, second].map((group) => group.map(([x, n]) => state(x, n)));
      return differenceOf(kpi, strata[0]!, strata[1]!);
    };
    const [survival, plain] = [ends(leaving as never, stays), ends(share as never, of)];
    expectClose(survival.interval!.low, plain.interval!.low, 1e-9);
    expect(survival.interval!.method).toBe('mover-pooled');
    expect(survival.reasons).toEqual(plain.reasons);
  });
});
