import { describe, expect, it } from 'vitest';
import type { ShortfallProblem } from '../../../src/allocation/index.js';
import { normalQuantile } from '../../../src/numerics/index.js';
import fixture from '../../fixtures/allocation/shortfall.json' with { type: 'json' };
import { expectNear, wrong } from '../support.js';
import { lossesOf, pointsOf, shortfallOf, solved } from './cases.js';

interface Case {
  readonly problem: ShortfallProblem;
  readonly confidence: number;
  readonly expectedShortfall: number;
  readonly valueAtRisk?: number;
  readonly weights?: Readonly<Record<string, number>>;
  readonly gains?: Readonly<Record<string, number>>;
}

const cases: readonly Case[] = wrong(fixture.problems);

describe('the least expected shortfall against HiGHS', () => {
  it.each(cases.map((one, k) => [k, one] as const))('problem %i', (_, one) => {
    const { problem, confidence } = one;
    const result = solved(problem, { confidence });
    expectNear([result.expectedShortfall], [one.expectedShortfall], 1e-11);
    if (one.weights !== undefined) {
      const names = problem.assets;
      expectNear(
        names.map((name) => result.weights[name] as number),
        names.map((name) => one.weights?.[name] as number),
        1e-8,
      );
    }
    if (one.valueAtRisk !== undefined) expectNear([result.valueAtRisk], [one.valueAtRisk], 1e-9);
    expect(result.certificate.gap).toBeLessThan(1e-12);
    expect(result.certificate.primal).toBeLessThan(1e-12);
    expect(result.certificate.dual).toBeLessThan(1e-12);
  });

  it('has the weights of most problems to compare', () => {
    expect(cases.filter(({ weights }) => weights !== undefined).length).toBeGreaterThan(20);
  });

  it.each(cases.map((one, k) => [k, one] as const).filter(([, { gains }]) => gains !== undefined))(
    'shadow prices of problem %i are what loosening gains',
    (_, { problem, confidence, gains }) => {
      const { binding } = solved(problem, { confidence });
      const prices = new Map(binding.map(({ rule, shadowPrice }) => [rule, shadowPrice]));
      for (const [rule, gain] of Object.entries(gains ?? {})) {
        expectNear([prices.get(rule) ?? 0], [gain], 1e-7);
      }
    },
  );

  it('measures the delivered weights as the definition does', () => {
    for (const { problem, confidence } of cases) {
      if (problem.trading !== undefined) continue;
      const { weights, expectedShortfall, tail } = solved(problem, { confidence });
      const losses = lossesOf(problem, weights);
      const probabilities = problem.probabilities;
      expectNear([expectedShortfall], [shortfallOf(losses, confidence, probabilities)], 1e-14);
      // The parts of the tail prove it: they sum to 1, and their mean loss is the shortfall.
      const parts = tail.reduce((sum, { share }) => sum + share, 0);
      const mean = tail.reduce(
        (sum, { share, scenario }) => sum + share * (losses[scenario] as number),
        0,
      );
      expectNear([parts, mean], [1, expectedShortfall], 1e-13);
    }
  });
});

describe('the frontier against HiGHS', () => {
  it.each(wrong(fixture.frontiers) as readonly (Case & { readonly points: readonly unknown[] })[])(
    'has the least shortfall at every return',
    ({ problem, confidence, points }) => {
      const found = pointsOf(problem, { confidence, count: points.length });
      const expected = points as readonly { expectedReturn: number; expectedShortfall: number }[];
      for (const field of ['expectedReturn', 'expectedShortfall'] as const) {
        expectNear(
          found.map((point) => point[field]),
          expected.map((point) => point[field]),
          1e-9,
        );
      }
      for (const { certificate } of found) expect(certificate.gap).toBeLessThan(1e-12);
    },
  );
});

/** Normal scenarios from a lattice of low discrepancy and its mirror image, with the mean and covariance to the digit. */
function normalScenarios(pairs: number): readonly (readonly number[])[] {
  const { mean, covariance } = fixture.normal;
  // The lattice of the generalised golden ratio in three dimensions, the root of x⁴ = x + 1.
  const step = [1, 2, 3].map((k) => 1.2207440846057596 ** -k);
  const raw = Array.from({ length: pairs }, (_, t) =>
    step.map((alpha) => normalQuantile((0.5 + (t + 1) * alpha) % 1)),
  );
  const sample = [...raw, ...raw.map((row) => row.map((z) => -z))];
  const second = [0, 1, 2].map((i) =>
    [0, 1, 2].map(
      (j) =>
        sample.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), 0) /
        sample.length,
    ),
  );
  const own = factor(second);
  const wanted = factor(covariance);
  return sample.map((row) => {
    // White noise by the inverse of its own factor, then the factor that is wanted.
    const white: number[] = [];
    for (let i = 0; i < 3; i++) {
      let rest = row[i] as number;
      for (let k = 0; k < i; k++) rest -= (own[i]?.[k] as number) * (white[k] as number);
      white.push(rest / (own[i]?.[i] as number));
    }
    return mean.map((mu, i) =>
      white.reduce((sum, z, k) => sum + (k > i ? 0 : (wanted[i]?.[k] as number) * z), mu),
    );
  });
}

function factor(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rows: number[][] = [];
  matrix.forEach((line, i) => {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let rest = line[j] as number;
      for (let k = 0; k < j; k++)
        rest -= (row[k] as number) * ((j === i ? row[k] : rows[j]?.[k]) as number);
      row.push(j === i ? Math.sqrt(rest) : rest / (rows[j]?.[j] as number));
    }
    rows.push(row);
  });
  return rows;
}

describe('the example of Rockafellar and Uryasev (2000)', () => {
  const { assets, minExpectedReturn, weights, tails } = fixture.normal;
  const scenarios = normalScenarios(8192);

  it.each(tails)('comes near the closed form at a confidence of $confidence', (tail) => {
    const { confidence } = tail;
    const result = solved({ assets, scenarios, minExpectedReturn }, { confidence });
    // The paper, with 20,000 quasi-random scenarios, is within 1.2% of the shortfall and 0.04 of the weights.
    expectNear([result.expectedShortfall / tail.expectedShortfall], [1], 0.005);
    expectNear([result.valueAtRisk / tail.valueAtRisk], [1], 0.01);
    expectNear([result.expectedReturn], [0.011], 1e-14);
    expectNear(
      assets.map((name) => result.weights[name] as number),
      assets.map((name) => weights[name as keyof typeof weights]),
      0.04,
    );
  });
});
