import { makeReason } from '../../../evidence/index.js';
import type { CurrencyCode } from '../../../money/index.js';
import { smaller } from '../exact.js';
import { spreadAmount } from '../spread-amount.js';
import { type Purchase, placePurchase, type Want } from './place-purchase.js';
import type { ReadTransition } from './read-transition.js';

/** What there is for all purchases, in smallest units of the base. */
export interface Funds {
  readonly money: bigint;
  /** How many purses of it are in another currency, and are changed where they are needed. */
  readonly foreign: number;
  /** What the sales bring less than they should because they are rounded down. */
  readonly rounded: bigint;
  /** Whether it pays for purchases as they are, changes of money included. */
  readonly pays: (purchases: readonly Purchase[]) => boolean;
}

/** Purchases that can be paid. */
export interface SizedPurchases {
  /** In the order in which they are paid: those of so many units, then the others, each by ascending product id. */
  readonly purchases: readonly Purchase[];
  /** Ids of the products for which there is less money than they should cost, by more than rounding. */
  readonly scaled: ReadonlySet<string>;
  /** The most that changes of money take by rounding, in smallest units of the base. */
  readonly changes: bigint;
}

/**
 * Sizes purchases so that they cost no more than there is: those of so many units first, then the others out of what is left, each
 * as wanted or all in proportion. What rounding takes, of sales and of changes of money, comes off what rounding leaves of the purchases, and
 * what is more than that off one of them alone.
 */
export function sizePurchases<C extends CurrencyCode>(
  wants: readonly Want[],
  funds: Funds,
  read: ReadTransition<C>,
  sold: ReadonlySet<string>,
): SizedPurchases {
  const counted = sizeCounted(
    wants.filter(({ count }) => count !== undefined),
    funds,
    read,
  );
  const others = wants.filter(({ count }) => count === undefined);
  // What is too little for the units that are wanted is too little for everything else.
  const money = counted.scaled.size > 0 ? 0n : funds.money - sumOf(counted.purchases);
  // How often money is changed is known once the purchases are cut into slices.
  for (let held = 0n; ; ) {
    const sized = sizeWithin(others, { ...funds, money }, held, read, sold);
    const purchases = [...counted.purchases, ...sized.purchases];
    const needed = costOfChanges(purchases, funds, read.currency);
    if (needed <= held) {
      return { purchases, scaled: new Set([...counted.scaled, ...sized.scaled]), changes: held };
    }
    held = needed;
  }
}

/**
 * Purchases of so many units each, or, where there is too little for all, of as many as each one's share of the money pays for. A share
 * that buys nothing goes to the others.
 */
function sizeCounted<C extends CurrencyCode>(
  wants: readonly Want[],
  funds: Funds,
  read: ReadTransition<C>,
): Sized {
  const exact = wants.map((want) => placePurchase(want, 1n, read));
  if (sumOf(exact) <= funds.money && funds.pays(exact)) {
    return { purchases: exact, scaled: new Set() };
  }
  const held = costOfChanges(exact, funds, read.currency);
  const money = funds.money > held ? funds.money - held : 0n;
  const asked = wants.reduce((sum, { amount }) => sum + amount, 0n);
  const purchases = wants.map(({ product, amount }) =>
    placePurchase({ product, amount: smaller(amount, (amount * money) / asked) }, 1n, read),
  );
  const scaled = new Set(wants.map(({ product }) => product));
  const sized = { purchases, scaled };
  if (money === 0n) return sized;
  return shareIdle(wants, sized, {
    money,
    place: (want) => placePurchase(want, 1n, read),
    size: (others) => sizeCounted(others, funds, read),
  });
}

/** Purchases of one kind. */
type Sized = Omit<SizedPurchases, 'changes'>;

/** How purchases are sized that share money. */
interface Sharing {
  readonly money: bigint;
  /** Places one purchase alone. */
  readonly place: (want: Want) => Purchase;
  readonly size: (others: readonly Want[]) => Sized;
}

/**
 * Gives what too small a share cannot buy to the others. What even all of the money cannot buy makes way first, then the smallest want of
 * which nothing is bought, the last of equals, which has what the others leave.
 */
function shareIdle(wants: readonly Want[], sized: Sized, { money, place, size }: Sharing): Sized {
  const bought = new Set(sized.purchases.filter(buysAny).map(({ product }) => product.id));
  const idle = wants.filter(({ product }) => !bought.has(product));
  const least = idle.reduce<Want | undefined>(
    (found, one) => (found === undefined || one.amount <= found.amount ? one : found),
    undefined,
  );
  if (least === undefined || wants.length === 1) return sized;
  const out = (want: Want, most: bigint): Purchase =>
    place({ product: want.product, amount: smaller(want.amount, most) });
  const never = idle.filter((want) => !buysAny(out(want, money)));
  if (never.length === wants.length) return sized;
  const leaves = never.length > 0 ? never : [least];
  const { purchases, scaled } = size(wants.filter((one) => !leaves.includes(one)));
  const ids = new Set(leaves.map(({ product }) => product));
  const kept = purchases.filter(({ product: { id } }) => !ids.has(id));
  const own = leaves.map((want) => {
    if (never.length > 0) return withReason(out(want, money), 'orders.money-short');
    const last = out(want, money - sumOf(kept));
    return buysAny(last) ? last : ownOf(want, sized);
  });
  return {
    purchases: [...kept, ...own].sort((a, b) => (a.product.id < b.product.id ? -1 : 1)),
    scaled: new Set([...scaled, ...ids]),
  };
}

