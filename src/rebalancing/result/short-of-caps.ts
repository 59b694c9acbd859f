import { makeReason, type Reason } from '../../evidence/index.js';
import { shareOf } from '../account/exact.js';
import { type CapRow, hindranceOf, weightIn } from '../reach/caps.js';
import type { Fit } from '../rounding/fit.js';
import type { Plan } from '../rounding/plan.js';
import { reasonsFrom } from './hindrance-reasons.js';
import type { OutOfReach } from './trade.js';
import type { Writer } from './writer.js';

/** Purchases that are smaller than wanted because products share a cap that is full. */
export function shortOfCaps(
  { goals, occasion }: Plan,
  write: Writer,
): readonly {
  readonly place: number;
  readonly side: 'buy';
  readonly amount: bigint;
  readonly reasons: readonly Reason[];
}[] {
  const { holdings } = occasion.account;
  if (goals.capped.length === 0) return [];
  const few = BigInt(holdings.length);
  return goals.wanted.flatMap((wanted, place) => {
    const rows = rowsOf(goals.capped, place);
    if (rows.length === 0 || goals.leftOut.has(place)) return [];
    const { id, value } = holdings[place]!;
    const goal = goals.values[place]!;
    const [high, reached] = [goals.high[place]!, goal > value ? goal : value];
    const amount = (wanted < high ? wanted : high) - reached;
    if (amount <= few) return [];
    return [{ place, side: 'buy' as const, amount, reasons: why(rows, id, write(amount)) }];
  });
}

const NONE: readonly Reason[] = Object.freeze([]);

/** That a product is sold below its target because it, or what it shares a cap with, would else be more than was agreed. */
export function soldForCaps(
  { goals, occasion, valuesAfter }: Plan,
  { place, side }: Pick<Fit, 'place' | 'side'>,
): readonly Reason[] {
  const { account, inside, money, now, task } = occasion;
  const { caps, maxWeight } = inside.policy.trading;
  if (side === 'buy' || task === 'raise' || caps.length + maxWeight.size === 0) return NONE;
  const { id: product, target } = account.holdings[place]!;
  const missing = shareOf(money.investable, target) - valuesAfter[place]!;
  if (missing <= BigInt(account.holdings.length)) return NONE;
  const most = maxWeight.get(product);
  if (most !== undefined && target > most && now.products[place]! > most) {
    return [makeReason('rebalancing.max-weight', 'info', { product, most })];
  }
  if (rowsOf(goals.capped, place).length === 0) return NONE;
  return [makeReason('rebalancing.sold-for-caps', 'info', { product, target })];
}

/** Products that cannot come to their targets because these are more than a cap allows together. */
export function beyondCaps(
  { occasion }: Plan,
  named: ReadonlySet<number>,
  weightsAfter: Float64Array,
  write: Writer,
): readonly OutOfReach[] {
  const { account, caps, money } = occasion;
  const { holdings } = account;
  const targets = Float64Array.from(holdings, ({ target }) => target);
  const passed = caps.filter(({ cap, shares }) => weightIn(shares, targets) > cap.max + NOISE);
  return holdings.flatMap(({ id, target }, place) => {
    const rows = rowsOf(passed, place);
    const missing = target - weightsAfter[place]!;
    if (rows.length === 0 || named.has(place) || missing <= NOISE) return [];
    const reasons = why(rows, id, write(shareOf(money.investable, missing)));
    const reached = weightsAfter[place]!;
    return [
      Object.freeze({ product: id, targetWeight: target, reached, reasons, reachableOn: null }),
    ];
  });
}

/** Weights come from divisions. */
const NOISE = 1e-9;

function rowsOf(rows: readonly CapRow[], place: number): readonly CapRow[] {
  return rows.filter(({ parts }) => parts[place] !== 0n);
}

function why(
  rows: readonly CapRow[],
  product: string,
  amount: ReturnType<Writer>,
): readonly Reason[] {
  const reasons = rows.flatMap(({ cap }) => reasonsFrom([hindranceOf(cap)], product, amount));
  return Object.freeze(reasons);
}
