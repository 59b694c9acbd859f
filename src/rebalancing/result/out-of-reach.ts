import type { Reason } from '../../evidence/index.js';
import { shareOf } from '../account/exact.js';
import type { Plan } from '../rounding/plan.js';
import { reasonsFrom } from './hindrance-reasons.js';
import { buyableBy, sellableBy } from './reachable-on.js';
import { beyondCaps } from './short-of-caps.js';
import type { OutOfReach } from './trade.js';
import type { Writer } from './writer.js';

/** The products that cannot come to their target weight now, why, and from when they could. */
export function describeOutOfReach(
  plan: Plan,
  weightsAfter: Float64Array,
  write: Writer,
): readonly OutOfReach[] {
  const { account, bounds, caps, money } = plan.occasion;
  const named = new Set<number>();
  const alone: OutOfReach[] = [];
  account.holdings.forEach((holding, place) => {
    const bound = bounds[place]!;
    // Nothing limits most products.
    if (bound.low <= 0n && bound.high >= money.investable) return;
    const wanted = money.investable > 0n ? shareOf(money.investable, holding.target) : 0n;
    const isAbove = wanted > bound.high && wanted > holding.value;
    const isBelow = wanted < bound.low;
    if (!isAbove && !isBelow) return;
    named.add(place);
    const missing = isAbove ? wanted - bound.high : bound.low - wanted;
    const hindrances = isAbove ? bound.buyHindrances : bound.sellHindrances;
    const reasons: readonly Reason[] = reasonsFrom(hindrances, holding.id, write(missing));
    alone.push(
      Object.freeze({
        product: holding.id,
        targetWeight: holding.target,
        reached: weightsAfter[place]!,
        reasons: Object.freeze([...reasons]),
        reachableOn: isAbove
          ? buyableBy(plan.occasion, holding, bound, wanted - holding.value)
          : sellableBy(plan.occasion, holding, bound, holding.value - wanted),
      }),
    );
  });
  if (caps.length === 0) return alone;
  const together = beyondCaps(plan, named, weightsAfter, write);
  return [...alone, ...together].sort((a, b) => (a.product < b.product ? -1 : 1));
}
