import { makeReason, type Reason } from '../../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits } from '../../../money/index.js';
import { obstacleReason } from '../obstacle-reason.js';
import { type Purchase, placePurchase, type Want } from './place-purchase.js';
import { fromBase } from './rates.js';
import type { ReadTransition } from './read-transition.js';
import { largestOf } from './size-purchases.js';

/** What of a purchase cannot be made, however much money there is, in smallest units of the base. */
export interface Impossible {
  readonly product: string;
  readonly amount: bigint;
  readonly reasons: readonly Reason[];
  /** What of it can be made. */
  readonly left: Want;
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
  const cut = new Map(impossible.map(({ product, left }) => [product, left]));
  const left = wants.map((want) => cut.get(want.product) ?? want);
  return { wants: left.filter(({ amount }) => amount > 0n), impossible };
}

function impossibleOf<C extends CurrencyCode>(
  want: Want,
  read: ReadTransition<C>,
): Impossible | undefined {
  const { product } = want;
  const purchase = placePurchase(want, read.amountStep, read);
  const reasons = whyNotPlaced(purchase, read);
  if (reasons.length === 0) return undefined;
  const { placed, rest, slices } = purchase;
  const count = slices.reduce((sum, { units = 0n }) => sum + units, 0n);
  const left = { product, amount: placed, ...(want.count === undefined ? {} : { count }) };
  return { product, amount: rest, reasons, left };
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
  const taker = takerOf(
    wants.filter(({ count }) => count === undefined),
    read,
  );
  if (taker === undefined || sold.has(taker) || read.targets === 'amounts') return false;
  // Beside what it is wanted itself.
  const own = wants.find(({ product }) => product === taker)?.amount ?? 0n;
  const left = impossibleOf({ product: taker, amount: own + open }, read)?.amount ?? 0n;
  return left < open;
}

function takerOf<C extends CurrencyCode>(
  wants: readonly Want[],
  { residual, residualProduct }: ReadTransition<C>,
): string | undefined {
  if (residual === 'product') return residualProduct;
  return residual === 'largest-weight' ? largestOf(wants)?.product : undefined;
}

/** That of a product less is sold because what should be bought for it cannot be. */
export function notSoldFor(
  product: string,
  impossible: readonly Pick<Impossible, 'product'>[],
): readonly Reason[] {
  return impossible.map(({ product: other }) =>
    makeReason('orders.purchase-impossible', 'info', { product, other }),
  );
}
