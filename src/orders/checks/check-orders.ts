import type { PlainDate } from '../../dates/index.js';
import { at, checkList, indexIds, renamePaths } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import {
  addMoney,
  type CurrencyCode,
  fromMinorUnits,
  isNegative,
  type Money,
  subtractMoney,
  toMinorUnits,
  zeroMoney,
} from '../../money/index.js';
import { nextDealing, type Product } from '../../products/index.js';
import type { PortfolioHolding } from '../../suitability/index.js';
import { checkAfter, refuseCircles } from './check-after.js';
import { checkInContext, type OrderCheck } from './check-order.js';
import { type CheckStatus, worstStatus } from './check-status.js';
import { arrives, paidOut } from './exit-charge-of.js';
import { type Finding, fixed } from './finding.js';
import type { OrderContext, PastOrder } from './order-context.js';
import { readFacts, redeemedBy } from './order-facts.js';
import type { OrderToCheck } from './order-to-check.js';
import { type PlanHash, planHash } from './plan-hash.js';
import { availableIn, readContext } from './read-context.js';
import { roundingOfUnits } from './rounding-of-units.js';
import { lawFinder } from './suitability/law-of-day.js';

/** The outcome of checking a whole plan. */
export interface OrdersCheck {
  /** The worst of the orders; `allowed` if there are none. */
  readonly status: CheckStatus;
  /** By order id. */
  readonly checks: Readonly<Record<string, OrderCheck>>;
  /** The ids in the order in which they were checked: by day, sales before purchases, then by id. */
  readonly sequence: readonly string[];
}

/**
 * Checks the orders of a plan one after the other: each sees what those before it take and bring.
 *
 * Sales come before purchases of the same day. What is not blocked, or only not decided yet, is taken to be sent: its money is taken off, its proceeds are
 * booked on its `settlesOn`, it counts as open and as an order of the day, and the portfolio is what it leads to. A purchase whose
 * sale is blocked is blocked too. A sale that does not say what it pays out brings what the file's exit fee leaves, at its highest where
 * the holding times are not known. Sales of `units`, each rounded by itself, may differ from the holding and its lots by that rounding.
 *
 * @param orders ids unique; what `planOrders` and `planTransition` give fits.
 * @throws AptfolioError as `checkOrder`, with the order's place in the path; `unknown-id` for a sale that is neither in the plan nor open; `inconsistent` for
 * orders that wait for one another.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { checkOrders } from 'aptfolio/orders';
 * import { compileProducts } from 'aptfolio/products';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'B', name: 'Bond fund', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2',
 *     annualFee: 0, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   }],
 *   ['BOND'],
 * );
 * const sell = (id: string, amount: string) => ({ id, side: 'sell', product: 'B', gross: money('CNY', amount) }) as const;
 * const check = checkOrders([sell('s1', '60'), sell('s2', '50')], {
 *   asOf: '2026-03-02', universe, account: { status: 'active' }, available: money('CNY', '0'),
 *   holdings: { B: money('CNY', '100') }, moneyNeededOn: null, openOrders: [], consent: null,
 * });
 * check.status; // => 'blocked'
 * check.checks.s1.status; // => 'allowed'
 * check.checks.s2.reasons[0].code; // => 'orders.insufficient-holding'
 * ```
 */
export function checkOrders(orders: readonly OrderToCheck[], context: OrderContext): OrdersCheck {
  const list = checkList<OrderToCheck>(orders, 'orders');
  const places = indexIds(list, 'orders');
  let current = readContext(context);
  const together = { law: lawFinder(current), planHash: planHash(list, {}) };
  const known = new Set([...places.keys(), ...current.openOrders.map(({ id }) => id)]);
  refuseCircles(list, places);
  const checks = new Map<string, OrderCheck>();
  const sequence = [...list].sort((a, b) => compare(a, b, current));
  for (const order of sequence) {
    const path = at('orders', places.get(order.id) as number);
    checkAfter(order, known, path);
    const check = renamePaths({ order: path }, () =>
      checkInContext(order, current, together, blockedSales(order, checks)),
    );
    checks.set(order.id, check);
    if (mayGo(check)) current = after(order, current, together.planHash);
  }
  return Object.freeze({
    status: worstStatus([...checks.values()].map(({ status }) => status)),
    checks: Object.freeze(Object.fromEntries([...checks].sort(([a], [b]) => (a < b ? -1 : 1)))),
    sequence: Object.freeze(sequence.map(({ id }) => id)),
  });
}

