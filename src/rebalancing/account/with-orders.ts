import type { PlainDate } from '../../dates/index.js';
import { AptfolioError, at } from '../../errors/index.js';
import { entryFeeUnits, exitRate } from '../../products/index.js';
import { daysHeld } from '../lots/days-held.js';
import { exitFeeOfSale } from '../lots/exit-fee-of-sale.js';
import type { LotMethod, TaxPolicy } from '../lots/lot.js';
import type { DoneSale, LotState, SaleRule } from '../lots/lot-state.js';
import { lotsLeft, sellLots, sellUnits } from '../lots/sell-lots.js';
import type { TermGain } from '../lots/tax-of.js';
import { spreadUnits } from './dealing-spread.js';
import { divideHalfEven, inUnits, powerOfTen } from './exact.js';
import { toAccount } from './rates.js';
import type { Holding } from './read-holdings.js';
import type { ReadOrder } from './read-orders.js';

/** An order under way with what comes of it, in smallest units of the product's currency. */
export interface OrderState {
  readonly side: 'buy' | 'sell';
  readonly amount: bigint;
  /** The money of a sale, the value of a purchase. */
  readonly net: bigint;
  /** The day on which money is still to move; absent where it has. */
  readonly movesOn: PlainDate | undefined;
  readonly orderOn: PlainDate;
  readonly dealsOn: PlainDate;
  readonly settlesOn: PlainDate;
  /** Of the lots sold whose cost is known. */
  readonly gains: readonly TermGain[];
  /** Absent where a cost is not known. */
  readonly atLoss: boolean | undefined;
}

const NO_GAINS: readonly TermGain[] = Object.freeze([]);

/** What orders are worked out with. */
export interface OrderContext {
  readonly asOf: PlainDate;
  readonly method: LotMethod;
  readonly tax: TaxPolicy | undefined;
  /** The account's own order of lots, for `specific`. */
  readonly lotOrder: readonly string[] | undefined;
}

/** The holding as it will be once its orders are done. */
export function withOrders(
  holding: Holding,
  orders: readonly ReadOrder[],
  context: OrderContext,
): Holding {
  let after = holding;
  // What is sold is sold of what is there.
  for (const order of orders) if (order.side === 'sell') after = sold(after, order, context);
  for (const order of orders) if (order.side === 'buy') after = bought(after, order, context);
  const { item, digits, local } = after;
  // What is sold whole would be bought for the first time again; what is on its way in would be added to.
  const { minimumPurchase, minimumAddition } = item.sums[digits]!;
  return {
    ...after,
    value: toAccount(local, after.rate),
    minimumPurchase: local === 0n ? minimumPurchase : minimumAddition,
  };
}

function bought(holding: Holding, order: ReadOrder, { asOf }: OrderContext): Holding {
  const { item, entryFees, currency, local, units } = holding;
  const { amount } = order;
  const invested = amount - entryFeeUnits(entryFees, amount, currency);
  const net = order.net ?? invested - spreadUnits(item.product, amount, currency, invested);
  const movesOn = order.paid ? undefined : order.orderOn > asOf ? order.orderOn : asOf;
  return {
    ...holding,
    local: local + net,
    units: units === undefined ? undefined : units + unitsBought(holding, order, net),
    orders: [...holding.orders, stateOf(order, net, movesOn)],
  };
}

function unitsBought(
  { price, unitScale, digits }: Holding,
  { units }: ReadOrder,
  net: bigint,
): bigint {
  if (units !== undefined) return inUnits(units, unitScale, 'down');
  const worth = price!.digits * powerOfTen(digits);
  return divideHalfEven(net * powerOfTen(unitScale + price!.scale), worth);
}

