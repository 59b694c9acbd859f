import { describe, expectTypeOf, it } from 'vitest';
import {
  type AllocationPolicy,
  type GlidePathOptions,
  glidePath,
  type ModelPortfolio,
  modelPortfolios,
  type RiskFigures,
} from '../../../src/allocation/index.js';
import { merton, mertonPolicy } from './cases.js';

declare const portfolio: ModelPortfolio;
declare const options: GlidePathOptions;

describe('model portfolio types', () => {
  it('make the reader look at a level’s status before its weights', () => {
    // @ts-expect-error there may be no weights
    portfolio.weights;
    if (portfolio.status === 'optimal') {
      expectTypeOf(portfolio.risk).toEqualTypeOf<RiskFigures>();
      expectTypeOf(portfolio.equityShare).toEqualTypeOf<number>();
    }
    if (portfolio.status === 'infeasible') {
      expectTypeOf(portfolio.conflicting).toEqualTypeOf<readonly string[]>();
    }
    expectTypeOf(portfolio.lambda).toEqualTypeOf<number>();
  });

  it('ask for the day, the level and the goal', () => {
    // @ts-expect-error on which day
    modelPortfolios(merton, mertonPolicy, {});
    // @ts-expect-error for which level
    glidePath(merton, mertonPolicy, { ...options, level: 'C6' });
    const { goalDate: _, ...endless } = options;
    // @ts-expect-error until when
    glidePath(merton, mertonPolicy, endless);
  });

  it('let a turnover be unknown, a path not be in force, and a policy do without glide paths', () => {
    const { stages, totalTurnover, status } = glidePath(merton, mertonPolicy, options);
    expectTypeOf(status).toEqualTypeOf<'complete' | 'incomplete' | 'not-in-force'>();
    expectTypeOf(totalTurnover).toEqualTypeOf<number | null>();
    expectTypeOf(stages[0]!.turnover).toEqualTypeOf<number | null>();
    const { glidePaths: __, ...small } = mertonPolicy;
    expectTypeOf(small).toExtend<AllocationPolicy>();
  });
});
