import type { Rule } from '../compile/rules.js';
import { type Refutation, refute, refuteSoftly } from './refute.js';
import type { RuleBook } from './rule-book.js';
import { simplify } from './simplify.js';

/**
 * Rules out of the given ones that cannot hold together, none of them superfluous, with the proof; nothing if there is no conflict.
 *
 * A deletion filter: each rule in turn is left out for good when the others still conflict without it. Every proof
 * cuts the candidates down to the rules that have a part in it. Defaults are tried first, all ceilings at once, then
 * all floors, so that what remains speaks of what the caller stated; where some of them are needed the proof that
 * leans on them least decides which. With no short positions the budget implies default ceilings. The budget is last.
 *
 * Source: J. W. Chinneck and E. W. Dravnieks, Locating minimal infeasible constraint sets in linear
 * programs, ORSA Journal on Computing 3 (1991).
 */
export function findConflict(book: RuleBook, among: Iterable<Rule>): Refutation | undefined {
  let kept: ReadonlySet<Rule> = new Set(among);
  for (const kind of ['max', 'min'] as const) {
    const defaults = new Set([...kept].filter((rule) => rule.kind === kind && !rule.stated));
    if (defaults.size === 0) continue;
    const others = without(kept, defaults);
    const needed = refute(book, others) ?? refuteSoftly(book, kept, defaults);
    // All can hold; or nothing is proved, which the next step finds out again.
    if (needed === undefined) break;
    kept = new Set([...kept].filter((rule) => !defaults.has(rule) || needed.support.has(rule)));
  }
  const found = refute(book, kept);
  return found === undefined ? undefined : shrink(book, found);
}

function shrink(book: RuleBook, start: Refutation): Refutation {
  const order = deletionOrder(book.rules);
  const corner = simplify(book, start, order);
  if (corner === start) return start;
  // What rounding was left on the way is looked at once more.
  const confirmed = corner === undefined ? undefined : refute(book, corner.support);
  if (confirmed !== undefined && confirmed.support.size === corner!.support.size) return confirmed;
  return deleteInTurn(book, start, order);
}

/** Leaves out for good what is not needed, the rules in their order, as many at a time as can go together. */
function deleteInTurn(book: RuleBook, found: Refutation, order: readonly Rule[]): Refutation {
  const candidates = order.filter((rule) => found.support.has(rule));
  if (candidates.length === 0) return found;
  const smaller = refute(book, without(found.support, new Set(candidates)));
  if (smaller !== undefined) return smaller;
  if (candidates.length === 1) return found;
  const half = candidates.length >> 1;
  const first = deleteInTurn(book, found, candidates.slice(0, half));
  return deleteInTurn(book, first, candidates.slice(half));
}

function without(rules: ReadonlySet<Rule>, left: ReadonlySet<Rule>): ReadonlySet<Rule> {
  return new Set([...rules].filter((rule) => !left.has(rule)));
}

function deletionOrder(rules: readonly Rule[]): readonly Rule[] {
  const stated = rules.filter((rule) => rule.stated);
  return [
    ...rules.filter((rule) => !rule.stated && rule.kind === 'max'),
    ...rules.filter((rule) => !rule.stated && rule.kind !== 'max'),
    ...stated.filter((rule) => !isBudget(rule)),
    ...stated.filter(isBudget),
  ];
}

/** Rules in the order in which results list them: as in the problem, but the budget last. */
export function inOrder(rules: readonly Rule[], chosen: ReadonlySet<Rule>): readonly Rule[] {
  const own = rules.filter((rule) => chosen.has(rule));
  return [...own.filter((rule) => !isBudget(rule)), ...own.filter(isBudget)];
}

function isBudget({ kind }: Rule): boolean {
  return kind === 'budget' || kind === 'budget-min' || kind === 'budget-max';
}
