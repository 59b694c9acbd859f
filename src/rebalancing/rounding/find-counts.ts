import { sizeOf } from '../account/exact.js';
import { inTurn, limitsOf, mayLack } from './close-money.js';
import { apartIn, type Draft } from './draft.js';
import type { Score, ScoreTrades } from './step-score.js';
import { changeAt, type Stepped, type Steps, seekingAt } from './steps-of.js';

/** By stepped trade, how many steps it makes beyond its floor. */
export type Counts = readonly number[];

/** Money that is missing must not be. */
const MISSING = 1e6;

/**
 * The numbers of steps that lead nearest to what is wanted, found from the nearest of each by one step of one trade or of two at a time, until none is
 * better; where trades are few, by a step of one and what is then best of the others too. Entry fees and charges are left out. Nothing where they are expected to lead no nearer than what is made now.
 */
export function findCounts(
  draft: Draft,
  steps: Steps,
  score: ScoreTrades,
  now: Score,
): Counts | undefined {
  const { stepped } = steps;
  const rankOf = expectation(draft, steps, score);
  const nearest = stepped.map((one) => nearestCount(draft, one));
  let found = descend(stepped, { counts: nearest, rank: rankOf(nearest) }, rankOf);
  for (let isDone = stepped.length > FEW; !isDone; ) {
    isDone = true;
    for (let held = 0; held < stepped.length; held++) {
      for (const counts of moved(stepped, found.counts, held)) {
        const other = descend(stepped, { counts, rank: rankOf(counts) }, rankOf, held);
        if (other.rank < found.rank - NOISE) [found, isDone] = [other, false];
      }
    }
  }
  return found.rank < now.rank - NOISE ? found.counts : undefined;
}

/** With more trades in steps it takes too long to let all others follow one of them. */
const FEW = 4;

interface Found {
  readonly counts: Counts;
  readonly rank: number;
}

/** Goes on to the best neighbour until none is better. */
function descend(
  stepped: readonly Stepped[],
  start: Found,
  rankOf: (counts: Counts) => number,
  held?: number,
): Found {
  let best = start;
  for (let last: Found | undefined; last !== best; ) {
    last = best;
    for (const counts of neighbours(stepped, last.counts, held)) {
      const rank = rankOf(counts);
      if (rank < best.rank - NOISE) best = { counts, rank };
    }
  }
  return best;
}

/** Less than the smallest unit. */
const NOISE = 0.001;

/** The steps beyond the floor that come nearest to what is wanted. */
export function nearestCount(draft: Draft, { place, floor, step }: Stepped): number {
  const missing = sizeOf(seekingAt(draft, place)) - floor;
  return 2n * missing > step ? Number((2n * missing + step) / (2n * step)) : 0;
}

/** So many steps from the floor are tried. */
const FAR = 20;

/** One step of one trade, or of two, more or less; one may be held as it is. */
function* neighbours(
  stepped: readonly Stepped[],
  counts: Counts,
  held?: number,
): Generator<Counts> {
  for (let i = 0; i < counts.length; i++) {
    if (i === held) continue;
    for (const one of moved(stepped, counts, i)) {
      yield one;
      for (let j = i + 1; j < counts.length; j++) if (j !== held) yield* moved(stepped, one, j);
    }
  }
}

function moved(stepped: readonly Stepped[], counts: Counts, i: number): readonly Counts[] {
  const { floor, step, otherStep } = stepped[i]!;
  return [-1, 1].flatMap((by) => {
    const next = [...counts];
    next[i]! += by;
    const isNear = Math.abs(next[i]!) <= FAR;
    const isOpen = otherStep !== undefined || floor + BigInt(next[i]!) * step > -step;
    return isNear && isOpen ? [next] : [];
  });
}

/** What numbers of steps are expected to lead to: the residual product, or the largest fine trade, takes what they leave. */
function expectation(draft: Draft, steps: Steps, score: ScoreTrades): (counts: Counts) => number {
  const { stepped, fine, kept } = steps;
  const { rules } = draft;
  const { sought } = draft.changes;
  const fixed = fixedApart(draft, steps);
  let unplaced = -Number(kept);
  for (const by of fixed) unplaced -= by;
  const isOpen = mayLack(draft);
  const [lacking, leftOver] = [takersOf(draft, fine, -1), takersOf(draft, fine, 1)];
  return (counts) => {
    const apart = fixed.slice();
    let [sum, idle] = [0, unplaced];
    counts.forEach((count, i) => {
      const one = stepped[i]!;
      const by = Number(changeAt(one, count) - sought[one.place]!);
      apart[one.place] = by;
      sum += by;
    });
    if (rules.residual >= 0) {
      apart[rules.residual] = idle - sum;
      return score(apart, 0).rank;
    }
    // Money that is left over pays first; what is lacking anyway must be found too.
    const fromIdle = Math.min(idle, Math.max(sum, 0));
    idle -= fromIdle;
    sum -= fromIdle;
    for (const { place, low, high } of sum > 0 ? lacking : leftOver) {
      apart[place] = Math.max(low, Math.min(high, -sum));
      sum += apart[place]!;
    }
    idle -= sum;
    return score(apart, idle).rank + (isOpen ? 0 : MISSING * Math.max(0, -idle - NOISE));
  };
}

/** By how much a fine trade can differ from what was wanted. */
interface Taker {
  readonly place: number;
  readonly low: number;
  readonly high: number;
}

function takersOf(draft: Draft, fine: readonly number[], sign: 1 | -1): readonly Taker[] {
  return inTurn(draft, fine, sign).map((place) => {
    const wanted = Number(draft.changes.sought[place]!);
    const { low, high } = limitsOf(draft, place);
    return { place, low: Number(low) - wanted, high: Number(high) - wanted };
  });
}

/** By how much trades that no step and no closing of money changes differ from what was wanted. */
function fixedApart(draft: Draft, { stepped, fine }: Steps): Float64Array {
  const apart = apartIn(draft);
  for (const { place } of stepped) apart[place] = 0;
  for (const place of fine) apart[place] = 0;
  if (draft.rules.residual >= 0) apart[draft.rules.residual] = 0;
  return apart;
}
