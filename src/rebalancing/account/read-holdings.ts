import type { PlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import { type CurrencyCode, minorDigits } from '../../money/index.js';
import { type EntryFeeRule, productOn, yearlyCharge } from '../../products/index.js';
import type { TaxPolicy } from '../lots/lot.js';
import type { LotState } from '../lots/lot-state.js';
import type { CompiledProduct } from '../policy/compile-product.js';
import type { Inside } from '../policy/compiled-policy.js';
import { refuseLiability } from '../refuse-liability.js';
import { type ReadRestriction, readRestriction } from '../restrictions.js';
import type { AccountPosition, RebalancingAccount } from './account.js';
import type { Decimal } from './exact.js';
import { POSITION_FIELDS } from './fields.js';
import { type Rate, type RateOf, toAccount } from './rates.js';
import { readLots } from './read-lots.js';
import type { ReadOrder } from './read-orders.js';
import { readRows } from './read-rows.js';
import { NOTHING_HELD, readPrice, readSize } from './read-size.js';
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
  /** By product id; absent: there are none. */
  readonly orders: ReadonlyMap<string, readonly ReadOrder[]> | undefined;
  readonly lotOrder: ReadonlyMap<string, readonly string[]>;
  /** How the account's gains are taxed. */
  readonly tax: TaxPolicy | undefined;
}

/** A product with its position, if there is one, and where that stands. */
interface Placed {
  readonly item: CompiledProduct;
  readonly position: AccountPosition | undefined;
  readonly index: number;
}

/** Every product that is held, wanted or takes the residual, by ascending id. */
export function readHoldings(
  account: RebalancingAccount,
  context: HoldingContext,
): readonly Holding[] {
  const { inside, target, orders, lotOrder, asOf, tax } = context;
  const { policy, products } = inside;
  const byId = placePositions(account.positions, products);
  const restrictions = readRestrictions(account.restrictions, context);
  const prices = readPrices(account.prices, context);
  const add = (id: string): void => {
    if (byId.has(id)) return;
    byId.set(id, { item: products.get(id)!, position: undefined, index: -1 });
  };
  target.forEach((_, id) => {
    add(id);
  });
  policy.alsoConcerned.forEach(add);
  orders?.forEach((_, id) => {
    add(id);
  });
  const read = (placed: Placed): Holding => {
    const { id } = placed.item.product;
    const held = readHolding(placed, prices?.get(id), restrictions?.get(id), context);
    const own = orders?.get(id);
    if (own === undefined) return held;
    const { method } = policy.lots;
    return withOrders(held, own, { asOf, method, tax, lotOrder: lotOrder.get(id) });
  };
  return readRows('position', POSITIONS, inOrder([...byId.values()]), read, ({ index }) => index);
}

/** By ascending id, as most are already. */
function inOrder(placed: readonly Placed[]): readonly Placed[] {
  const isInOrder = placed.every((one, i) => i === 0 || byProduct(placed[i - 1]!, one) < 0);
  return isInOrder ? placed : [...placed].sort(byProduct);
}

function byProduct({ item: a }: Placed, { item: b }: Placed): number {
  return a.product.id < b.product.id ? -1 : 1;
}

const POSITIONS = 'account.positions';

function placePositions(
  positions: unknown,
  products: ReadonlyMap<string, CompiledProduct>,
): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  const list = checkList<AccountPosition>(positions, POSITIONS);
  readRows('position', POSITIONS, list, (position, index) => {
    const item = itemOf(position, products, placed);
    placed.set(item.product.id, { item, position, index });
  });
  return placed;
}

/** The product of a position that is not there yet. */
function itemOf(
  position: AccountPosition,
  products: ReadonlyMap<string, CompiledProduct>,
  placed: ReadonlyMap<string, Placed>,
): CompiledProduct {
  const path = 'position.product';
  const id = checkText(checkObject(position, 'position').product, path);
  refuseUnknown(position, 'position', POSITION_FIELDS);
  const item = products.get(id);
  if (item === undefined) {
    throw new AptfolioError('unknown-id', path, 'a product of the universe', id);
  }
  refuseLiability(item.product, path);
  if (!placed.has(id)) return item;
  throw new AptfolioError('duplicate-id', path, 'one position a product', id);
}

function readRestrictions(
  given: unknown,
  { inside: { products }, currency, asOf }: HoldingContext,
): ReadonlyMap<string, ReadRestriction | undefined> | undefined {
  const path = 'account.restrictions';
  if (given === undefined) return undefined;
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

function readPrices(
  given: unknown,
  context: HoldingContext,
): ReadonlyMap<string, Decimal> | undefined {
  const path = 'account.prices';
  if (given === undefined) return undefined;
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

function readHolding(
  { item, position }: Placed,
  listed: Decimal | undefined,
  restriction: ReadRestriction | undefined,
  context: HoldingContext,
): Holding {
  const { product, unitStep } = item;
  const currency = item.currency ?? context.currency;
  const digits = minorDigits(currency);
  const rate = context.rateOf(currency);
  const size =
    position === undefined
      ? NOTHING_HELD
      : readSize(position, currency, digits, unitStep?.scale ?? 0);
  const { local, units, unitScale = unitStep?.scale ?? 0, price = listed } = size;
  const lots =
    position?.lots === undefined
      ? undefined
      : readLots(position.lots, 'position.lots', {
          currency,
          digits,
          local,
          units,
          unitScale,
          price,
          product,
          asOf: context.asOf,
        });
  const today = product.changes === undefined ? product : productOn(product, context.asOf);
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
