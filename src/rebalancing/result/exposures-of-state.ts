import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { at, checkObject, refuseUnknown } from '../../errors/index.js';
import { type CurrencyCode, parseMoney, parseMoneyIn, toMinorUnits } from '../../money/index.js';
import {
  checkUniverse,
  type Exposures,
  effectiveRisk,
  exposures,
  findProduct,
  type Product,
  type ProductUniverse,
  productOn,
  RISK_RATINGS,
  type RiskRating,
} from '../../products/index.js';
import { divideUp, ratio } from '../account/exact.js';
import type { AccountState } from './result.js';

/** How much of a portfolio hangs on what; shares are decimal fractions of products and money together. */
export interface StateExposures {
  readonly ratings: {
    /** With `cash` they sum to 1. */
    readonly shares: Readonly<Record<RiskRating, number>>;
    /** The highest of what is held; `null` where nothing is. */
    readonly highest: RiskRating | null;
    /**
     * Mean of the products' ratings by value, from 1 to 5, money left out; rounded up to nine digits after the point, so that it never
     * looks lower than it is. `null` where nothing is held.
     */
    readonly weighted: number | null;
  };
  /** As `exposures` of `aptfolio/products` has it: with `cash`, what is named and what is spread sum to 1. */
  readonly issuers: Exposures;
  /** Likewise; what states no currency counts as in that of the state. */
  readonly currencies: Exposures;
  /** Free money; 0 for an overdraft. */
  readonly cash: number;
}

/**
 * Says of a state of an account, or of a household, how much is in each risk rating, with each issuer and in each currency: before and after
 * trades, for a review of suitability. Nothing is worked out unless it is asked for.
 *
 * @param state `before` or `after` of a result, or values by product id and free money, in one currency.
 * @param options.asOf the day whose ratings count; of a product's two ratings the higher.
 * @throws AptfolioError `unknown-id` at `state.values.P99`, `out-of-range` for a value below 0, `currency-mismatch`, `invalid-date` at
 * `options.asOf`.
 *
 * Source: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025), article 22: the higher rating counts.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { exposuresOfState } from 'aptfolio/rebalancing';
 *
 * const terms = {
 *   annualFee: 0, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Notes', issuer: 'Lake', type: 'deposit', issuerRisk: 'R1', distributorRisk: 'R2', lookThrough: { BOND: 1 } },
 *     { ...terms, id: 'B', name: 'Shares', issuers: { Hill: 0.1 }, issuerRisk: 'R4', distributorRisk: 'R4', lookThrough: { EQ: 1 } },
 *   ],
 *   ['BOND', 'EQ'],
 * );
 * const values = { A: money('CNY', '600'), B: money('CNY', '300') };
 * const { ratings, issuers, cash } = exposuresOfState({ values, cash: money('CNY', '100') }, universe, { asOf: '2026-03-02' });
 * ratings.shares; // => { R1: 0, R2: 0.6, R3: 0, R4: 0.3, R5: 0 }
 * [ratings.highest, ratings.weighted]; // => ['R4', 2.666666667]
 * issuers.shares; // => { Hill: 0.03, Lake: 0.6 }
 * cash; // => 0.1
 * ```
 */
export function exposuresOfState(
  state: Pick<AccountState, 'values' | 'cash'>,
  universe: ProductUniverse,
  options: { readonly asOf: PlainDate },
): StateExposures {
  checkUniverse(universe, 'universe');
  refuseUnknown(checkObject(options, 'options'), 'options', { asOf: true });
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const { held, free, currency } = readState(state, universe);
  const whole = held.reduce((sum, { units }) => sum + units, free);
  const share = (units: bigint): number => (whole > 0n ? ratio(units, whole) : 0);
  const ratings: Record<RiskRating, bigint> = { R1: 0n, R2: 0n, R3: 0n, R4: 0n, R5: 0n };
  for (const { product, units } of held) {
    ratings[effectiveRisk(productOn(product, asOf))] += units;
  }
  const weights = Object.fromEntries(held.map(({ product, units }) => [product.id, share(units)]));
  const shares = RISK_RATINGS.map((rating) => [rating, share(ratings[rating])] as const);
  const rated = RISK_RATINGS.filter((rating) => ratings[rating] > 0n);
  return Object.freeze({
    ratings: Object.freeze({
      shares: Object.freeze(Object.fromEntries(shares) as Record<RiskRating, number>),
      highest: rated.at(-1) ?? null,
      weighted: meanOf(ratings),
    }),
    issuers: exposures(weights, universe, { by: 'issuer' }),
    currencies: exposures(weights, universe, { by: 'currency', currency }),
    cash: share(free),
  });
}

interface ReadState {
  readonly held: readonly { readonly product: Product; readonly units: bigint }[];
  readonly free: bigint;
  readonly currency: CurrencyCode;
}

function readState(
  state: Pick<AccountState, 'values' | 'cash'>,
  universe: ProductUniverse,
): ReadState {
  checkObject(state, 'state');
  const path = at('state', 'values');
  const values = Object.entries(checkObject(state.values, path));
  const cash = parseMoney(state.cash, at('state', 'cash'));
  const { currency } = cash;
  const read = values.map(([id, value]) => {
    const where = at(path, id);
    const product = findProduct(id, universe, where);
    const amount = parseMoneyIn(value, currency, where, { sign: 'not-negative' });
    return { product, units: toMinorUnits(amount) };
  });
  const free = toMinorUnits(cash);
  const held = read.filter(({ units }) => units > 0n);
  return { held, free: free > 0n ? free : 0n, currency };
}

/** Nine digits after the point. */
const STEPS = 1_000_000_000n;

function meanOf(ratings: Readonly<Record<RiskRating, bigint>>): number | null {
  let [weighted, total] = [0n, 0n];
  RISK_RATINGS.forEach((rating, i) => {
    weighted += ratings[rating] * BigInt(i + 1);
    total += ratings[rating];
  });
  return total === 0n ? null : Number(divideUp(weighted * STEPS, total)) / Number(STEPS);
}
