import { type BusinessCalendar, type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  type FieldsOf,
  refuseUnknown,
  renamePaths,
} from '../../errors/index.js';
import { type CurrencyCode, type Money, parseMoney, toMinorUnits } from '../../money/index.js';
import {
  checkUniverse,
  type DealingDesk,
  findProduct,
  openDealingDesk,
  type Product,
  type ProductUniverse,
} from '../../products/index.js';
import { smaller } from './exact.js';
import { FEE_SIDES, type FeeSide } from './fee-side.js';
import {
  findAsset,
  readHeld,
  readLimits,
  readPrices,
  readUnits,
  refuseLiability,
} from './read-products.js';
import { RESIDUAL_RULES, type ResidualRule, type Share } from './spread-amount.js';

/** How orders are made, whatever for. */
export interface OrderingRules {
  readonly universe: ProductUniverse;
  /** Where it goes what rounding leaves over; see `RESIDUAL_RULES`. Default `product`. */
  readonly residual?: ResidualRule;
  /** The product that takes what rounding leaves over; needed for the rule `product`. */
  readonly residualProduct?: string;
  /** Every other order is a multiple of this, decimal text: '1' for whole yuan. */
  readonly amountStep: string;
  /**
   * `outside` (the default): net = gross / (1 + rate), what mainland funds do since 2007; `inside`: fee = gross × rate. Either is
   * paid out of the amount; where units are ordered, net is what they are worth and gross is what is paid for them.
   */
  readonly fees?: FeeSide;
  /** The holding that pays, and that takes proceeds. */
  readonly funding: string;
  /** Most that may be ordered of a product on one day beside the product's own limit, decimal text by product id. */
  readonly dailyLimits?: Readonly<Record<string, string>>;
  /**
   * Prices of one unit, by product id: with one, whole steps of units (`unitStep`) are ordered. Without one nothing is ordered of a product
   * whose step is one unit or more; of one with a finer step, as a fund, money is.
   */
  readonly prices?: Readonly<Record<string, UnitPrice>>;
  /** Starts the orders' ids, which are unique if this is among the client's plans. Default 'plan'. */
  readonly id?: string;
}

/** A price of one unit: decimal text above 0, with as many digits as it is quoted. */
export interface UnitPrice {
  readonly currency: CurrencyCode;
  readonly amount: string;
}

/** What is to be invested, and how. */
export interface OrderRequest<C extends CurrencyCode = CurrencyCode> extends OrderingRules {
  /** What leaves the funding holding, fees included; above zero. */
  readonly amount: Money<C>;
  /**
   * Share of each product, decimal fractions of at least 0 that sum to 1; what lies behind the twelfth digit is noise of solving, and rounded:
   * a third of 3,000.00 is 1,000.00.
   */
  readonly weights: Readonly<Record<string, number>>;
  /**
   * What the client holds already, value by product id, so that the minimum of an addition and the most that one client may hold count;
   * ids alone where values are not known. Default none.
   */
  readonly held?: Readonly<Record<string, Money>> | readonly string[];
  /** With `calendar`: orders are placed on real dealing days, the first from this day on. Absent: days are only counted. */
  readonly asOf?: PlainDate;
  readonly calendar?: BusinessCalendar;
  /** The time of the orders, `HH:MM` in the bank's zone, for products with a cut-off. */
  readonly time?: string;
}

/** Rules whose every part has been checked, with amounts in smallest units. */
export interface ReadRules {
  readonly universe: ProductUniverse;
  readonly residual: ResidualRule;
  readonly residualProduct?: string;
  readonly amountStep: bigint;
  readonly fees: FeeSide;
  readonly funding: string;
  readonly dailyLimits: ReadonlyMap<string, bigint>;
  /** Scaled. */
  readonly prices: ReadonlyMap<string, bigint>;
  readonly id: string;
}

/** The days on which orders can be given. */
export interface OrderingDays {
  readonly calendar: BusinessCalendar;
  readonly desk: DealingDesk;
}

/** A request whose every part has been checked. */
export interface ReadRequest<C extends CurrencyCode> extends ReadRules {
  readonly amount: Money<C>;
  readonly shares: readonly Share[];
  /** Smallest units by product id; `undefined` where it is held and nobody knows how much. */
  readonly held: ReadonlyMap<string, bigint | undefined>;
  readonly days?: OrderingDays;
}

/** The fields of the rules of ordering. */
export const RULE_FIELDS: FieldsOf<OrderingRules> = {
  universe: true,
  residual: true,
  residualProduct: true,
  amountStep: true,
  fees: true,
  funding: true,
  dailyLimits: true,
  prices: true,
  id: true,
};

/** Digits of a weight that count: what lies behind them is the noise of solving. */
export const WEIGHT_SCALE = 1e12;
const SCALE = BigInt(WEIGHT_SCALE);
const SUM_TOLERANCE = 1e-6;

