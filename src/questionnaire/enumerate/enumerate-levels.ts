import { checkObject } from '../../errors/index.js';
import { compileQuestionnaire } from '../compile.js';
import type { QuestionnaireDefinition } from '../definition.js';
import { RISK_LEVELS, type RiskLevel } from '../level.js';
import { readsIn } from '../scoring/condition-reads.js';
import type { PlannedRule, ScoringPlan } from '../scoring/plan.js';
import type { Answers } from '../scoring/result.js';
import type { ScoreOptions } from '../scoring/score.js';
import { checkSurroundings } from '../scoring/surroundings.js';
import { addBranch } from './add-branch.js';
import { branchesOf } from './branches.js';
import { levelShares, noOutcomes, type Outcomes, shareOf } from './outcomes.js';

/** What else is known while completions are counted. */
export interface EnumerateOptions {
  /** Facts that the form's rules read, as in `scoreQuestionnaire`. */
  readonly facts?: ScoreOptions['facts'];
}

/** What a form can say. */
export interface LevelDistribution {
  /** How many completions there are, exact, as a whole number in text: it can exceed what a number holds. */
  readonly completions: string;
  /** By level, all five, from C1 up. */
  readonly levels: Readonly<Record<RiskLevel, LevelShare>>;
  /** Completions that give no level, because a knock-out stops or a control blocks. */
  readonly stopped: LevelShare;
  /** Completions of which it cannot be said, because a rule that would decide reads a fact that was not given. */
  readonly unknown: LevelShare;
  /** The lowest and the highest level that some completion gives; `null` where none gives one. */
  readonly lowest: RiskLevel | null;
  readonly highest: RiskLevel | null;
  /** The same by dimension, from its own band; only dimensions with bands. */
  readonly dimensions: Readonly<Record<string, Readonly<Record<RiskLevel, LevelShare>>>>;
  /** Of the overall band alone. */
  readonly overall: Readonly<Record<RiskLevel, LevelShare>>;
  /** Rules that read the way of answering, such as the time taken, and were left out, by id. */
  readonly leftOut: readonly string[];
}

/** A part of all completions. */
export interface LevelShare {
  /** Exact, as a whole number in text. */
  readonly completions: string;
  /** Decimal fraction of all. */
  readonly share: number;
}

/**
 * Counts, over all ways to fill a form in, how often each level comes out: what the form *can* say, and what it
 * cannot.
 *
 * The count is exact. Points are convolved item by item within each dimension, and the dimensions are then joined; the
 * completions themselves, 12 items of 4 options being 16 million, are never gone through. Only items that a rule or a
 * `showIf` reads are taken one answer after the other. A numeric item counts one completion for each step, cut
 * where a rule compares the number; a multiple choice one for each allowed set of options.
 *
 * @param definition the form.
 * @param fixed answers that are given: only completions with them are counted.
 * @throws AptfolioError as `compileQuestionnaire` and for answers that do not fit; `too-long` with the path
 * `definition.items` where rules read so many items that more than a million combinations would have to be gone through,
 * where the points have more than a million different sums, or
 * where a rule reckons with a number that is not whole or has more than 1000 values.
 *
 * @example
 * ```ts
 * import { enumerateLevels } from 'aptfolio/questionnaire';
 *
 * const form = {
 *   id: 'two-questions', validMonths: 12, mandatory: [],
 *   bands: [{ from: 0, level: 'C1' }, { from: 50, level: 'C3' }],
 *   overallWeights: { capacity: 0.5, tolerance: 0.5 },
 *   items: [
 *     { id: 'horizon', factor: 'horizon', dimension: 'capacity', weight: 1, points: [0, 5, 10] },
 *     { id: 'loss', factor: 'maxLoss', dimension: 'tolerance', weight: 1, points: [0, 5, 10] },
 *   ],
 * };
 * const all = enumerateLevels(form);
 * all.completions; // => '9'
 * all.levels.C3; // => { completions: '4', share: 0.4444444444444444 }
 * enumerateLevels(form, { horizon: 0 }).highest; // => 'C1'
 * ```
 */
export function enumerateLevels(
  definition: QuestionnaireDefinition,
  fixed: Answers = {},
  options: EnumerateOptions = {},
): LevelDistribution {
  const { plan } = compileQuestionnaire(definition);
  const { facts } = checkObject(options, 'options') as EnumerateOptions;
  const surroundings = checkSurroundings(facts === undefined ? {} : { facts });
  const { rules, leftOut } = rulesToTell(plan);
  const told: ScoringPlan = { ...plan, rules };
  const outcomes = noOutcomes(plan.dimensions.length);
  for (const reading of branchesOf(told, fixed, surroundings)) {
    addBranch(told, reading, surroundings, outcomes);
  }
  return distributionOf(plan, outcomes, leftOut);
}

/** Rules on the way of answering cannot be told from what is answered. */
function rulesToTell({ rules }: ScoringPlan): {
  readonly rules: readonly PlannedRule[];
  readonly leftOut: readonly string[];
} {
  const measured = rules.filter(({ rule }) => readsIn(rule.when).some((read) => 'measure' in read));
  return {
    rules: rules.filter((rule) => !measured.includes(rule)),
    leftOut: Object.freeze(measured.map(({ rule }) => rule.id)),
  };
}

function distributionOf(
  { dimensions }: ScoringPlan,
  outcomes: Outcomes,
  leftOut: readonly string[],
): LevelDistribution {
  const { levels, overall, stopped, unknown } = outcomes;
  const total = levels.reduce((sum, count) => sum + count, stopped + unknown);
  const reached = RISK_LEVELS.filter((_, rank) => levels[rank]! > 0n);
  return Object.freeze({
    completions: `${total}`,
    levels: levelShares(levels, total),
    stopped: shareOf(stopped, total),
    unknown: shareOf(unknown, total),
    lowest: reached[0] ?? null,
    highest: reached[reached.length - 1] ?? null,
    overall: levelShares(overall, total),
    dimensions: Object.freeze(
      Object.fromEntries(
        dimensions.flatMap(({ name, bands }, index) =>
          bands === null ? [] : [[name, levelShares(outcomes.dimensions[index]!, total)]],
        ),
      ),
    ),
    leftOut,
  });
}
