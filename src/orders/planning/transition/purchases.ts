import type { PlainDate } from '../../../dates/index.js';
import { makeReason, type Reason } from '../../../evidence/index.js';
import type { CurrencyCode } from '../../../money/index.js';
import { nextDealing, type Product } from '../../../products/index.js';
import { dealingAfter, isOrdered } from '../dealing-slices.js';
import { type Obstacle, placeAmount, type Slice } from '../place-amount.js';
import type { OrderDays } from '../planned.js';
import { buyingTerms } from '../purchase-terms.js';
import { spreadAmount } from '../spread-amount.js';
import { costInBase, fromBase } from './rates.js';
import type { ReadTransition } from './read-transition.js';
import { findPayment, type Payment, type Wallet } from './wallet.js';

/** What should be bought, in smallest units of the base. */
export interface Want {
  readonly product: string;
  readonly amount: bigint;
}

/** A purchase in smallest units of the product's currency, before it is paid. */
export interface Purchase {
  readonly product: Product;
  readonly currency: CurrencyCode;
  readonly slices: readonly Slice[];
  /** In the base, as placed and as it stays. */
  readonly placed: bigint;
  readonly rest: bigint;
  readonly obstacle?: Obstacle;
  readonly reasons: readonly Reason[];
}

/** Sizes purchases so that they cost no more than there is: each as wanted, or all in proportion. */
export function sizePurchases<C extends CurrencyCode>(
  wants: readonly Want[],
  money: bigint,
  read: ReadTransition<C>,
  sold: ReadonlySet<string>,
): {
  readonly purchases: readonly Purchase[];
  readonly unplaced: bigint;
  readonly scaled: boolean;
} {
  const asked = wants.reduce((sum, { amount }) => sum + amount, 0n);
  const scaled = asked > money;
  const { residual, residualProduct, amountStep: step } = read;
  // What is being sold does not take what is left over.
  const takes = residualProduct !== undefined && !sold.has(residualProduct);
  const { placements, unplaced } = spreadAmount<Purchase>({
    amount: money,
    shares: wants.map(({ product, amount }) => ({
      product,
      numerator: scaled ? amount * money : amount,
    })),
    denominator: scaled ? asked : 1n,
    rule: residual === 'product' && !takes ? 'cash' : residual,
    step,
    place: (product, share, multiple) => placePurchase(product, share, multiple, read),
    ...(residual === 'product' && takes ? { residualProduct } : {}),
  });
  return { purchases: placements.map(({ placement }) => placement), unplaced, scaled };
}

function placePurchase<C extends CurrencyCode>(
  id: string,
  share: bigint,
  multiple: bigint,
  { universe, currency: base, fees, positions, prices, dailyLimits, rateOf }: ReadTransition<C>,
): Purchase {
  const product = universe.byId[id]!;
  const currency = product.currency ?? base;
  const empty = { product, currency, slices: [], placed: 0n, rest: share };
  if (share <= 0n) return { ...empty, rest: 0n, reasons: [] };
  const rate = rateOf(currency);
  if (rate === undefined) {
    const reason = makeReason('orders.rate-missing', 'info', { currency });
    return { ...empty, reasons: [reason] };
  }
  const held = positions.get(id);
  const price = prices.get(id) ?? held?.price;
  const terms = buyingTerms(product, {
    currency,
    fees,
    held: (held?.value ?? 0n) > 0n,
    dailyLimit: dailyLimits.get(id),
    ...(price === undefined ? {} : { price }),
  });
  const placement = placeAmount(fromBase(share, rate), terms, currency === base ? multiple : 1n);
  const placed = costInBase(placement.placed, rate);
  const { slices, obstacle } = placement;
  return {
    ...empty,
    slices,
    placed,
    rest: share - placed,
    reasons: [],
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

/** A slice with its days and with what pays for it. */
export interface PaidSlice extends OrderDays {
  readonly purchase: Purchase;
  readonly slice: Slice;
  readonly payment: Payment;
}

/** A slice that has no day, and why. */
export interface UnpaidSlice {
  readonly purchase: Purchase;
  readonly slice: Slice;
  readonly reasons: readonly Reason[];
}

/**
 * Gives every slice its payment and its days: the product's next dealing day on or after the day on which the money is there, one
 * slice of a product a day; the products' first slices before the second ones, by ascending id.
 */
export function payPurchases<C extends CurrencyCode>(
  purchases: readonly Purchase[],
  wallet: Wallet,
  read: ReadTransition<C>,
): { readonly paid: readonly PaidSlice[]; readonly unpaid: readonly UnpaidSlice[] } {
  const paid: PaidSlice[] = [];
  const unpaid: UnpaidSlice[] = [];
  const last = new Map<string, OrderDays>();
  const rounds = purchases.reduce((most, { slices }) => Math.max(most, slices.length), 0);
  for (let round = 0; round < rounds; round++) {
    for (const purchase of purchases) {
      const slice = purchase.slices[round];
      if (slice === undefined) continue;
      const { product, currency } = purchase;
      const payment = findPayment(wallet, currency, slice.gross);
      if (payment === undefined) {
        const parameters = { product: product.id };
        unpaid.push({
          purchase,
          slice,
          reasons: [makeReason('orders.money-short', 'info', parameters)],
        });
        continue;
      }
      const found = dayOf(product, payment.on, last.get(product.id), read);
      if (found.day === undefined) {
        unpaid.push({ purchase, slice, reasons: found.reasons });
        continue;
      }
      last.set(product.id, found.day);
      payment.commit();
      paid.push({ purchase, slice, payment, ...found.day });
    }
  }
  return { paid, unpaid };
}

function dayOf<C extends CurrencyCode>(
  product: Product,
  moneyOn: PlainDate,
  before: OrderDays | undefined,
  { days, latest }: ReadTransition<C>,
): { readonly day?: OrderDays; readonly reasons: readonly Reason[] } {
  const { desk, calendar } = days;
  const first =
    before === undefined ? desk.next(product, 'buy') : dealingAfter(product, 'buy', before, days);
  const dealing =
    first.status !== 'never' && first.orderOn < moneyOn
      ? nextDealing(product, { side: 'buy', asOf: moneyOn, calendar })
      : first;
  const why = (...reasons: readonly Reason[]) => [
    makeReason('orders.not-dealing', 'info', { product: product.id }),
    ...reasons,
  ];
  if (!isOrdered(dealing)) return { reasons: why(...dealing.reasons) };
  const { orderOn, dealsOn, settlesOn } = dealing;
  if (latest !== undefined && orderOn > latest) {
    const late = makeReason('orders.too-late', 'info', { product: product.id, orderOn, latest });
    return { reasons: [late] };
  }
  return { day: { orderOn, dealsOn, settlesOn }, reasons: [] };
}
