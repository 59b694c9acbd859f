import { RISK_LEVELS } from '../level.js';
import type { PlannedDimension, ScoringPlan } from '../scoring/plan.js';
import { bandRank, partOf, rounded, scoreOf } from '../scoring/scale.js';
import { checkSums } from './check-sums.js';
import type { Distribution } from './convolve.js';
import type { Joined } from './join-counted.js';
import { zeros } from './outcomes.js';

/**
 * Does what `joinCounted` does, for more completions than a number counts: by the overall score so far and the lowest cap so
 * far. Of the last and largest dimension only the places are counted where a level changes.
 */
export function joinBands(plan: ScoringPlan, sums: readonly Distribution[]): Joined<bigint> {
  const dimensions = plan.dimensions.map((dimension, index) =>
    entriesOf(plan, dimension, sums[index]!),
  );
  dimensions.sort((a, b) => a.length - b.length);
  const last = dimensions.pop()!;
  let states: Iterable<State> = START;
  for (const entries of dimensions) states = joinStates(states, entries);
  const joined = { levels: zeros(), overall: zeros() };
  for (const state of states) addState(plan, state, last, joined);
  return joined;
}

/** One sum of a dimension. */
interface Entry {
  /** What it brings to the overall score. */
  readonly part: number;
  /** Place of the level at which it caps. */
  readonly cap: number;
  readonly ways: bigint;
}

/** Completions of some dimensions that bring the same to the overall score, by their lowest cap. */
export interface State {
  readonly part: number;
  readonly caps: readonly bigint[];
}

/** No dimension yet: nothing scored, nothing capped. */
export const START: readonly State[] = Object.freeze([
  Object.freeze({ part: 0, caps: Object.freeze([0n, 0n, 0n, 0n, 1n]) }),
]);

/** A dimension's sums, ascending. */
export function entriesOf(
  { weightedSum }: ScoringPlan,
  dimension: PlannedDimension,
  sums: Distribution,
): Entry[] {
  const { bands, capsLevel } = dimension;
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([sum, ways]) => ({
      part: partOf(dimension, sum),
      cap:
        bands !== null && capsLevel && !weightedSum
          ? bandRank(bands, scoreOf(dimension, sum))
          : RISK_LEVELS.length - 1,
      ways,
    }));
}

/** Far below the last digit of a score, and far above what binary fractions leave. */
const SAME = 1e11;

/** Adds one dimension more; refuses what has more than `most` different sums. */
export function joinStates(
  states: Iterable<State>,
  entries: readonly Entry[],
  most?: number,
): Iterable<State> {
  const joined = new Map<number, State & { readonly caps: bigint[] }>();
  for (const state of states) {
    checkSums(joined.size, most);
    for (const { part, cap, ways } of entries) {
      const sum = state.part + part;
      const key = Math.round(sum * SAME);
      let target = joined.get(key);
      if (target === undefined) {
        target = { part: sum, caps: zeros() };
        joined.set(key, target);
      }
      const { caps } = target;
      state.caps.forEach((number, rank) => {
        if (number > 0n) caps[Math.min(rank, cap)]! += number * ways;
      });
    }
  }
  return joined.values();
}

/** Goes up the last dimension's sums; as long as neither its cap nor the overall band changes, ways are only added. */
function addState(
  plan: ScoringPlan,
  state: State,
  entries: readonly Entry[],
  to: Joined<bigint>,
): void {
  let [run, cap, overall] = [0n, -1, -1];
  const close = (): void => {
    if (run === 0n) return;
    state.caps.forEach((number, rank) => {
      if (number === 0n) return;
      const level = plan.weightedSum ? overall : Math.min(rank, cap, overall);
      to.levels[level]! += number * run;
      to.overall[overall]! += number * run;
    });
  };
  for (const entry of entries) {
    const band = bandRank(plan.bands, rounded(state.part + entry.part));
    if (band !== overall || entry.cap !== cap) {
      close();
      [run, cap, overall] = [0n, entry.cap, band];
    }
    run += entry.ways;
  }
  close();
}
