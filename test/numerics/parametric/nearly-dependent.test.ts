import { describe, expect, it } from 'vitest';
import {
  createRandom,
  factorRisk,
  minimiseAt,
  type ParametricProgram,
  solveLp,
} from '../../../src/numerics/index.js';

const SIZE = 20;
const SCALES = [0.5, 0.1, 0.03, 0.001, 0.0005];

/** Variables nearly on the line between two others, so that long steps among them change the risk by next to nothing. */
function programOf(seed: number): ParametricProgram & { readonly loadings: Float64Array } {
  const { uniform } = createRandom(seed);
  const factors = SCALES.length;
  const loadings = new Float64Array(SIZE * factors);
  const ends = Array.from({ length: 3 }, () => SCALES.map((scale) => scale * (uniform() - 0.5)));
  for (let i = 0; i < SIZE; i++) {
    const [a, b] = [uniform(), uniform()];
    SCALES.forEach((scale, d) => {
      const aside = i % 4 === 0 ? b * ends[2]![d]! : 0;
      const own = i % 3 === 0 ? 1e-4 * (uniform() - 0.5) * scale : 0;
      loadings[i * factors + d] = a * ends[0]![d]! + (1 - a) * ends[1]![d]! + aside + own;
    });
  }
  const row = (counts: (i: number) => boolean): number[] =>
    Array.from({ length: SIZE }, (_, i) => (counts(i) ? 1 : 0));
  const rows = [row(() => true), row((i) => i % 3 === 0), row((i) => i % 4 === 1)];
  rows.push(row((i) => i % 5 === 0));
  const infinite = Number.POSITIVE_INFINITY;
  return {
    loadings,
    risk: factorRisk(loadings, new Float64Array(SIZE)),
    size: SIZE,
    linear: Float64Array.from({ length: SIZE }, () => 1e-4 * (uniform() - 0.5)),
    slope: new Float64Array(SIZE),
    lower: new Float64Array(SIZE),
    upper: new Float64Array(SIZE).fill(0.3),
    rows: {
      count: rows.length,
      matrix: Float64Array.from(rows.flat()),
      lower: Float64Array.of(1, 0.2, -infinite, 0.1),
      upper: Float64Array.of(1, infinite, 0.15, infinite),
    },
  };
}

/** The objective's slope at a point: the loadings times the factors' part, and the linear part. */
function slopeAt({ loadings, linear }: ReturnType<typeof programOf>, x: Float64Array) {
  const factors = SCALES.map((_, d) =>
    x.reduce((sum, one, i) => sum + one * loadings[i * SCALES.length + d]!, 0),
  );
  return linear.map((one, i) =>
    factors.reduce((sum, part, d) => sum + part * loadings[i * SCALES.length + d]!, one),
  );
}

describe('minimiseAt where variables nearly make up for each other', () => {
  // A risk of factors is never concave. Of these the program of 8110 meets a pivot of −2 · 10⁻⁸ of its variance, all of it rounding.
  it.each([8108, 8109, 8110, 8111, 8112])('finds where no step leads further down (%s)', (seed) => {
    const program = programOf(seed);
    const optimum = minimiseAt(program, 0);
    if (optimum.status !== 'optimal') throw new Error(optimum.status);
    const { x } = optimum;
    const cost = slopeAt(program, x);
    // Of all points that keep the rules, none lies lower along the slope: by another solver.
    const { lower, upper, rows } = program;
    const lowest = solveLp({ cost, rows, lower, upper });
    if (lowest.status !== 'optimal') throw new Error(lowest.status);
    const here = cost.reduce((sum, one, i) => sum + one * x[i]!, 0);
    expect(here - lowest.objective).toBeLessThan(1e-11);
  });
});
