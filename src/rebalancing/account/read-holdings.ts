import type { PlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import { type CurrencyCode, checkCurrency, minorDigits } from '../../money/index.js';
import { type EntryFeeRule, productOn, yearlyCharge } from '../../products/index.js';
import type { TaxPolicy } from '../lots/lot.js';
import type { LotState } from '../lots/lot-state.js';
import type { CompiledProduct } from '../policy/compile-product.js';
import type { Inside } from '../policy/compiled-policy.js';
import { refuseLiability } from '../refuse-liability.js';
import { type ReadRestriction, readRestriction } from '../restrictions.js';
import type { AccountPosition, RebalancingAccount } from './account.js';
import { atScale, type Decimal, readDecimal, valueOfUnits } from './exact.js';
import { POSITION_FIELDS } from './fields.js';
import { type Rate, type RateOf, toAccount } from './rates.js';
import { readLots } from './read-lots.js';
import type { ReadOrder } from './read-orders.js';
import { readUnits } from './read-units.js';
import { type OrderState, withOrders } from './with-orders.js';

/** A product of an account and what is held of it; orders under way count as done. */
export interface Holding {
  readonly id: string;
  readonly item: CompiledProduct;
  /** What a purchase costs on the day. */
  readonly entryFees: EntryFeeRule;
  /** What it charges in a year on the day, decimal fraction; 0 where the utility does not count it. */
  readonly yearlyCharge: number;
  /** The currency in which it trades, with its digits and what its smallest unit is worth in the account's. */
  readonly currency: CurrencyCode;
  readonly digits: number;
  readonly rate: Rate;
  /** Target weight; 0 for what is not wanted. */
  readonly target: number;
  /** Value in smallest units of its own currency and of the account's. */
  readonly local: bigint;
  readonly value: bigint;
  /** Units held, in 10^-unitScale. */
  readonly units: bigint | undefined;
  readonly unitScale: number;
  readonly price: Decimal | undefined;
  /** By day of purchase and id; absent where the account does not say. */
  readonly lots: readonly LotState[] | undefined;
  /** Absent: none is in force. */
  readonly restriction: ReadRestriction | undefined;
  /** Exit fee of a holding whose lots are not known: the highest that there is. */
  readonly exitRate: number;
  /** In smallest units of its own currency. */
  readonly minimumPurchase: bigint;
  readonly step: bigint;
  readonly minimumHolding: bigint;
  /** The least that one sale may be, unless it is one of everything. */
  readonly minimumRedemption: bigint;
  /** Orders under way; `local`, `value`, `units` and `lots` are those after them. */
  readonly orders: readonly OrderState[];
}

/** What holdings are read against. */
export interface HoldingContext {
  readonly currency: CurrencyCode;
  readonly target: ReadonlyMap<string, number>;
  readonly inside: Inside;
  readonly rateOf: RateOf;
  readonly asOf: PlainDate;
  /** By product id. */
  readonly orders: ReadonlyMap<string, readonly ReadOrder[]>;
  readonly lotOrder: ReadonlyMap<string, readonly string[]>;
  /** How the account's gains are taxed. */
  readonly tax: TaxPolicy | undefined;
}

interface Placed {
  readonly position: AccountPosition;
  readonly path: string;
}

/** Every product that is held, wanted or takes the residual, by ascending id. */
export function readHoldings(
  account: RebalancingAccount,
  context: HoldingContext,
): readonly Holding[] {
  const { inside, target, orders, lotOrder, asOf, tax } = context;
  const { policy, products } = inside;
  const placed = placePositions(account.positions, products);
  const restrictions = readRestrictions(account.restrictions, context);
  const prices = readPrices(account.prices, context);
  const ids = new Set([
    ...placed.keys(),
    ...target.keys(),
    ...policy.alsoConcerned,
    ...orders.keys(),
  ]);
  return [...ids].sort().map((id) => {
    const item = products.get(id)!;
    const held = readHolding(item, placed.get(id), prices.get(id), restrictions.get(id), context);
    const own = orders.get(id);
    if (own === undefined) return held;
    const { method } = policy.lots;
    return withOrders(held, own, { asOf, method, tax, lotOrder: lotOrder.get(id) });
  });
}

function placePositions(
  positions: unknown,
  products: ReadonlyMap<string, CompiledProduct>,
): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  checkList<AccountPosition>(positions, 'account.positions').forEach((position, i) => {
    const path = at('account.positions', i);
    const id = checkText(checkObject(position, path).product, `${path}.product`);
    refuseUnknown(position, path, POSITION_FIELDS);
    const item = products.get(id);
    if (item === undefined) {
      throw new AptfolioError('unknown-id', `${path}.product`, 'a product of the universe', id);
    }
    refuseLiability(item.product, `${path}.product`);
    if (placed.has(id)) {
      throw new AptfolioError('duplicate-id', `${path}.product`, 'one position a product', id);
    }
    placed.set(id, { position, path });
  });
  return placed;
}