function sold(holding: Holding, order: ReadOrder, context: OrderContext): Holding {
  const { item, currency, local, units, lots, unitScale } = holding;
  const { amount, path } = order;
  if (amount > local) {
    const expected = 'at most what the position has';
    throw new AptfolioError('inconsistent', at(path, 'amount'), expected);
  }
  const count = order.units === undefined ? undefined : inUnits(order.units, unitScale, 'down');
  if (lots === undefined && order.lots !== undefined) {
    throw new AptfolioError(
      'inconsistent',
      at(path, 'lots'),
      'nothing for a position without lots',
    );
  }
  const { sale, left } =
    lots === undefined ? NO_LOTS_SOLD : soldLots(holding, order, count, context);
  const share = units === undefined ? 0n : divideHalfEven(units * amount, local);
  const { exitFee } = exitFeeOfSale(sale, amount, holding, order.dealsOn);
  const net = order.net ?? amount - exitFee - spreadUnits(item.product, amount, currency);
  const gains = (sale?.parts ?? []).flatMap(({ term, gain }) =>
    gain === undefined ? [] : [{ term, gain }],
  );
  const isKnown = sale !== undefined && sale.unknownCost.length === 0;
  return {
    ...holding,
    local: local - amount,
    units: units === undefined ? undefined : units - (sale?.units ?? count ?? share),
    lots: left,
    orders: [
      ...holding.orders,
      {
        ...stateOf(order, net, order.settlesOn),
        gains,
        atLoss: isKnown ? gains.some(({ gain }) => gain < 0n) : undefined,
      },
    ],
  };
}

interface SoldLots {
  readonly sale: DoneSale | undefined;
  readonly left: readonly LotState[] | undefined;
}

const NO_LOTS_SOLD: SoldLots = Object.freeze({ sale: undefined, left: undefined });

/** The lots that a sale takes, those that it names, else those that the policy would take; and what it leaves. */
function soldLots(
  { lots, item }: Holding,
  { amount, lots: named, path, dealsOn }: ReadOrder,
  units: bigint | undefined,
  { asOf, method, tax, lotOrder }: OrderContext,
): SoldLots {
  const where = at(path, 'lots');
  for (const [i, id] of (named ?? []).entries()) {
    if (lots!.some((lot) => lot.id === id)) continue;
    throw new AptfolioError('unknown-id', at(where, i), 'the id of a lot of the position', id);
  }
  const order = named ?? lotOrder?.filter((id) => lots!.some((lot) => lot.id === id));
  const rule: SaleRule = {
    // An average cost is that of all lots, whichever of them go.
    method: named !== undefined && method !== 'average' ? 'specific' : method,
    asOf,
    ...(order && { order }),
    ...(tax && { tax }),
  };
  const { product } = item;
  const dealt = lots!.map((lot) =>
    dealsOn < asOf || product.fees?.exit === undefined
      ? lot
      : { ...lot, exitRate: exitRate(product, daysHeld(product, lot.boughtOn, dealsOn)) },
  );
  const byUnits = units !== undefined && dealt.every((lot) => lot.units !== undefined);
  const sale = byUnits ? sellUnits(dealt, units, rule) : sellLots(dealt, amount, rule);
  if (sale.status !== 'sold') {
    throw new AptfolioError('inconsistent', where, 'lots that are worth the amount');
  }
  const left = byUnits
    ? lotsLeft('units', dealt, units, rule)
    : lotsLeft('value', dealt, amount, rule);
  return { sale, left: inOrderOf(lots!, left) };
}

/** What is left, in the order in which lots were read and with the exit fee of the day. */
function inOrderOf(lots: readonly LotState[], left: readonly LotState[]): readonly LotState[] {
  const byId = new Map(left.map((lot) => [lot.id, lot]));
  return lots.flatMap(({ id, exitRate: rate }) => {
    const lot = byId.get(id);
    return lot === undefined ? [] : [{ ...lot, exitRate: rate }];
  });
}

function stateOf(
  { side, amount, orderOn, dealsOn, settlesOn }: ReadOrder,
  net: bigint,
  movesOn: PlainDate | undefined,
): OrderState {
  const nothing = { gains: NO_GAINS, atLoss: undefined };
  return { side, amount, net, movesOn, orderOn, dealsOn, settlesOn, ...nothing };
}
