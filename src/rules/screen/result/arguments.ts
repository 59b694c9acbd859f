import { AptfolioError, checkOneOf } from '../../../errors/index.js';
import type { Rulebook } from '../../rulebook.js';
import { DECISION_STATUSES, type DecisionStatus } from '../../status.js';
import { KEPT_STANDINGS, type KeptStanding, numberOfStanding } from './standings.js';

/** Checks that a place in a list was asked for that there is. */
export function checkPlace(place: number, size: number, path: string): number {
  if (Number.isInteger(place) && place >= 0 && place < size) return place;
  const expected = size === 0 ? 'nothing: the list is empty' : `a place from 0 to ${size - 1}`;
  throw new AptfolioError('out-of-range', path, expected, place);
}

/** The number of a status, which is its place in `DECISION_STATUSES`. */
export function numberOfStatus(status: DecisionStatus): number {
  const number = DECISION_STATUSES.indexOf(status);
  if (number < 0) checkOneOf(status, 'status', DECISION_STATUSES);
  return number;
}

/** The number of a standing that is kept. */
export function numberOfKept(standing: KeptStanding): number {
  return numberOfStanding(checkOneOf(standing, 'standing', KEPT_STANDINGS));
}

/** Finds the place of a rule in a rulebook by its id. */
export function ruleFinder({ rules }: Rulebook): (rule: string) => number {
  const places = new Map(rules.map(({ rule }, place) => [rule.id, place]));
  return (rule) => {
    const place = places.get(rule);
    if (place !== undefined) return place;
    throw new AptfolioError('unknown-id', 'rule', 'the id of a rule in force', rule);
  };
}
