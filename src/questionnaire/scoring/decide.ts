import type { Context, Surroundings } from './context.js';
import type { Truth } from './evaluate.js';
import type { PlannedRule, ScoringPlan } from './plan.js';
import type { Reading } from './reading.js';
import { bandRank } from './scale.js';
import { lowestRank, type Standing } from './standing.js';

/** What the bands and the rules make of a form. */
export interface Decision {
  /** Place among `RISK_LEVELS` of the lowest of the overall band and the capping dimensions'. */
  readonly lowest: number;
  /** Of the overall band alone. */
  readonly weighted: number;
  /** Of the bands' level, by the form's combination. */
  readonly banded: number;
  /** Of the level after knock-outs and ceilings, which the controls see; `null` where one that cannot be known may lower it. */
  readonly before: number | null;
  /** Of the level after all rules; `STOPPED`, or `UNKNOWN` where a missing fact decides. */
  readonly rank: number;
  /** What each rule says. */
  readonly truths: readonly Truth[];
  /** What each rule caps the level at; 4 where it caps nothing. */
  readonly caps: readonly number[];
}

/** There is no level: a knock-out stops, or a control blocks. */
export const STOPPED = -1;

/** The level cannot be known: a rule that would lower it reads something missing. */
export const UNKNOWN = -2;

/** The highest place among `RISK_LEVELS`: it caps nothing. */
const FREE = 4;

/**
 * Applies the bands and then the rules. Knock-outs and ceilings see the bands' level, controls the level after them;
 * what a rule caps does not depend on the others, so their order has no influence. Where a ceiling cannot be known
 * and may lower the level, controls do not know the level either, even if the ceiling is taken to hold.
 *
 * @param assume whether a cap holds whose condition cannot be known, or leaves the level unknown.
 */
export function decide(
  plan: ScoringPlan,
  reading: Reading,
  standing: Standing,
  surroundings: Surroundings,
  assume: boolean,
): Decision {
  const lowest = lowestRank(standing);
  const weighted = standing.overall.rank;
  const banded = plan.weightedSum ? weighted : lowest;
  if (plan.rules.length === 0) {
    return {
      lowest,
      weighted,
      banded,
      before: banded,
      rank: banded,
      truths: NO_TRUTHS,
      caps: NO_CAPS,
    };
  }
  const truths: Truth[] = [];
  const caps: number[] = [];
  let [held, mayCap] = [banded, FREE];
  let before: number | null = banded;
  let [stops, mayStop] = [false, false];
  let context: Context = { plan, reading, surroundings, standing, rank: banded };
  plan.rules.forEach((rule, index) => {
    if (rule.kind === 'control' && plan.rules[index - 1]?.kind !== 'control') {
      before = mayCap < held ? null : held;
      context = { ...context, rank: before };
    }
    const truth = rule.evaluate(context);
    const cap = truth === false ? FREE : capOf(rule, plan, standing);
    truths.push(truth);
    caps.push(cap);
    if (rule.effect === 'stop' || rule.effect === 'block') {
      stops ||= truth === true;
      mayStop ||= truth === null;
    }
    if (truth === true) held = Math.min(held, cap);
    else mayCap = Math.min(mayCap, cap);
  });
  const rank = assume ? Math.min(held, mayCap) : mayCap < held ? UNKNOWN : held;
  return {
    lowest,
    weighted,
    banded,
    before,
    rank: stops ? STOPPED : mayStop ? UNKNOWN : rank,
    truths,
    caps,
  };
}

function capOf(
  { effect, rank, bandOf }: PlannedRule,
  plan: ScoringPlan,
  standing: Standing,
): number {
  if (effect !== 'cap') return FREE;
  if (bandOf === null) return rank;
  if (bandOf < 0) return standing.overall.rank;
  return bandRank(plan.dimensions[bandOf]!.bands!, standing.dimensions[bandOf]!.score.score);
}

const NO_TRUTHS: readonly Truth[] = Object.freeze([]);
const NO_CAPS: readonly number[] = Object.freeze([]);
