import { at } from '../../errors/index.js';
import type { Scorer } from '../compile.js';
import { convolve, type Distribution, itemOutcomes } from '../enumerate/convolve.js';
import { entriesOf, joinStates, START, type State } from '../enumerate/join-bands.js';
import { RISK_LEVELS } from '../level.js';
import type { PlannedItem, ScoringPlan } from '../scoring/plan.js';
import { bandRank, partOf, rounded, scoreOf } from '../scoring/scale.js';
import { finding, type LintFinding } from './finding.js';

/** A level should rest on more than one answer. */
const TOO_FAR = 2;

/** Items of which one answer instead of another can move the bands' level by two or more, whatever else was answered. */
export function lintJumps({ plan }: Scorer): readonly LintFinding[] {
  const sums = plan.dimensions.map((_, index) => sumOf(plan.items, index));
  const others = plan.dimensions.map((_, index) => statesWithout(plan, sums, index));
  return plan.items.flatMap((item, index) => {
    if (item.dimension < 0) return [];
    const rest = sumOf(
      plan.items.filter((one) => one !== item),
      item.dimension,
    );
    const levels = farthest(plan, item, rest, others[item.dimension]!);
    if (levels < TOO_FAR) return [];
    const path = at('definition.items', index);
    return [finding(path, 'questionnaire.lint-answer-moves-levels', { item: item.id, levels })];
  });
}

function sumOf(items: readonly PlannedItem[], dimension: number): Distribution {
  const own = items.filter((item) => item.dimension === dimension).map(itemOutcomes);
  return own.reduce<Distribution>(convolve, new Map([[0, 1n]]));
}

function statesWithout(
  plan: ScoringPlan,
  sums: readonly Distribution[],
  left: number,
): readonly State[] {
  let states: Iterable<State> = START;
  plan.dimensions.forEach((dimension, index) => {
    if (index === left) return;
    states = joinStates(states, entriesOf(plan, dimension, sums[index]!));
  });
  return [...states];
}

/** By how many levels the answers with the fewest and the most points are apart, at most. */
function farthest(
  plan: ScoringPlan,
  { dimension, lowest, highest }: PlannedItem,
  rest: Distribution,
  states: readonly State[],
): number {
  const { bands, capsLevel } = plan.dimensions[dimension]!;
  const rankAt = (part: number, cap: number, sum: number): number => {
    const planned = plan.dimensions[dimension]!;
    const overall = bandRank(plan.bands, rounded(part + partOf(planned, sum)));
    if (plan.weightedSum) return overall;
    const own = capsLevel && bands !== null ? bandRank(bands, scoreOf(planned, sum)) : HIGHEST;
    return Math.min(overall, cap, own);
  };
  let most = 0;
  for (const { part, caps } of states) {
    caps.forEach((ways, cap) => {
      // With the others at this cap the level cannot move by more than the cap's own place.
      if (ways === 0n || cap <= most) return;
      for (const sum of rest.keys()) {
        most = Math.max(most, rankAt(part, cap, sum + highest) - rankAt(part, cap, sum + lowest));
      }
    });
  }
  return most;
}

const HIGHEST = RISK_LEVELS.length - 1;