/** What nobody could decide yet may still be sent. */
const UNDECIDED = [
  'orders.no-packs',
  'orders.no-law',
  'orders.not-determined',
  'orders.daily-limit-open',
];

function mayGo({ reasons }: OrderCheck): boolean {
  return reasons.every(({ code, severity }) => severity !== 'block' || UNDECIDED.includes(code));
}

function compare(a: OrderToCheck, b: OrderToCheck, { asOf }: OrderContext): number {
  const key = ({ orderOn = asOf, side, id }: OrderToCheck): string =>
    JSON.stringify([orderOn, side === 'sell' ? 0 : 1, id]);
  return key(a) < key(b) ? -1 : 1;
}

function blockedSales(
  { id: order, after: ids = [] }: OrderToCheck,
  checks: ReadonlyMap<string, OrderCheck>,
): readonly Finding[] {
  return ids
    .filter((other) => checks.get(other)?.status === 'blocked')
    .map((other) => fixed(makeReason('orders.sale-blocked', 'block', { order, other })));
}

/** The context after an order that is sent. */
function after(order: OrderToCheck, context: OrderContext, hash: PlanHash): OrderContext {
  const { asOf, openOrders, history } = context;
  const { orderOn = asOf } = order;
  const past: PastOrder = {
    id: order.id,
    product: order.product,
    side: order.side,
    gross: order.gross,
    on: orderOn,
    minutesAgo: 0,
    ...(order.side === 'switch' ? { from: order.from } : {}),
  };
  return {
    ...context,
    openOrders: [
      ...openOrders,
      { ...order, ...entering(order, context, hash), orderOn, reserved: true },
    ],
    ...(history === undefined ? {} : { history: [...history, past] }),
    ...moneyAfter(order, context, hash),
    ...holdingsAfter(order, context),
    ...portfolioAfter(order, context),
  };
}

/** What a switch puts into the product it enters. */
function entering(
  order: OrderToCheck,
  context: OrderContext,
  hash: PlanHash,
): Pick<OrderToCheck, 'net'> {
  if (order.side !== 'switch') return {};
  return { net: fromMinorUnits(order.gross.currency, arrives(readFacts(order, context, hash))) };
}

function moneyAfter(
  order: OrderToCheck,
  context: OrderContext,
  hash: PlanHash,
): Partial<OrderContext> {
  const { available, receivables = [] } = context;
  const { gross, side } = order;
  if (side === 'switch') return {};
  if (side === 'sell') {
    const on = bookedOn(order, context);
    if (on === undefined) return {};
    const amount = fromMinorUnits(gross.currency, paidOut(readFacts(order, context, hash)));
    return { receivables: [...receivables, { amount, on }] };
  }
  const there = availableIn(available, gross.currency) ?? zeroMoney(gross.currency);
  const left = subtractMoney(there, gross);
  if (!Array.isArray(available)) return { available: left };
  const others = (available as readonly Money[]).filter(
    ({ currency }) => currency !== gross.currency,
  );
  return { available: [...others, left] };
}

/** The day on which proceeds are there; what nobody knows is not counted on. */
function bookedOn(
  { product, orderOn, settlesOn }: OrderToCheck,
  { asOf, universe, calendar }: OrderContext,
): PlainDate | undefined {
  if (settlesOn !== undefined || calendar === undefined) return settlesOn;
  const sold = universe.byId[product] as Product;
  return nextDealing(sold, { side: 'sell', asOf: orderOn ?? asOf, calendar }).settlesOn;
}

