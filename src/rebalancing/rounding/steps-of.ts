import { compare, divideUp, most, sizeOf } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import { leastTrades, limitsOf, mostPaid } from './close-money.js';
import type { Draft } from './draft.js';
import { CUT_TO_STEP } from './fit.js';
import { isCoarse, stepIn } from './least-purchase.js';

/** A trade that is made in steps or whole units, in smallest units of the account's currency. */
export interface Stepped {
  readonly place: number;
  /** 1 for a purchase, −1 for a sale. */
  readonly sign: 1 | -1;
  /** The most that steps allow within what is sought; a purchase's with its entry fee. */
  readonly floor: bigint;
  readonly step: bigint;
  /** What the other side, to which steps below zero lead, grows by; absent where it may not be traded so. */
  readonly otherStep: bigint | undefined;
  /** The most that can be sold. All that is held need not come to whole steps. */
  readonly mostSold: bigint;
  /** How many steps beyond the floor there are at least and at most; below zero they are fewer. */
  readonly fewest: number;
  readonly most: number;
}

/** The trades that steps round, and those that can take what that leaves. */
export interface Steps {
  readonly stepped: readonly Stepped[];
  /** Places of what is traded to the unit, the largest first. */
  readonly fine: readonly number[];
  /** Money that is not to be placed: the next look has a use for it. */
  readonly kept: bigint;
}

/** Finds the trades that steps round, before money has changed them; nothing where there are none. */
export function stepsOf(draft: Draft): Steps | undefined {
  const { occasion, changes, rules } = draft;
  const { holdings } = occasion.account;
  const stepped: Stepped[] = [];
  const fine: number[] = [];
  for (let place = 0; place < holdings.length; place++) {
    const change = seekingAt(draft, place);
    if (place === rules.residual) continue;
    if (change === 0n) {
      if (mostPaid(draft, place) > 0n) fine.push(place);
      continue;
    }
    const isCoarsely = isCoarse(holdings[place]!, change < 0n, rules.amountSteps[place]!);
    if (change < 0n && changes.raises && !occasion.money.mustRaise) continue;
    if (!isCoarsely) {
      fine.push(place);
    } else {
      const one = steppedAt(draft, place, change);
      if (one !== undefined) stepped.push(one);
    }
  }
  if (stepped.length === 0) return undefined;
  const sizeAt = (place: number): bigint => sizeOf(changes.wanted[place]!);
  if (rules.residual < 0) fine.sort((a, b) => compare(sizeAt(b), sizeAt(a)) || a - b);
  return { stepped, fine, kept: 0n };
}

/** What a number of steps beyond the floor makes of a trade, above zero bought; below zero steps lead to the other side. */
export function changeAt(one: Stepped, count: number): bigint {
  const { sign, floor, step, otherStep = 0n, mostSold } = one;
  const amount = floor + BigInt(count) * step;
  const beyond = -BigInt(count) - divideUp(floor, step);
  return most(amount > 0n ? BigInt(sign) * amount : BigInt(-sign) * beyond * otherStep, -mostSold);
}

/** Half a step further than a trade goes. */
export function halfStep({ sign, step, otherStep }: Stepped, change: bigint): bigint {
  if (change === 0n) return 0n;
  const isOther = change > 0n !== sign > 0;
  const half = ((isOther ? otherStep : undefined) ?? step) / 2n;
  return change > 0n ? half : -half;
}

/** What is wanted, or what is sought where no whole unit is bought for it. */
export function seekingAt({ changes }: Draft, place: number): bigint {
  return changes.wanted[place]! === 0n ? changes.sought[place]! : changes.wanted[place]!;
}

function steppedAt(draft: Draft, place: number, change: bigint): Stepped | undefined {
  const { occasion, rules, fits, changes } = draft;
  const holding = occasion.account.holdings[place]!;
  const wanted = sizeOf(change);
  const isSale = change < 0n;
  if (isSale && changes.raises) return raisingAt(draft, place, wanted);
  const known = fits.get(place)?.amount;
  const floor = known ?? belowFirst(draft, place, isSale);
  // All goes, whole steps or not.
  if (isSale && (floor === holding.value || floor > wanted)) return undefined;
  if (!isSale && isForeign(holding)) return undefined;
  const step = stepIn(holding, isSale, rules.amountSteps[place]!);
  if (known === undefined && !isCutByStep(draft, place, isSale, step)) return undefined;
  const otherStep = otherStepAt(draft, place, isSale);
  return withLimits(draft, { place, sign: isSale ? -1 : 1, floor, step, otherStep });
}

