import type { ScoreBand } from '../definition.js';
import { RISK_LEVELS } from '../level.js';

/** Where the bands of C1 to C5 begin, each itself included. */
export type FiveStarts = readonly [number, number, number, number, number];

/** Makes five frozen bands, one for each level. */
export function fiveBands(starts: FiveStarts): readonly ScoreBand[] {
  return Object.freeze(
    starts.map((from, index) => Object.freeze({ from, level: RISK_LEVELS[index]! })),
  );
}
