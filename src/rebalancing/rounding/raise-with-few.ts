import { compare } from '../account/exact.js';
import { mayLack } from './close-money.js';
import { type Draft, moneyLeft, setChange } from './draft.js';
import { type Fit, MAX_TRADES } from './fit.js';
import { isAtLeast } from './grow-sale.js';
import { matchMoney } from './match-money.js';

/**
 * Where no more trades may be made and money that must be raised is still missing: products that can give more take the place of trades that can give less, until
 * it is there or those that give most are sold.
 */
export function raiseWithFew(draft: Draft): void {
  const { codes, fits, occasion, rules } = draft;
  const missing = (): bigint => -moneyLeft(draft) - mayLack(draft);
  if (!occasion.money.mustRaise || missing() <= 0n) return;
  const most = occasion.account.holdings.map((_, place) => mostSold(draft, place));
  const largest = Array.from(most.keys()).sort((a, b) => compare(most[b]!, most[a]!) || a - b);
  const smallest = [...largest].reverse();
  // What is sold beyond what is missing buys nothing: that would be one more trade.
  if (rules.residual >= 0 && !fits.has(rules.residual)) codes.set(rules.residual, MAX_TRADES);
  while (missing() > 0n) {
    const worst = smallest.find((place) => fits.has(place));
    const best = largest.find((place) => !fits.has(place));
    if (worst === undefined || best === undefined || most[best]! <= most[worst]!) return;
    fits.delete(worst);
    codes.set(worst, MAX_TRADES);
    codes.delete(best);
    isAtLeast(draft, best, missing(), rules.minimums.sell[best]!);
    matchMoney(draft);
  }
}

/** The most that one sale of a product can give. */
function mostSold(draft: Draft, place: number): bigint {
  const { account, bounds } = draft.occasion;
  const tried: Draft = { ...draft, fits: new Map<number, Fit>(), codes: new Map() };
  setChange(tried, place, bounds[place]!.low - account.holdings[place]!.value);
  return tried.fits.get(place)?.amount ?? 0n;
}
