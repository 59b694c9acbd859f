import { expect } from 'vitest';
import assumptions from '../../examples/data/scenario/capital-market-assumptions.json' with {
  type: 'json',
};
import market from '../../examples/data/scenario/market-2026-09-01.json' with { type: 'json' };
import products from '../../examples/data/scenario/products.json' with { type: 'json' };
import { covarianceFromCorrelation } from '../../src/market/index.js';
import { type Money, money } from '../../src/money/index.js';
import { compileProducts, type Product, type ProductUniverse } from '../../src/products/index.js';
import {
  type AccountPosition,
  compileRebalancing,
  type NotTraded,
  type Rebalancing,
  type RebalancingAccount,
  type RebalancingPolicy,
  rebalance,
  type Trade,
  type UtilityInputs,
} from '../../src/rebalancing/index.js';
import fixture from '../fixtures/rebalancing/scenario.json' with { type: 'json' };

export const cny = (amount: string): Money<'CNY'> => money('CNY', amount);

export function amountsOf(values: Readonly<Record<string, Money>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([id, { amount }]) => [id, amount]));
}

/** Positions by value, without lots. */
export function positionsOf(amounts: Readonly<Record<string, string>>): readonly AccountPosition[] {
  return Object.entries(amounts).map(([product, amount]) => ({ product, value: cny(amount) }));
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

/** What the destination asks for and is not done, by product, with the codes of the reasons. */
export function dropped({ notTraded }: Rebalancing): Record<string, string> {
  const asked = notTraded.filter(
    (one): one is NotTraded & { side: 'buy' | 'sell' } => 'side' in one,
  );
  return Object.fromEntries(
    asked.map(({ product, side, amount, reasons }) => [
      product,
      `${side} ${amount.amount}: ${codes({ reasons }).join(', ')}`,
    ]),
  );
}

export const PRODUCTS = products.products as readonly Product[];

export const universe: ProductUniverse = compileProducts(PRODUCTS, assumptions.assetClasses);

export const UTILITY: UtilityInputs = {
  assetClasses: assumptions.assetClasses,
  expectedReturn: assumptions.expectedReturn,
  covariance: covarianceFromCorrelation(assumptions.volatility, assumptions.correlation),
  riskAversion: assumptions.policy.levels.C3.lambda,
};

/** "5/25": above the smaller of 5 points and a quarter of the target, and above half a point. */
export const BANDS = { absolute: 0.05, relative: 0.25, minimum: 0.005 };

/** Step 13 of the scenario: entry fees alone are set against the gain of a year. */
export const POLICY: RebalancingPolicy<'CNY'> = {
  id: 'scenario',
  bands: { default: BANDS },
  trading: { minimumTrade: { amount: cny(market.rebalancing.minimumTrade) } },
  residualProduct: 'P01',
  utility: UTILITY,
  weighing: { outOfMarketReturn: 0 },
};

/** The account on 2026-09-01 and its C3 target. */
export const ACCOUNT: RebalancingAccount<'CNY'> = {
  id: 'A1',
  currency: 'CNY',
  positions: positionsOf(fixture.values),
  target: weightsOf(fixture.productWeights),
};

export const AS_OF = '2026-09-01';

/** What of the scenario is different. */
export interface Changes {
  readonly account?: Partial<RebalancingAccount<'CNY'>>;
  readonly policy?: Partial<RebalancingPolicy<'CNY'>>;
  readonly universe?: ProductUniverse;
}

/** The scenario's account under its policy, with changes. */
export function act(changes: Changes = {}): Rebalancing<'CNY'> {
  const rebalancer = compileRebalancing<'CNY'>(
    { ...POLICY, ...changes.policy },
    { universe: changes.universe ?? universe },
  );
  return rebalance({ ...ACCOUNT, ...changes.account }, rebalancer, { asOf: AS_OF });
}

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

/** Expects that nothing in a value can be changed. */
export function expectFrozen(value: unknown, path = 'value'): void {
  if (typeof value !== 'object' || value === null) return;
  expect(Object.isFrozen(value), path).toBe(true);
  for (const [key, part] of Object.entries(value)) expectFrozen(part, `${path}.${key}`);
}
