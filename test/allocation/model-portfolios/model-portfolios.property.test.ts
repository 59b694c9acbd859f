import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AllocationPolicy,
  glidePath,
  type ModelPortfolio,
  modelPortfolios,
  type SizedAllocation,
} from '../../../src/allocation/index.js';
import { type CompiledAssumptions, compileAssumptions } from '../../../src/market/index.js';
import { RISK_LEVELS } from '../../../src/questionnaire/index.js';
import { expectNear, hasNegativeZero, isDeeplyFrozen } from '../support.js';
import { asOf } from './cases.js';

const NAMES = ['CASH', 'BOND', 'EQ_CN', 'EQ_GL', 'GOLD'] as const;
const EQUITY = ['EQ_CN', 'EQ_GL'];
const thousandths = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => value / 1000);
const five = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 5, maxLength: 5 });

interface Draw {
  readonly means: readonly number[];
  readonly volatilities: readonly number[];
  /** One common factor makes a correlation that exists: ρ_ij = b_i·b_j. */
  readonly betas: readonly number[];
  readonly lambdas: readonly number[];
  readonly caps: readonly number[];
  readonly floor: number;
  readonly knots: readonly (readonly [lambda: number, equityMax: number])[];
}

const draws: fc.Arbitrary<Draw> = fc.record({
  means: five(thousandths(-20, 120)),
  volatilities: five(thousandths(5, 300)),
  betas: five(thousandths(-900, 900)),
  lambdas: five(fc.constantFrom(0.5, 1, 2, 3, 5, 8, 13, 40)),
  caps: five(thousandths(0, 1000)),
  floor: thousandths(0, 100),
  knots: fc.array(fc.tuple(fc.constantFrom(0.5, 1, 4, 20), thousandths(0, 1000)), {
    minLength: 1,
    maxLength: 4,
  }),
});

function assumptionsOf(
  { means, volatilities, betas }: Draw,
  order: readonly number[] = [0, 1, 2, 3, 4],
): CompiledAssumptions {
  const pick = <T>(list: readonly T[]): T[] => order.map((i) => list[i] as T);
  return compileAssumptions({
    asOf: '2026-03-02',
    assetClasses: pick(NAMES),
    expectedReturn: pick(means),
    volatility: pick(volatilities),
    correlation: order.map((i) =>
      order.map((j) => (i === j ? 1 : (betas[i] as number) * (betas[j] as number))),
    ),
  });
}

function policyOf({ lambdas, caps, floor, knots }: Draw): AllocationPolicy {
  const levels = RISK_LEVELS.map((level, k) => [level, { lambda: lambdas[k], equityMax: caps[k] }]);
  return {
    lower: { CASH: floor },
    upper: { BOND: 0.9 },
    equityClasses: EQUITY,
    levels: Object.fromEntries(levels) as AllocationPolicy['levels'],
    groups: [{ id: 'real', members: ['GOLD', 'EQ_GL'], max: 0.8 }],
    glidePaths: [
      {
        id: 'p',
        knots: knots.map(([lambda, equityMax], k) => ({ yearsToGoal: 3 * k, lambda, equityMax })),
      },
    ],
  };
}

const inOrder = (draw: Draw): Draw => ({
  ...draw,
  lambdas: [...draw.lambdas].sort((a, b) => b - a),
  caps: draw.caps.map(() => 1),
});

const solved = (one: object): SizedAllocation => {
  if ((one as ModelPortfolio).status !== 'optimal') throw new Error(JSON.stringify(one));
  return one as SizedAllocation;
};
const weightsOf = (one: object) => NAMES.map((name) => solved(one).weights[name] as number);
const path = { glidePath: 'p', level: 'C3', asOf, goalDate: '2034-07-15' } as const;

const runs = { numRuns: 50 };

