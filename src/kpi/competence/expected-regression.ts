import { mean } from '../../statistics/index.js';
import type { Paired } from './trainees.js';
import type { RegressionToTheMean, TrainingChange, TrainingSelection } from './training-result.js';

/**
 * The rise that comes by itself to people chosen for low scores, if their group mean and the reliability of the scores are known, and what the training did beyond it.
 *
 * Each person's second score is held against the one to be expected of the first, the mean of the group plus reliability × (first score − mean), which is taken as known.
 *
 * @param test tests what each person has beyond that against 0.
 *
 * Source: A. G. Barnett, J. C. van der Pols and A. J. Dobson, International Journal of Epidemiology 34 (2005) 215–220.
 */
export function expectedRegression(
  chosen: readonly Paired[],
  selection: TrainingSelection,
  test: (pairs: readonly Paired[]) => TrainingChange,
): RegressionToTheMean | undefined {
  if (selection.kind !== 'low-scores') return undefined;
  const { groupMean, reliability } = selection;
  if (groupMean === undefined || reliability === undefined) return undefined;
  const before = mean(chosen.map((pair) => pair.before));
  const expected = (1 - reliability) * (groupMean - before);
  const change = mean(chosen.map((pair) => pair.after - pair.before));
  const gains = chosen.map((pair) => {
    const usual = groupMean + reliability * (pair.before - groupMean);
    return { before: 0, after: roundScore(pair.after - usual) };
  });
  return Object.freeze({
    expected: expected + 0,
    beyond: change - expected + 0,
    test: test(gains),
  });
}

/** Behind the ninth decimal of a score is the noise of arithmetic, which is no difference between people. */
function roundScore(points: number): number {
  return Math.round(points * SCORE_SCALE) / SCORE_SCALE + 0;
}

const SCORE_SCALE = 1e9;