function readRestrictions(
  given: unknown,
  { inside: { products }, currency, asOf }: HoldingContext,
): ReadonlyMap<string, ReadRestriction | undefined> {
  const path = 'account.restrictions';
  if (given === undefined) return new Map();
  const entries = Object.entries(checkObject(given, path));
  return new Map(
    entries.map(([id, restriction]) => {
      const where = at(path, id);
      const item = products.get(id);
      if (item === undefined) {
        throw new AptfolioError('unknown-id', where, 'a product of the universe', id);
      }
      return [id, readRestriction(restriction, item.currency ?? currency, where, asOf)];
    }),
  );
}

function readPrices(given: unknown, context: HoldingContext): ReadonlyMap<string, Decimal> {
  const path = 'account.prices';
  if (given === undefined) return new Map();
  const { inside, currency } = context;
  return new Map(
    Object.entries(checkObject(given, path)).map(([id, price]) => {
      const where = at(path, id);
      const item = inside.products.get(id);
      if (item === undefined) {
        throw new AptfolioError('unknown-id', where, 'a product of the universe', id);
      }
      return [id, readPrice(price, item.currency ?? currency, where)];
    }),
  );
}

function readPrice(price: unknown, currency: CurrencyCode, path: string): Decimal {
  const given = checkObject(price, path);
  const found = checkCurrency(given.currency, `${path}.currency`);
  if (found !== currency) {
    const expected = `${currency}, the product's currency`;
    throw new AptfolioError('currency-mismatch', `${path}.currency`, expected, found);
  }
  return readDecimal(given.amount, `${path}.amount`, 'positive');
}

function readHolding(
  item: CompiledProduct,
  placed: Placed | undefined,
  listed: Decimal | undefined,
  restriction: ReadRestriction | undefined,
  context: HoldingContext,
): Holding {
  const { product, unitStep } = item;
  const currency = item.currency ?? context.currency;
  const digits = minorDigits(currency);
  const rate = context.rateOf(currency);
  const size =
    placed === undefined ? { local: 0n } : readSize(placed, currency, digits, unitStep?.scale ?? 0);
  const { local, units, unitScale = unitStep?.scale ?? 0, price = listed } = size;
  const lots =
    placed?.position.lots === undefined
      ? undefined
      : readLots(placed.position.lots, `${placed.path}.lots`, {
          currency,
          digits,
          local,
          units,
          unitScale,
          price,
          product,
          asOf: context.asOf,
        });
  const today = productOn(product, context.asOf);
  const countsCharges = context.inside.policy.utility?.charges === 'annual';
  const sums = item.sums[digits]!;
  return {
    id: product.id,
    item,
    entryFees: today,
    yearlyCharge: countsCharges ? yearlyCharge(today, item.expectedReturn) : 0,
    currency,
    digits,
    rate,
    target: context.target.get(product.id) ?? 0,
    local,
    value: toAccount(local, rate),
    units,
    unitScale,
    price,
    lots,
    restriction,
    exitRate: item.highestExitRate,
    minimumPurchase: local === 0n ? sums.minimumPurchase : sums.minimumAddition,
    step: sums.step,
    minimumHolding: sums.minimumHolding,
    minimumRedemption: sums.minimumRedemption,
    orders: NO_ORDERS,
  };
}

const NO_ORDERS: readonly OrderState[] = Object.freeze([]);

interface Size {
  readonly local: bigint;
  readonly units?: bigint | undefined;
  readonly unitScale?: number;
  readonly price?: Decimal | undefined;
}

/** The value as it is given, or units times price, rounded once to the smallest unit. */
function readSize(
  { position, path }: Placed,
  currency: CurrencyCode,
  digits: number,
  stepScale: number,
): Size {
  const { value, units, price } = position;
  if (value !== undefined) {
    if (units !== undefined || price !== undefined) {
      const expected = 'either a value, or units and a price';
      throw new AptfolioError('inconsistent', path, expected);
    }
    return { local: readUnits(value, currency, `${path}.value`) };
  }
  if (units === undefined && price === undefined) {
    throw new AptfolioError('missing-value', path, 'a value, or units and a price');
  }
  const held = readDecimal(units, `${path}.units`, 'any');
  const each = readPrice(price, currency, `${path}.price`);
  const unitScale = Math.max(held.scale, stepScale, lotScale(position));
  const scaled = atScale(held, unitScale);
  return {
    local: valueOfUnits(scaled, unitScale, each, digits),
    units: scaled,
    unitScale,
    price: each,
  };
}

/** The most digits behind the point that the units of a position's lots have. */
function lotScale({ lots }: AccountPosition): number {
  if (!Array.isArray(lots)) return 0;
  return Math.max(
    0,
    ...lots.map((lot: { readonly units?: unknown } | undefined) => {
      const text = typeof lot?.units === 'string' ? lot.units : '';
      const point = text.indexOf('.');
      return point === -1 ? 0 : text.length - point - 1;
    }),
  );
}