const REQUEST_FIELDS: FieldsOf<OrderRequest> = {
  ...RULE_FIELDS,
  amount: true,
  weights: true,
  held: true,
  asOf: true,
  calendar: true,
  time: true,
};

/** Checks a request and works out what each product's share of the amount is. */
export function readRequest<C extends CurrencyCode>(request: OrderRequest<C>): ReadRequest<C> {
  const path = 'request';
  checkObject(request, path);
  refuseUnknown(request, path, REQUEST_FIELDS);
  const amount = parseMoney(request.amount, 'request.amount', { sign: 'positive' }) as Money<C>;
  const rules = readRules(request, amount.currency, path);
  const weights = readWeights(request.weights, rules.universe, at(path, 'weights'));
  const units = toMinorUnits(amount);
  return {
    ...rules,
    amount,
    shares: weights.map(({ product, weight }) => ({
      product: product.id,
      numerator: timesWeight(units, weight),
    })),
    held: readHeld(request.held, rules.universe, amount.currency),
    ...readDays(request),
  };
}

/** Checks the rules of ordering; `currency` is that of limits and steps. */
export function readRules(rules: OrderingRules, currency: CurrencyCode, path: string): ReadRules {
  const universe = checkUniverse(rules.universe, at(path, 'universe'));
  const { residual = 'product', fees = 'outside', residualProduct } = rules;
  checkOneOf(residual, at(path, 'residual'), RESIDUAL_RULES);
  checkOneOf(fees, at(path, 'fees'), FEE_SIDES);
  const isNamed = residual === 'product' || residualProduct !== undefined;
  const product = isNamed
    ? findAsset(residualProduct, universe, at(path, 'residualProduct'))
    : undefined;
  return {
    universe,
    residual,
    ...(product === undefined ? {} : { residualProduct: product.id }),
    amountStep: readUnits(rules.amountStep, currency, at(path, 'amountStep')),
    fees,
    funding: checkText(rules.funding, at(path, 'funding')),
    dailyLimits: readLimits(rules.dailyLimits, universe, currency, at(path, 'dailyLimits')),
    prices: readPrices(rules.prices, universe, currency, at(path, 'prices')),
    id: rules.id === undefined ? 'plan' : checkText(rules.id, at(path, 'id')),
  };
}

/** Checks weights: decimal fractions that sum to 1, by ascending product id, scaled by `WEIGHT_SCALE`. */
export function readWeights(
  weights: Readonly<Record<string, number>>,
  universe: ProductUniverse,
  path: string,
): readonly { readonly product: Product; readonly weight: bigint }[] {
  let sum = 0;
  const ids = Object.keys(checkObject(weights, path)).sort();
  const read = ids.map((id) => {
    const where = at(path, id);
    const product = findProduct(id, universe, where);
    const weight = checkRange(weights[id], where, { min: 0, max: 1 });
    if (weight > 0) refuseLiability(product, where);
    sum += weight;
    return { product, weight: BigInt(Math.round(weight * WEIGHT_SCALE)) };
  });
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new AptfolioError('inconsistent', path, 'weights that sum to 1', sum);
  }
  return read;
}

/**
 * An amount's share by a scaled weight, scaled as that: a share that misses a whole number of smallest units by no more than the last digit of
 * a weight is that number, so that a third of 3,000.00 is rounded down to 1,000.00.
 */
export function timesWeight(units: bigint, weight: bigint): bigint {
  const share = units * weight;
  const missing = SCALE - (share % SCALE);
  // Of amounts so large that this is half a unit or more no digit tells.
  return missing <= smaller(units, SCALE / 2n - 1n) ? share + missing : share;
}

function readDays({ asOf, calendar, time }: OrderRequest): { readonly days?: OrderingDays } {
  if (asOf === undefined && calendar === undefined) {
    if (time === undefined) return {};
    throw new AptfolioError('missing-value', 'request.asOf', 'a day for the time');
  }
  return { days: openDays({ asOf, calendar, time }, 'request') };
}

/** Opens the days on which orders can be given. */
export function openDays(
  given: { readonly asOf: unknown; readonly calendar: unknown; readonly time?: unknown },
  path: string,
): OrderingDays {
  const asOf = parsePlainDate(given.asOf, at(path, 'asOf'));
  checkObject(given.calendar, at(path, 'calendar'));
  const calendar = given.calendar as BusinessCalendar;
  const { time } = given;
  const question = {
    asOf,
    calendar,
    ...(time === undefined ? {} : { time: time as string }),
  };
  const names = Object.fromEntries(
    ['asOf', 'calendar', 'time'].map((name) => [name, at(path, name)]),
  );
  return { calendar, desk: renamePaths(names, () => openDealingDesk(question)) };
}
