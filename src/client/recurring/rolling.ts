import type { Booking } from './booking.js';
import type { Cadence } from './cadence.js';
import { amountEvidence, costOfChoice, dateEvidence } from './evidence.js';
import { LEAST_SHARE } from './fit.js';
import type { Series } from './series.js';

/**
 * A series whose days are counted from the booking before: each follows the last by one period, or by two
 * where one was skipped. The longest such chain counts.
 */
export function fitRolling(view: readonly Booking[], cadence: Cadence): Series | undefined {
  if (cadence.days < SHORTEST) return undefined;
  const chain = longestChain(view, cadence);
  if (chain.length <= LEAST_LINKS) return undefined;
  const [from, to] = [chain[0]!, chain[chain.length - 1]!];
  const seen = to - from + 1;
  if (chain.length < PURE * seen) return undefined;
  const members = chain.map((index) => view[index]!);
  const gaps = members.slice(1).map(({ day }, i) => day - members[i]!.day);
  const single = gaps.filter((days) => days < 1.5 * cadence.days);
  if (single.length < LEAST_LINKS) return undefined;
  const gap = middleOf(single);
  const slots = [0];
  const deviations = [0];
  let play = 0;
  for (const days of gaps) {
    const steps = Math.max(1, Math.round(days / gap));
    const deviation = days - steps * gap;
    deviations.push(deviation);
    play = Math.max(play, Math.abs(deviation));
    slots.push(slots[slots.length - 1]! + steps);
  }
  const last = slots[slots.length - 1]!;
  const expected = last + 1;
  if (members.length < LEAST_SHARE * expected) return undefined;
  const day = members[members.length - 1]!.day;
  const span = day - members[0]!.day + gap;
  const dates = dateEvidence({ expected, hits: members.length, play, seen, span });
  if (dates === 0) return undefined;
  return {
    schedule: { cadence, gap, slot: last, day },
    members,
    slots,
    deviations,
    missed: expected - members.length,
    evidence:
      dates +
      amountEvidence(members) -
      costOfChoice({ handicap: cadence.handicap, view, seen, play }) -
      FREEDOM,
  };
}

/** A shorter period, days, has no play. */
const SHORTEST = 7;
const LEAST_LINKS = 4;
/** Share of the bookings that must be in the chain while it runs. */
const PURE = 0.8;
/** Play as a share of the period. */
const PLAY = 0.1;
/** What a schedule without fixed days has to make up for, natural logarithm. */
const FREEDOM = 2;
/** Bookings looked at for the next one; more of them within a period are no stream. */
const REACH = 8;

/** Indices of the longest chain; of equally long ones the one that ends first. */
function longestChain(view: readonly Booking[], { days }: Cadence): readonly number[] {
  const play = Math.max(1, PLAY * days);
  const length = new Int32Array(view.length).fill(1);
  const before = new Int32Array(view.length).fill(-1);
  let best = 0;
  for (let i = 1; i < view.length; i++) {
    for (let j = i - 1; j >= 0 && j >= i - REACH; j--) {
      const gap = view[i]!.day - view[j]!.day;
      const steps = gap > 1.5 * days ? 2 : 1;
      if (gap > 2 * days + play) break;
      if (Math.abs(gap - steps * days) > play) continue;
      if (length[j]! + 1 > length[i]!) {
        length[i] = length[j]! + 1;
        before[i] = j;
      }
    }
    if (length[i]! > length[best]!) best = i;
  }
  const chain: number[] = [];
  for (let i = best; i >= 0; i = before[i]!) chain.push(i);
  return chain.reverse();
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
