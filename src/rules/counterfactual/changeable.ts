import type { LocalisedText } from '../../evidence/index.js';
import type { Known } from '../evaluate/fact-book.js';
import type { ValueLabels } from '../fact.js';
import type { Scale } from './scale.js';

/** A fact or a term that may have another value. */
export interface Changeable {
  readonly name: string;
  readonly isTerm: boolean;
  readonly label: LocalisedText;
  readonly unit: string | undefined;
  readonly valueLabels: ValueLabels | undefined;
  /** The value that it has. */
  readonly was: Known | undefined;
  /** How it may be changed: to one value, or along a scale. */
  readonly ways: readonly Way[];
  /** For a term: everything from which it is worked out. */
  readonly restsOn: ReadonlySet<string>;
}

/** A way to change something. */
export type Way = Choice | Scale;

/** One other value. */
export interface Choice {
  readonly value: Known;
  readonly request: LocalisedText | undefined;
}

/** Something, and the way in which it is to be changed. */
export interface Move<W extends Way = Way> {
  readonly of: Changeable;
  readonly way: W;
}

/** Something, and the value that it is given. */
export interface Change {
  readonly move: Move;
  readonly value: Known;
  /** For a scale: how many steps from the value that it has. */
  readonly place?: number;
}

/** Whether a way is a scale. */
export function isScale(move: Move): move is Move<Scale> {
  return 'count' in move.way;
}

/** A change along a scale. */
export function changeTo(move: Move<Scale>, place: number): Change {
  return { move, value: move.way.at(place), place };
}
