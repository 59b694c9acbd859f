import { type Event, nextEvent, noEvent } from './event.js';
import { type Pivot, pivot } from './pivot.js';
import type { Position } from './position.js';
import { STANDING } from './program.js';
import { ZERO } from './sizes.js';

/** What became of a descent. */
export type Descent = 'optimal' | Exclude<Pivot, 'changed' | 'slid'>;

/**
 * Goes down from a feasible position to the minimum at its t: a primal active-set method.
 *
 * Variables become free in blocks, which double while nearly all of a block stay free: a portfolio of a few assets is built one
 * by one, one of many in a few steps. With `allowed`, only those variables (and rows, numbered after them) may change where they
 * stand.
 */
export function descend(position: Position, allowed?: Uint8Array): Descent {
  const { program } = position;
  const { size, rows } = program;
  const most = 100 + 20 * (size + rows.count);
  const event = noEvent();
  let block = 1;
  let settled = false;
  let solved = false;
  let polished = false;
  for (let steps = 0; steps < most; steps++) {
    if (!settled) {
      const outcome = stepDown(position, event, solved);
      solved = false;
      if (outcome === 'minimum') settled = true;
      else if (outcome !== 'changed' && outcome !== 'slid') return outcome;
      continue;
    }
    if (!worstPrice(position, allowed, event)) {
      if (polished) return 'optimal';
      polished = true;
      position.polish();
      continue;
    }
    polished = false;
    settled = false;
    const worst = event.index;
    const outcome = pivot(position, event);
    if (outcome !== 'changed' && outcome !== 'slid') return outcome;
    if (outcome === 'changed' && worst < size && block > 1) {
      block = enterMore(position, allowed, worst, block);
      solved = true;
    } else block *= 2;
  }
  return 'stuck';
}

/**
 * Frees more variables than the worst one, at most `block`; those that would go out of bounds at once are bound again.
 * The step from there is left solved.
 */
function enterMore(
  position: Position,
  allowed: Uint8Array | undefined,
  worst: number,
  block: number,
): number {
  const { program, kkt, standing, reduced, x } = position;
  const { size, lower, upper } = program;
  const noise = ZERO * position.gradientSize();
  const least = 0.1 * Math.abs(reduced[worst]!);
  const before = kkt.free.count;
  for (let i = 0; i < size && kkt.free.count - before < block; i++) {
    const where = standing[i]!;
    if (where === STANDING.free || where === STANDING.fixed) continue;
    const price = where === STANDING.atLower ? reduced[i]! : -reduced[i]!;
    if (price >= -Math.max(noise, least) || (allowed !== undefined && allowed[i] === 0)) continue;
    if (!position.mayEnter(i)) continue;
    if (kkt.enter(i) === 'entered') standing[i] = STANDING.free;
  }
  const entered = kkt.free.count - before;
  let left = 0;
  for (let again = true; again; ) {
    position.solveStep();
    again = false;
    for (let k = kkt.free.count - 1; k >= before; k--) {
      const i = kkt.free.members[k]!;
      const out = x[i] === lower[i] ? kkt.step[k]! < 0 : x[i] === upper[i] && kkt.step[k]! > 0;
      if (!out) continue;
      position.bind(i, x[i] === lower[i] ? STANDING.atLower : STANDING.atUpper);
      left++;
      again = true;
    }
  }
  return left > entered / 4 ? Math.max(1, block >> 1) : 2 * block;
}

/** One step towards the minimum over the free variables. */
function stepDown(position: Position, event: Event, solved: boolean): Pivot | 'minimum' {
  const { kkt } = position;
  if (kkt.free.count === kkt.active.count) {
    position.polish();
    return 'minimum';
  }
  if (!solved) position.solveStep();
  position.move.take(1, 0);
  if (kkt.boosted > 0 || !position.move.keepsRows()) position.move.refineTowards(position.reduced);
  nextEvent(position, false, event);
  if (event.length >= 1) {
    position.advance(1);
    return 'minimum';
  }
  position.advance(event.length);
  return pivot(position, event);
}

/** The bound variable or active row whose price has the wrong sign, and most so. */
function worstPrice(position: Position, allowed: Uint8Array | undefined, event: Event): boolean {
  const { program, standing, rowStanding, reduced, prices, kkt, sizes } = position;
  const { size, rows } = program;
  const noise = ZERO * position.gradientSize();
  event.index = -1;
  let worst = 0;
  for (let i = 0; i < size; i++) {
    const where = standing[i]!;
    if (where === STANDING.free || where === STANDING.fixed) continue;
    const price = where === STANDING.atLower ? reduced[i]! : -reduced[i]!;
    if (price >= -noise || (allowed !== undefined && allowed[i] === 0)) continue;
    const variance = kkt.varianceOf(i);
    const gain = (price * price) / (variance || Number.MIN_VALUE);
    if (gain <= worst || !position.mayEnter(i)) continue;
    worst = gain;
    event.index = i;
  }
  for (let r = 0; r < rows.count; r++) {
    const where = rowStanding[r]!;
    if (where === STANDING.free || where === STANDING.fixed) continue;
    const price = (where === STANDING.atUpper ? prices[r]! : -prices[r]!) * sizes.rows[r]!;
    if (price >= -noise || (allowed !== undefined && allowed[size + r] === 0)) continue;
    const gain = (price * price) / (sizes.deviation * sizes.deviation || 1);
    if (gain <= worst) continue;
    worst = gain;
    event.index = size + r;
  }
  event.length = 0;
  event.standing = STANDING.free;
  return event.index >= 0;
}
