import type { Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  convertMoney,
  type FxRates,
  type Money,
  toMinorUnits,
  totalIn,
} from '../../money/index.js';
import { gap, known, type Measure, unknown } from './measure.js';
import type { PortfolioHolding } from './portfolio.js';
import type { ReadOrder, ReadProduct } from './read-portfolio.js';

/** A holding with its value in the smallest units of one currency. */
export interface Position {
  readonly holding: string;
  readonly product: ReadProduct;
  readonly units: Measure<bigint>;
}

/** Money that moves from one product to another. */
export interface Move {
  readonly out: ReadProduct;
  readonly into: ReadProduct;
  readonly units: bigint;
}

/** Values holdings in one currency, each converted and rounded once. */
export function positionsOf(
  holdings: readonly PortfolioHolding[],
  products: ReadonlyMap<string, ReadProduct>,
  currency: CurrencyCode,
  fx: FxRates,
): readonly Position[] {
  return holdings.map(({ id, product, value }) => ({
    holding: id,
    product: products.get(product) as ReadProduct,
    units:
      value === null
        ? unknown([gap('suitability.portfolio-no-value', { holding: id })])
        : unitsIn(currency, value, fx),
  }));
}

/** An amount in the smallest units of a currency; a rate that is missing is named. */
export function unitsIn(currency: CurrencyCode, value: Money, fx: FxRates): Measure<bigint> {
  const total = totalIn(currency, [value], fx);
  if (total.status === 'complete') return known(toMinorUnits(convertMoney(value, currency, fx)));
  return unknown(
    total.missing.map((rate) =>
      gap('suitability.portfolio-no-rate', { rate, base: fx.base, from: value.currency }),
    ),
  );
}

/** What an order moves between its product and the one on the other side. */
export function moveOf({ side, product }: ReadOrder, other: ReadProduct, units: bigint): Move {
  return side === 'sell'
    ? { out: product, into: other, units }
    : { out: other, into: product, units };
}

/** Whether a product belongs to a sum, or why nobody can say. */
export type Belongs = (product: ReadProduct) => boolean | Reason;

/** The sum of the positions that belong, exact. What is certainly worth nothing needs no answer. */
export function sumOf(positions: readonly Position[], belongs: Belongs): Measure<bigint> {
  const reasons: Reason[] = [];
  let sum = 0n;
  for (const { product, units } of positions) {
    if (units.known && units.value === 0n) continue;
    const answer = belongs(product);
    if (answer === false) continue;
    if (answer !== true) reasons.push(answer);
    else if (units.known) sum += units.value;
    else reasons.push(...units.reasons);
  }
  return reasons.length > 0 ? unknown(reasons) : known(sum);
}

/** By how much a sum changes when money moves. */
export function changeBy({ out, into, units }: Move, belongs: Belongs): Measure<bigint> {
  const [left, came] = [belongs(out), belongs(into)];
  const reasons = [left, came].filter((answer) => typeof answer !== 'boolean');
  if (reasons.length > 0) return unknown(reasons);
  return known((came === true ? units : 0n) - (left === true ? units : 0n));
}
