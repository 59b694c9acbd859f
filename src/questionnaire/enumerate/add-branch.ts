import type { Condition } from '../condition.js';
import { RISK_LEVELS } from '../level.js';
import type { Context, Surroundings } from '../scoring/context.js';
import { collect } from '../scoring/evaluate.js';
import type { ScoringPlan } from '../scoring/plan.js';
import { NO_ANSWER, type Reading } from '../scoring/reading.js';
import { bandRank, scoreOf } from '../scoring/scale.js';
import { convolve, type Distribution, itemOutcomes, waysOf } from './convolve.js';
import { decideEach } from './decide-each.js';
import { joinBands } from './join-bands.js';
import type { Outcomes } from './outcomes.js';

/** Counts the completions of one branch. */
export function addBranch(
  plan: ScoringPlan,
  reading: Reading,
  surroundings: Surroundings,
  outcomes: Outcomes,
): void {
  const sums = plan.dimensions.map((_, index) => sumsOf(plan, reading, index));
  const unscored = plan.items.filter((item, index) => {
    return item.dimension < 0 && reading.chosen[index] === NO_ANSWER;
  });
  const factor = unscored.reduce((product, item) => product * waysOf(itemOutcomes(item)), 1n);
  addMarginals(plan, sums, factor, outcomes);
  if (needsScores(plan, reading, surroundings)) {
    decideEach(plan, reading, surroundings, sums, factor, outcomes);
    return;
  }
  const { levels, overall } = joinBands(plan, sums);
  const cut = cutOf(plan, reading, surroundings);
  levels.forEach((ways, rank) => {
    const count = ways * factor;
    const level = Math.min(rank, cut.cap);
    if (cut.stops) outcomes.stopped += count;
    else if (cut.mayStop || cut.mayCap < level) outcomes.unknown += count;
    else outcomes.levels[level]! += count;
    outcomes.overall[rank]! += overall[rank]! * factor;
  });
}

/** Sums of a dimension's points: what is answered or hidden, and all that the open items can bring. */
function sumsOf({ items }: ScoringPlan, reading: Reading, dimension: number): Distribution {
  const own = items
    .map((item, index) => ({ item, index }))
    .filter(({ item }) => item.dimension === dimension);
  const parts = own.map(({ item, index }) =>
    reading.chosen[index] === NO_ANSWER
      ? itemOutcomes(item)
      : new Map([[reading.points[index]!, 1n]]),
  );
  return parts.reduce<Distribution>(convolve, new Map([[0, 1n]]));
}

function addMarginals(
  { dimensions }: ScoringPlan,
  sums: readonly Distribution[],
  factor: bigint,
  outcomes: Outcomes,
): void {
  const all = sums.map(waysOf);
  dimensions.forEach((dimension, index) => {
    if (dimension.bands === null) return;
    const others = all.reduce(
      (product, ways, d) => (d === index ? product : product * ways),
      factor,
    );
    for (const [sum, ways] of sums[index]!) {
      const rank = bandRank(dimension.bands, scoreOf(dimension, sum));
      outcomes.dimensions[index]![rank]! += ways * others;
    }
  });
}

/** What the rules do to every completion of a branch. */
interface Cut {
  readonly stops: boolean;
  readonly mayStop: boolean;
  readonly cap: number;
  readonly mayCap: number;
}

function cutOf(plan: ScoringPlan, reading: Reading, surroundings: Surroundings): Cut {
  const context: Context = { plan, reading, surroundings, standing: null, rank: null };
  const highest = RISK_LEVELS.length - 1;
  let [stops, mayStop, cap, mayCap] = [false, false, highest, highest];
  for (const { effect, evaluate, rank } of plan.rules) {
    const truth = evaluate(context);
    if (effect === 'stop' || effect === 'block') {
      stops ||= truth === true;
      mayStop ||= truth === null;
    } else if (effect === 'cap') {
      if (truth === true) cap = Math.min(cap, rank);
      if (truth === null) mayCap = Math.min(mayCap, rank);
    }
  }
  return { stops, mayStop, cap, mayCap };
}

/** Whether a rule that decides reads scores, and the answers alone do not settle it. */
function needsScores(plan: ScoringPlan, reading: Reading, surroundings: Surroundings): boolean {
  const context: Context = { plan, reading, surroundings, standing: null, rank: null };
  return plan.rules.some(({ effect, rule, bandOf, evaluate }) => {
    if (effect === 'refer' || effect === 'note') return false;
    const truth = evaluate(context);
    return bandOf !== null ? truth !== false : truth === null && readsScores(rule.when);
  });
}

function readsScores(condition: Condition): boolean {
  let reads = false;
  collect(condition, (operand) => {
    reads ||= 'score' in operand || 'band' in operand;
  });
  return reads;
}
