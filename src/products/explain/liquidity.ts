import { addDays, type PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { isAboveZero } from '../compile/check-amount.js';
import type { DealingDays, DealingTerms, RedemptionGate, RollingTerm } from '../dealing-terms.js';
import type { Product } from '../product.js';
import { isLiability } from '../product-type.js';
import { type Amount, amountIn } from './amount-in.js';
import type { ExplainedProduct } from './explain-product.js';
import { maturedOn } from './maturity.js';

/** How many windows or gates to come are told. */
export const TOLD_WINDOWS = 3;

/** How many days to come on which the product is closed are told. */
const TOLD_CLOSED_DAYS = 10;

/** When money can be had back, and when it can be put in; in the client's words, without a calendar. */
export function tellLiquidity({ product, options }: ExplainedProduct): readonly Reason[] {
  if (isLiability(product)) return [];
  const { asOf } = options;
  const { dealing = {}, status } = product;
  const matured = maturedOn(product, asOf);
  if (matured !== undefined) return [makeReason('products.matured', 'info', { on: matured })];
  const currency = product.currency ?? options.amount?.currency;
  const money = (text: string): Amount => amountIn(currency, text);
  return [
    makeReason(`products.liquidity-status.${status}`, 'info', { asOf }),
    ...(status === 'redemption-suspended' ? [makeReason('products.once-resumed', 'info')] : []),
    ...tellTerms(product, dealing, asOf),
    ...tellHandling(dealing, asOf),
    ...tellLimits(product, dealing, asOf, money),
    // Terms of purchases would contradict a status that allows none.
    ...(status === 'open' ? tellPurchases(dealing, asOf, money) : []),
  ];
}

function tellPurchases(
  { subscription, dailyPurchase }: DealingTerms,
  asOf: PlainDate,
  money: (text: string) => Amount,
): readonly Reason[] {
  return [
    ...tellSubscription(subscription, asOf),
    ...(dailyPurchase === undefined || subscription === 'never'
      ? []
      : [makeReason('products.buy-limit', 'info', { amount: money(dailyPurchase) })]),
  ];
}

function tellTerms(product: Product, dealing: DealingTerms, asOf: PlainDate): readonly Reason[] {
  const { lockUpDays } = product;
  const { rollingTerm, redemption, maturity, startsOn } = dealing;
  return [
    ...(startsOn === undefined || startsOn <= asOf
      ? []
      : [makeReason('products.begins', 'info', { on: startsOn })]),
    ...(lockUpDays > 0 ? [tellLockUp(lockUpDays)] : []),
    ...(rollingTerm === undefined ? [] : [tellRollingTerm(rollingTerm)]),
    ...(rollingTerm !== undefined && redemption === undefined
      ? []
      : tellRedemption(redemption, asOf, lockUpDays > 0)),
    ...(maturity === undefined ? [] : [makeReason('products.matures', 'info', { on: maturity })]),
  ];
}

function tellLockUp(days: number): Reason {
  return days === 1
    ? makeReason('products.locked-up-one-day', 'info')
    : makeReason('products.locked-up', 'info', { days });
}

function tellRollingTerm({ days, windowDays = 1 }: RollingTerm): Reason {
  return windowDays === 1
    ? makeReason('products.rolling-term-last-day', 'info', { days })
    : makeReason('products.rolling-term', 'info', { days, windowDays });
}

function tellRedemption(
  days: DealingDays | undefined,
  asOf: PlainDate,
  isLockedUp: boolean,
): readonly Reason[] {
  if (days === undefined) {
    const code = isLockedUp ? 'products.redeem-daily-after-lock-up' : 'products.redeem-daily';
    return [makeReason(code, 'info')];
  }
  if (days === 'never') return [makeReason('products.redeem-never', 'info')];
  if (!('periods' in days)) return [tellWindows('products.redeem-windows', days)];
  const ahead = periodsAhead(days.periods, asOf);
  if (ahead.length === 0) return [makeReason('products.redeem-no-window', 'info', { asOf })];
  return ahead.map((period) => makeReason('products.redeem-period', 'info', period));
}

function tellSubscription(days: DealingDays | undefined, asOf: PlainDate): readonly Reason[] {
  if (days === undefined) return [];
  if (days === 'never') return [makeReason('products.buy-never', 'info')];
  if (!('periods' in days)) return [tellWindows('products.buy-windows', days)];
  const ahead = periodsAhead(days.periods, asOf);
  if (ahead.length === 0) return [makeReason('products.buy-no-window', 'info', { asOf })];
  return ahead.map((period) => makeReason('products.buy-period', 'info', period));
}

function tellWindows(code: string, windows: RecurringWindows): Reason {
  if ('everyDays' in windows) return makeReason(`${code}-days`, 'info', { ...windows });
  const monthly = windows.everyMonths === 1;
  return makeReason(monthly ? `${code}-monthly` : code, 'info', { ...windows });
}

type RecurringWindows = Extract<DealingDays, { days: number }>;

/** First and last day of the next periods; people count the last day in. */
function periodsAhead(
  periods: Extract<DealingDays, { periods: unknown }>['periods'],
  asOf: PlainDate,
): readonly { readonly from: PlainDate; readonly last: PlainDate }[] {
  return periods
    .filter(({ to }) => to > asOf)
    .slice(0, TOLD_WINDOWS)
    .map(({ from, to }) => ({ from, last: addDays(to, -1) }));
}

function tellHandling(dealing: DealingTerms, asOf: PlainDate): readonly Reason[] {
  const { redemptionNotice = 0, redemptionSettlement, cutOff, closedOn = [] } = dealing;
  const ahead = closedOn.filter((day) => day >= asOf).slice(0, TOLD_CLOSED_DAYS);
  return [
    ...(ahead.length === 0
      ? []
      : [makeReason('products.closed-days', 'info', { closedOn: ahead })]),
    ...(redemptionNotice === 0 ? [] : [tellNotice(redemptionNotice)]),
    ...(cutOff === undefined ? [] : [makeReason('products.cut-off', 'info', { time: cutOff })]),
    ...(redemptionSettlement === undefined ? [] : [tellSettlement(redemptionSettlement)]),
  ];
}

function tellNotice(days: number): Reason {
  return days === 1
    ? makeReason('products.redeem-notice-one-day', 'info')
    : makeReason('products.redeem-notice', 'info', { days });
}

function tellSettlement(days: number): Reason {
  if (days === 0) return makeReason('products.paid-same-day', 'info');
  if (days === 1) return makeReason('products.paid-next-day', 'info');
  return makeReason('products.paid-later', 'info', { days });
}

function tellGate(
  { on, perClient, acceptedShare: share }: RedemptionGate,
  money: (text: string) => Amount,
): readonly Reason[] {
  const isShut = share === 0 || (perClient !== undefined && !isAboveZero(perClient));
  if (isShut) return [makeReason('products.redeem-gate-shut', 'warn', { on })];
  return [
    ...(perClient === undefined
      ? []
      : [makeReason('products.redeem-gate', 'info', { on, amount: money(perClient) })]),
    ...(share === undefined || share === 1
      ? []
      : [makeReason('products.redeem-gate-share', 'warn', { on, share })]),
  ];
}

function tellLimits(
  { minimumHolding, minimumRedemption }: Product,
  { dailyRedemption, gates = [] }: DealingTerms,
  asOf: PlainDate,
  money: (text: string) => Amount,
): readonly Reason[] {
  return [
    ...(dailyRedemption === undefined
      ? []
      : [makeReason('products.redeem-limit', 'info', { amount: money(dailyRedemption) })]),
    ...gates
      .filter(({ on }) => on >= asOf)
      .slice(0, TOLD_WINDOWS)
      .flatMap((gate) => tellGate(gate, money)),
    ...(minimumRedemption === undefined
      ? []
      : [makeReason('products.minimum-redemption', 'info', { amount: money(minimumRedemption) })]),
    ...(minimumHolding === undefined
      ? []
      : [makeReason('products.minimum-holding', 'info', { amount: money(minimumHolding) })]),
  ];
}
