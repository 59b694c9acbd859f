import { DECISION_STATUSES, type DecisionStatus } from '../../status.js';
import type { Planes } from './planes.js';

/** The number of a row that could not be decided at all; the statuses have their places in `DECISION_STATUSES`. */
export const FAILED = 7;

/** The status of a number; none for a row that failed. */
export function statusOfNumber(number: number): DecisionStatus | undefined {
  return DECISION_STATUSES[number];
}

/**
 * Writes the worst status of each row of a block.
 *
 * @param asked by status, the rows for which some rule asks for it.
 * @param word from which the block begins.
 */
export function writeWorst(
  asked: readonly Uint32Array[],
  failed: Uint32Array,
  { bits }: Planes,
  word: number,
  words: number,
): void {
  const [ones, twos, fours] = bits as readonly [Uint32Array, Uint32Array, Uint32Array];
  for (let at = 0; at < words; at++) {
    const lost = failed[at] as number;
    let open = ~lost;
    let [one, two, four] = [lost, lost, lost];
    for (let status = asked.length - 1; status > 0; status--) {
      const rows = ((asked[status] as Uint32Array)[at] as number) & open;
      open &= ~rows;
      if ((status & 1) !== 0) one |= rows;
      if ((status & 2) !== 0) two |= rows;
      if ((status & 4) !== 0) four |= rows;
    }
    ones[word + at] = one;
    twos[word + at] = two;
    fours[word + at] = four;
  }
}
