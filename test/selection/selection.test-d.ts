import { describe, expectTypeOf, it } from 'vitest';
import type { Product } from '../../src/products/index.js';
import {
  type Alternative,
  findSubstitutes,
  type Selection,
  type SelectionTarget,
  screenProducts,
  selectProducts,
} from '../../src/selection/index.js';
import { prepareAssessments } from '../../src/suitability/index.js';
import { context, target, universe } from './support.js';

describe('selection types', () => {
  it('make the reader look at the status before the weights', () => {
    const result = selectProducts(target, universe, context);
    // @ts-expect-error there may be no weights
    result.weights;
    if (result.status === 'selected' || result.status === 'feasible') {
      expectTypeOf(result).toEqualTypeOf<Selection>();
    } else expectTypeOf(result.status).toEqualTypeOf<'empty' | 'infeasible' | 'no-convergence'>();
  });

  it('give the screening with every outcome', () => {
    const { eligible } = selectProducts(target, universe, context);
    expectTypeOf(eligible).toEqualTypeOf<readonly Product[]>();
  });

  it('ask for a level, and for the covariance where something is fitted', () => {
    // @ts-expect-error a rating is no level
    screenProducts(universe, { level: 'R3' });
    // @ts-expect-error without a level nothing is open
    screenProducts(universe, {});
    // @ts-expect-error packs are asked on a day
    screenProducts(universe, { suitability: { packs: [], facts: {} } });
    const assess = prepareAssessments({ packs: [], asOf: '2026-03-02' });
    // @ts-expect-error a prepared assessor does not say which facts it asks for
    screenProducts(universe, { asOf: '2026-03-02', suitability: { assess, facts: {} } });
    // @ts-expect-error no covariance
    selectProducts(target, universe, { level: 'C3' });
    // @ts-expect-error no covariance
    findSubstitutes('P05', universe, { level: 'C3' });
  });

  it('take shares and ranges as a target, and a search with what it needs', () => {
    expectTypeOf<{
      BOND: { min: number; max: number };
      CASH: number;
    }>().toExtend<SelectionTarget>();
    // @ts-expect-error a range has two ends
    expectTypeOf<{ BOND: { min: number } }>().toExtend<SelectionTarget>();
    expectTypeOf<{ id: string; find: 'best-pair' }>().toExtend<Alternative>();
    // @ts-expect-error the cheapest within what
    expectTypeOf<{ id: string; find: 'cheapest' }>().toExtend<Alternative>();
  });

  it('do not let a result be changed', () => {
    const result = screenProducts(universe, context);
    // @ts-expect-error read-only
    result.eligible.length = 0;
  });
});