/** A sale that raises money is rounded up; with fewer steps something else may pay. */
function raisingAt(draft: Draft, place: number, wanted: bigint): Stepped | undefined {
  const { occasion, rules, fits } = draft;
  if (!fits.has(place)) return undefined;
  const step = stepIn(occasion.account.holdings[place]!, true, rules.amountSteps[place]!);
  const floor = wanted - (wanted % step);
  return withLimits(draft, { place, sign: -1, floor, step, otherStep: undefined });
}

/** How far steps can go: to what can be sold, the last of them to all of it, and to what can be bought. */
function withLimits(
  { occasion, rules }: Draft,
  one: Omit<Stepped, 'mostSold' | 'fewest' | 'most'>,
): Stepped {
  const { place, sign, floor, step, otherStep } = one;
  const { value, rate, item } = occasion.account.holdings[place]!;
  const { low, buyable } = occasion.bounds[place]!;
  const room = most(value - low, 0n);
  const isAll = low === 0n || item.unitStep !== undefined;
  const mostSold = isAll ? room : room - (room % rules.amountSteps[place]!);
  const mostBought = buyable === undefined ? undefined : toAccount(buyable, rate);
  const stepsTo = (limit: bigint | undefined, from: bigint, by: bigint): number => {
    if (limit === undefined) return Number.POSITIVE_INFINITY;
    return Number(limit === mostSold ? divideUp(limit - from, by) : (limit - from) / by);
  };
  const [own, other] = sign < 0 ? [mostSold, mostBought] : [mostBought, mostSold];
  const beyond = otherStep === undefined ? 0 : stepsTo(other, 0n, otherStep);
  return {
    place,
    sign,
    floor,
    step,
    otherStep,
    mostSold,
    fewest: -Number(divideUp(floor, step)) - beyond,
    most: Math.max(0, stepsTo(own, floor, step)),
  };
}

/** The step of the other side, where it is made in steps as well and may be traded. */
function otherStepAt(draft: Draft, place: number, isSale: boolean): bigint | undefined {
  const { occasion, rules } = draft;
  const holding = occasion.account.holdings[place]!;
  if (!isCoarse(holding, !isSale, rules.amountSteps[place]!) || isForeign(holding))
    return undefined;
  const { low, high } = limitsOf(draft, place);
  const isOpen = isSale ? high > 0n : low < 0n;
  return isOpen ? stepIn(holding, !isSale, rules.amountSteps[place]!) : undefined;
}

/** What the first step leads from where nothing is traded: a purchase at a minimum that is no multiple of the step is the first one made. */
function belowFirst(draft: Draft, place: number, isSale: boolean): bigint {
  if (isSale) return 0n;
  const holding = draft.occasion.account.holdings[place]!;
  const step = stepIn(holding, false, draft.rules.amountSteps[place]!);
  return most(leastTrades(draft, place).bought - step, 0n);
}

/** Whether a trade that is not made lacks nothing but the step; what comes to less than half a unit has not been tried. */
function isCutByStep(draft: Draft, place: number, isSale: boolean, step: bigint): boolean {
  const { changes, codes, occasion, rules } = draft;
  if (changes.wanted[place]! !== 0n) return codes.get(place) === CUT_TO_STEP;
  const amount = sizeOf(changes.sought[place]!);
  const { minimumPurchase, rate } = occasion.account.holdings[place]!;
  const minimum = rules.minimums[isSale ? 'sell' : 'buy'][place]!;
  return amount < step && amount >= minimum && amount >= toAccount(minimumPurchase, rate);
}

/** Of money in another currency more may not be payable. */
function isForeign({ rate }: Holding): boolean {
  return rate.over !== rate.under;
}
