import type { Event } from './event.js';
import { nextEvent } from './event.js';
import type { Position } from './position.js';
import { STANDING } from './program.js';

/** What a change of the free variables and active rows came to. */
export type Pivot =
  | 'changed'
  /** The portfolio slid along a direction without risk to the next limit, at the same parameter. */
  | 'slid'
  /** Nothing limits such a direction. */
  | 'unbounded'
  | 'concave'
  | 'stuck';

/** Lets a variable or row change where it stands, as an event says. */
export function pivot(position: Position, event: Event): Pivot {
  const { program, kkt, standing, rowStanding } = position;
  const { size } = program;
  position.iterations++;
  if (event.index < size) {
    const i = event.index;
    if (standing[i] === STANDING.free) {
      bind(position, i, event.standing);
      return 'changed';
    }
    const up = standing[i] === STANDING.atLower;
    const entry = kkt.enter(i);
    if (entry === 'concave') return 'concave';
    if (entry === 'entered') {
      standing[i] = STANDING.free;
      return 'changed';
    }
    return slideVariable(position, i, up ? 1 : -1);
  }
  const row = event.index - size;
  if (rowStanding[row] === STANDING.free) {
    if (!kkt.enterRow(row)) return 'stuck';
    rowStanding[row] = event.standing;
    position.prices[row] = 0;
    return 'changed';
  }
  return letRowGo(position, row);
}

/** Puts a free variable exactly on a bound and binds it. */
export function bind(position: Position, variable: number, standing: number): void {
  const { program, kkt, x } = position;
  const { lower, upper } = program;
  kkt.leave(variable);
  const bound = standing === STANDING.atLower ? lower[variable]! : upper[variable]!;
  x[variable] = bound;
  const fixed = lower[variable] === upper[variable];
  position.standing[variable] = fixed ? STANDING.fixed : standing;
}

/** Moves a bound variable along the direction in which it and the free ones together meet no risk. */
function slideVariable(position: Position, variable: number, sign: 1 | -1): Pivot {
  const { kkt, program, standing, x } = position;
  const { lower, upper, size } = program;
  kkt.solveColumn(variable);
  position.takeMove(-sign, 0, variable, sign);
  position.settleMove();
  const event: Event = { index: -1, length: 0, standing: 0 };
  nextEvent(position, false, event);
  const own = upper[variable]! - lower[variable]!;
  const length = Math.min(own, event.length);
  if (length === Number.POSITIVE_INFINITY) return 'unbounded';
  position.advance(length);
  if (own <= event.length) {
    x[variable] = sign > 0 ? upper[variable]! : lower[variable]!;
    standing[variable] = sign > 0 ? STANDING.atUpper : STANDING.atLower;
  } else {
    if (event.index < size) bind(position, event.index, event.standing);
    else {
      kkt.enterRow(event.index - size, 'unconditionally');
      position.rowStanding[event.index - size] = event.standing;
      position.prices[event.index - size] = 0;
    }
    kkt.enter(variable, 'unconditionally');
    standing[variable] = STANDING.free;
  }
  return length > 0 ? 'slid' : 'changed';
}

function letRowGo(position: Position, row: number): Pivot {
  const { kkt, program, rowStanding } = position;
  const { size } = program;
  const inward = rowStanding[row] === STANDING.atUpper ? -1 : 1;
  if (!kkt.isFlatWithout(row)) {
    position.dropRow(row);
    return 'changed';
  }
  kkt.solveRow(row, inward);
  position.takeRowMove(row, inward);
  const { lower, upper } = program.rows;
  const event: Event = { index: -1, length: 0, standing: 0 };
  const before = rowStanding[row]!;
  nextEvent(position, false, event);
  const own = upper[row]! - lower[row]!;
  const length = Math.min(own, event.length);
  if (length === Number.POSITIVE_INFINITY) return 'unbounded';
  position.advance(length);
  if (own <= event.length) {
    rowStanding[row] = before === STANDING.atUpper ? STANDING.atLower : STANDING.atUpper;
  } else {
    if (event.index < size) bind(position, event.index, event.standing);
    position.dropRow(row);
    if (event.index >= size) {
      kkt.enterRow(event.index - size, 'unconditionally');
      rowStanding[event.index - size] = event.standing;
      position.prices[event.index - size] = 0;
    }
  }
  return length > 0 ? 'slid' : 'changed';
}
