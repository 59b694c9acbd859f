import { AptfolioError, at, checkObject, checkOneOf } from '../errors/index.js';
import { type CurrencyCode, checkCurrency } from '../money/index.js';
import { UNKNOWN_CURRENCY } from './compile/check-contents.js';
import { SHARE_TOLERANCE, sumOfShares } from './compile/check-shares.js';
import { insideFirst } from './compile/inside-first.js';
import { statedCurrencies, statedIssuers } from './compile/resolve-contents.js';
import { lookThrough, type WeightedProduct, weighted } from './look-through.js';
import type { ProductUniverse } from './universe.js';

/** What a portfolio can be looked through to. */
export const EXPOSURE_KINDS = ['class', 'currency', 'issuer', 'product'] as const;

/** What a portfolio can be looked through to; see `EXPOSURE_KINDS`. */
export type ExposureKind = (typeof EXPOSURE_KINDS)[number];

/** How a portfolio is looked through. */
export interface ExposureOptions {
  readonly by: ExposureKind;
  /** The currency of the investment, which counts for what states no currency of its own. Absent: that stays unknown. */
  readonly currency?: CurrencyCode;
}

/** What a portfolio holds. `shares`, `spread` and `unknown` add up to the weights. */
export interface Exposures {
  readonly by: ExposureKind;
  /** Decimal fractions by name: every class in the universe's order; else what is above 0, by ascending name. */
  readonly shares: Readonly<Record<string, number>>;
  /** Of `issuer` only: what is not with any issuer that is named. Else 0. */
  readonly spread: number;
  /** Of `currency` only: what is in a currency that nobody has stated. Else 0. */
  readonly unknown: number;
}

/**
 * What a portfolio of products holds by asset class, currency, issuer, or product once funds inside funds are opened.
 *
 * `weights` gives each product's share under its id, decimal fractions of at least 0. Deposits, bonds, insurance and structured
 * products that name no `issuers` are with their `issuer` entirely; of all other products that name none, everything is spread. A
 * fund's part that is not in other products stays with the fund.
 *
 * @throws AptfolioError `unknown-value` for another `by`; else as `lookThrough`.
 *
 * @example
 * ```ts
 * import { compileProducts, exposures } from 'aptfolio/products';
 *
 * const terms = {
 *   lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2', annualFee: 0.004, entryFee: 0,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Dollar bonds', currency: 'USD', issuers: { ACME: 0.2 } },
 *     { ...terms, id: 'B', name: 'Fund of funds', lookThrough: { BOND: 0.5 }, contains: { A: 0.5 } },
 *   ],
 *   ['BOND'],
 * );
 * exposures({ A: 0.4, B: 0.6 }, universe, { by: 'currency' }).shares; // => { USD: 0.7 }
 * exposures({ A: 0.4, B: 0.6 }, universe, { by: 'currency' }).unknown; // => 0.3
 * exposures({ A: 0.4, B: 0.6 }, universe, { by: 'issuer' }).shares; // => { ACME: 0.14 }
 * exposures({ A: 0.4, B: 0.6 }, universe, { by: 'product' }).shares; // => { A: 0.7, B: 0.3 }
 * ```
 */
export function exposures(
  weights: Readonly<Record<string, number>>,
  universe: ProductUniverse,
  options: ExposureOptions,
): Exposures {
  const by = checkOneOf(checkObject(options, 'options').by, 'options.by', EXPOSURE_KINDS);
  const none = { spread: 0, unknown: 0 };
  switch (by) {
    case 'class':
      return Object.freeze({ by, shares: lookThrough(weights, universe), ...none });
    case 'currency':
      return byCurrency(weighted(weights, universe), options.currency);
    case 'issuer':
      return byIssuer(weighted(weights, universe));
    case 'product':
      return Object.freeze({ by, shares: byProduct(weights, universe), ...none });
  }
}

function byCurrency(held: readonly WeightedProduct[], own: CurrencyCode | undefined): Exposures {
  if (own !== undefined) checkCurrency(own, 'options.currency');
  const sums = new Map<string, number>();
  let unknown = 0;
  for (const { product, weight } of held) {
    const stated = statedCurrencies(product);
    for (const name of Object.keys(stated)) {
      const part = weight * (stated[name] as number);
      const currency = name === UNKNOWN_CURRENCY ? own : name;
      if (currency === undefined) unknown += part;
      else sums.set(currency, (sums.get(currency) ?? 0) + part);
    }
  }
  return Object.freeze({ by: 'currency', shares: sharesOf(sums), spread: 0, unknown });
}

function byIssuer(held: readonly WeightedProduct[]): Exposures {
  const sums = new Map<string, number>();
  let spread = 0;
  for (const { product, weight } of held) {
    const stated = statedIssuers(product);
    for (const name of Object.keys(stated)) {
      sums.set(name, (sums.get(name) ?? 0) + weight * (stated[name] as number));
    }
    spread += weight * Math.max(0, 1 - sumOfShares(stated));
  }
  return Object.freeze({ by: 'issuer', shares: sharesOf(sums), spread, unknown: 0 });
}

/** Opens every fund after all those that hold it, and hands its weight on to what is inside. */
function byProduct(
  weights: Readonly<Record<string, number>>,
  universe: ProductUniverse,
): Readonly<Record<string, number>> {
  const held = weighted(weights, universe);
  const sums = new Map(held.map(({ product, weight }) => [product.id, weight]));
  const { products } = universe;
  const indexOf = new Map(products.map(({ id }, index) => [id, index]));
  refuseUnknownInside(universe, indexOf);
  for (const index of [...insideFirst(products, indexOf, 'universe.products')].reverse()) {
    const { id, contains = {} } = products[index]!;
    const weight = sums.get(id) ?? 0;
    const inside = sumOfShares(contains);
    if (weight === 0 || inside === 0) continue;
    // What rounding alone leaves over is no part of its own.
    const isAllInside = inside >= 1 - SHARE_TOLERANCE;
    const handedOn = isAllInside ? weight / inside : weight;
    for (const [part, share] of Object.entries(contains)) {
      sums.set(part, (sums.get(part) ?? 0) + handedOn * share);
    }
    sums.set(id, isAllInside ? 0 : weight * (1 - inside));
  }
  return sharesOf(sums);
}

/** A universe from a store may be damaged. */
function refuseUnknownInside(
  { products }: ProductUniverse,
  indexOf: ReadonlyMap<string, number>,
): void {
  products.forEach(({ contains }, index) => {
    const unknown = Object.keys(contains ?? {}).find((id) => !indexOf.has(id));
    if (unknown === undefined) return;
    const path = at(at(at('universe.products', index), 'contains'), unknown);
    throw new AptfolioError('unknown-id', path, 'a product of the universe', unknown);
  });
}

function sharesOf(sums: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const names = [...sums.keys()].filter((name) => (sums.get(name) as number) > 0).sort();
  return Object.freeze(Object.fromEntries(names.map((name) => [name, sums.get(name) as number])));
}
