import type { ScoringPlan } from './compile.js';
import type { AnswerChange } from './result.js';
import { bandOf, levelBand, overallOf, type Standing, scoreOf } from './standing.js';

/** Every other answer to a single item that would change the level, in the order of the form. */
export function singleAnswerChanges(
  plan: ScoringPlan,
  chosen: readonly number[],
  standing: Standing,
): readonly AnswerChange[] {
  const current = levelBand(plan, standing);
  const others = plan.dimensions.map((_, d) => lowestOfOthers(plan, standing, d));
  const changes: AnswerChange[] = [];
  plan.items.forEach(({ id, dimension, points }, index) => {
    const rest = standing.sums[dimension]! - points[chosen[index]!]!;
    points.forEach((value, option) => {
      if (option === chosen[index]) return;
      const change = { dimension, sum: rest + value };
      const band = Math.min(others[dimension]!, bandAfter(plan, standing, change));
      if (band === current) return;
      changes.push(Object.freeze({ item: id, option, level: plan.levels[band]! }));
    });
  });
  return Object.freeze(changes);
}

/** The lowest capping band among the other dimensions, which a change in this one leaves alone. */
function lowestOfOthers(plan: ScoringPlan, { scores }: Standing, dimension: number): number {
  let lowest = plan.edges.length - 1;
  plan.dimensions.forEach(({ capsLevel }, d) => {
    if (d !== dimension && capsLevel) lowest = Math.min(lowest, bandOf(plan, scores[d]!));
  });
  return lowest;
}

function bandAfter(
  plan: ScoringPlan,
  { sums }: Standing,
  change: { readonly dimension: number; readonly sum: number },
): number {
  const overall = bandOf(plan, overallOf(plan, sums, change));
  if (!plan.dimensions[change.dimension]!.capsLevel) return overall;
  return Math.min(overall, bandOf(plan, scoreOf(plan, change.dimension, change.sum)));
}
