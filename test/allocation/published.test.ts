import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/allocation/index.js';
import { covarianceFromCorrelation } from '../../src/market/index.js';
import hangSeng from '../fixtures/allocation/or-library-port1.json' with { type: 'json' };
import fixture from '../fixtures/allocation/published.json' with { type: 'json' };
import { expectNear, optimal, problemOf, wrong } from './support.js';

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly tolerance: number;
  readonly input: {
    readonly mu?: readonly number[];
    readonly cov: readonly (readonly number[])[];
    readonly lower?: readonly number[];
    readonly upper?: readonly number[];
    readonly target?: number;
    readonly lambda_?: number;
  };
  readonly expected: {
    readonly weights?: readonly number[];
    readonly corners?: readonly { readonly weights: readonly number[]; readonly lambda_: number }[];
  };
}

const cases: readonly Case[] = wrong(fixture.cases);
/** Covariances that are not positive semi-definite: test/market shows that they are refused. */
const INDEFINITE = ['lequant_issue8_asset_classes', 'kwan_yuan_msr'];
const solvable = cases.filter(({ id }) => !INDEFINITE.includes(id));
const cornered = solvable.filter(({ kind }) => kind === 'corner_portfolios');

function weightsOf(one: Case, objective: Parameters<typeof problemOf>[0]['objective']): number[] {
  const { mu, cov, lower, upper } = one.input;
  const problem = problemOf({
    covariance: cov,
    objective,
    ...(mu === undefined ? {} : { expectedReturn: mu }),
    ...(lower === undefined ? {} : { lower }),
    ...(upper === undefined ? {} : { upper }),
  });
  return Object.values(optimal(allocate(problem)).weights);
}

describe('published frontiers', () => {
  it.each(cornered)('meet every corner portfolio of $id at its risk tolerance', (one) => {
    expect(one.expected.corners?.length).toBeGreaterThan(3);
    for (const { weights, lambda_: tolerance } of one.expected.corners ?? []) {
      const found =
        tolerance === 0
          ? weightsOf(one, { kind: 'minimum-variance' })
          : weightsOf(one, { kind: 'utility', riskAversion: 1 / tolerance });
      expectNear(found, weights, 1e-8);
    }
  });

  it.each(cornered)('meet every corner portfolio of $id at its return', (one) => {
    for (const { weights } of one.expected.corners ?? []) {
      const expectedReturn = weights.reduce((sum, w, i) => sum + w * (one.input.mu?.[i] ?? 0), 0);
      // Halfway between the two corners of a kink all weights stay, so the return alone finds them.
      expectNear(weightsOf(one, { kind: 'target-return', expectedReturn }), weights, 1e-8);
    }
  });
});

describe('published portfolios', () => {
  const named = (id: string) => solvable.find((one) => one.id === id) as Case;

  it.each(['roncalli_gmv', 'roncalli_gmv_lb10', 'roncalli_gmv_ub50'])(
    'of least variance: %s',
    (id) => {
      const one = named(id);
      expectNear(
        weightsOf(one, { kind: 'minimum-variance' }),
        one.expected.weights ?? [],
        one.tolerance,
      );
    },
  );

  it('of Markowitz’s nine shares and cash at a return of 7 %, with a singular covariance', () => {
    const one = named('markowitz1959_ch2_ret0.07');
    const found = weightsOf(one, {
      kind: 'target-return',
      expectedReturn: one.input.target as number,
    });
    expectNear(found, one.expected.weights ?? [], one.tolerance);
  });

  it('of Chopra and Ziemba’s ten shares at their risk tolerance', () => {
    const one = named('chopra_ziemba_1993');
    // Their returns and covariances are in per cent a month, and the utility is of returns in per cent.
    const found = weightsOf(one, {
      kind: 'utility',
      riskAversion: 1 / (one.input.lambda_ as number),
    });
    expectNear(found, one.expected.weights ?? [], one.tolerance);
  });
});

describe('the Hang Seng frontier of the OR-Library', () => {
  const covariance = covarianceFromCorrelation(hangSeng.standardDeviation, hangSeng.correlation);

  it.each(
    hangSeng.frontier.map(([mean, variance]) => [mean as number, variance as number] as const),
  )('has at a weekly return of %f the variance %f', (expectedReturn, variance) => {
    const result = optimal(
      allocate(
        problemOf({
          covariance,
          expectedReturn: hangSeng.mean,
          objective: { kind: 'target-return', expectedReturn },
        }),
      ),
    );
    // Both columns are printed to 10 decimals.
    expectNear([result.objectiveValue], [variance], 5e-10);
    expect(result.expectedReturn).toBeGreaterThan(expectedReturn - 1e-15);
  });
});
