import { type Event, nextEvent, noEvent } from './event.js';
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
  const { size } = position.program;
  position.iterations++;
  return event.index < size
    ? pivotVariable(position, event.index, event.standing)
    : pivotRow(position, event.index - size, event.standing);
}

function pivotVariable(position: Position, variable: number, next: number): Pivot {
  const { kkt, standing } = position;
  if (standing[variable] === STANDING.free) {
    position.bind(variable, next);
    return 'changed';
  }
  const entry = kkt.enter(variable);
  if (entry === 'concave') return 'concave';
  if (entry === 'flat') return slideAlong(position, variable);
  standing[variable] = STANDING.free;
  return 'changed';
}

function pivotRow(position: Position, row: number, next: number): Pivot {
  const { kkt, rowStanding } = position;
  if (rowStanding[row] === STANDING.free) {
    return position.enterRow(row, next) ? 'changed' : 'stuck';
  }
  if (kkt.isFlatWithout(row)) return slideOff(position, row);
  position.dropRow(row);
  return 'changed';
}

/** Moves a bound variable along the direction in which it and the free ones together meet no risk. */
function slideAlong(position: Position, variable: number): Pivot {
  const { kkt, program, standing, x } = position;
  const { lower, upper, size } = program;
  const rises = standing[variable] === STANDING.atLower;
  position.move.slideAlong(variable, rises ? 1 : -1);
  const event = noEvent();
  nextEvent(position, false, event);
  const own = upper[variable]! - lower[variable]!;
  const length = Math.min(own, event.length);
  if (length === Number.POSITIVE_INFINITY) return 'unbounded';
  position.advance(length);
  if (own <= event.length) {
    x[variable] = rises ? upper[variable]! : lower[variable]!;
    standing[variable] = rises ? STANDING.atUpper : STANDING.atLower;
  } else {
    if (event.index < size) position.bind(event.index, event.standing);
    else position.enterRow(event.index - size, event.standing, 'unconditionally');
    kkt.enter(variable, 'unconditionally');
    standing[variable] = STANDING.free;
  }
  return length > 0 ? 'slid' : 'changed';
}

/** Moves away from an active row along the direction in which the free variables together meet no risk. */
function slideOff(position: Position, row: number): Pivot {
  const { program, rowStanding } = position;
  const { lower, upper } = program.rows;
  const falls = rowStanding[row] === STANDING.atUpper;
  position.move.slideOff(row, falls ? -1 : 1);
  const event = noEvent();
  nextEvent(position, false, event);
  const own = upper[row]! - lower[row]!;
  const length = Math.min(own, event.length);
  if (length === Number.POSITIVE_INFINITY) return 'unbounded';
  position.advance(length);
  if (own <= event.length) rowStanding[row] = falls ? STANDING.atLower : STANDING.atUpper;
  else {
    if (event.index < program.size) position.bind(event.index, event.standing);
    position.dropRow(row);
    if (event.index >= program.size) {
      position.enterRow(event.index - program.size, event.standing, 'unconditionally');
    }
  }
  return length > 0 ? 'slid' : 'changed';
}
