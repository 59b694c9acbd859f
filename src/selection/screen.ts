import { at, checkInteger, checkList, checkObject, checkOneOf } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { compareMoney, type Money, parseMoney } from '../money/index.js';
import {
  checkUniverse,
  compareRatings,
  effectiveRisk,
  findProduct,
  type Product,
  type ProductStatus,
  type ProductUniverse,
  purchaseTerms,
  RISK_RATINGS,
  type RiskRating,
} from '../products/index.js';
import { RISK_LEVELS, type RiskLevel } from '../questionnaire/index.js';

/** What decides whether a product is open to a client. */
export interface ScreeningContext {
  /** The client's risk level; level Ck may hold ratings up to Rk. */
  readonly level: RiskLevel;
  /** The longest lock-up the client can bear, days: the bank's policy, or the days until money is needed. No limit by default. */
  readonly maxLockUpDays?: number;
  /** What is to be invested in all; products whose minimum is above it are rejected. Above 0. */
  readonly amount?: Money;
  /** Ids of products that the client holds already. */
  readonly held?: readonly string[];
}

/** A product that is not offered, with every reason. */
export interface RejectedProduct {
  readonly product: Product;
  /** At least one, in the order risk, lock-up, status, minimum; for what is held, what that means last. */
  readonly reasons: readonly Reason[];
}

/** Every product of the universe, in exactly one of three lists, each by ascending id. */
export interface ScreeningResult {
  readonly eligible: readonly Product[];
  readonly rejected: readonly RejectedProduct[];
  /** Held already and not open to additions: kept, not sold for that, and not bought. */
  readonly holdOnly: readonly RejectedProduct[];
}

/**
 * Sorts a bank's products into those open to a client, those rejected, and those only to be kept.
 *
 * Every reason of every product that is not eligible is given, in a fixed order: risk, lock-up, status, minimum. A
 * product that is held and would be rejected is `holdOnly`: additions are blocked, the holding stays.
 *
 * Throws for an unknown level, a lock-up limit that is no whole number of days, an amount that is not above 0,
 * or a held product that the universe does not have.
 *
 * Source for keeping what is held: 金融机构产品适当性管理办法 (National Financial Regulatory
 * Administration, Order No. 7 of 2025), article 22.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 * import { screenProducts } from 'aptfolio/selection';
 *
 * const terms = {
 *   lookThrough: { EQUITY: 1 }, annualFee: 0.008, entryFee: 0.001, minimumPurchase: '10', step: '0.01', status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Balanced', issuerRisk: 'R3', distributorRisk: 'R3', lockUpDays: 0 },
 *     { ...terms, id: 'B', name: 'Shares', issuerRisk: 'R3', distributorRisk: 'R4', lockUpDays: 180 },
 *   ],
 *   ['EQUITY'],
 * );
 * const { eligible, rejected } = screenProducts(universe, { level: 'C3', maxLockUpDays: 90 });
 * eligible.map((product) => product.id); // => ['A']
 * rejected[0].reasons.map((reason) => reason.code);
 * // => ['selection.risk-above-level', 'selection.lock-up-too-long']
 * ```
 */
export function screenProducts(
  universe: ProductUniverse,
  context: ScreeningContext,
): ScreeningResult {
  const held = checkContext(universe, context);
  const eligible: Product[] = [];
  const rejected: RejectedProduct[] = [];
  const holdOnly: RejectedProduct[] = [];
  for (const product of universe.products) {
    const reasons = [
      ...checkRisk(product, context.level),
      ...checkLockUp(product, context.maxLockUpDays),
      ...checkStatus(product.status),
      ...checkMinimum(product, context.amount),
    ];
    if (reasons.length === 0) eligible.push(product);
    else if (held.has(product.id)) {
      const parameters = { product: product.id, name: product.name };
      reasons.push(makeReason('selection.hold-only', 'warn', parameters));
      holdOnly.push(Object.freeze({ product, reasons: Object.freeze(reasons) }));
    } else rejected.push(Object.freeze({ product, reasons: Object.freeze(reasons) }));
  }
  return Object.freeze({
    eligible: Object.freeze(eligible),
    rejected: Object.freeze(rejected),
    holdOnly: Object.freeze(holdOnly),
  });
}

/** The highest rating that a level may hold: Ck may hold up to Rk. */
function highestRating(level: RiskLevel): RiskRating {
  return RISK_RATINGS[RISK_LEVELS.indexOf(level)] as RiskRating;
}

function checkRisk(product: Product, level: RiskLevel): readonly Reason[] {
  const rating = effectiveRisk(product);
  if (compareRatings(rating, highestRating(level)) <= 0) return [];
  const { issuerRisk, distributorRisk } = product;
  const parameters = { level, rating, issuerRisk, distributorRisk };
  return [makeReason('selection.risk-above-level', 'block', parameters)];
}

function checkLockUp(product: Product, maximum: number | undefined): readonly Reason[] {
  const days = product.lockUpDays;
  return maximum !== undefined && days > maximum
    ? [makeReason('selection.lock-up-too-long', 'block', { days, maximum })]
    : [];
}

const STATUS_CODES: Readonly<Record<Exclude<ProductStatus, 'open'>, string>> = {
  'subscription-suspended': 'selection.subscription-suspended',
  'redemption-suspended': 'selection.redemption-suspended',
  closed: 'selection.closed',
};

function checkStatus(status: ProductStatus): readonly Reason[] {
  return status === 'open' ? [] : [makeReason(STATUS_CODES[status], 'block')];
}

function checkMinimum(product: Product, amount: Money | undefined): readonly Reason[] {
  if (amount === undefined) return [];
  const { minimum } = purchaseTerms(product, amount.currency);
  if (compareMoney(amount, minimum) >= 0) return [];
  const parameters = { minimum, available: amount };
  return [makeReason('selection.below-minimum-purchase', 'block', parameters)];
}

function checkContext(universe: ProductUniverse, context: ScreeningContext): ReadonlySet<string> {
  checkUniverse(universe, 'universe');
  const { level, maxLockUpDays, amount, held = [] } = checkObject(context, 'context');
  checkOneOf(level, 'context.level', RISK_LEVELS);
  if (maxLockUpDays !== undefined) checkInteger(maxLockUpDays, 'context.maxLockUpDays', { min: 0 });
  if (amount !== undefined) parseMoney(amount, 'context.amount', { sign: 'positive' });
  const ids = Array.from(checkList<unknown>(held, 'context.held'));
  return new Set(ids.map((id, index) => findProduct(id, universe, at('context.held', index)).id));
}
