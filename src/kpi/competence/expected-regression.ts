import { mean } from '../../statistics/index.js';
import type { Paired } from './trainees.js';
import type { RegressionToTheMean, TrainingSelection } from './training-result.js';

/**
 * The rise that comes by itself to people chosen for low scores, if their group mean and the reliability of the scores are known.
 *
 * Source: A. G. Barnett, J. C. van der Pols and A. J. Dobson, International Journal of Epidemiology 34 (2005) 215–220.
 */
export function expectedRegression(
  chosen: readonly Paired[],
  selection: TrainingSelection,
): RegressionToTheMean | undefined {
  if (selection.kind !== 'low-scores') return undefined;
  const { groupMean, reliability } = selection;
  if (groupMean === undefined || reliability === undefined) return undefined;
  const before = mean(chosen.map((pair) => pair.before));
  const expected = (1 - reliability) * (groupMean - before);
  const change = mean(chosen.map((pair) => pair.after - pair.before));
  return Object.freeze({ expected: expected + 0, beyond: change - expected + 0 });
}
