import { sizeOf } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import {
  inTurn,
  leastTrades,
  limitsOf,
  mayLack,
  nearLimitsOf,
  residualRoom,
} from './close-money.js';
import { apartIn, type Draft } from './draft.js';
import type { Score, ScoreTrades } from './step-score.js';
import { changeAt, halfStep, type Stepped, type Steps, seekingAt } from './steps-of.js';

/** By stepped trade, how many steps it makes beyond its floor. */
export type Counts = readonly number[];

/** Money that is missing must not be, whatever it brings inside its band. */
const MISSING = 1e6;

/**
 * The numbers of steps that lead nearest to what is wanted, found from the nearest of each by one step of one trade or of two at a time, until none is
 * better; where trades are few, by a few steps of one too, and by a step of one and what is then best of the others. Entry fees and charges are left out. Nothing where they are expected to lead no nearer than what is made now.
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
    if (best !== last || stepped.length > FEW) continue;
    for (const counts of leaps(stepped, last.counts, held)) {
      const rank = rankOf(counts);
      if (rank < best.rank - NOISE) best = { counts, rank };
    }
  }
  return best;
}

/** Less than the smallest unit. */
const NOISE = 0.001;

/** The steps beyond the floor that come nearest to what is wanted. */
export function nearestCount(draft: Draft, { place, floor, step, most }: Stepped): number {
  const missing = sizeOf(seekingAt(draft, place)) - floor;
  return 2n * missing > step ? Math.min(Number((2n * missing + step) / (2n * step)), most) : 0;
}

const LEAPS: readonly number[] = [-4, -3, -2, 2, 3, 4];

/** So many steps from the floor are tried. */
const FAR = 20;

/** One step of one trade, or of two, more or less, and where they are few as many of another as come to the same money; one may be held as it is. */
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
      if (counts.length > FEW) continue;
      const by = one[i]! - counts[i]!;
      for (let j = 0; j < counts.length; j++) {
        if (j !== held && j !== i) yield* evened(stepped, one, { i, by, j });
      }
    }
  }
}

/** A few steps of one trade at once: between them it may be too small, or what is to pay for it. */
function* leaps(stepped: readonly Stepped[], counts: Counts, held?: number): Generator<Counts> {
  for (let i = 0; i < counts.length; i++) {
    if (i === held) continue;
    for (const by of LEAPS) yield* movedBy(stepped, counts, i, by);
  }
}

/** As many steps of one trade as come to the same money as those of another, a little less or a little more. */
function evened(
  stepped: readonly Stepped[],
  counts: Counts,
  { i, by, j }: { readonly i: number; readonly by: number; readonly j: number },
): readonly Counts[] {
  const [one, other] = [stepped[i]!, stepped[j]!];
  const fewer = Number(one.step / other.step);
  const side = -by * one.sign * other.sign;
  return [fewer, fewer + 1].flatMap((steps) =>
    steps > 1 ? movedBy(stepped, counts, j, side * steps) : [],
  );
}

function moved(stepped: readonly Stepped[], counts: Counts, i: number): readonly Counts[] {
  return [-1, 1].flatMap((by) => movedBy(stepped, counts, i, by));
}

/** So many steps more of one trade, where there are so many. */
function movedBy(
  stepped: readonly Stepped[],
  counts: Counts,
  i: number,
  by: number,
): readonly Counts[] {
  const { fewest, most } = stepped[i]!;
  const count = counts[i]! + by;
  if (Math.abs(count) > FAR || count < fewest || count > most) return [];
  const next = [...counts];
  next[i] = count;
  return [next];
}

