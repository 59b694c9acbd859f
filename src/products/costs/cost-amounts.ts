import { type CurrencyCode, type Money, ratioOfMoney, sumMoney } from '../../money/index.js';

/**
 * The kinds of cost of a product, in the order in which they are shown.
 *
 * In the categories of Delegated Regulation (EU) 2017/565, annex II, table 2: `entry` and `exit` are one-off charges, `ongoing` is on-going
 * charges, `spread` belongs to the costs related to transactions, `performance` to the incidental costs.
 */
export const COST_KINDS = ['entry', 'spread', 'ongoing', 'performance', 'exit'] as const;

/** A kind of cost of a product; see `COST_KINDS`. */
export type CostKind = (typeof COST_KINDS)[number];

/** Costs by kind; `total` is their sum, exactly. */
export type CostAmounts<C extends CurrencyCode = CurrencyCode> = Readonly<
  Record<CostKind | 'total', Money<C>>
>;

/** Costs by kind as decimal fractions of an amount. */
export type CostShares = Readonly<Record<CostKind | 'total', number>>;

/** Adds the total. */
export function withTotal<C extends CurrencyCode>(
  currency: C,
  amounts: Readonly<Record<CostKind, Money<C>>>,
): CostAmounts<C> {
  const parts = COST_KINDS.map((kind) => amounts[kind]);
  return Object.freeze({ ...amounts, total: sumMoney(currency, parts) });
}

/** Each amount as a share of another that is above 0. */
export function sharesOf<C extends CurrencyCode>(
  amounts: CostAmounts<C>,
  of: Money<C>,
): CostShares {
  const shares = Object.entries(amounts).map(([kind, amount]) => [kind, ratioOfMoney(amount, of)]);
  return Object.freeze(Object.fromEntries(shares)) as CostShares;
}
