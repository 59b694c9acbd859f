import { expect } from 'vitest';
import assumptions from '../../examples/data/scenario/capital-market-assumptions.json' with {
  type: 'json',
};
import market from '../../examples/data/scenario/market-2026-09-01.json' with { type: 'json' };
import products from '../../examples/data/scenario/products.json' with { type: 'json' };
import { covarianceFromCorrelation } from '../../src/market/index.js';
import { type Money, money } from '../../src/money/index.js';
import { compileProducts, type Product } from '../../src/products/index.js';
import type { RebalancingProblem, Trade, UtilityInputs } from '../../src/rebalancing/index.js';
import fixture from '../fixtures/rebalancing/scenario.json' with { type: 'json' };

export const cny = (amount: string): Money<'CNY'> => money('CNY', amount);

export function amountsOf(values: Readonly<Record<string, Money>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([id, { amount }]) => [id, amount]));
}

export function holdingsOf(
  amounts: Readonly<Record<string, string>>,
): Record<string, Money<'CNY'>> {
  return Object.fromEntries(Object.entries(amounts).map(([id, amount]) => [id, cny(amount)]));
}

export function weightsOf(texts: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, Number(text)]));
}

/** Trades as signed amounts by product, as the fixtures write them. */
export function signed(trades: readonly Trade[]): Record<string, string> {
  return Object.fromEntries(
    trades.map(({ product, side, amount }) => [
      product,
      side === 'buy' ? amount.amount : `-${amount.amount}`,
    ]),
  );
}

export const PRODUCTS = products.products as readonly Product[];

export const universe = compileProducts(PRODUCTS, assumptions.assetClasses);

export const UTILITY: UtilityInputs = {
  assetClasses: assumptions.assetClasses,
  expectedReturn: assumptions.expectedReturn,
  covariance: covarianceFromCorrelation(assumptions.volatility, assumptions.correlation),
  riskAversion: assumptions.policy.levels.C3.lambda,
};

/** "5/25": above the smaller of 5 points and a quarter of the target, and above half a point. */
export const BANDS = { absolute: 0.05, relative: 0.25, minimum: 0.005 };

/** Step 13 of the scenario: the account on 2026-09-01 and its C3 target. */
export const SCENARIO: RebalancingProblem<'CNY'> = {
  holdings: holdingsOf(fixture.values),
  targetWeights: weightsOf(fixture.productWeights),
  universe,
  bands: BANDS,
  minimumTrade: cny(market.rebalancing.minimumTrade),
  residualProduct: 'P01',
  utility: UTILITY,
};

export { expectRefusal } from '../refusal.js';

/** Expects equality to a relative precision; by default the tenth digit. */
export function expectClose(actual: number, expected: number, relative = 1e-10): void {
  const tolerance = Math.max(Math.abs(expected) * relative, 1e-14);
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    tolerance,
  );
}

export function codes(result: { readonly reasons: readonly { readonly code: string }[] }) {
  return result.reasons.map(({ code }) => code);
}

/** Values of a type that the compiler would refuse. */
export function wrong(value: unknown): never {
  return value as never;
}