/** What numbers of steps are expected to lead to: the residual product, or the fine trades in turn, take what they leave. */
function expectation(draft: Draft, steps: Steps, score: ScoreTrades): (counts: Counts) => number {
  const { stepped, fine, kept } = steps;
  const { rules } = draft;
  const { sought, net, charges } = draft.changes;
  const fixed = fixedApart(draft, steps);
  // What is sought need not come to the money that there is: each of its values is rounded.
  let unplaced = Number(net - charges - sumOf(sought) - kept);
  for (const by of fixed) unplaced -= by;
  // What others are too small to take or to give is shared like what steps leave.
  let unmade = 0;
  for (const place of fine) unmade += fixed[place]!;
  unplaced += unmade;
  const open = Number(mayLack(draft));
  const whole = Number(draft.occasion.money.investable);
  const hasResidual = rules.residual >= 0;
  const leasts = stepped.map(({ place }) => leastTrades(draft, place));
  const [lacking, leftOver] = hasResidual
    ? [residualTaker(draft), residualTaker(draft)]
    : [takersOf(draft, fine, -1), takersOf(draft, fine, 1)];
  return (counts) => {
    const apart = fixed.slice();
    let [sum, idle] = [unmade, unplaced];
    counts.forEach((count, i) => {
      const one = stepped[i]!;
      const by = Number(changeMade(one, count, leasts[i]!) - sought[one.place]!);
      apart[one.place] = by;
      sum += by;
    });
    // Money that is left over pays first, and the residual product takes all of it; what is lacking anyway must be found too.
    const fromIdle = hasResidual ? idle : Math.min(idle, Math.max(sum, 0));
    idle -= fromIdle;
    sum -= fromIdle;
    for (const { place, low, high, made } of sum > 0 ? lacking : leftOver) {
      const next = made(Math.max(low, Math.min(high, apart[place]! - sum)));
      if (next === undefined) continue;
      sum += next - apart[place]!;
      apart[place] = next;
    }
    idle -= sum;
    const missing = Math.max(0, -idle - open - NOISE);
    return score(apart, idle).rank + (missing > 0 ? MISSING * (whole + missing) : 0);
  };
}

/** What a number of steps makes of a trade; nothing where that is less than its least. */
function changeMade(
  one: Stepped,
  count: number,
  { bought, sold }: ReturnType<typeof leastTrades>,
): bigint {
  const change = changeAt(one, count);
  return sizeOf(change + halfStep(one, change)) < (change > 0n ? bought : sold) ? 0n : change;
}

/** By how much a fine trade can differ from what was wanted. */
interface Taker {
  readonly place: number;
  readonly low: number;
  readonly high: number;
  /** What a trade comes to that is to differ by so much; nothing where it is too small. */
  readonly made: (apart: number) => number | undefined;
}

function takersOf(draft: Draft, fine: readonly number[], sign: 1 | -1): readonly Taker[] {
  return [nearLimitsOf, limitsOf].flatMap((limits) =>
    inTurn(draft, fine, sign).map((place) => {
      const wanted = Number(draft.changes.sought[place]!);
      const { low, high } = limits(draft, place);
      const made = madeAt(draft, place);
      return { place, low: Number(low) - wanted, high: Number(high) - wanted, made };
    }),
  );
}

/** What a trade at a place comes to; what is less than its least is not made. */
function madeAt(draft: Draft, place: number): Taker['made'] {
  const { bought, sold } = leastTrades(draft, place);
  const wanted = Number(draft.changes.sought[place]!);
  const [least, most] = [Number(bought) - wanted, -Number(sold) - wanted];
  const isResidual = place === draft.rules.residual;
  return (apart) => {
    if (apart >= least || apart <= most || apart === -wanted) return apart;
    // The residual product is sold at its least where that is nearer than nothing.
    return isResidual && 2 * (apart + wanted) <= -Number(sold) ? most : undefined;
  };
}

function residualTaker(draft: Draft): readonly Taker[] {
  const { residual: place } = draft.rules;
  const wanted = Number(draft.changes.sought[place]!);
  const { low, high } = residualRoom(draft);
  const most = high === undefined ? Number.POSITIVE_INFINITY : Number(high);
  return [{ place, low: Number(low) - wanted, high: most - wanted, made: madeAt(draft, place) }];
}

/** By how much trades that no step and no closing of money changes differ from what was wanted. */
function fixedApart(draft: Draft, { stepped, fine }: Steps): Float64Array {
  const apart = apartIn(draft);
  for (const { place } of stepped) apart[place] = 0;
  // What is too small is not made.
  for (const place of fine) {
    apart[place] = madeAt(draft, place)(0) ?? -Number(draft.changes.sought[place]!);
  }
  const { residual } = draft.rules;
  if (residual >= 0) apart[residual] = -Number(draft.changes.sought[residual]!);
  return apart;
}
