import { least, most, sizeOf } from '../account/exact.js';
import type { DriftLine } from '../drift/drift.js';
import { shareIn } from '../reach/fewest-trades.js';
import { bySize, type Draft, moneyLeft, mustGo, setChange } from './draft.js';
import { type Fit, MAX_TRADES } from './fit.js';
import { growSale, isAtLeast } from './grow-sale.js';
import { keepCaps, withinRoom } from './keep-caps.js';
import { isCoarse, stepIn } from './least-purchase.js';
import { leastSale } from './least-sale.js';

/**
 * Changes trades until their money adds up: the residual product takes what is left over or lacking; where it cannot, sales and purchases
 * shrink, and where money must be raised sales grow.
 */
export function matchMoney(draft: Draft): void {
  // Each round makes a trade smaller or larger by what is too much or lacking, so that a few per product are enough.
  for (let rounds = 8 * draft.changes.wanted.length + 16; rounds > 0; rounds--) {
    setResidual(draft);
    if (keepCaps(draft)) continue;
    const left = moneyLeft(draft);
    if (left === 0n) return;
    const isChanged =
      left > 0n ? shrinkSale(draft, left) : shrinkPurchase(draft, -left) || growSale(draft, -left);
    if (isChanged) continue;
    if (left < 0n) growResidual(draft, -left);
    return;
  }
}

/** The residual product takes what is left over as far as it can, the cost of its own sale included. */
export function setResidual(draft: Draft): void {
  const { rules, changes, fits, codes, occasion } = draft;
  const { residual } = rules;
  if (residual < 0 || codes.get(residual) === MAX_TRADES) return;
  fits.delete(residual);
  const left = moneyLeft(draft);
  if (left > 0n && changes.residualMay.buy && occasion.bounds[residual]!.buyDates !== undefined) {
    setChange(draft, residual, withinRoom(draft, residual, left));
  }
  if (left >= 0n || !changes.residualMay.sell) return;
  sellResidual(draft, -left);
}

/** Sells as much of the residual product as is lacking, what its own sale costs included. */
function sellResidual(draft: Draft, lacking: bigint): void {
  const { rules, occasion, fits } = draft;
  const { residual } = rules;
  const holding = occasion.account.holdings[residual]!;
  const room = holding.value - occasion.bounds[residual]!.low;
  let amount = lacking;
  for (let tries = 0; tries < 4 && room > 0n; tries++) {
    setChange(draft, residual, -least(amount, room));
    const missing = -moneyLeft(draft);
    if (missing <= 0n || amount >= room) return;
    if (fits.has(residual)) {
      amount += missing;
      continue;
    }
    // Less than its terms allow: where money is only raised others give it, else it is the nearer of its least and nothing.
    const smallest = leastSale(holding, 0n, 1n);
    if (occasion.task === 'raise' || amount >= smallest || 2n * amount < smallest) return;
    amount = smallest;
  }
}

/** Makes a sale smaller that pays for nothing. */
function shrinkSale(draft: Draft, left: bigint): boolean {
  const { rules, changes, occasion } = draft;
  if (changes.raises) return lowerSale(draft, left - cutByPayment(draft));
  if (occasion.inside.policy.funding === 'sell-only') return false;
  if (rules.residual < 0) return shrinkIdleSale(draft, left);
  if (!changes.residualMay.buy) return false;
  for (const before of bySize(draft, 'sell')) {
    const { place, amount } = before;
    const by = withinRoom(draft, place, left);
    if (by <= 0n) continue;
    if (!takesSteps(draft)) {
      if (isShrunk(draft, before, by)) return true;
      continue;
    }
    // To the step above: one less would cost the residual product a step of its own, and so on.
    draft.roundedUp.add(place);
    if (isLowered(draft, before, most(amount - by, 0n))) {
      draft.codes.set(place, 'rebalancing.reduced');
      return true;
    }
  }
  return false;
}

/**
 * Makes a sale smaller, or leaves it out. Where the residual product, which is not to be sold, would be sold in its place, it goes down to its least only; then whether there
 * is less of it.
 */
function isShrunk(draft: Draft, before: Fit, by: bigint): boolean {
  const { rules, changes, fits, codes } = draft;
  const { place, amount } = before;
  const code = codes.get(place);
  shrink(draft, place, by);
  if (fits.has(place) || by >= amount || changes.wanted[rules.residual]! < 0n) return true;
  fits.set(place, before);
  restore(codes, place, code);
  if (!isLowered(draft, before, leastOf(draft, place))) return false;
  codes.set(place, 'rebalancing.reduced');
  return true;
}

/** Makes a sale smaller if that is possible and all is still paid; else it stays as it was. */
function isLowered(draft: Draft, before: Fit, rest: bigint): boolean {
  const { fits, codes } = draft;
  const { place, amount } = before;
  const code = codes.get(place);
  setChange(draft, place, -rest);
  if ((fits.get(place)?.amount ?? 0n) < amount && moneyLeft(draft) >= 0n) return true;
  fits.set(place, before);
  restore(codes, place, code);
  return false;
}

/** Whether the residual product is bought in steps. */
function takesSteps({ rules, occasion }: Draft): boolean {
  return isCoarse(occasion.account.holdings[rules.residual]!, false, 1n);
}

/**
 * Where money is raised each sale is rounded up: the smallest first goes down by the steps that the others make up for. Where none can give up all that is too much,
 * one goes down to its least.
 */
