import { describe, expect, it } from 'vitest';
import {
  type FrontierProblem,
  frontierPoints,
  type ResampledFrontier,
  type ResampleOptions,
  resampledFrontier,
} from '../../../src/allocation/index.js';
import { estimatesOf } from '../../../src/allocation/resampled/draw-estimates.js';
import { spreadOf } from '../../../src/allocation/resampled/weight-spread.js';
import { riskRoot } from '../../../src/allocation/solve/risk-root.js';
import { createRandom, denseRisk } from '../../../src/numerics/index.js';
import fixture from '../../fixtures/allocation/resampled/resampled.json' with { type: 'json' };
import { expectNear, expectRefusal, hasNegativeZero, isDeeplyFrozen, wrong } from '../support.js';

function resampled(problem: FrontierProblem, options: ResampleOptions): ResampledFrontier {
  const result = resampledFrontier(problem, options);
  if (result.status !== 'resampled') throw new Error(JSON.stringify(result));
  return result;
}

function nameOf(index: number): string {
  return `a${index}`;
}

describe('resampledFrontier against histories simulated return by return', () => {
  it.each(fixture.cases)('has the averages and spreads of $name', (one) => {
    const { mean, covariance, observations } = one;
    const problem = { assets: mean.map((_, i) => nameOf(i)), expectedReturn: mean, covariance };
    const draws = 4000;
    const result = resampled(problem, { observations, draws, count: 5, seed: 11 });
    expect(result.failedDraws).toBe(0);
    result.points.forEach((point, k) => {
      mean.forEach((_, i) => {
        const deviation = (one.deviations[k] as readonly number[])[i] as number;
        // Both sides are averages of draws.
        const error = deviation * Math.sqrt(1 / draws + 1 / one.draws) + 1e-12;
        const weight = point.weights[nameOf(i)] as number;
        const expected = (one.weights[k] as readonly number[])[i] as number;
        expect(Math.abs(weight - expected) / error, `rank ${k}, asset ${i}`).toBeLessThan(4);
        const spread = point.standardDeviations[nameOf(i)] as number;
        expect(Math.abs(spread - deviation)).toBeLessThan(0.05 * deviation + 1e-12);
        const { low, high } = point.bands[nameOf(i)] as { low: number; high: number };
        expect(Math.abs(low - ((one.low[k] as readonly number[])[i] as number))).toBeLessThan(0.03);
        expect(Math.abs(high - ((one.high[k] as readonly number[])[i] as number))).toBeLessThan(
          0.03,
        );
      });
    });
  });

  it('gives the top to the asset that seems best as often as it does', () => {
    const problem = {
      assets: ['BOND', 'EQUITY'],
      expectedReturn: [0.02, 0.06],
      covariance: [
        [0.0025, 0],
        [0, 0.04],
      ],
    };
    const result = resampled(problem, { observations: 30, draws: 8000, count: 2, seed: 1 });
    // The difference of the sample means is normal: Φ(0.04 / √(0.0425/30)) = Φ(1.062743) = 0.856050.
    const error = Math.sqrt((0.85605 * 0.14395) / 8000);
    const share = result.points[1]?.weights.EQUITY as number;
    expect(Math.abs(share - 0.85605)).toBeLessThan(4 * error);
  });
});

const PROBLEM: FrontierProblem = {
  assets: ['BOND', 'CREDIT', 'EQUITY', 'GOLD'],
  expectedReturn: [0.02, 0.035, 0.06, 0.03],
  covariance: [
    [0.0025, 0.001, 0.0005, 0],
    [0.001, 0.0064, 0.006, 0.001],
    [0.0005, 0.006, 0.04, 0.002],
    [0, 0.001, 0.002, 0.0225],
  ],
  bounds: { GOLD: { max: 0.15 }, BOND: { min: 0.1 } },
  groups: [{ id: 'risky', members: ['EQUITY', 'GOLD'], max: 0.5 }],
  trading: {
    current: { BOND: 0.4, CREDIT: 0.3, EQUITY: 0.3 },
    buyCost: 0.002,
    sellCost: 0.001,
    maxTurnover: 0.3,
  },
};
const OPTIONS = { observations: 40, draws: 60, count: 7, seed: 3 } as const;

