import type { PlainDate } from '../../dates/index.js';
import { least, most } from '../account/exact.js';
import { measure, weigh } from '../reach/measure.js';
import type { Occasion } from '../reach/situation.js';
import { chargesOf } from './charges.js';
import { closeMoney, mayLack } from './close-money.js';
import {
  apartIn,
  changeOf,
  type Draft,
  isRoundedUp,
  moneyLeft,
  setChange,
  worthAfter,
} from './draft.js';
import { type Counts, findCounts, nearestCount } from './find-counts.js';
import { type Fit, MAX_TRADES } from './fit.js';
import { overCaps } from './keep-caps.js';
import { settle } from './settle.js';
import { type Score, type ScoreTrades, scoreOf } from './step-score.js';
import { changeAt, halfStep, type Steps } from './steps-of.js';

/** Less than the smallest unit. */
const NOISE = 0.001;

/**
 * Brings trades that are made in steps or whole units to the numbers of them that lead nearest to what was wanted, inside the bands first; what is traded
 * to the unit, or the residual product, takes the difference. Limits, caps and budgets hold as before, no other purchase waits for it, and the next
 * look does not undo it; else all stays as it was.
 */
export function toNearestSteps(draft: Draft, found: Steps): void {
  const steps = withoutGivenUp(draft, found);
  if (steps.stepped.length === 0) return;
  const areSmall = isSmall(draft, steps);
  if (areSmall && isNearest(draft, steps)) return;
  closeMoney(draft, steps);
  const score = scoreOf(draft, !areSmall && countsBands(draft.occasion));
  let start = startOf(draft, steps, score);
  const counts =
    areSmall && draft.rules.residual >= 0
      ? steps.stepped.map((one) => nearestCount(draft, one))
      : findCounts(draft, steps, score, start.score);
  if (counts === undefined || isBetter(draft, steps, counts, start)) return;
  // Not all of it: then what can be, one after another.
  steps.stepped.forEach((one, i) => {
    const only = { ...steps, stepped: [one] };
    const tried = new Set([counts[i]!, nearestCount(draft, one), 0]);
    if ([...tried].some((count) => isBetter(draft, only, [count], start))) {
      start = startOf(draft, steps, score);
    }
  });
}

/** Steps that come to less than so much of the whole leave hardly anything outside a band. */
const SMALL = 1000n;

function isSmall({ occasion }: Draft, { stepped }: Steps): boolean {
  // At the edge of a band the least step decides.
  if (occasion.inside.policy.way.destination.kind !== 'target') return false;
  let sum = 0n;
  for (const { step } of stepped) sum += step;
  return sum * SMALL <= occasion.money.investable;
}

/** Whether bands say where steps lead: where money is only raised and no trigger looks at them, no more is sold than it takes. */
export function countsBands({ inside, task }: Occasion): boolean {
  const { triggers } = inside.policy.triggers;
  return task === 'rebalance' || triggers.some(({ kind }) => kind === 'band');
}

/** Trades that something else forbids are given up, or part of them: no numbers of steps are sought for them, and money for a purchase among them stays. */
function withoutGivenUp(draft: Draft, { stepped, fine }: Steps): Steps {
  const { changes, codes, rules } = draft;
  const isOpen = (place: number): boolean => !GIVEN_UP.has(codes.get(place) ?? '');
  let missing = 0n;
  for (const place of codes.keys()) {
    const lacking = changes.wanted[place]! - changeOf(draft, place);
    if (!isOpen(place) && lacking > 0n) missing += lacking;
  }
  const kept = rules.residual < 0 ? most(least(moneyLeft(draft), missing), 0n) : 0n;
  return { stepped: stepped.filter(({ place }) => isOpen(place)), fine, kept };
}

/** Not for the size of their steps: there may be no more trades, or the days or the changing of money do not let them be paid. */
const GIVEN_UP = new Set([MAX_TRADES, 'rebalancing.cannot-be-paid']);

