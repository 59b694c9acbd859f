import { compare, divideUp, least, most, shareOf } from '../account/exact.js';
import { bySize, type Draft, setChange } from './draft.js';
import { type Fit, MAX_TRADES } from './fit.js';
import { stepIn } from './least-purchase.js';

/**
 * Where money must be raised, sells more of one product: of what is sold already, the most first, then of what was to be sold, then of
 * what stands most above its target; first of what gives no more than is lacking, then of what gives its least, and what can only be sold whole last.
 */
export function growSale(draft: Draft, lacking: bigint): boolean {
  return (
    draft.occasion.money.mustRaise && (sellsExactly(draft, lacking) || sellsMore(draft, lacking))
  );
}

/** Where nothing else is to be traded: whether one product gives what is lacking, and less than a step too much. */
function sellsExactly(draft: Draft, lacking: bigint): boolean {
  const { occasion, rules } = draft;
  if (occasion.task !== 'raise') return false;
  return placesToSell(draft).some((place) => {
    const holding = occasion.account.holdings[place]!;
    const sold = soldOf(draft, place);
    const enough = sold + lacking;
    // Of few trades none goes to what cannot give all of it.
    const room = holding.value - occasion.bounds[place]!.low;
    if (enough > room && sold === 0n && rules.maxTrades !== undefined) return false;
    const step = stepIn(holding, true, rules.amountSteps[place]!);
    const isExact = ({ amount }: Fit): boolean =>
      amount > least(enough, room) - step && amount < enough + step;
    return isGrown(draft, place, [enough], isExact);
  });
}

/** Whether one product gives what is lacking with the least that may be sold of it, or else one that is sold whole. */
function sellsMore(draft: Draft, lacking: bigint): boolean {
  const { sell } = draft.rules.minimums;
  const places = leastFirst(draft, lacking, placesToSell(draft));
  return [false, true].some((isWhole) =>
    places.some((place) => isAtLeast(draft, place, lacking, sell[place]!, isWhole)),
  );
}

/** Where nothing else is to be traded no more is sold than it takes: what stands above its target first, by what more must be sold of it at least. */
function leastFirst(draft: Draft, lacking: bigint, places: readonly number[]): readonly number[] {
  if (draft.occasion.task !== 'raise') return places;
  const { sell } = draft.rules.minimums;
  const more = (place: number): bigint =>
    enoughOf(draft, place, lacking, sell[place]!) - soldOf(draft, place);
  const spared = (place: number): number => (aboveTarget(draft, place) > 0n ? 0 : 1);
  return [...places].sort((a, b) => spared(a) - spared(b) || compare(more(a), more(b)));
}

/** Whether a product is sold for what is lacking, or its least, or else whole if it may be. */
export function isAtLeast(
  draft: Draft,
  place: number,
  lacking: bigint,
  minimum: bigint,
  mayBeAll = true,
): boolean {
  const { value } = draft.occasion.account.holdings[place]!;
  const enough = enoughOf(draft, place, lacking, minimum);
  return mayBeAll
    ? isGrown(draft, place, [enough, value], () => true)
    : isGrown(draft, place, [enough], ({ amount }) => amount >= enough);
}

function enoughOf(draft: Draft, place: number, lacking: bigint, minimum: bigint): bigint {
  const { minimumRedemption, rate } = draft.occasion.account.holdings[place]!;
  const own = divideUp(minimumRedemption * rate.over, rate.under);
  return most(soldOf(draft, place) + lacking, most(own, minimum));
}

function soldOf({ fits }: Draft, place: number): bigint {
  return fits.get(place)?.amount ?? 0n;
}

/** Whether more is sold of a product, as one of the amounts, the first that can be made; else its trade stays as it was. */
function isGrown(
  draft: Draft,
  place: number,
  amounts: readonly bigint[],
  isWanted: (fit: Fit) => boolean,
): boolean {
  const { occasion, fits, codes } = draft;
  const before = fits.get(place);
  const sold = before?.amount ?? 0n;
  const room = occasion.account.holdings[place]!.value - occasion.bounds[place]!.low;
  if (room <= sold) return false;
  for (const amount of amounts) {
    setChange(draft, place, -least(amount, room));
    const fit = fits.get(place);
    if (fit === undefined || fit.amount <= sold || !isWanted(fit)) continue;
    codes.delete(place);
    return true;
  }
  if (before === undefined) fits.delete(place);
  else fits.set(place, before);
  return false;
}

function placesToSell(draft: Draft): readonly number[] {
  const { occasion, changes, rules, fits, codes } = draft;
  const { holdings } = occasion.account;
  const sales = bySize(draft, 'sell').map(({ place }) => place);
  if (fits.size >= (rules.maxTrades ?? Number.POSITIVE_INFINITY)) {
    return sales;
  }
  const others = Array.from(holdings.keys()).filter(
    (place) => place !== rules.residual && !fits.has(place) && codes.get(place) !== MAX_TRADES,
  );
  const wanted = (place: number): bigint => most(-changes.wanted[place]!, 0n);
  const above = (place: number): bigint => aboveTarget(draft, place);
  others.sort((a, b) => compare(wanted(b), wanted(a)) || compare(above(b), above(a)) || a - b);
  return [...sales, ...others];
}

function aboveTarget({ occasion }: Draft, place: number): bigint {
  const { value, target } = occasion.account.holdings[place]!;
  return value - shareOf(most(occasion.money.investable, 0n), target);
}
