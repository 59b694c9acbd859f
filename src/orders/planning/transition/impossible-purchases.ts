import { makeReason, type Reason } from '../../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits } from '../../../money/index.js';
import { obstacleReason } from '../obstacle-reason.js';
import { fromBase } from './rates.js';
import type { ReadTransition } from './read-transition.js';
import { largestOf, type Purchase, placePurchase, type Want } from './size-purchases.js';

/** What of a purchase cannot be made, however much money there is, in smallest units of the base. */
export interface Impossible extends Want {
  readonly reasons: readonly Reason[];
}

/** Purchases, and what of them is known to be impossible before anything is sold. */
export interface SplitWants {
  readonly wants: readonly Want[];
  /** What no other product takes in its place. */
  readonly impossible: readonly Impossible[];
}

/** Takes out of purchases what cannot be made. Where another product takes what is left over, nothing is taken out. */
export function splitWants<C extends CurrencyCode>(
  wants: readonly Want[],
  sold: ReadonlySet<string>,
  read: ReadTransition<C>,
): SplitWants {
  const impossible = wants.flatMap((want) => impossibleOf(want, read) ?? []);
  const open = impossible.reduce((sum, { amount }) => sum + amount, 0n);
  if (open === 0n || takesRest(wants, open, sold, read)) return { wants, impossible: [] };
  const off = new Map(impossible.map(({ product, amount }) => [product, amount]));
  const left = wants
    .map(({ product, amount }) => ({ product, amount: amount - (off.get(product) ?? 0n) }))
    .filter(({ amount }) => amount > 0n);
  return { wants: left, impossible };
}

function impossibleOf<C extends CurrencyCode>(
  { product, amount }: Want,
  read: ReadTransition<C>,
): Impossible | undefined {
  const purchase = placePurchase(product, amount, read.amountStep, read);
  const reasons = whyNotPlaced(purchase, read);
  return reasons.length === 0 ? undefined : { product, amount: purchase.rest, reasons };
}

/** Why a purchase is not placed in full, rounding apart. */
export function whyNotPlaced<C extends CurrencyCode>(
  { product, currency, rest, obstacle, reasons }: Purchase,
  { rateOf }: ReadTransition<C>,
): readonly Reason[] {
  if (obstacle === undefined) return reasons;
  const local = fromMinorUnits(currency, fromBase(rest, rateOf(currency)!));
  return [...reasons, obstacleReason(obstacle, product.id, local)];
}

/** Whether a product that is not being sold takes what others cannot. */
function takesRest<C extends CurrencyCode>(
  wants: readonly Want[],
  open: bigint,
  sold: ReadonlySet<string>,
  read: ReadTransition<C>,
): boolean {
  const taker = takerOf(wants, read);
  if (taker === undefined || sold.has(taker) || read.targets === 'amounts') return false;
  const all = { product: taker, amount: open };
  return impossibleOf(all, read)?.amount !== open;
}

function takerOf<C extends CurrencyCode>(
  wants: readonly Want[],
  { residual, residualProduct }: ReadTransition<C>,
): string | undefined {
  if (residual === 'product') return residualProduct;
  return residual === 'largest-weight' ? largestOf(wants)?.product : undefined;
}

/** That of a product less is sold because what should be bought for it cannot be. */
export function notSoldFor(product: string, impossible: readonly Impossible[]): readonly Reason[] {
  return impossible.map(({ product: other }) =>
    makeReason('orders.purchase-impossible', 'info', { product, other }),
  );
}