function withReason(purchase: Purchase, code: string): Purchase {
  const reason = makeReason(code, 'info', { product: purchase.product.id });
  return { ...purchase, reasons: [...purchase.reasons, reason] };
}

function buysAny({ slices }: Purchase): boolean {
  return slices.length > 0;
}

function ownOf({ product }: Want, { purchases }: Sized): Purchase {
  return purchases.find((one) => one.product.id === product) as Purchase;
}

function sumOf(purchases: readonly Purchase[]): bigint {
  return purchases.reduce((sum, { placed }) => sum + placed, 0n);
}

/**
 * The most that rounding of changes takes: less than a unit each. Purses in other currencies are changed once a slice, and once
 * more when they are emptied; so is money of the base for slices in another currency, of which the whole purchase has one in its size.
 */
export function costOfChanges(
  purchases: readonly Purchase[],
  { foreign }: Pick<Funds, 'foreign'>,
  base: CurrencyCode,
): bigint {
  const counts = purchases.map(({ slices }) => slices.length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (foreign > 0) return BigInt(foreign + 2 * all);
  return purchases
    .filter(({ currency, slices }) => currency !== base && slices.length > 0)
    .reduce((sum, { slices }) => sum + BigInt(slices.length - 1), 0n);
}

function sizeWithin<C extends CurrencyCode>(
  wants: readonly Want[],
  funds: Funds,
  held: bigint,
  read: ReadTransition<C>,
  sold: ReadonlySet<string>,
): Sized {
  const { money, rounded } = funds;
  const amount = money > held ? money - held : 0n;
  const asked = wants.reduce((sum, { amount: one }) => sum + one, 0n);
  const short = asked > amount ? asked - amount : 0n;
  const { residual, residualProduct, amountStep: step } = read;
  // What is being sold does not take what is left over.
  const takes = residualProduct !== undefined && !sold.has(residualProduct);
  const scaled = short > held + rounded;
  const eased = scaled ? undefined : takeOff(wants, short, read);
  const { placements } = spreadAmount<Purchase>({
    amount,
    shares: (eased ?? wants).map(({ product, amount: one }) => ({
      product,
      numerator: eased === undefined ? one * amount : one,
    })),
    denominator: eased === undefined ? asked : 1n,
    rule: residual === 'product' && !takes ? 'cash' : residual,
    step,
    place: (product, share, multiple) => placePurchase({ product, amount: share }, multiple, read),
    ...(residual === 'product' && takes ? { residualProduct } : {}),
    ...(read.targets === 'amounts' ? { toResidual: roundingOf } : {}),
  });
  const sized = {
    purchases: placements.map(({ placement }) => placement),
    scaled: new Set(scaled ? wants.map(({ product }) => product) : []),
  };
  // Of weights the residual rule says where it goes.
  if (!scaled || amount === 0n || read.targets === 'weights') return sized;
  return shareIdle(wants, sized, {
    money: amount,
    place: (want) => placePurchase(want, step, read),
    size: (others) => sizeWithin(others, funds, held, read, sold),
  });
}

/** What rounding to steps leaves of a share. */
function roundingOf({ rest, obstacle, reasons }: Purchase): bigint {
  return obstacle === undefined && reasons.length === 0 ? rest : 0n;
}

/** Takes what is missing off the purchase that takes what is left over, or off the largest; `undefined` if that has less. */
function takeOff<C extends CurrencyCode>(
  wants: readonly Want[],
  missing: bigint,
  read: ReadTransition<C>,
): readonly Want[] | undefined {
  if (missing === 0n) return wants;
  const residual = wants.find(({ product }) => product === read.residualProduct);
  return (
    takeOffOne(residual, wants, missing, read) ?? takeOffOne(largestOf(wants), wants, missing, read)
  );
}

/** Takes what is missing off one purchase, but for what rounding leaves of the others anyway. */
function takeOffOne<C extends CurrencyCode>(
  taker: Want | undefined,
  wants: readonly Want[],
  missing: bigint,
  read: ReadTransition<C>,
): readonly Want[] | undefined {
  if (taker === undefined) return undefined;
  let open = missing;
  const eased = wants.map((one) => {
    if (one === taker || open === 0n) return one;
    const part = smaller(open, roundingOf(placePurchase(one, read.amountStep, read)));
    open -= part;
    return { ...one, amount: one.amount - part };
  });
  if (taker.amount < open) return undefined;
  return eased.map((one) => (one === taker ? { ...one, amount: one.amount - open } : one));
}

/** The first of the largest purchases. */
export function largestOf(wants: readonly Want[]): Want | undefined {
  return wants.reduce<Want | undefined>(
    (most, one) => (most === undefined || one.amount > most.amount ? one : most),
    undefined,
  );
}
