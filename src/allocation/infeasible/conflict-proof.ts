import type { Rule } from '../compile/rules.js';
import { type Balance, balance, weighed } from './balance.js';
import { inOrder } from './find-conflict.js';
import type { Refutation } from './refute.js';
import { partOf, type RuleBook } from './rule-book.js';

/** One rule's part in the proof. */
export interface ConflictTerm {
  readonly rule: string;
  /** Whether the rule says that Σ coefficients·weights is at least, or at most, the limit. */
  readonly sense: 'at-least' | 'at-most';
  /** Above 0; the largest of all is 1. */
  readonly multiplier: number;
  /**
   * By asset, where not 0. Of a rule with kinks (turnover, shorts, leverage, returns net of costs) it is a straight line that follows
   * from the rule.
   */
  readonly coefficients: Readonly<Record<string, number>>;
  readonly limit: number;
  /** If this rule alone gave way, it would have to by at least this much. In the units of the limit. */
  readonly looseBy: number;
}

/**
 * Why rules cannot hold together, to be checked by hand: add up multiplier × coefficients of all terms, those that are
 * `at-least` with plus and the others with minus. Every asset comes to 0, but the limits come to `gap`, so that 0 ≥ gap > 0.
 *
 * Source: G. Farkas, Theorie der einfachen Ungleichungen (1902).
 */
export interface ConflictProof {
  readonly terms: readonly ConflictTerm[];
  readonly gap: number;
}

/** A sum below this part of the size of its terms is 0. */
const ROUNDING = 1e-10;

/** A gap below this part of the size of its terms may be rounding. */
const GAP_ROUNDING = 1e-13;

/** Writes a proof by rules, and checks it; nothing where it does not hold. */
export function proveConflict(book: RuleBook, conflict: Refutation): ConflictProof | undefined {
  const lines = linesOf(book, conflict);
  if (lines === undefined) return undefined;
  const largest = Math.max(...lines.map(({ multiplier }) => Math.abs(multiplier)));
  const scaled = lines.map((line) => ({ ...line, multiplier: line.multiplier / largest }));
  const gap = checkedGap(scaled, book.assets.length);
  if (gap === undefined) return undefined;
  const lineOf = new Map(scaled.map((line) => [line.rule, line]));
  const terms = inOrder(book.rules, new Set(lineOf.keys())).map((rule): ConflictTerm => {
    const { multiplier, coefficients, limit } = lineOf.get(rule)!;
    const named = [...coefficients].filter(([, own]) => own !== 0);
    return Object.freeze({
      rule: rule.name,
      sense: multiplier > 0 ? 'at-least' : 'at-most',
      multiplier: Math.abs(multiplier),
      coefficients: Object.freeze(
        Object.fromEntries(named.map(([a, own]) => [book.assets[a]!, own])),
      ),
      limit: limit + 0,
      looseBy: gap / Math.abs(multiplier),
    });
  });
  return Object.freeze({ terms: Object.freeze(terms), gap });
}

/** A rule as a straight condition on weights, at least its limit where the multiplier is above 0. */
interface Line {
  readonly rule: Rule;
  readonly multiplier: number;
  readonly coefficients: ReadonlyMap<number, number>;
  readonly limit: number;
}

function linesOf(
  book: RuleBook,
  { multipliers, support }: Refutation,
): readonly Line[] | undefined {
  const terms = weighed(book, multipliers);
  const balances: Balance[] = [];
  for (let a = 0; a < book.assets.length; a++) {
    const own = balance(book, support, terms, a);
    if (own === undefined) return undefined;
    balances.push(own);
  }
  const rows = terms.map(({ condition, multiplier }, t): Line => {
    const rule = (multiplier > 0 ? condition.lower : condition.upper)!;
    let limit = book.limits.get(rule)!;
    const coefficients = new Map<number, number>();
    balances.forEach(({ weight, slopes }, a) => {
      coefficients.set(a, slopes[t]! + 0);
      // The line through the point; without kinks it goes through the origin.
      if (condition.kinks.length > 0) limit += slopes[t]! * weight - partOf(condition, a, weight);
    });
    return { rule, multiplier, coefficients, limit };
  });
  const bounds = balances.flatMap(({ excess }, a): readonly Line[] => {
    if (excess === 0) return [];
    const rule = (excess > 0 ? book.ceilings : book.floors)[a]!;
    const coefficients = new Map([[a, 1]]);
    return [{ rule, multiplier: -excess, coefficients, limit: book.limits.get(rule)! }];
  });
  return [...rows, ...bounds];
}

/** The sum of the limits, where it is above 0 and the sums of the coefficients are 0, both by more than rounding. */
function checkedGap(lines: readonly Line[], size: number): number | undefined {
  const sums = new Float64Array(size);
  const sizes = new Float64Array(size);
  let gap = 0;
  let gapSize = 0;
  for (const { multiplier, coefficients, limit } of lines) {
    gap += multiplier * limit;
    gapSize += Math.abs(multiplier * limit);
    for (const [a, own] of coefficients) {
      sums[a]! += multiplier * own;
      sizes[a]! += Math.abs(multiplier * own);
    }
  }
  if (sums.some((sum, a) => Math.abs(sum) > ROUNDING * sizes[a]!)) return undefined;
  return gap > GAP_ROUNDING * gapSize ? gap : undefined;
}
