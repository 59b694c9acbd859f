import { addDays, type PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  fromMinorUnits,
  type Money,
  parseAmount,
  parseQuantity,
  toMinorUnits,
} from '../../money/index.js';
import {
  isLiability,
  openDealingDesk,
  type Product,
  type PurchaseTerms,
  productOn,
  purchaseTerms,
} from '../../products/index.js';
import { isOrdered, wholeRedemption } from '../planning/dealing-slices.js';
import { arrives } from './exit-charge-of.js';
import { type Finding, fixed } from './finding.js';
import { dayOf, heldUnits, type OrderFacts } from './order-facts.js';
import type { OpenOrder, OrderToCheck } from './order-to-check.js';

/** Do the product's status, days, holding periods, limits and steps allow it? What stays of a sale `checkRedemption` asks. */
export function checkTerms(facts: OrderFacts): readonly Finding[] {
  return [
    ...checkLiability(facts),
    ...checkCurrency(facts),
    ...checkStatus(facts),
    ...checkDealing(facts),
    ...checkLockUp(facts),
    ...checkPurchase(facts),
  ].map(fixed);
}

/** Money owed is neither bought nor sold: repaying it is no order. */
function checkLiability({ acquires, redeems }: OrderFacts): readonly Reason[] {
  return [acquires, redeems].flatMap((product) =>
    product !== undefined && isLiability(product)
      ? [makeReason('orders.liability', 'block', { product: product.id })]
      : [],
  );
}

function checkCurrency({ order, acquires, redeems }: OrderFacts): readonly Reason[] {
  const { currency } = order.gross;
  return [acquires, redeems].flatMap((product) => {
    const own = product?.currency;
    if (product === undefined || own === undefined || own === currency) return [];
    const parameters = { product: product.id, own, currency };
    return [makeReason('orders.other-currency', 'block', parameters)];
  });
}

function checkStatus({ acquires, redeems, context, order }: OrderFacts): readonly Reason[] {
  const day = order.orderOn ?? context.asOf;
  const found: Reason[] = [];
  if (acquires !== undefined) {
    const { id, status } = productOn(acquires, day);
    if (status !== 'open') {
      found.push(makeReason('orders.no-subscription', 'block', { product: id, status }));
    }
  }
  if (redeems !== undefined && productOn(redeems, day).status === 'redemption-suspended') {
    found.push(makeReason('orders.no-redemption', 'block', { product: redeems.id }));
  }
  return found;
}

/** Windows, notice and cut-off: an order that cannot be given on its day is blocked, and the day on which it can is named. */
function checkDealing(facts: OrderFacts): readonly Reason[] {
  const { acquires, redeems, desk } = facts;
  const dealt = [
    ...(acquires === undefined ? [] : [{ product: acquires, side: 'buy' as const }]),
    ...(redeems === undefined ? [] : [{ product: redeems, side: 'sell' as const }]),
  ];
  return dealt.flatMap(({ product, side }) => {
    // Its status was looked at before.
    if (productOn(product, dayOf(facts)).status !== 'open' && side === 'buy') return [];
    if (desk === undefined) {
      return product.dealing === undefined
        ? []
        : [makeReason('orders.calendar-missing', 'block', { product: product.id })];
    }
    const dealing = desk.next(product, side);
    if (!isOrdered(dealing)) {
      const suspended = productOn(product, dayOf(facts)).status === 'redemption-suspended';
      if (suspended) return [];
      return [
        makeReason('orders.no-dealing-day', 'block', { product: product.id }),
        ...dealing.reasons.map(asInfo),
      ];
    }
    const { orderOn } = dealing;
    if (dealing.status === 'later') {
      return [
        makeReason('orders.not-today', 'block', { product: product.id, orderOn }),
        ...dealing.reasons,
      ];
    }
    return [...dealing.reasons, ...assumedTime(facts, product)];
  });
}

/** An order of the day whose time nobody says is taken to come before the cut-off, and that is said. */
function assumedTime({ order, context }: OrderFacts, { id, dealing }: Product): readonly Reason[] {
  const cutOff = dealing?.cutOff;
  const isOfToday = (order.orderOn ?? context.asOf) === context.asOf;
  if (cutOff === undefined || context.time !== undefined || !isOfToday) return [];
  return [makeReason('orders.time-assumed', 'info', { product: id, time: cutOff })];
}

function asInfo(reason: Reason): Reason {
  return reason.severity === 'info'
    ? reason
    : makeReason(reason.code, 'info', reason.parameters, reason.citations);
}

/** What is bought must be back by the day on which the money is needed. */
function checkLockUp(facts: OrderFacts): readonly Reason[] {
  const { context, acquires } = facts;
  const { moneyNeededOn } = context;
  if (acquires === undefined || moneyNeededOn === null || !isTied(acquires)) return [];
  const { id: product } = acquires;
  const availableFrom = backOn(facts, acquires);
  if (availableFrom === undefined) {
    const parameters = { product, neededOn: moneyNeededOn };
    return [makeReason('orders.never-back', 'block', parameters)];
  }
  if (availableFrom <= moneyNeededOn) return [];
  const parameters = { product, availableFrom, neededOn: moneyNeededOn };
  return [makeReason('orders.locked-beyond-need', 'block', parameters)];
}