function holdingsAfter(
  order: OrderToCheck,
  { holdings, lots }: OrderContext,
): Partial<OrderContext> {
  const redeemed = redeemedBy(order);
  if (redeemed === undefined) return {};
  const held = holdings[redeemed];
  if (held === undefined || held.currency !== order.gross.currency) return {};
  const left = { ...holdings, [redeemed]: subtractMoney(held, order.gross) };
  const own = lots?.[redeemed];
  if (lots === undefined || own === undefined) return { holdings: left };
  return { holdings: left, lots: { ...lots, [redeemed]: withoutFirst(own, order.gross) } };
}

/** The lots without so much, earliest first. */
function withoutFirst(
  lots: NonNullable<OrderContext['lots']>[string],
  amount: Money,
): NonNullable<OrderContext['lots']>[string] {
  let open = amount;
  const sorted = [...lots].sort((a, b) => (a.boughtOn < b.boughtOn ? -1 : 1));
  return sorted.map((lot) => {
    if (lot.value.currency !== open.currency) return lot;
    const rest = subtractMoney(lot.value, open);
    const zero = zeroMoney(open.currency);
    open = isNegative(rest) ? subtractMoney(zero, rest) : zero;
    return { ...lot, value: isNegative(rest) ? zero : rest };
  });
}

/** The order is taken to be free of cost, as in the facts of the portfolio. */
function portfolioAfter(order: OrderToCheck, context: OrderContext): Partial<OrderContext> {
  const { portfolio } = context;
  if (portfolio === undefined) return {};
  const { gross, product, funding } = order;
  const bought = { id: product, product, amount: gross, sign: 1 } as const;
  const paid = { id: funding, sign: -1, amount: gross } as const;
  const holdings = portfolio.holdings;
  if (order.side === 'buy') return withPortfolio(move(move(holdings, bought), paid));
  const sold = holdings.find((one) => one.product === redeemedBy(order))?.id;
  const rounding = roundingOfUnits({ order, context }, 1);
  const gone = move(holdings, { id: sold, sign: -1, amount: gross, rounding });
  if (order.side === 'switch') return withPortfolio(move(gone, bought));
  return withPortfolio(move(gone, { id: funding, sign: 1, amount: gross }));

  function withPortfolio(list: readonly PortfolioHolding[]): Partial<OrderContext> {
    return { portfolio: { ...portfolio!, holdings: list } };
  }
}

interface Move<C extends CurrencyCode = CurrencyCode> {
  readonly id: string | undefined;
  /** For a holding that there is not yet. */
  readonly product?: string;
  readonly amount: Money<C>;
  readonly sign: 1 | -1;
  /** So much less than nothing is nothing, in smallest units. Default 0. */
  readonly rounding?: bigint;
}

/** Adds to a holding or takes off it; what is in another currency becomes unknown, which is never nothing. */
function move(
  holdings: readonly PortfolioHolding[],
  { id, product, amount, sign, rounding = 0n }: Move,
): readonly PortfolioHolding[] {
  if (id === undefined) return holdings;
  const place = holdings.findIndex((one) =>
    product === undefined ? one.id === id : one.product === product,
  );
  const found = holdings[place];
  if (found === undefined) {
    return product === undefined
      ? holdings
      : [...holdings, { id: `order:${id}`, product, value: amount }];
  }
  const { value } = found;
  const sum =
    value === null || value.currency !== amount.currency
      ? null
      : sign === 1
        ? addMoney(value, amount)
        : subtractMoney(value, amount);
  const changed = { ...found, value: sum === null ? null : notBelowZero(sum, rounding) };
  return holdings.map((one, i) => (i === place ? changed : one));
}

function notBelowZero(sum: Money, rounding: bigint): Money | null {
  if (!isNegative(sum)) return sum;
  return toMinorUnits(sum) + rounding < 0n ? null : zeroMoney(sum.currency);
}