/** Whether each trade is already the nearest, and something takes what it leaves. */
function isNearest(draft: Draft, { stepped, kept }: Steps): boolean {
  const areNearest = stepped.every(
    (one) =>
      nearestCount(draft, one) === 0 && changeOf(draft, one.place) === BigInt(one.sign) * one.floor,
  );
  return areNearest && (draft.rules.residual >= 0 || moneyLeft(draft) === kept);
}

/** Trades to begin with. */
interface Start {
  readonly fits: ReadonlyMap<number, Fit>;
  readonly codes: ReadonlyMap<number, string>;
  readonly score: Score;
  readonly scoreNow: () => Score;
  readonly traded: bigint;
  readonly over: readonly bigint[];
  /** Purchases are paid with money that is there, and nothing is to be sold for them. */
  readonly isPaidAtOnce: boolean;
}

function startOf(draft: Draft, { kept }: Steps, score: ScoreTrades): Start {
  const scoreNow = (): Score => score(apartIn(draft), Number(moneyLeft(draft) - kept));
  const sides = [...draft.fits.values()].map(({ side }) => side);
  return {
    fits: new Map(draft.fits),
    codes: new Map(draft.codes),
    score: scoreNow(),
    scoreNow,
    traded: tradedBy(draft),
    over: overCaps(draft),
    isPaidAtOnce: !sides.includes('sell') && draft.changes.wanted.every((change) => change >= 0n),
  };
}

/** Whether numbers of steps lead nearer; if not, all is as it was. */
function isBetter(draft: Draft, steps: Steps, counts: Counts, start: Start): boolean {
  makeSteps(draft, steps, counts);
  if (isWithin(draft, start) && isNearer(start.scoreNow(), start.score)) {
    // What brings something inside its band is worth waiting for.
    if (start.scoreNow().out < start.score.out - NOISE || !isLater(draft, start)) return true;
  }
  refill(draft.fits, start.fits);
  refill(draft.codes, start.codes);
  return false;
}

/** Nearer to what was wanted, and what is measured no further unless that brings something inside its band. */
function isNearer(now: Score, before: Score): boolean {
  if (now.rank >= before.rank - NOISE) return false;
  return now.out < before.out - NOISE || now.measured <= before.measured + NOISE;
}

function refill<T>(map: Map<number, T>, entries: ReadonlyMap<number, T>): void {
  map.clear();
  for (const [place, entry] of entries) map.set(place, entry);
}

function makeSteps(draft: Draft, steps: Steps, counts: Counts): void {
  const { stepped, fine } = steps;
  const { changes, codes } = draft;
  const set = (place: number, change: bigint): void => {
    if (GIVEN_UP.has(codes.get(place) ?? '')) return;
    if (changeOf(draft, place) === change) return;
    codes.delete(place);
    setChange(draft, place, change);
  };
  stepped.forEach((one, i) => {
    const change = changeAt(one, counts[i]!);
    // Half a step more is rounded off again, half a step less is rounded up, and the units of a step need not come to the same amount each time.
    const half = halfStep(one, change);
    const { value } = draft.occasion.account.holdings[one.place]!;
    if (change <= -value) set(one.place, change);
    else if (change < 0n && isRoundedUp(draft, one.place)) set(one.place, change - half);
    // What is not to be sold whole must not come to it.
    else set(one.place, most(change + half, 1n - value));
  });
  if (draft.rules.residual < 0) for (const place of fine) set(place, changes.wanted[place]!);
  closeMoney(draft, steps);
}

function isWithin(draft: Draft, start: Start): boolean {
  const { rules, fits } = draft;
  if (moneyLeft(draft) < -mayLack(draft)) return false;
  if (fits.size > (rules.maxTrades ?? fits.size)) return false;
  if (sellsMore(draft, start)) return false;
  if (overCaps(draft).some((over, i) => over > start.over[i]!) || isAboveMost(draft, start)) {
    return false;
  }
  if (rules.mostTraded !== undefined && tradedBy(draft) > most(rules.mostTraded, start.traded)) {
    return false;
  }
  return !isUndone(draft, start);
}

