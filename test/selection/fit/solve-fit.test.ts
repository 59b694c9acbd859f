import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numerics/index.js';
import type { FitProgram } from '../../../src/selection/fit/fit-program.js';
import { solveFit } from '../../../src/selection/fit/solve-fit.js';

/** Products by their exposures to each direction, aimed at 0; any of them may be the whole. */
function programOf(variances: readonly number[], exposures: readonly (readonly number[])[]) {
  const count = exposures.length;
  return {
    owner: Int32Array.from(exposures.keys()),
    products: count,
    directions: variances.map((variance, d) => ({
      variance,
      row: Float64Array.from(exposures, (own) => own[d]!),
      aim: 0,
    })),
    rows: [{ row: new Float64Array(count).fill(1), lower: 1, upper: 1 }],
    lower: new Float64Array(count),
    upper: new Float64Array(count).fill(1),
    orders: [new Float64Array(count).fill(1)],
  } as unknown as FitProgram;
}

describe('solveFit with an objective to beat', () => {
  // 0.04 x² + 0.01 (1 − x)² is least at x = 0.2: 0.0016 + 0.0064.
  const program = programOf(
    [0.04, 0.01],
    [
      [1, 0],
      [0, 1],
    ],
  );

  it.each([0, 1e-6, 0.0039, 0.0079])('is beaten by one that no shares reach (%s)', (worst) => {
    expect(solveFit(program, { worst }).status).toBe('beaten');
  });

  it.each([0.0081, 0.01, 1, Number.POSITIVE_INFINITY])('is found below any other (%s)', (worst) => {
    const result = solveFit(program, { worst });
    if (result.status !== 'fit') throw new Error(result.status);
    expect(result.fit.objective).toBeCloseTo(0.008, 12);
    expect([...result.fit.z]).toEqual([expect.closeTo(0.2, 9), expect.closeTo(0.8, 9)]);
  });

  it('is never beaten by more than what some shares have', () => {
    const { uniform } = createRandom(11);
    let beaten = 0;
    for (let round = 0; round < 300; round++) {
      const variances = [0.04, 0.01, 0.001].map((one) => one * (0.5 + uniform()));
      const exposures = Array.from({ length: 2 + (round % 50) }, () =>
        variances.map(() => uniform() - 0.15),
      );
      const shares = exposures.map(() => -Math.log1p(-uniform()));
      const all = shares.reduce((sum, one) => sum + one, 0);
      const reached = variances.reduce((sum, variance, d) => {
        const held = exposures.reduce((part, own, i) => part + own[d]! * shares[i]!, 0) / all;
        return sum + variance * held * held;
      }, 0);
      expect(solveFit(programOf(variances, exposures), { worst: reached }).status).toBe('fit');
      const least = solveFit(programOf(variances, exposures));
      if (least.status !== 'fit' || least.fit.objective < 1e-12) continue;
      const worst = 0.4 * least.fit.objective;
      expect(solveFit(programOf(variances, exposures), { worst }).status).toBe('beaten');
      beaten++;
    }
    expect(beaten).toBeGreaterThan(20);
  });
});
