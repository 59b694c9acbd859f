import { makeReason, type Reason } from '../../evidence/index.js';
import { shareOf, sizeOf } from '../account/exact.js';
import { toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import type { Considered, Decided } from '../decide.js';
import type { DriftLine } from '../drift/drift.js';
import { shareIn } from '../reach/fewest-trades.js';
import type { Situation } from '../reach/situation.js';
import { CUT_TO_STEP, isFit, isForSize } from '../rounding/fit.js';
import { fitPurchase } from '../rounding/fit-purchase.js';
import type { Plan } from '../rounding/plan.js';
import type { Drop } from '../rounding/round-trades.js';
import { reasonsFrom } from './hindrance-reasons.js';
import { type Missing, mergeMissing } from './merge-missing.js';
import { shortOfCaps } from './short-of-caps.js';
import type { NotTraded } from './trade.js';
import { unpaidReasons } from './withdrawal.js';
import type { Writer } from './writer.js';

/**
 * What is not traded, or less than asked for, with every reason; by ascending id, one entry a product and side.
 *
 * @param before weights by place, as they are.
 */
export function describeNotTraded(
  { plan, harvest }: Considered,
  { decision, forgone, verdict }: Decided,
  before: Float64Array,
  write: Writer,
): readonly NotTraded[] {
  const made = decision === 'trade' ? plan : undefined;
  const weights = made?.after.products ?? before;
  const asked = forgone ?? plan;
  const called = [
    ...hinderedIn(asked, forgone !== undefined, write),
    ...(forgone === undefined ? [] : leftAsItIs(forgone, made, weights)),
    ...harvest.left.map(({ place, reason }) => nothing(place, [reason])),
  ];
  const { holdings } = plan.occasion.account;
  const isNamed = new Uint8Array(holdings.length);
  for (const { place } of called) isNamed[place] = 1;
  for (const { place } of made?.trades.fits ?? []) isNamed[place] = 1;
  const { lines } = (made?.after ?? plan.occasion.now).drift;
  // Where nothing is due in its household, what money is raised by is no target of the account.
  const restOf = verdict === 'not-due' ? leftInHousehold : untouched;
  const idly: Missing[] = [];
  isNamed.forEach((named, place) => {
    if (named === 0) idly.push(restOf(asked, place, weights, lines));
  });
  // What stands in the way of the trades that are made may be on the other side than what is given up.
  const more = asked === plan ? [] : beside([...called, ...idly], hinderedIn(plan, false, write));
  const resting = idly.filter(
    (one) => one.side !== undefined || !more.some(({ place }) => place === one.place),
  );
  const missing = [...called, ...more, ...resting];
  return mergeMissing(missing, write).map(
    ({ place, side, amount: units, reasons: list, isForSize }) => {
      const product = holdings[place]!.id;
      const amount = write(units);
      const reasons = Object.freeze([...list]);
      if (side === undefined) return Object.freeze({ product, amount, reasons });
      return Object.freeze(
        isForSize === true
          ? { product, side, amount, forSize: true, reasons }
          : { product, side, amount, reasons },
      );
    },
  );
}

function nothing(place: number, reasons: readonly Reason[]): Missing {
  return { place, side: undefined, amount: 0n, reasons };
}

/** What stands in the way of changes that a plan asks for; what rounding takes of them is nothing to tell. */
function hinderedIn(plan: Plan, isForgone: boolean, write: Writer): readonly Missing[] {
  const few = BigInt(plan.occasion.account.holdings.length);
  const hindered: readonly Missing[] = [
    ...blocked(plan, write),
    ...shortOfCaps(plan, write),
    ...tooSmall(plan, write),
    ...dropped(plan, isForgone, write),
  ];
  return hindered.filter(({ amount }) => amount > few);
}

/** What is not named yet on its side. */
function beside(missing: readonly Missing[], more: readonly Missing[]): readonly Missing[] {
  return more.filter(
    ({ place, side }) => !missing.some((one) => one.place === place && one.side === side),
  );
}

/** The trades that are given up, or what of them is not made. */
function leftAsItIs(
  { trades, occasion }: Plan,
  made: Plan | undefined,
  weights: Float64Array,
): readonly Missing[] {
  const { holdings } = occasion.account;
  const few = BigInt(holdings.length);
  return trades.fits.flatMap(({ place, side, amount }): readonly Missing[] => {
    const own = made?.trades.fits.find((fit) => fit.place === place && fit.side === side);
    const left = own === undefined ? amount : amount - own.amount;
    if (own !== undefined && left <= few) return [];
    return [{ place, side, amount: left, reasons: [stays(holdings[place]!, weights[place]!)] }];
  });
}

function stays({ id: product, target }: Holding, weight: number): Reason {
  return makeReason('rebalancing.left-as-it-is', 'info', { product, target, weight });
}

function leftInHousehold({ occasion }: Plan, place: number): Missing {
  const product = occasion.account.holdings[place]!.id;
  return nothing(place, [makeReason('rebalancing.left-in-household', 'info', { product })]);
}

/** Why a product that nothing forbids to trade stays as it is. */
function untouched(
  plan: Plan,
  place: number,
  weights: Float64Array,
  lines: readonly DriftLine[],
): Missing {
  const { goals, occasion } = plan;
  const { account, money, now, task } = occasion;
  const holding = account.holdings[place]!;
  const { id: product, target, value } = holding;
  const apart = goals.wanted[place]! - value;
  const whole = money.investable > 0n ? money.investable : 0n;
  const isNear = (amount: bigint): boolean => sizeOf(amount) <= BigInt(account.holdings.length);
  // Where nothing is left to invest there is no target to be at.
  const isAtTarget =
    isNear(shareOf(whole, target) - value) && (money.investable > 0n || target === 0);
  const isSettled =
    task === 'raise' ? now.drift.triggered.length === 0 : isNear(apart) && money.investable > 0n;
  const weight = weights[place]!;
  if (!isAtTarget && isNear(apart) && isLeftToOthers(plan, product)) {
    const parameters = { product, weight };
    return nothing(place, [makeReason('rebalancing.not-among-fewest', 'info', parameters)]);
  }
  if (isAtTarget || (isSettled && isAccepted(plan, holding, weight, lines))) {
    return nothing(place, [makeReason('rebalancing.at-destination', 'info', { product })]);
  }
  if (task === 'raise' || money.investable <= 0n) return nothing(place, [stays(holding, weight)]);
  if (isSettled) {
    const parameters = { product, target, weight };
    return nothing(place, [makeReason('rebalancing.not-called-for', 'info', parameters)]);
  }
  const reason = makeReason('rebalancing.solved-around', 'info', { product, target, weight });
  return { place, side: apart > 0n ? 'buy' : 'sell', amount: sizeOf(apart), reasons: [reason] };
}

/** Whether a weight is no further from its target than is accepted of what is measured. */
function isAccepted(
  { occasion }: Plan,
  holding: Holding,
  weight: number,
  lines: readonly DriftLine[],
): boolean {
  const apart = weight - holding.target;
  return lines.every((line) => {
    const isOwn = line.kind !== 'group' && shareIn(line, holding, occasion.inside) > 0;
    return !isOwn || (line.below <= line.target + apart && line.target + apart <= line.above);
  });
}

/** Whether the fewest trades do without a product though its own weight is not near its target. */
function isLeftToOthers({ occasion, after }: Plan, product: string): boolean {
  const { inside, task } = occasion;
  const { measure, trading } = inside.policy;
  if (!trading.fewestTrades || task === 'raise') return false;
  if (measure === 'classes') return true;
  return after.drift.lines.some(({ id, triggered }) => id === product && triggered);
}

/** What account, product or policy do not permit. */
function blocked({ goals, occasion }: Plan, write: Writer): readonly Missing[] {
  const { holdings } = occasion.account;
  const missing: Missing[] = [];
  goals.wanted.forEach((wanted, place) => {
    const { id, value } = holdings[place]!;
    const [low, high] = [goals.low[place]!, goals.high[place]!];
    if (wanted > value && wanted > high && !goals.leftOut.has(place)) {
      const amount = wanted - (high > value ? high : value);
      const reasons = reasonsFrom(goals.buyHindrances[place]!, id, write(amount));
      missing.push({ place, side: 'buy', amount, reasons });
    }
    if (wanted < value && wanted < low) {
      const amount = (low < value ? low : value) - wanted;
      const hindrances = goals.sellHindrances[place]!;
      const reasons = reasonsFrom(hindrances, id, write(amount));
      const isSize = hindrances.some(({ code }) => isForSize(code));
      missing.push({ place, side: 'sell', amount, reasons, isForSize: isSize });
    }
  });
  return missing;
}

/** Trades left out as too small, and purchases for which whole units have not been rounded up either. */
function tooSmall({ goals, occasion, trades }: Plan, write: Writer): readonly Missing[] {
  if (goals.leftOut.size === 0) return [];
  const { fits } = trades;
  const leftOut = [...goals.leftOut].map(([place, by]): Missing => {
    const holding = occasion.account.holdings[place]!;
    const { id: product } = holding;
    const code = by > 0n ? whyNotBought(occasion, place, by) : whyNotSold(holding, -by);
    const amount = sizeOf(by);
    const reasons = [makeReason(code, 'info', { product, amount: write(amount) })];
    const side = by > 0n ? 'buy' : 'sell';
    return { place, side, amount, reasons, isForSize: isForSize(code) };
  });
  // What is traded on the other side, for another of its class, is not wanted on this one.
  return leftOut.filter(({ place }) => !fits.some((fit) => fit.place === place));
}

/** A sale is left out because too little of the product would stay, or because it is below its least redemption. */
function whyNotSold({ local, minimumHolding, rate }: Holding, amount: bigint): string {
  const isTooLittle = local - toLocal(amount, rate) < minimumHolding;
  return `rebalancing.below-minimum-${isTooLittle ? 'holding' : 'redemption'}`;
}

function whyNotBought({ account, bounds }: Plan['occasion'], place: number, by: bigint): string {
  const any = { amountStep: 1n, minimum: 0n };
  const fit = fitPurchase(place, account.holdings[place]!, bounds[place]!, by, any);
  // What its terms would let be bought is less than a step, and no less is added.
  return isFit(fit) ? CUT_TO_STEP : fit.dropped;
}

/** What rounding and limits take from changes; by how much a trade that is given up would have been evened out says nothing. */
function dropped(
  { trades, occasion }: Plan,
  isForgone: boolean,
  write: Writer,
): readonly Missing[] {
  const isTraded = (place: number): boolean => trades.fits.some((fit) => fit.place === place);
  const isMeant = ({ place, code }: Drop): boolean =>
    !(isForgone && code === 'rebalancing.reduced' && isTraded(place));
  return trades.drops.filter(isMeant).map(({ place, side, amount, code }): Missing => {
    const parameters = { product: occasion.account.holdings[place]!.id, amount: write(amount) };
    const reasons = [makeReason(code, 'info', parameters)];
    return { place, side, amount, reasons, isForSize: isForSize(code) };
  });
}

/** Every product of an account for which nothing was planned. */
export function nothingTraded(
  { account }: Situation,
  { waiting, unpaid, lossesLeft }: Decided,
  write: Writer,
): readonly NotTraded[] {
  const why = unpaid === undefined ? waiting : unpaidReasons(unpaid, write);
  const reasons = Object.freeze(
    why.length > 0 ? [...why] : [makeReason('rebalancing.nothing-called-for', 'info')],
  );
  const amount = write(0n);
  const ofLoss = new Map(lossesLeft.map(({ place, reason }) => [place, Object.freeze([reason])]));
  return account.holdings.map(({ id }, place) =>
    Object.freeze({ product: id, amount, reasons: ofLoss.get(place) ?? reasons }),
  );
}