function lowerSale(draft: Draft, left: bigint): boolean {
  const smallest = [...bySize(draft, 'sell')].reverse();
  const isDown = (before: Fit, floor: bigint): boolean => {
    const { place, amount } = before;
    const goes = most(mustGo(draft, place), forItself(draft, place));
    const rest = most(amount - withinRoom(draft, place, left), goes);
    return most(rest, floor) < amount && isLowered(draft, before, most(rest, floor));
  };
  return (
    smallest.some((before) => isDown(before, 0n)) ||
    smallest.some((before) => isDown(before, leastOf(draft, before.place)))
  );
}

/**
 * What is sold of a product for its own sake, not for the money: where nothing is bought, more is sold than must be raised, and what it counts in stands above its target and no other
 * sale brings that down further than was wanted.
 */
function forItself({ occasion, changes, fits, rules }: Draft, place: number): bigint {
  const { account, inside, money, now, task } = occasion;
  const isRaised = changes.net >= money.free + changes.charges;
  if (task === 'raise' || inside.policy.funding !== 'sell-only' || isRaised) return 0n;
  const sharesIn = (line: DriftLine, one: number): boolean =>
    shareIn(line, account.holdings[one]!, inside) > 0;
  const lines = now.drift.lines.filter(
    (line) => line.kind !== 'cash' && line.drift > 0 && sharesIn(line, place),
  );
  const isBrought = [...fits.values()].some(
    (fit) =>
      fit.place !== place &&
      fit.amount > -changes.wanted[fit.place]! &&
      lines.some((line) => sharesIn(line, fit.place)),
  );
  if (lines.length === 0 || isBrought) return 0n;
  const step = stepIn(account.holdings[place]!, true, rules.amountSteps[place]!);
  return most(-changes.wanted[place]! - (step - 1n), 0n);
}

function leastOf({ occasion, rules }: Draft, place: number): bigint {
  const { minimums, amountSteps } = rules;
  const holding = occasion.account.holdings[place]!;
  return leastSale(holding, minimums.sell[place]!, amountSteps[place]!);
}

/**
 * Without a residual product: what is sold for purchases that are not made, or not all of them, is not sold, as far as steps and what must go allow. Free
 * money that is not invested is no proceeds of a sale.
 */
function shrinkIdleSale(draft: Draft, left: bigint): boolean {
  const { changes, codes } = draft;
  const proceeds = changes.net > 0n ? left - changes.net : left;
  const idle = least(proceeds, notMade(draft, 'buy') - notMade(draft, 'sell'));
  if (idle <= 0n) return false;
  for (const before of bySize(draft, 'sell')) {
    const { place, amount } = before;
    const rest = most(amount - withinRoom(draft, place, idle), mustGo(draft, place));
    if (rest < amount && isLowered(draft, before, rest)) {
      codes.set(place, 'rebalancing.reduced');
      return true;
    }
  }
  return false;
}

/** What of purchases is cut because of the days or the changing of money: it is paid no sooner by a smaller sale. */
function cutByPayment({ changes, fits, caps }: Draft): bigint {
  let sum = 0n;
  for (const place of caps.keys()) {
    const fit = fits.get(place);
    if (fit?.side === 'buy') sum += most(changes.wanted[place]! - fit.amount, 0n);
  }
  return sum;
}

/** What was wanted of a side and is not traded. */
function notMade({ changes, fits, caps }: Draft, side: Fit['side']): bigint {
  let sum = 0n;
  changes.wanted.forEach((change, place) => {
    if (change === 0n || change > 0n !== (side === 'buy')) return;
    const fit = fits.get(place);
    // What cannot be paid because of the days or the changing of money is paid no sooner by a smaller sale.
    if (fit !== undefined && caps.has(place)) return;
    sum += sizeOf(change) - (fit?.side === side ? fit.amount : 0n);
  });
  return sum;
}

/** Makes the largest purchase smaller, of those that can be if any can: one at its minimum would not be made for want of a unit. */
function shrinkPurchase(draft: Draft, lacking: bigint): boolean {
  const { fits, codes } = draft;
  const purchases = bySize(draft, 'buy');
  for (const before of purchases) {
    const { place } = before;
    const code = codes.get(place);
    shrink(draft, place, lacking);
    if (purchases.length === 1 || fits.has(place)) return true;
    fits.set(place, before);
    restore(codes, place, code);
  }
  if (purchases.length > 0) shrink(draft, purchases[0]!.place, lacking);
  return purchases.length > 0;
}

function restore(codes: Map<number, string>, place: number, code: string | undefined): void {
  if (code === undefined) codes.delete(place);
  else codes.set(place, code);
}

function shrink(draft: Draft, place: number, by: bigint): void {
  const { fits, codes } = draft;
  const { side, amount } = fits.get(place)!;
  const rest = amount - by;
  setChange(draft, place, rest <= 0n ? 0n : side === 'buy' ? rest : -rest);
  // A product's minimum holding may turn a smaller sale into a sale of everything again.
  if ((fits.get(place)?.amount ?? 0n) >= amount) fits.delete(place);
  const isTooSmall =
    rest > 0n && !fits.has(place) && codes.get(place) === 'rebalancing.below-minimum-purchase';
  codes.set(place, `rebalancing.${isTooSmall ? 'arrives-below-minimum' : 'reduced'}`);
}

/** Where nothing else can give what must be raised, the residual product does, sold at its least or whole. */
function growResidual(draft: Draft, lacking: bigint): void {
  const { occasion, rules, changes } = draft;
  if (!occasion.money.mustRaise || !changes.residualMay.sell) return;
  if (rules.residual < 0 || draft.codes.get(rules.residual) === MAX_TRADES) return;
  if (!isAtLeast(draft, rules.residual, lacking, 0n)) return;
  // What it gives beyond that others need not.
  for (let rounds = changes.wanted.length; rounds > 0; rounds--) {
    const left = moneyLeft(draft);
    if (left <= 0n || !changes.raises || !lowerSale(draft, left)) return;
  }
}