describe('resampledFrontier', () => {
  it('averages the frontiers of its draws at equal ranks', () => {
    const result = resampled(PROBLEM, OPTIONS);
    const matrix = Float64Array.from((PROBLEM.covariance as number[][]).flat());
    const mean = Float64Array.from(PROBLEM.expectedReturn);
    const next = estimatesOf(mean, riskRoot(denseRisk(matrix, 4)), 40, createRandom(3));
    const sums = Array.from({ length: 7 }, () => new Float64Array(4));
    for (let draw = 0; draw < 60; draw++) {
      const { mean: expectedReturn, covariance } = next();
      const own = {
        ...PROBLEM,
        expectedReturn: expectedReturn.slice(),
        covariance: covariance.slice(),
      };
      const frontier = frontierPoints(own, { count: 7 });
      if (frontier.status !== 'points') throw new Error(frontier.status);
      sums.forEach((sum, k) => {
        // Where the safest portfolio also earns most there is one point for all ranks.
        const point = frontier.points[frontier.points.length === 1 ? 0 : k];
        Object.values(point?.weights ?? {}).forEach((weight, a) => {
          sum[a] = (sum[a] as number) + weight / 60;
        });
      });
    }
    result.points.forEach(({ weights }, k) => {
      expectNear(Object.values(weights), [...(sums[k] as Float64Array)], 1e-11);
    });
  });

  it('keeps every rule', () => {
    for (const { weights } of resampled(PROBLEM, OPTIONS).points) {
      const { BOND, CREDIT, EQUITY, GOLD } = weights as Record<string, number> as {
        BOND: number;
        CREDIT: number;
        EQUITY: number;
        GOLD: number;
      };
      expect(BOND).toBeGreaterThanOrEqual(0.1);
      expect(GOLD).toBeLessThanOrEqual(0.15);
      expect(EQUITY + GOLD).toBeLessThan(0.5 + 1e-12);
      expectNear([BOND + CREDIT + EQUITY + GOLD], [1], 1e-12);
      const trades = [BOND - 0.4, CREDIT - 0.3, EQUITY - 0.3, GOLD].map(Math.abs);
      expect(trades.reduce((sum, trade) => sum + trade, 0) / 2).toBeLessThan(0.3 + 1e-12);
    }
  });

  it('reports return and volatility by the inputs of the problem', () => {
    const { trading: _, ...plain } = PROBLEM;
    const { covariance, assets } = plain;
    for (const point of resampled(plain, OPTIONS).points) {
      const mean = assets.reduce((sum, asset, i) => {
        return sum + (point.weights[asset] as number) * (plain.expectedReturn[i] as number);
      }, 0);
      expectNear([point.expectedReturn], [mean], 1e-15);
      const rows = covariance as readonly (readonly number[])[];
      let variance = 0;
      assets.forEach((a, i) => {
        assets.forEach((b, j) => {
          variance +=
            (point.weights[a] as number) * (point.weights[b] as number) * (rows[i]?.[j] as number);
        });
      });
      expectNear([point.volatility], [Math.sqrt(variance)], 1e-14);
    }
  });

  it('tends to the frontier itself as the history grows', () => {
    const frontier = frontierPoints(PROBLEM, { count: 7 });
    if (frontier.status !== 'points') throw new Error(frontier.status);
    const result = resampled(PROBLEM, { ...OPTIONS, observations: 1e10 });
    result.points.forEach(({ weights, standardDeviations }, k) => {
      expectNear(Object.values(weights), Object.values(frontier.points[k]?.weights ?? {}), 1e-3);
      expect(Math.max(...Object.values(standardDeviations))).toBeLessThan(1e-2);
    });
  });

  it('leaves a weight that a bound holds exactly there', () => {
    const bounds = { GOLD: { min: 0.1, max: 0.1 }, BOND: { min: 0.1 } };
    const { points } = resampled({ ...PROBLEM, bounds }, { ...OPTIONS, draws: 97 });
    for (const { weights, standardDeviations, bands } of points) {
      expect(weights.GOLD).toBe(0.1);
      expect(standardDeviations.GOLD).toBe(0);
      expect(bands.GOLD).toEqual({ low: 0.1, high: 0.1 });
    }
  });

  it('is the same for the same seed, and for the same source of chance', () => {
    const one = resampled(PROBLEM, OPTIONS);
    expect(JSON.stringify(resampled(PROBLEM, OPTIONS))).toBe(JSON.stringify(one));
    const { seed: _, ...rest } = OPTIONS;
    const other = resampled(PROBLEM, { ...rest, random: createRandom(3) });
    expect(other.points).toEqual(one.points);
    expect([one.seed, other.seed]).toEqual([3, null]);
    expect(other.generator).toBe(one.generator);
    expect(resampled(PROBLEM, { ...OPTIONS, seed: 4 }).points).not.toEqual(one.points);
  });

  it('reports its progress after each draw', () => {
    const seen: (readonly [number, number])[] = [];
    const onProgress = (done: number, draws: number): void => {
      seen.push([done, draws]);
    };
    resampled(PROBLEM, { ...OPTIONS, draws: 3, onProgress });
    expect(seen).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('is frozen, without negative zeros, and its arguments are as they were', () => {
    const before = JSON.stringify([PROBLEM, OPTIONS]);
    const result = resampled(PROBLEM, OPTIONS);
    expect(isDeeplyFrozen(result)).toBe(true);
    expect(hasNegativeZero(result)).toBe(false);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(JSON.stringify([PROBLEM, OPTIONS])).toBe(before);
    expect(result.reasons.map(({ code }) => code)).toEqual(['allocation.resampled']);
  });

  it('takes draws from fewer observations than there are assets', () => {
    const result = resampled(PROBLEM, { ...OPTIONS, observations: 2 });
    expect(result.failedDraws).toBe(0);
  });

  it('takes risk as that of the deviation from a benchmark', () => {
    const { trading: _, ...plain } = PROBLEM;
    const benchmark = { BOND: 0.5, CREDIT: 0.2, EQUITY: 0.3 };
    const result = resampled({ ...plain, benchmark, risk: 'active' }, OPTIONS);
    // The benchmark itself keeps all rules, so that the least deviation is none in every draw.
    expectNear(Object.values(result.points[0]?.weights ?? {}), [0.5, 0.2, 0.3, 0], 1e-9);
    expect(result.points[0]?.volatility).toBeLessThan(1e-9);
  });
});

describe('draws that fail', () => {
  /** A source that makes estimates overflow in every draw of which `spoils` says so. */
  function spoiled(spoils: (draw: number) => boolean): Pick<ResampleOptions, 'onProgress'> & {
    readonly random: { name: string; uniform: () => number; normal: () => number };
  } {
    const base = createRandom(3);
    let place = 0;
    let draw = 1;
    return {
      random: {
        name: 'spoiled',
        uniform: base.uniform,
        // After four means and the first entry of the covariance.
        normal: () => (place++ === 5 && spoils(draw) ? 1e300 : 1) * base.normal(),
      },
      onProgress: (done) => {
        place = 0;
        draw = done + 1;
      },
    };
  }

  it('are counted and told, and not part of the averages', () => {
    const common = { observations: 40, draws: 20, count: 3 };
    const result = resampled(PROBLEM, { ...common, ...spoiled((draw) => draw % 5 === 0) });
    expect(result.failedDraws).toBe(4);
    expect(result.draws).toBe(20);
    const warning = result.reasons.find(({ code }) => code === 'allocation.draws-failed');
    expect(warning).toMatchObject({ severity: 'warn', parameters: { draws: 20, failed: 4 } });
  });

  it('leave nothing where fewer than two are left', () => {
    const common = { observations: 40, draws: 5, count: 3 };
    const result = resampledFrontier(PROBLEM, { ...common, ...spoiled((draw) => draw > 1) });
    expect(result.status).toBe('no-convergence');
  });
});

describe('spreadOf', () => {
  it('has mean, deviation and quantiles of type 7', () => {
    // numpy: mean 0.25, std(ddof=1) 0.1290994449, quantile 0.25 and 0.75.
    const spread = spreadOf(Float64Array.of(0.4, 0.1, 0.3, 0.2), 0.5);
    expectNear(
      [spread.mean, spread.standardDeviation, spread.low, spread.high],
      [0.25, 0.1290994449, 0.175, 0.325],
      1e-10,
    );
  });
});

describe('infeasible problems and bad input of resampledFrontier', () => {
  it('are told apart', () => {
    const bounds = { BOND: { min: 0.8 } };
    // From 40% to 80% is a turnover of 40%.
    expect(resampledFrontier({ ...PROBLEM, bounds }, OPTIONS)).toMatchObject({
      status: 'infeasible',
      conflicting: ['min:BOND', 'turnover', 'budget'],
    });
  });

  it('is refused with its path', () => {
    expectRefusal(() => resampledFrontier(wrong(null), OPTIONS), 'missing-value', 'problem');
    expectRefusal(() => resampledFrontier(PROBLEM, wrong(null)), 'missing-value', 'options');
    const cases = [
      [{ observations: 1 }, 'out-of-range', 'options.observations'],
      [{ observations: 2.5 }, 'invalid-type', 'options.observations'],
      [{ observations: undefined }, 'missing-value', 'options.observations'],
      [{ draws: 1 }, 'out-of-range', 'options.draws'],
      [{ draws: 100_000, count: 1000 }, 'out-of-range', 'options.draws'],
      [{ count: 1 }, 'out-of-range', 'options.count'],
      [{ count: Number.NaN }, 'not-finite', 'options.count'],
      [{ coverage: 1 }, 'out-of-range', 'options.coverage'],
      [{ seed: -1 }, 'out-of-range', 'options.seed'],
      [{ seed: undefined }, 'missing-value', 'options.seed'],
      [{ onProgress: 3 }, 'invalid-type', 'options.onProgress'],
      [{ random: createRandom(1) }, 'inconsistent', 'options.seed'],
      [{ seed: undefined, random: {} }, 'invalid-type', 'options.random.name'],
      [{ seed: undefined, random: { name: 'x' } }, 'invalid-type', 'options.random.uniform'],
      [
        { seed: undefined, random: { name: 'x', uniform: () => 0, normal: () => Number.NaN } },
        'not-finite',
        'options.random.normal',
      ],
    ] as const;
    for (const [part, code, path] of cases) {
      const options = wrong({ ...OPTIONS, ...part });
      expectRefusal(() => resampledFrontier(PROBLEM, options), code, path);
    }
    const limited = { ...PROBLEM, benchmark: { BOND: 1 }, maxTrackingError: 0.1 };
    expectRefusal(
      () => resampledFrontier(limited, OPTIONS),
      'inconsistent',
      'problem.maxTrackingError',
    );
  });
});
