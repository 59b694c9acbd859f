import { describe, expect, it } from 'vitest';
import { drawChiSquare } from '../../../src/allocation/resampled/chi-square.js';
import { estimatesOf } from '../../../src/allocation/resampled/draw-estimates.js';
import { riskRoot } from '../../../src/allocation/solve/risk-root.js';
import { createRandom, denseRisk, factorRisk } from '../../../src/numerics/index.js';
import { expectNear, expectRefusal } from '../support.js';

/** scipy.stats.chi2.ppf at 1, 10, 50, 90 and 99 %. */
const QUANTILES: readonly (readonly [number, readonly number[]])[] = [
  [1, [0.0001570879, 0.0157907741, 0.4549364231, 2.7055434541, 6.634896601]],
  [2, [0.0201006717, 0.2107210313, 1.3862943611, 4.605170186, 9.210340372]],
  [3, [0.1148318019, 0.5843743742, 2.3659738844, 6.2513886312, 11.3448667301]],
  [7, [1.2390423056, 2.8331069178, 6.3458111955, 12.0170366238, 18.4753069066]],
  [59, [36.6982463549, 45.5769511981, 58.3346891464, 73.2789323079, 87.1657113998]],
  [500, [429.3875427746, 459.9261199172, 499.3334915889, 540.9303082098, 576.4928125117]],
];

describe('drawChiSquare', () => {
  it.each(QUANTILES)('has the quantiles of %i degrees of freedom', (degrees, quantiles) => {
    const random = createRandom(degrees);
    const draws = Array.from({ length: 40_000 }, () => drawChiSquare(degrees, random));
    [0.01, 0.1, 0.5, 0.9, 0.99].forEach((probability, q) => {
      const share = draws.filter((draw) => draw <= (quantiles[q] as number)).length / 40_000;
      const error = Math.sqrt((probability * (1 - probability)) / 40_000);
      expect(Math.abs(share - probability)).toBeLessThan(4 * error);
    });
  });

  it('gives up on a source whose numbers are not what they say', () => {
    const random = { uniform: () => 0.5, normal: () => 1e200 };
    expectRefusal(() => drawChiSquare(5, random), 'no-convergence', 'options.random');
  });
});

const MEAN = Float64Array.of(0.01, 0.02, 0.05);
const COVARIANCE = Float64Array.of(0.04, 0.01, -0.01, 0.01, 0.09, 0.03, -0.01, 0.03, 0.16);

describe('estimatesOf', () => {
  it.each([[60], [3], [2]])('has the moments of estimates from %i observations', (observations) => {
    const draws = 20_000;
    const next = estimatesOf(
      MEAN,
      riskRoot(denseRisk(COVARIANCE, 3)),
      observations,
      createRandom(5),
    );
    const means = Array.from({ length: draws }, () => {
      const { mean, covariance } = next();
      return { mean: mean.slice(), covariance: covariance.slice() };
    });
    const average = (read: (draw: (typeof means)[number]) => number): number =>
      means.reduce((sum, draw) => sum + read(draw), 0) / draws;
    const near = (value: number, expected: number, deviation: number): void => {
      expect(Math.abs(value - expected)).toBeLessThan((4.5 * deviation) / Math.sqrt(draws));
    };
    const degrees = observations - 1;
    for (let i = 0; i < 3; i++) {
      const variance = COVARIANCE[4 * i] as number;
      near(
        average(({ mean }) => mean[i] as number),
        MEAN[i] as number,
        Math.sqrt(variance / observations),
      );
      for (let j = 0; j < 3; j++) {
        const own = COVARIANCE[3 * i + j] as number;
        // Anderson (2003), section 3.3: cov of means Σ/T; var of Sᵢⱼ = (ΣᵢᵢΣⱼⱼ + Σᵢⱼ²)/(T − 1).
        const spread = variance * (COVARIANCE[4 * j] as number) + own * own;
        const gap = ({ mean }: (typeof means)[number], k: number): number =>
          (mean[k] as number) - (MEAN[k] as number);
        near(
          average((draw) => gap(draw, i) * gap(draw, j)),
          own / observations,
          Math.sqrt(spread) / observations,
        );
        near(
          average(({ covariance }) => covariance[3 * i + j] as number),
          own,
          Math.sqrt(spread / degrees),
        );
        // The fourth moment is heavy-tailed where there are few degrees of freedom.
        const second = average(({ covariance }) => ((covariance[3 * i + j] as number) - own) ** 2);
        expect(second / (spread / degrees)).toBeGreaterThan(0.85);
        expect(second / (spread / degrees)).toBeLessThan(1.15);
        // Means and covariance are independent.
        const joint = average(
          (draw) =>
            gap(draw, i) * ((draw.covariance[4 * j] as number) - (COVARIANCE[4 * j] as number)),
        );
        near(
          joint,
          0,
          Math.sqrt(
            (variance / observations) * ((2 * (COVARIANCE[4 * j] as number) ** 2) / degrees),
          ),
        );
      }
    }
  });

  it('has a covariance of rank T − 1 where there are few observations', () => {
    const next = estimatesOf(MEAN, riskRoot(denseRisk(COVARIANCE, 3)), 2, createRandom(1));
    const { covariance } = next();
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const product = (covariance[4 * i] as number) * (covariance[4 * j] as number);
      expectNear([(covariance[3 * i + j] as number) ** 2 / product], [1], 1e-12);
    }
  });

  it('leaves an asset without risk as it is', () => {
    const risk = denseRisk(Float64Array.of(0, 0, 0, 0.04), 2);
    const next = estimatesOf(Float64Array.of(0.01, 0.05), riskRoot(risk), 10, createRandom(1));
    const { mean, covariance } = next();
    expect(mean[0]).toBe(0.01);
    expect([...covariance.subarray(0, 3)]).toEqual([0, 0, 0]);
    expect(mean[1]).not.toBe(0.05);
  });
});

describe('riskRoot', () => {
  it('multiplies out to the covariance', () => {
    for (const risk of [
      denseRisk(COVARIANCE, 3),
      factorRisk(Float64Array.of(0.1, 0.2, 0.3), Float64Array.of(0.01, 0, 0.02)),
      denseRisk(new Float64Array(9), 3),
    ]) {
      const { rank, matrix } = riskRoot(risk);
      const every = Int32Array.of(0, 1, 2);
      const row = new Float64Array(3);
      for (let a = 0; a < 3; a++) {
        risk.gather(a, every, 3, row);
        const product = [0, 1, 2].map((b) => {
          let sum = 0;
          for (let k = 0; k < rank; k++) {
            sum += (matrix[a * rank + k] as number) * (matrix[b * rank + k] as number);
          }
          return sum;
        });
        expectNear(product, [...row], 1e-15);
      }
    }
  });
});
