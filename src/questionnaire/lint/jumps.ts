import { at } from '../../errors/index.js';
import type { Scorer } from '../compile.js';
import { convolve, type Distribution, itemOutcomes } from '../enumerate/convolve.js';
import { entriesOf, joinStates, START, type State } from '../enumerate/join-bands.js';
import { RISK_LEVELS } from '../level.js';
import type { PlannedItem, ScoringPlan } from '../scoring/plan.js';
import { bandRank, partOf, rounded, scoreOf } from '../scoring/scale.js';
import { finding, type LintFinding } from './finding.js';

/** A form with more different sums than this is not looked at: it would take too long. */
const MOST = 100_000;

/** A level should rest on more than one answer. */
const TOO_FAR = 2;

/** Items of which one answer instead of another can move the bands' level by two or more, whatever else was answered. */
export function lintJumps({ plan }: Scorer): readonly LintFinding[] {
  const sums = plan.dimensions.map((_, index) => sumOf(plan.items, index));
  const others = plan.dimensions.map((_, index) => partsWithout(plan, sums, index));
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

/** What the other dimensions can bring to the overall score, ascending, by the level at which they cap. */
function partsWithout(
  plan: ScoringPlan,
  sums: readonly Distribution[],
  left: number,
): readonly (readonly number[])[] {
  let states: Iterable<State> = START;
  plan.dimensions.forEach((dimension, index) => {
    if (index === left) return;
    states = joinStates(states, entriesOf(plan, dimension, sums[index]!), MOST);
  });
  const all = [...states].sort((a, b) => a.part - b.part);
  return RISK_LEVELS.map((_, cap) =>
    all.filter(({ caps }) => caps[cap]! > 0n).map(({ part }) => part),
  );
}

/** By how many levels the answers with the fewest and the most points are apart, at most. */
function farthest(
  plan: ScoringPlan,
  { dimension, lowest, highest }: PlannedItem,
  rest: Distribution,
  partsByCap: readonly (readonly number[])[],
): number {
  const planned = plan.dimensions[dimension]!;
  const { bands, capsLevel } = planned;
  const overallAt = (part: number, sum: number): number =>
    bandRank(plan.bands, rounded(part + partOf(planned, sum)));
  const rankAt = (part: number, cap: number, sum: number): number => {
    const overall = overallAt(part, sum);
    if (plan.weightedSum) return overall;
    const own = capsLevel && bands !== null ? bandRank(bands, scoreOf(planned, sum)) : HIGHEST;
    return Math.min(overall, cap, own);
  };
  let most = 0;
  partsByCap.forEach((parts, cap) => {
    for (const sum of rest.keys()) {
      // With the others at this cap the level cannot move by more than the cap's own place.
      if (cap <= most) return;
      for (const rank of plan.bands.ranks) {
        // Of all that leave the overall band here with the fewest points, the highest goes farthest with the most.
        const part = lastOf(parts, (one) => overallAt(one, sum + lowest) <= rank);
        if (part === undefined) continue;
        most = Math.max(most, rankAt(part, cap, sum + highest) - rankAt(part, cap, sum + lowest));
      }
    }
  });
  return most;
}

/** The last of ascending values that fits; once one does not, none does. */
function lastOf(values: readonly number[], fits: (value: number) => boolean): number | undefined {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (fits(values[middle]!)) from = middle + 1;
    else to = middle;
  }
  return values[from - 1];
}

const HIGHEST = RISK_LEVELS.length - 1;
