import type { RuleCondition } from '../condition.js';
import type { Truth } from '../decision.js';
import { negate } from '../evaluate/compare.js';
import { evaluate } from '../evaluate/evaluate.js';
import type { RuleResult } from '../evaluate/rule-truth.js';
import type { Situation } from '../evaluate/situation.js';
import type { Rulebook, RuleInForce, Surroundings } from '../rulebook.js';
import { forCondition, type Ways } from './ways.js';

/** A condition of which the known parts are worked out and the unknown ones are numbered. */
export type Formula =
  | Truth
  | { readonly atom: number }
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] }
  | { readonly not: Formula };

/** The rules that are unknown, as formulas over what is unknown in them. */
export interface OpenRules {
  /** Where the rules stand before anything more is known. */
  readonly results: readonly RuleResult[];
  /** What each rule says by itself, by its place in the rulebook. */
  readonly own: ReadonlyMap<number, Formula>;
  /** For each atom, the sets of facts with which it is known. */
  readonly atoms: readonly Ways[];
  /** The atoms that ask whether a fact is missing, which no longer holds once it is known. */
  readonly gaps: ReadonlySet<number>;
}

/** Writes the rules that leave a decision undetermined, and the exceptions to them, as formulas. */
export function writeFormulas(
  { rules }: Rulebook,
  results: readonly RuleResult[],
  situation: Situation,
): OpenRules {
  const numbers = new Map<string, number>();
  const atoms: Ways[] = [];
  const gaps = new Set<number>();
  const own = new Map<number, Formula>();
  const write = (condition: RuleCondition, around: Surroundings): Formula => {
    const truth = evaluate(condition, situation, around);
    if (truth !== 'unknown') return truth;
    if ('all' in condition) return { all: condition.all.map((part) => write(part, around)) };
    if ('any' in condition) return { any: condition.any.map((part) => write(part, around)) };
    if ('not' in condition) return { not: write(condition.not, around) };
    const term = 'holds' in condition ? termOf(condition.holds, around) : undefined;
    if (term !== undefined && 'when' in term) return write(term.when, around);
    const key = `${around.slot} ${JSON.stringify(condition)}`;
    const known = numbers.get(key);
    if (known !== undefined) return { atom: known };
    numbers.set(key, atoms.length);
    if ('none' in condition || 'stale' in condition) gaps.add(atoms.length);
    atoms.push(forCondition(condition, situation, around));
    return { atom: atoms.length - 1 };
  };
  const add = (index: number): void => {
    if (own.has(index)) return;
    const { rule, surroundings, exceptions } = rules[index] as RuleInForce;
    const parts = rule.scope === undefined ? [rule.when] : [rule.scope, rule.when];
    own.set(index, { all: parts.map((part) => write(part, surroundings)) });
    exceptions.forEach(add);
  };
  results.forEach(({ status }, index) => {
    if (status === 'undetermined') add(index);
  });
  return { results, own, atoms, gaps };
}

function termOf(name: string, { terms }: Surroundings): Surroundings['terms'][string] | undefined {
  return Object.hasOwn(terms, name) ? terms[name] : undefined;
}

/** The truth of a formula when some atoms are known; `undefined` stands for one that is not. */
export function truthOf(formula: Formula, known: readonly (boolean | undefined)[]): Truth {
  if (typeof formula !== 'object') return formula;
  if ('atom' in formula) return known[formula.atom] ?? 'unknown';
  if ('not' in formula) return negate(truthOf(formula.not, known));
  const [parts, settling] = 'all' in formula ? [formula.all, false] : [formula.any, true];
  let truth: Truth = !settling;
  for (const part of parts) {
    const one = truthOf(part, known);
    if (one === settling) return settling;
    if (one === 'unknown') truth = one;
  }
  return truth;
}
