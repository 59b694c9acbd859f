import { type BusinessCalendar, compileCalendar, type PlainDate } from '../dates/index.js';
import { AptfolioError, at, checkObject, type FieldsOf, refuseUnknown } from '../errors/index.js';
import { sha256 } from '../evidence/index.js';
import type { CurrencyCode } from '../money/index.js';
import {
  checkUniverse,
  type DealingDesk,
  openDealingDesk,
  type ProductUniverse,
} from '../products/index.js';
import { compileProduct } from './policy/compile-product.js';
import { type Inside, readPolicy } from './policy/compiled-policy.js';
import type { RebalancingPolicy } from './policy/policy.js';
import { Cbor, hashOf } from './result/cbor.js';
import { rememberProducts } from './result/products-hash.js';
import { rememberDays } from './triggers/scheduled-days.js';

/** What a policy is compiled for. */
export interface RebalancingOptions {
  readonly universe: ProductUniverse;
  /** Days on which the bank deals. Default: Monday to Friday. */
  readonly calendar?: BusinessCalendar;
}

const OPTION_FIELDS: FieldsOf<RebalancingOptions> = { universe: true, calendar: true };

/** A checked policy over a bank's products, ready for any number of accounts. */
export interface Rebalancer<C extends CurrencyCode = CurrencyCode> {
  readonly policy: RebalancingPolicy<C>;
  readonly universe: ProductUniverse;
  readonly calendar: BusinessCalendar;
  /** What the library needs beside; no part of the public face. */
  readonly [INSIDE]: Inside;
}

/** Where a rebalancer keeps what only the library reads. */
export const INSIDE: unique symbol = Symbol('aptfolio/rebalancing');

/**
 * Checks a policy once and works out everything that does not depend on an account.
 *
 * @throws AptfolioError with the path to the fault: `policy.bands.default.absolute`, `policy.trading.maxWeight.P99` for a product that
 * the universe does not have, `missing-value` at `policy.utility` for a trigger that measures risk without one,
 * `currency-mismatch` for amounts in two currencies, `unknown-id` at `policy.trading.maxTrade` for a field that there is none of.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 * import { compileRebalancing } from 'aptfolio/rebalancing';
 *
 * const universe = compileProducts([], ['BOND', 'EQUITY']);
 * const policy = { id: 'standard', bands: { default: { absolute: 0.05, relative: 0.25 } } };
 * compileRebalancing(policy, { universe }).policy.id; // => 'standard'
 * compileRebalancing({ ...policy, residualProduct: 'P99' }, { universe });
 * // => throws 'unknown-id', 'policy.residualProduct'
 * ```
 */
export function compileRebalancing<C extends CurrencyCode = CurrencyCode>(
  policy: RebalancingPolicy<C>,
  options: RebalancingOptions,
): Rebalancer<C> {
  checkObject(options, 'options');
  refuseUnknown(options, 'options', OPTION_FIELDS);
  const universe = checkUniverse(options.universe, 'options.universe');
  const calendar = options.calendar === undefined ? everyWeekday() : options.calendar;
  if (typeof checkObject(calendar, 'options.calendar').isBusinessDay !== 'function') {
    const expected = 'a calendar made by compileCalendar';
    throw new AptfolioError('invalid-type', 'options.calendar', expected);
  }
  const compiled = readPolicy(policy, universe);
  const products = universe.products.map((product, place) => {
    const hash = hashOf(product, at('options.universe.byId', product.id));
    return compileProduct(product, place, universe.assetClasses, compiled.utility, hash);
  });
  const inside: Inside = {
    policy: compiled,
    rulesHash: rulesHashOf(policy, calendar),
    assetClasses: universe.assetClasses,
    products: new Map(products.map((item) => [item.product.id, item])),
    calendar,
    productsHash: rememberProducts(),
    cbor: new Cbor(),
    deskOn: rememberDesks(calendar),
    days: rememberDays(calendar),
  };
  return Object.freeze({ policy, universe, calendar, [INSIDE]: inside });
}

/** A covariance may be given as a typed array, which JSON does not know. */
function withPlainNumbers(policy: RebalancingPolicy): unknown {
  const { utility } = policy;
  if (utility === undefined) return policy;
  const { expectedReturn, covariance } = utility;
  const rows = ArrayBuffer.isView(covariance) ? Array.from(covariance as Float64Array) : covariance;
  return {
    ...policy,
    utility: { ...utility, expectedReturn: Array.from(expectedReturn), covariance: rows },
  };
}

/** The accounts of a run share the day of their decision and the few days on which purchases follow. */
const DAYS_REMEMBERED = 32;

function rememberDesks(calendar: BusinessCalendar): Inside['deskOn'] {
  const desks = new Map<PlainDate, DealingDesk>();
  return (asOf) => {
    const known = desks.get(asOf);
    if (known !== undefined) return known;
    if (desks.size >= DAYS_REMEMBERED) desks.clear();
    const desk = openDealingDesk({ asOf, calendar });
    desks.set(asOf, desk);
    return desk;
  };
}

/** The hash of the policy and of the calendar, whose days stand by a hash of their own, where it says them. */
function rulesHashOf(policy: RebalancingPolicy, { id, covers, data }: BusinessCalendar): string {
  const days = data === undefined ? undefined : sha256(data);
  const calendar = { id, covers: { ...covers }, days };
  return hashOf({ calendar, policy: withPlainNumbers(policy) }, '');
}

function everyWeekday(): BusinessCalendar {
  const covers = { from: '1900-01-01', to: '9999-12-31' } as const;
  return compileCalendar({ id: 'monday-to-friday', covers, holidays: [] });
}
