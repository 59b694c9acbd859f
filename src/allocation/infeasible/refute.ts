import { type LpResult, solveLp } from '../../numerics/index.js';
import type { Rule } from '../compile/rules.js';
import { balance, type Multipliers, weighed } from './balance.js';
import { type OpenProgram, openProgram } from './open-program.js';
import type { RuleBook } from './rule-book.js';

/** Why some rules cannot hold together. */
export interface Refutation {
  readonly multipliers: Multipliers;
  /** The rules that have a part in it. */
  readonly support: ReadonlySet<Rule>;
}

/** A proof that the kept rules cannot hold together; nothing where they can, or where there is no proof. */
export function refute(book: RuleBook, kept: ReadonlySet<Rule>): Refutation | undefined {
  const open = openProgram(book, (rule) => (kept.has(rule) ? 'holds' : 'open'));
  const result = solveLp(open.program);
  if (result.status !== 'infeasible' || result.farkas.crossed !== 'none') return undefined;
  return refutation(book, kept, byCondition(book, open, result.farkas.rows));
}

/**
 * A proof that breaks as little as possible of some rules: these are weighed as softly as the others allow.
 *
 * Undefined where all can hold.
 */
export function refuteSoftly(
  book: RuleBook,
  kept: ReadonlySet<Rule>,
  soft: ReadonlySet<Rule>,
): Refutation | undefined {
  const open = openProgram(book, (rule) => {
    if (!kept.has(rule)) return 'open';
    return soft.has(rule) ? 'soft' : 'holds';
  });
  const cost = Float64Array.from(open.columns, ({ breaks }) => (breaks === undefined ? 0 : 1));
  const result: LpResult = solveLp({ ...open.program, cost });
  if (result.status !== 'optimal' || !(result.objective > 0)) return undefined;
  return refutation(book, kept, byCondition(book, open, result.rowDuals));
}

function byCondition(
  { conditions }: RuleBook,
  { rows }: OpenProgram,
  prices: Float64Array,
): Multipliers {
  const places = new Map(rows.map((condition, r) => [condition, r]));
  return Float64Array.from(conditions, (condition) => {
    const row = places.get(condition);
    return row === undefined ? 0 : prices[row]!;
  });
}

/** A proof with the rules that have a part in it. */
export function refutation(
  book: RuleBook,
  kept: ReadonlySet<Rule>,
  multipliers: Multipliers,
): Refutation {
  return { multipliers, support: supportOf(book, kept, multipliers) };
}

function supportOf(
  book: RuleBook,
  kept: ReadonlySet<Rule>,
  multipliers: Multipliers,
): ReadonlySet<Rule> {
  const support = new Set<Rule>();
  const terms = weighed(book, multipliers);
  for (const { condition, multiplier } of terms) {
    support.add((multiplier > 0 ? condition.lower : condition.upper)!);
  }
  for (let a = 0; a < book.assets.length; a++) {
    const excess = balance(book, kept, terms, a)?.excess ?? 0;
    if (excess !== 0) support.add((excess > 0 ? book.ceilings : book.floors)[a]!);
  }
  return support;
}
