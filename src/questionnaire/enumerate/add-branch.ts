import { RISK_LEVELS } from '../level.js';
import { readsScores } from '../scoring/condition-reads.js';
import type { Context, Surroundings } from '../scoring/context.js';
import type { ScoringPlan } from '../scoring/plan.js';
import { NO_ANSWER, type Reading } from '../scoring/reading.js';
import { bandRank, scoreOf } from '../scoring/scale.js';
import { convolve, type Distribution, itemOutcomes, waysOf } from './convolve.js';
import { countedSums } from './counted-sums.js';
import { decideEach } from './decide-each.js';
import { joinBands } from './join-bands.js';
import { type Joined, joinCounted } from './join-counted.js';
import { type Outcomes, zeros } from './outcomes.js';

/** Counts the completions of one branch. */
export function addBranch(
  plan: ScoringPlan,
  reading: Reading,
  surroundings: Surroundings,
  outcomes: Outcomes,
): void {
  const parts = plan.dimensions.map((_, index) => partsOf(plan, reading, index));
  const unscored = plan.items.filter((item, index) => {
    return item.dimension < 0 && reading.chosen[index] === NO_ANSWER;
  });
  const factor = unscored.reduce((product, item) => product * waysOf(itemOutcomes(item)), 1n);
  if (needsScores(plan, reading, surroundings)) {
    const sums = parts.map(sumOfParts);
    addMarginals(plan, sums, factor, outcomes);
    decideEach(plan, reading, surroundings, sums, factor, outcomes);
    return;
  }
  const { levels, overall } = joined(plan, parts, factor, outcomes);
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

/** Up to this many completions a number counts exactly, and faster. */
const MOST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

function joined(
  plan: ScoringPlan,
  parts: readonly (readonly Distribution[])[],
  factor: bigint,
  outcomes: Outcomes,
): Joined<bigint> {
  const all = parts.flat().reduce((product, part) => product * waysOf(part), 1n);
  if (all > MOST_EXACT) {
    const sums = parts.map(sumOfParts);
    addMarginals(plan, sums, factor, outcomes);
    return joinBands(plan, sums);
  }
  const counted = parts.map(countedSums);
  const asPairs = counted.map(({ sums, ways }) =>
    sums.map((sum, index): readonly [number, number] => [sum, ways[index]!]),
  );
  addMarginals(plan, asPairs, factor, outcomes);
  const { levels, overall } = joinCounted(plan, counted);
  return { levels: levels.map(BigInt), overall: overall.map(BigInt) };
}

/** What the items of a dimension bring: what is answered or hidden, and all that the open ones can. */
function partsOf(
  { items }: ScoringPlan,
  reading: Reading,
  dimension: number,
): readonly Distribution[] {
  return items.flatMap((item, index) => {
    if (item.dimension !== dimension) return [];
    const open = reading.chosen[index] === NO_ANSWER;
    return [open ? itemOutcomes(item) : new Map([[reading.points[index]!, 1n]])];
  });
}

function sumOfParts(parts: readonly Distribution[]): Distribution {
  return parts.reduce<Distribution>(convolve, new Map([[0, 1n]]));
}

/** Adds up by the dimensions' own bands: ways of one rank first, so that large counts are multiplied once. */
function addMarginals(
  { dimensions }: ScoringPlan,
  sums: readonly Iterable<readonly [number, number | bigint]>[],
  factor: bigint,
  outcomes: Outcomes,
): void {
  const byRank = dimensions.map((dimension, index) => {
    const ranks = zeros();
    for (const [sum, ways] of sums[index]!) {
      const rank =
        dimension.bands === null ? 0 : bandRank(dimension.bands, scoreOf(dimension, sum));
      ranks[rank]! += BigInt(ways);
    }
    return ranks;
  });
  const all = byRank.map((ranks) => ranks.reduce((sum, ways) => sum + ways, 0n));
  dimensions.forEach(({ bands }, index) => {
    if (bands === null) return;
    const others = all.reduce(
      (product, ways, d) => (d === index ? product : product * ways),
      factor,
    );
    byRank[index]!.forEach((ways, rank) => {
      outcomes.dimensions[index]![rank]! += ways * others;
    });
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