/** Whether the terms of a product hold money back. */
function isTied({ lockUpDays, dealing }: Product): boolean {
  if (lockUpDays > 0) return true;
  if (dealing === undefined) return false;
  const { redemption, redemptionNotice, rollingTerm, maturity } = dealing;
  return [redemption, redemptionNotice, rollingTerm, maturity].some((term) => term !== undefined);
}

/** The day on which money that is put in now is back; `undefined` where no day is known. */
export function backOn(facts: OrderFacts, product: Product): PlainDate | undefined {
  const { desk, context } = facts;
  const { calendar } = context;
  const day = dayOf(facts);
  if (desk === undefined || calendar === undefined) {
    return product.dealing === undefined ? addDays(day, product.lockUpDays) : undefined;
  }
  const purchase = desk.next(product, 'buy');
  const boughtOn = purchase.status === 'never' ? day : purchase.dealsOn;
  const then = { calendar, desk: openDealingDesk({ asOf: boughtOn, calendar }) };
  const sale = wholeRedemption(product, then, boughtOn);
  return sale.status === 'never' ? undefined : sale.settlesOn;
}

/** Minimum, step and the most that one client may hold. */
function checkPurchase(facts: OrderFacts): readonly Reason[] {
  const { order, context, acquires } = facts;
  if (acquires === undefined) return [];
  const { gross } = order;
  const { currency, amount } = gross;
  const units = toMinorUnits(gross);
  const coming = openUnits(
    facts,
    (open) => open.side !== 'sell' && open.product === acquires.id,
    enteringBy,
  );
  const held = heldUnits(context, acquires.id, currency);
  const terms = termsOfPurchase(acquires, facts);
  const [minimum, step] = [toMinorUnits(terms.minimum), toMinorUnits(terms.step)];
  const base = { product: acquires.id, amount, currency };
  const found: Reason[] = [];
  if (units < minimum) {
    const parameters = { ...base, minimum: terms.minimum.amount };
    found.push(makeReason('orders.below-minimum', 'block', parameters));
  } else if (isStepped(order) && (units - minimum) % step !== 0n) {
    const parameters = { ...base, step: acquires.step };
    found.push(makeReason('orders.off-step', 'block', parameters));
  }
  found.push(...offLot(acquires, order.units));
  const most = unitsOf(acquires.maximumHolding, currency);
  const after = held + coming + (order.side === 'switch' ? arrives(facts) : units);
  if (most !== undefined && after > most) {
    const parameters = { ...base, most: amountText(most, gross), after: amountText(after, gross) };
    found.push(makeReason('orders.above-maximum-holding', 'block', parameters));
  }
  return found;
}

/** Whether the order names an amount that is put in: units are no amount, and a switch puts in what arrives. */
function isStepped({ side, units }: OrderToCheck): boolean {
  return side !== 'switch' && units === undefined;
}

/** Minimum and step of a first purchase, or of an addition. */
export function termsOfPurchase(product: Product, facts: OrderFacts): PurchaseTerms {
  const { currency } = facts.order.gross;
  const isHeld = heldUnits(facts.context, product.id, currency) > 0n;
  return purchaseTerms(product, currency, { held: isHeld || isBoughtBefore(facts, product) });
}

/** Whether an open order of an earlier day makes this one an addition. */
function isBoughtBefore({ order, context }: OrderFacts, { id }: Product): boolean {
  const day = order.orderOn ?? context.asOf;
  return context.openOrders.some(
    (open) =>
      open.product === id &&
      open.side !== 'sell' &&
      open.orderOn !== undefined &&
      open.orderOn < day,
  );
}

/** Units that are no whole lots. */
export function offLot({ id, unitStep }: Product, units: string | undefined): readonly Reason[] {
  if (unitStep === undefined || units === undefined) return [];
  if (parseQuantity(units, 'order.units') % parseQuantity(unitStep, 'unitStep') === 0n) return [];
  return [makeReason('orders.off-lot', 'block', { product: id, units, step: unitStep })];
}

/** What open orders in the same currency come to. */
export function openUnits(
  { context, order }: OrderFacts,
  counts: (open: OpenOrder) => boolean,
  sizeOf: (open: OpenOrder) => Money = ({ gross }) => gross,
): bigint {
  return context.openOrders
    .filter((open) => counts(open) && open.gross.currency === order.gross.currency)
    .reduce((sum, open) => sum + toMinorUnits(sizeOf(open)), 0n);
}

/** What an open order puts into its product: of a switch what arrives, where it says so. */
function enteringBy({ side, gross, net = gross }: OpenOrder): Money {
  return side === 'switch' ? net : gross;
}

/** Smallest units of an amount of a product's terms. */
export function unitsOf(
  amount: string | undefined,
  currency: Money['currency'],
): bigint | undefined {
  return amount === undefined ? undefined : toMinorUnits(parseAmount(amount, currency, 'product'));
}

/** Smallest units in the currency of another amount, as text. */
export function amountText(units: bigint, { currency }: Money): string {
  return fromMinorUnits(currency, units).amount;
}
