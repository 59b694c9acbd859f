import { neumaierSum, power } from '../../numerics/index.js';
import type { HistoryStep, PolicyReplay } from './history.js';
import type { ReadHistory } from './read-history.js';

/** The figures of a replay. */
export function summarise(
  policy: string,
  steps: readonly HistoryStep[],
  history: ReadHistory,
): PolicyReplay {
  const { assetClasses, years } = history;
  const perYear = steps.length / years;
  const returns = steps.map(({ periodReturn }) => periodReturn);
  const onTarget = targetReturns(history);
  const meanOf = (figure: (step: HistoryStep) => number): number =>
    neumaierSum(steps.map(figure)) / steps.length;
  let growth = 1;
  for (const one of returns) growth *= 1 + one;
  return Object.freeze({
    policy,
    annualReturn: power(growth, 1 / years) - 1,
    volatility: deviation(returns) * Math.sqrt(perYear),
    maxDrawdown: deepestFall(returns),
    trackingError: deviation(returns.map((one, i) => one - onTarget[i]!)) * Math.sqrt(perYear),
    meanDrift: meanOf(({ drift }) => drift),
    largestDrift: Math.max(...steps.map(({ drift }) => drift)),
    meanWeights: byClass(
      assetClasses,
      (id) => neumaierSum(weightsHeld(id, steps, history)) / steps.length,
    ),
    largestWeights: byClass(assetClasses, (id) =>
      Math.max(...steps.map(({ before }) => before[id]!)),
    ),
    trades: steps.filter(({ traded }) => traded).length,
    turnover: meanOf(({ turnover }) => turnover) * perYear,
    costs: meanOf(({ cost }) => cost) * perYear,
    wealth: steps[steps.length - 1]!.wealth,
    steps: Object.freeze(steps),
  });
}

/** An asset class's weight at the start of every period. */
function weightsHeld(
  id: string,
  steps: readonly HistoryStep[],
  { target }: ReadHistory,
): readonly number[] {
  return steps.map((_, i) => (i === 0 ? (target.get(id) ?? 0) : steps[i - 1]!.after[id]!));
}

function byClass(
  assetClasses: readonly string[],
  figure: (id: string) => number,
): Readonly<Record<string, number>> {
  return Object.freeze(Object.fromEntries(assetClasses.map((id) => [id, figure(id)])));
}

/** Returns of the portfolio that is on target at the start of every period. */
function targetReturns({ assetClasses, periods, target }: ReadHistory): readonly number[] {
  const aim = assetClasses.map((id) => target.get(id) ?? 0);
  return periods.map(({ returns }) => neumaierSum(aim.map((weight, i) => weight * returns[i]!)));
}

/** Standard deviation with n − 1; 0 for a single figure. */
function deviation(figures: readonly number[]): number {
  const count = figures.length;
  if (count < 2) return 0;
  const mean = neumaierSum(figures) / count;
  const squares = figures.map((one) => (one - mean) * (one - mean));
  return Math.sqrt(neumaierSum(squares) / (count - 1));
}

function deepestFall(returns: readonly number[]): number {
  let [level, peak, deepest] = [1, 1, 0];
  for (const one of returns) {
    level *= 1 + one;
    peak = Math.max(peak, level);
    deepest = Math.max(deepest, 1 - level / peak);
  }
  return deepest;
}
