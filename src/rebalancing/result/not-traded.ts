import { makeReason, type Reason } from '../../evidence/index.js';
import { shareOf, sizeOf } from '../account/exact.js';
import type { Decided } from '../decide.js';
import type { Situation } from '../reach/situation.js';
import { isFit } from '../rounding/fit.js';
import { fitPurchase } from '../rounding/fit-purchase.js';
import type { HarvestPlan } from '../rounding/harvest-plan.js';
import type { Plan } from '../rounding/plan.js';
import { reasonsFrom } from './hindrance-reasons.js';
import { shortOfCaps } from './short-of-caps.js';
import type { NotTraded } from './trade.js';
import { unpaidReasons } from './withdrawal.js';
import type { Writer } from './writer.js';

/** Part of what the destination asks for that is not done, by place. */
interface Missing {
  readonly place: number;
  readonly side: 'buy' | 'sell' | undefined;
  readonly amount: bigint;
  readonly reasons: readonly Reason[];
}

/** What is not traded, or less than asked for, with every reason; by ascending id, one entry a product and side. */
export function describeNotTraded(
  plan: Plan,
  harvest: HarvestPlan,
  write: Writer,
): readonly NotTraded[] {
  const missing = [
    ...blocked(plan, write),
    ...shortOfCaps(plan, write),
    ...tooSmall(plan, write),
    ...dropped(plan, write),
    ...harvest.left.map(({ place, reason }) => nothing(place, [reason])),
  ];
  const named = new Set<number>();
  for (const { place } of missing) named.add(place);
  for (const { place } of plan.trades.fits) named.add(place);
  const { holdings } = plan.occasion.account;
  holdings.forEach((_, place) => {
    if (!named.has(place)) missing.push(untouched(plan, place));
  });
  return merge(missing).map(({ place, side, amount: units, reasons: list }) => {
    const product = holdings[place]!.id;
    const amount = write(units);
    const reasons = Object.freeze([...list]);
    return Object.freeze(
      side === undefined ? { product, amount, reasons } : { product, side, amount, reasons },
    );
  });
}

function nothing(place: number, reasons: readonly Reason[]): Missing {
  return { place, side: undefined, amount: 0n, reasons };
}

/** Why a product that nothing forbids to trade stays as it is. */
function untouched({ goals, occasion, after }: Plan, place: number): Missing {
  const { account, money, now, task } = occasion;
  const { id: product, target, value } = account.holdings[place]!;
  const apart = goals.wanted[place]! - value;
  const whole = money.investable > 0n ? money.investable : 0n;
  const isNear = (amount: bigint): boolean => sizeOf(amount) <= BigInt(account.holdings.length);
  if (
    isNear(shareOf(whole, target) - value) ||
    (task === 'raise' ? now.drift.triggered.length === 0 : isNear(apart))
  ) {
    return nothing(place, [makeReason('rebalancing.at-destination', 'info', { product })]);
  }
  const parameters = { product, target, weight: after.products[place]! };
  if (task === 'raise') {
    return nothing(place, [makeReason('rebalancing.left-as-it-is', 'info', parameters)]);
  }
  const reason = makeReason('rebalancing.solved-around', 'info', parameters);
  return { place, side: apart > 0n ? 'buy' : 'sell', amount: sizeOf(apart), reasons: [reason] };
}

/** What account, product or policy do not permit. */
function blocked({ goals, occasion }: Plan, write: Writer): readonly Missing[] {
  const { holdings } = occasion.account;
  const missing: Missing[] = [];
  goals.wanted.forEach((wanted, place) => {
    const { id, value } = holdings[place]!;
    const [low, high] = [goals.low[place]!, goals.high[place]!];
    if (goals.leftOut.has(place)) return;
    if (wanted > value && wanted > high) {
      const amount = wanted - (high > value ? high : value);
      const reasons = reasonsFrom(goals.buyHindrances[place]!, id, write(amount));
      missing.push({ place, side: 'buy', amount, reasons });
    }
    if (wanted < value && wanted < low) {
      const amount = (low < value ? low : value) - wanted;
      const reasons = reasonsFrom(goals.sellHindrances[place]!, id, write(amount));
      missing.push({ place, side: 'sell', amount, reasons });
    }
  });
  return missing;
}

function tooSmall({ goals, occasion }: Plan, write: Writer): readonly Missing[] {
  return [...goals.leftOut].map(([place, amount]): Missing => {
    const holding = occasion.account.holdings[place]!;
    const parameters = { product: holding.id, amount: write(amount) };
    const any = { amountStep: 1n, minimum: 0n };
    const fit = fitPurchase(place, holding, occasion.bounds[place]!, amount, any);
    const code = isFit(fit) ? 'rebalancing.below-minimum-purchase' : fit.dropped;
    const reason = makeReason(code, 'info', parameters);
    return { place, side: 'buy', amount, reasons: [reason] };
  });
}

function dropped({ trades, occasion }: Plan, write: Writer): readonly Missing[] {
  return trades.drops.map(({ place, side, amount, code }): Missing => {
    const parameters = { product: occasion.account.holdings[place]!.id, amount: write(amount) };
    return { place, side, amount, reasons: [makeReason(code, 'info', parameters)] };
  });
}

function merge(missing: readonly Missing[]): readonly Missing[] {
  const byKey = new Map<string, Missing>();
  for (const one of missing) {
    const key = `${one.place} ${one.side}`;
    const before = byKey.get(key);
    byKey.set(
      key,
      before === undefined
        ? one
        : {
            ...one,
            amount: before.amount + one.amount,
            reasons: [...before.reasons, ...one.reasons],
          },
    );
  }
  return [...byKey.values()].sort((a, b) => a.place - b.place);
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
