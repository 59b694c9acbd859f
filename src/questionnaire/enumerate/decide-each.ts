import { AptfolioError } from '../../errors/index.js';
import type { Surroundings } from '../scoring/context.js';
import { decide, STOPPED, UNKNOWN } from '../scoring/decide.js';
import type { ScoringPlan } from '../scoring/plan.js';
import type { Reading } from '../scoring/reading.js';
import { standingOfSums } from '../scoring/standing.js';
import type { Distribution } from './convolve.js';
import type { Outcomes } from './outcomes.js';

/** More combinations of sums than this are not gone through one by one. */
const MOST = 2_000_000;

/** Where rules read scores, every combination of the dimensions' sums is decided as a form with them would be. */
export function decideEach(
  plan: ScoringPlan,
  reading: Reading,
  surroundings: Surroundings,
  sums: readonly Distribution[],
  factor: bigint,
  outcomes: Outcomes,
): void {
  const combinations = sums.reduce((product, { size }) => product * size, 1);
  if (combinations > MOST) {
    const expected = `rules that read scores of up to ${MOST} combinations, not ${combinations}`;
    throw new AptfolioError('too-long', 'definition.items', expected);
  }
  const chosen: number[] = [];
  add(0, factor);

  function add(dimension: number, ways: bigint): void {
    if (dimension < sums.length) {
      for (const [sum, number] of sums[dimension]!) {
        chosen[dimension] = sum;
        add(dimension + 1, ways * number);
      }
      return;
    }
    const standing = standingOfSums(plan, [...chosen], []);
    const { rank, weighted } = decide(plan, reading, standing, surroundings, false);
    outcomes.overall[weighted]! += ways;
    if (rank === STOPPED) outcomes.stopped += ways;
    else if (rank === UNKNOWN) outcomes.unknown += ways;
    else outcomes.levels[rank]! += ways;
  }
}
