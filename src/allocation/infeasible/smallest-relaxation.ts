import { solveLp } from '../../numerics/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import type { Rule, RuleKind } from '../compile/rules.js';
import type { RelativeRule } from '../problem.js';
import { findConflict, inOrder } from './find-conflict.js';
import { largestBreach } from './largest-breach.js';
import { leastBreaches } from './least-breaches.js';
import { firmRules, withoutNewShorts } from './no-new-shorts.js';
import { type OpenProgram, openProgram, weightsOf } from './open-program.js';
import { isRelative, moveLimits, type RuleBook, readRules } from './rule-book.js';

/** What one rule has to give way. */
export interface Relaxation {
  readonly rule: string;
  readonly kind: RuleKind;
  /** The asset, group or rule that is meant; empty for the rules on the whole portfolio. */
  readonly subject: string;
  /** The bound as it was stated. */
  readonly from: number;
  /**
   * The bound that can be met. Of a relative rule the multiple at which the portfolio `weights` stands; absent where that holds none of
   * what the members are a multiple of.
   */
  readonly to?: number;
  /** By how much, above 0: in the units of the bound, but for a relative rule the weight by which the members are off. */
  readonly by: number;
}

/** The least that has to give way so that the other rules can hold. */
export type SmallestRelaxation =
  | {
      readonly status: 'possible';
      /** In the order of the problem's rules, but the budget last; empty where all rules can hold. */
      readonly relaxations: readonly Relaxation[];
      /** A portfolio that meets all rules after they gave way. */
      readonly weights: Readonly<Record<string, number>>;
    }
  /**
   * What never gives way conflicts by itself: the rules named, none of them superfluous. All are hard, or floors that have given way
   * down to 0.
   */
  | { readonly status: 'impossible'; readonly conflicting: readonly string[] }
  /** The answer did not stand the check that a portfolio meets the rules to 1e-10 after they gave way. */
  | { readonly status: 'unproved' };

/** The largest breach of the loosened rules that counts as none. */
const TOLERANCE = 1e-10;

/** A breach below this part of its rule's bound is rounding. */
const ROUNDING = 1e-12;

/**
 * The smallest loosening of rules that lets all of them hold.
 *
 * Hard rules never give way, and a floor of at least 0 only as far as 0: nothing comes to be sold short. Of the others
 * those of the least priority give way first: the sum of the breaches of the highest priority is minimised, then that of
 * the next with the first kept as small, and so on. Within a priority the breaches are summed as they are, each in the
 * units of its bound. Among several answers that are equally small the rules whose names come first, by code units, give
 * way rather than others, so that the order of the problem does not matter; few give way, since the answer is a corner.
 * The loosened rules are solved again, and the weights found are checked against them one by one.
 *
 * `relative` are the problem's relative rules as stated, from which their new multiples are worked out.
 *
 * Source: J. W. Chinneck, Feasibility and Infeasibility in Optimization (2008), chapter 6, for elastic programs.
 */
export function smallestRelaxation(
  problem: CompiledProblem,
  relative: readonly RelativeRule[] = [],
): SmallestRelaxation {
  const book = readRules(problem);
  const open = openProgram(book, ({ priority }) => (priority === 'hard' ? 'holds' : 'soft'));
  const x = leastBreaches(withoutNewShorts(book, open));
  if (x === undefined) return impossible(book);
  const amounts = amountsOf(book, open, x);
  const loosened = moveLimits(book, amounts);
  const weights = weightsThatHold(loosened);
  if (weights === undefined || largestBreach(loosened, weights) > TOLERANCE) {
    return Object.freeze({ status: 'unproved' });
  }
  const relaxations = inOrder(book.rules, new Set(amounts.keys())).map((rule) =>
    relaxationOf(book, rule, amounts.get(rule)!, weights, relative),
  );
  return Object.freeze({
    status: 'possible',
    relaxations: Object.freeze(relaxations),
    weights: Object.freeze(
      Object.fromEntries(book.assets.map((asset, a) => [asset, weights[a]! + 0])),
    ),
  });
}

function impossible(book: RuleBook): SmallestRelaxation {
  const firm = firmRules(book);
  const conflict = findConflict(firm, firm.rules);
  if (conflict === undefined) return Object.freeze({ status: 'unproved' });
  const conflicting = inOrder(firm.rules, conflict.support).map(({ name }) => name);
  return Object.freeze({ status: 'impossible', conflicting: Object.freeze(conflicting) });
}

/** By how much the limit of each broken rule has to move. */
function amountsOf(
  { rules, limits }: RuleBook,
  { columns }: OpenProgram,
  x: Float64Array,
): ReadonlyMap<Rule, number> {
  const amounts = new Map<Rule, number>();
  columns.forEach(({ breaks, asset, sign }, j) => {
    if (breaks === undefined) return;
    // What fills up a row up to its lower limit moves that limit down.
    const moved = (asset < 0 ? -sign : sign) * x[j]!;
    amounts.set(breaks, (amounts.get(breaks) ?? 0) + moved);
  });
  return new Map(
    rules.flatMap((rule): readonly [Rule, number][] => {
      const amount = amounts.get(rule) ?? 0;
      const size = Math.max(rule.unit, Math.abs(limits.get(rule)!));
      return Math.abs(amount) > ROUNDING * size ? [[rule, amount]] : [];
    }),
  );
}

/** Some weights that meet all rules. */
function weightsThatHold(book: RuleBook): Float64Array | undefined {
  const open = openProgram(book, () => 'holds');
  const result = solveLp(open.program);
  return result.status === 'optimal' ? weightsOf(open, result.x) : undefined;
}

function relaxationOf(
  { assets }: RuleBook,
  rule: Rule,
  amount: number,
  weights: Float64Array,
  relative: readonly RelativeRule[],
): Relaxation {
  const { name, kind, subject, bound } = rule;
  const sum = (members: readonly string[]): number =>
    members.reduce((total, member) => total + weights[assets.indexOf(member)]!, 0);
  const base = { rule: name, kind, subject, from: bound + 0, by: Math.abs(amount) };
  if (!isRelative(rule)) return Object.freeze({ ...base, to: bound + amount + 0 });
  const own = relative.find(({ id }) => id === subject);
  const others = own === undefined ? 0 : sum(own.of);
  if (own === undefined || !(others > TOLERANCE)) return Object.freeze(base);
  return Object.freeze({ ...base, to: sum(own.members) / others + 0 });
}