describe('model portfolios', () => {
  it('do not depend on the order of the asset classes', () => {
    fc.assert(
      fc.property(draws, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (draw, order) => {
        const policy = policyOf(draw);
        const one = modelPortfolios(assumptionsOf(draw), policy, { asOf });
        const other = modelPortfolios(assumptionsOf(draw, order), policy, { asOf });
        for (const level of RISK_LEVELS) {
          expectNear(weightsOf(other.levels[level]), weightsOf(one.levels[level]), 1e-9);
        }
      }),
      runs,
    );
  });

  it('stay the same when returns and variances are counted in another unit', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const view = assumptionsOf(draw);
        // μ·4 with Σ·4 leaves λ as it is: every term of the utility is four times as large.
        const scaled = {
          ...view,
          expectedReturn: view.expectedReturn.map((mean) => 4 * mean),
          covariance: view.covariance.map((row) => row.map((value) => 4 * value)),
        };
        const policy = policyOf(draw);
        const one = modelPortfolios(view, policy, { asOf });
        const other = modelPortfolios(scaled, policy, { asOf });
        for (const level of RISK_LEVELS) {
          expectNear(weightsOf(other.levels[level]), weightsOf(one.levels[level]), 1e-9);
        }
      }),
      runs,
    );
  });

  it('rise in risk and return from level to level under the same rules, and are found in order', () => {
    fc.assert(
      fc.property(draws.map(inOrder), (draw) => {
        const { findings, levels } = modelPortfolios(assumptionsOf(draw), policyOf(draw), { asOf });
        const falls = findings.filter(({ reason }) =>
          /volatility|return|lambda|max/.test(reason.code),
        );
        expect(falls).toEqual([]);
        RISK_LEVELS.slice(1).forEach((level, k) => {
          const [low, high] = [solved(levels[RISK_LEVELS[k]!]), solved(levels[level])];
          expect(high.volatility).toBeGreaterThan(low.volatility - 1e-9);
          expect(high.expectedReturn).toBeGreaterThan(low.expectedReturn - 1e-9);
        });
      }),
      runs,
    );
  });

  it('have a finding exactly for what falls', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const { findings, levels } = modelPortfolios(assumptionsOf(draw), policyOf(draw), { asOf });
        const expected = RISK_LEVELS.slice(1).flatMap((level, k) => {
          const [low, high] = [solved(levels[RISK_LEVELS[k]!]), solved(levels[level])];
          return high.volatility < low.volatility - 1e-9 ? [level] : [];
        });
        const found = findings.filter(({ reason }) => reason.code.endsWith('volatility-falls'));
        expect(found.map((one) => one.levels[1])).toEqual(expected);
      }),
      runs,
    );
  });

  it('keep to the caps, come back from JSON, frozen, without −0, the same bytes twice', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const [view, policy] = [assumptionsOf(draw), policyOf(draw)];
        const found = modelPortfolios(view, policy, { asOf });
        for (const level of RISK_LEVELS) {
          const { equityShare, certificate } = solved(found.levels[level]);
          expect(equityShare).toBeLessThanOrEqual(policy.levels[level].equityMax + 1e-12);
          expect(
            Math.max(certificate.primal, certificate.stationarity, certificate.complementarity),
          ).toBeLessThan(1e-9);
        }
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
        expect(isDeeplyFrozen(found)).toBe(true);
        expect(hasNegativeZero(found)).toBe(false);
        expect(JSON.stringify(modelPortfolios(view, policy, { asOf }))).toBe(JSON.stringify(found));
      }),
      runs,
    );
  });
});

describe('a glide path', () => {
  it('never takes a stance beyond its level, nor beyond its knots', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const policy = policyOf(draw);
        const { C3 } = policy.levels;
        const { stages } = glidePath(assumptionsOf(draw), policy, path);
        const lambdas = draw.knots.map(([lambda]) => lambda);
        const caps = draw.knots.map(([, cap]) => cap);
        for (const stage of stages) {
          expect(stage.lambda).toBeGreaterThanOrEqual(Math.max(C3.lambda, Math.min(...lambdas)));
          expect(stage.lambda).toBeLessThanOrEqual(Math.max(C3.lambda, ...lambdas));
          expect(stage.equityMax).toBeLessThanOrEqual(Math.min(C3.equityMax, Math.max(...caps)));
          expect(solved(stage).equityShare).toBeLessThanOrEqual(stage.equityMax + 1e-12);
        }
      }),
      runs,
    );
  });

  it('becomes more careful stage by stage where its knots do and only λ changes', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const knots = [...draw.knots]
          .sort(([a], [b]) => b - a)
          .map(([lambda]) => [lambda, 1] as const);
        const ordered = { ...inOrder(draw), knots };
        const { stages, findings } = glidePath(assumptionsOf(ordered), policyOf(ordered), path);
        stages.slice(1).forEach((stage, k) => {
          expect(solved(stage).volatility).toBeLessThanOrEqual(
            solved(stages[k]!).volatility + 1e-9,
          );
        });
        expect(findings.filter(({ reason }) => reason.code.endsWith('volatility-rises'))).toEqual(
          [],
        );
      }),
      runs,
    );
  });

  it('turns over at least what separates its ends, stage by stage what separates two', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const { stages, totalTurnover } = glidePath(assumptionsOf(draw), policyOf(draw), path);
        const apart = (one: object, other: object) =>
          weightsOf(one).reduce(
            (sum, weight, i) => sum + Math.abs(weight - weightsOf(other)[i]!),
            0,
          ) / 2;
        expectNear(
          stages.slice(1).map(({ turnover }) => turnover as number),
          stages.slice(1).map((stage, k) => apart(stages[k]!, stage)),
          1e-14,
        );
        expect(totalTurnover).toBeGreaterThanOrEqual(apart(stages[0]!, stages.at(-1)!) - 1e-12);
      }),
      runs,
    );
  });
});
