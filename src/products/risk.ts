import { at, checkObject, checkOneOf } from '../errors/index.js';
import type { Product } from './product.js';

/** The five risk ratings of a product, from the lowest risk to the highest. */
export const RISK_RATINGS = ['R1', 'R2', 'R3', 'R4', 'R5'] as const;

/** A product's risk rating: `R1` is the lowest risk, `R5` the highest. */
export type RiskRating = (typeof RISK_RATINGS)[number];

/**
 * Compares two ratings: `-1` when the first is the lower risk, `1` when it is the higher, else `0`.
 *
 * Throws `unknown-value` when one of the two is no rating.
 *
 * @example
 * ```ts
 * import { compareRatings } from 'aptfolio/products';
 *
 * compareRatings('R2', 'R4'); // => -1
 * compareRatings('R3', 'R3'); // => 0
 * ```
 */
export function compareRatings(first: RiskRating, second: RiskRating): -1 | 0 | 1 {
  const difference = rank(first, 'first') - rank(second, 'second');
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

/**
 * The rating that counts for a client: the higher of the issuer's and the distributor's.
 *
 * Throws `unknown-value` when one of the two is no rating.
 *
 * Source: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of
 * 2025), article 22: where issuer and distributor differ, the higher rating is used and disclosed.
 *
 * @example
 * ```ts
 * import { effectiveRisk } from 'aptfolio/products';
 *
 * effectiveRisk({ issuerRisk: 'R3', distributorRisk: 'R4' }); // => 'R4'
 * ```
 */
export function effectiveRisk(
  product: Pick<Product, 'issuerRisk' | 'distributorRisk'>,
): RiskRating {
  const { issuerRisk, distributorRisk } = checkObject(product, 'product');
  const issuer = rank(issuerRisk, at('product', 'issuerRisk'));
  const distributor = rank(distributorRisk, at('product', 'distributorRisk'));
  return RISK_RATINGS[Math.max(issuer, distributor)] as RiskRating;
}

function rank(rating: unknown, path: string): number {
  return RISK_RATINGS.indexOf(checkOneOf(rating, path, RISK_RATINGS));
}
