import { mean } from '../../statistics/index.js';
import type { Model, NoModel } from './build-chart.js';
import { meanMovingRange, type RangeFactors } from './moving-range.js';
import type { PlannedPhase } from './read-options.js';
import type { Slot } from './series.js';

/** The process behind bare values: their mean, and a deviation from the changes between neighbours. */
export function valueModel(
  slots: readonly Slot[],
  { baseline }: PlannedPhase,
  factors: RangeFactors,
): Model | NoModel {
  const valueAt = (index: number) => (slots[index] as Slot).value as number;
  const meanRange = meanMovingRange(baseline, valueAt);
  if (typeof meanRange === 'string') return meanRange;
  const sigma = meanRange * factors.sigma;
  return {
    centre: mean(baseline.map(valueAt)),
    sigma,
    sigmaAt: () => sigma,
    sigmaZ: null,
    caveats: [],
  };
}
