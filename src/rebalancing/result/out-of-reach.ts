import { addDays, type BusinessCalendar, type PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import { inUnits, readDecimal, shareOf } from '../account/exact.js';
import { toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import type { Bound } from '../reach/bounds.js';
import type { Plan } from '../rounding/plan.js';
import { reasonsFrom } from './hindrance-reasons.js';
import type { OutOfReach } from './trade.js';
import type { Writer } from './writer.js';

/** The products that cannot come to their target weight now, why, and from when they could. */
export function describeOutOfReach(
  plan: Plan,
  weightsAfter: Float64Array,
  write: Writer,
): readonly OutOfReach[] {
  const { account, bounds, money } = plan.occasion;
  return account.holdings.flatMap((holding, place) => {
    const bound = bounds[place]!;
    const wanted = money.investable > 0n ? shareOf(money.investable, holding.target) : 0n;
    const isAbove = wanted > bound.high && wanted > holding.value;
    const isBelow = wanted < bound.low;
    if (!isAbove && !isBelow) return [];
    const missing = isAbove ? wanted - bound.high : bound.low - wanted;
    const hindrances = isAbove ? bound.buyHindrances : bound.sellHindrances;
    const reasons: readonly Reason[] = reasonsFrom(hindrances, holding.id, write(missing));
    return [
      Object.freeze({
        product: holding.id,
        targetWeight: holding.target,
        reached: weightsAfter[place]!,
        reasons: Object.freeze([...reasons]),
        reachableOn: isAbove
          ? buyableOn(plan, holding, bound, wanted - holding.value)
          : sellableOn(plan, holding, bound, holding.value - wanted),
      }),
    ];
  });
}

/** The first day on which so much has been released that the target can be reached by one order. */
function sellableOn(plan: Plan, holding: Holding, bound: Bound, amount: bigint): PlainDate | null {
  const isLimited = bound.sellHindrances.some(({ code }) => code === 'rebalancing.daily-limit');
  if (isLimited) return dayWithinLimit(plan, holding, 'sell', amount);
  let missing = toLocal(amount, holding.rate) - bound.sellable;
  const known = bound.sellReleases.filter(({ on }) => on !== null);
  for (const { on, amount: released } of known.sort((a, b) => (a.on! < b.on! ? -1 : 1))) {
    missing -= released;
    if (missing <= 0n) return on;
  }
  return null;
}

function buyableOn(plan: Plan, holding: Holding, bound: Bound, amount: bigint): PlainDate | null {
  const codes = bound.buyHindrances.map(({ code }) => code);
  if (codes.length === 1 && codes[0] === 'rebalancing.daily-limit') {
    return dayWithinLimit(plan, holding, 'buy', amount);
  }
  return bound.buyReleasedOn;
}

/** The business day on which the last part of an amount could be ordered, each day up to its limit. */
function dayWithinLimit(
  { occasion }: Plan,
  { item, digits, rate }: Holding,
  side: 'buy' | 'sell',
  amount: bigint,
): PlainDate | null {
  const { dealing } = item.product;
  const { calendar } = occasion.inside;
  const text = side === 'buy' ? dealing?.dailyPurchase : dealing?.dailyRedemption;
  const whole = toLocal(amount, rate);
  // A gate is lifted the day after.
  const most =
    text === undefined ? whole : inUnits(readDecimal(text, 'dealing', 'any'), digits, 'down');
  if (most === 0n) return null;
  const days = Number((whole + most - 1n) / most);
  const later = text === undefined ? 1 : Math.max(1, days - 1);
  return businessDayAfter(occasion.desk.asOf, later, calendar);
}

/** `null` where the calendar does not reach so far. */
function businessDayAfter(
  from: PlainDate,
  count: number,
  { covers, isBusinessDay }: BusinessCalendar,
): PlainDate | null {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (day >= covers.to) return null;
    if (isBusinessDay(day)) left--;
  }
  return day;
}