/** Whether less is sold of what is above its most. */
function isAboveMost(draft: Draft, { fits }: Start): boolean {
  const { account, bounds } = draft.occasion;
  return account.holdings.some(({ value }, place) => {
    const { high } = bounds[place]!;
    const before = fits.get(place);
    const sold = before?.side === 'sell' ? before.amount : 0n;
    return value > high && value + changeOf(draft, place) > most(high, value - sold);
  });
}

/**
 * Whether something is sold where purchases needed no proceeds, so that they would wait for them, or more is sold where that may be beyond what gains or tax
 * may come to.
 */
function sellsMore({ fits, occasion }: Draft, start: Start): boolean {
  const { gainBudget, taxBudget } = occasion.inside.policy.trading;
  if (!start.isPaidAtOnce && (gainBudget ?? taxBudget) === undefined) return false;
  return [...fits.values()].some((fit) => fit.side === 'sell' && fit.amount > amountIn(start, fit));
}

/** What was traded of a product on the same side. */
function amountIn({ fits }: Start, { place, side }: Fit): bigint {
  const before = fits.get(place);
  return before?.side === side ? before.amount : 0n;
}

function tradedBy({ fits }: Draft): bigint {
  let sum = 0n;
  for (const { amount } of fits.values()) sum += amount;
  return sum;
}

/** Whether something is still out of its band, so that the next look would sell what a purchase has grown by beyond its own. */
function isUndone(draft: Draft, start: Start): boolean {
  const { changes, fits, rules } = draft;
  // Without a residual product nothing is sold for what is not bought.
  if (rules.residual < 0) return false;
  const isGrown = [...fits.values()].some(
    (fit) =>
      fit.side === 'buy' &&
      fit.place !== rules.residual &&
      fit.amount > amountIn(start, fit) &&
      canBeSold(draft, fit.place, fit.amount - changes.wanted[fit.place]!),
  );
  return isGrown && isStillOut(draft);
}

function canBeSold({ occasion, rules }: Draft, place: number, beyond: bigint): boolean {
  const { item, minimumRedemption } = occasion.account.holdings[place]!;
  const enough = most(
    most(minimumRedemption, rules.amountSteps[place]!),
    rules.minimums.sell[place]!,
  );
  return beyond >= enough && beyond > 0n && item.unitStep === undefined;
}

function isStillOut(draft: Draft): boolean {
  const { account, aim, inside, now } = draft.occasion;
  const { holdings } = account;
  const { values, whole } = worthAfter(draft);
  const free = values.reduce((rest, value) => rest - value, whole);
  const weights = weigh(holdings, values, free, whole, inside);
  const { drift } = measure(weights, aim, holdings, inside, new Set(now.drift.triggered));
  return drift.triggered.length > 0;
}

/** Whether a purchase is ordered later than it was, as today's money pays for others now. */
function isLater(draft: Draft, { fits }: Start): boolean {
  if (!isPaidInTurn(draft, fits)) return false;
  const before = orderedOn(draft, fits);
  const after = orderedOn(draft, draft.fits);
  return [...before].some(([place, orderOn]) => {
    const isGrown = (draft.fits.get(place)?.amount ?? 0n) > fits.get(place)!.amount;
    return !isGrown && (after.get(place) ?? '') > orderOn;
  });
}

/** Whether today's money pays for some purchases and the others wait for proceeds. */
function isPaidInTurn({ occasion }: Draft, fits: Start['fits']): boolean {
  let [sum, smallest]: [bigint, bigint | undefined] = [0n, undefined];
  for (const { side, amount } of fits.values()) {
    if (side === 'sell') continue;
    sum += amount;
    smallest = smallest === undefined ? amount : least(smallest, amount);
  }
  const { cashTotal } = occasion.account;
  return smallest !== undefined && smallest <= cashTotal && cashTotal < sum;
}

/** The day of each order, by place. */
function orderedOn({ occasion }: Draft, fits: Start['fits']): ReadonlyMap<number, PlainDate> {
  const trades = [...fits.values()].sort((a, b) => a.place - b.place);
  const { dates } = settle(occasion, trades, chargesOf(trades, occasion.account));
  return new Map(trades.map(({ place }, i) => [place, dates[i]!.orderOn]));
}
