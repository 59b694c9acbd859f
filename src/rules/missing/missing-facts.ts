import type { Truth } from '../decision.js';
import { negate } from '../evaluate/compare.js';
import { judge, type RuleResult } from '../evaluate/rule-truth.js';
import type { Situation } from '../evaluate/situation.js';
import type { Rulebook, RuleInForce } from '../rulebook.js';
import { type OpenRules, truthOf, writeFormulas } from './formula.js';
import { factsThatReach } from './ways.js';

/** With more unknown comparisons than this, or more facts, nothing is left out of what reaches them all. */
const MOST_ATOMS = 10;
const MOST_FACTS = 10;

/**
 * Facts with which the decision is certain, whatever they turn out to be: none of them can be left out, as far as comparisons that
 * read different facts say nothing of each other.
 */
export function missingFacts(
  book: Rulebook,
  results: readonly RuleResult[],
  situation: Situation,
  setAside: ReadonlySet<string>,
): readonly string[] {
  const { names, open } = reachAll(book, results, situation, setAside);
  if (names.length > MOST_FACTS || open.atoms.length > MOST_ATOMS) return names;
  return names.reduceRight<readonly string[]>((kept, name) => {
    const fewer = kept.filter((other) => other !== name);
    return isCertain(book, open, new Set(fewer)) ? fewer : kept;
  }, names);
}

/**
 * The facts that reach every unknown part. One that was looked for in vain, or is too old, would no longer be so, which may open
 * what its gap had settled: then that is reached too.
 */
function reachAll(
  book: Rulebook,
  results: readonly RuleResult[],
  situation: Situation,
  setAside: ReadonlySet<string>,
): { readonly names: readonly string[]; readonly open: OpenRules } {
  const names = factsThatReach(book, results, situation);
  const open = writeFormulas(book, results, situation);
  const { gaps } = situation.book;
  if (!names.some((name) => gaps.has(name))) return { names, open };
  const without = new Map([...gaps].filter(([name]) => !names.includes(name)));
  const later = { ...situation, book: { ...situation.book, gaps: without }, memory: [] };
  const next = reachAll(book, judge(book, later, setAside), later, setAside);
  return { names: [...new Set([...names, ...next.names])].sort(), open: next.open };
}

/** Whether the decision is certain once these facts are known, whatever they are. */
function isCertain({ rules }: Rulebook, open: OpenRules, facts: ReadonlySet<string>): boolean {
  const { atoms } = open;
  const known: (boolean | undefined)[] = atoms.map(() => undefined);
  const free = atoms.flatMap((ways, atom) =>
    ways.some((way) => way.length > 0 && way.every((name) => facts.has(name))) ? atom : [],
  );
  const settled = (next: number): boolean => {
    const outcome = outcomeOf(rules, open, known);
    if (outcome !== 'open') return true;
    const atom = free[next];
    if (atom === undefined) return false;
    return [true, false].every((value) => {
      known[atom] = value;
      const certain = settled(next + 1);
      known[atom] = undefined;
      return certain;
    });
  };
  return settled(0);
}

/** Whether some block is certain, or no rule is unknown; otherwise the decision is open. */
function outcomeOf(
  rules: readonly RuleInForce[],
  { own, results }: OpenRules,
  known: readonly (boolean | undefined)[],
): 'blocked' | 'clear' | 'open' {
  const bites = new Map<number, Truth>();
  const biteOf = (index: number): Truth => {
    const found = bites.get(index);
    if (found !== undefined) return found;
    const settled = results[index]?.bites;
    if (settled !== 'unknown') return settled ?? false;
    const alone = truthOf(own.get(index) ?? false, known);
    const excepted = (rules[index] as RuleInForce).exceptions.map(biteOf);
    const lifted = excepted.includes(true)
      ? true
      : excepted.includes('unknown')
        ? 'unknown'
        : false;
    const truth =
      alone === false || lifted === true ? false : alone === true ? negate(lifted) : alone;
    bites.set(index, truth);
    return truth;
  };
  let outcome: 'clear' | 'open' = 'clear';
  for (const index of own.keys()) {
    const { outcome: severity, rule } = rules[index] as RuleInForce;
    const truth = biteOf(index);
    if (truth === true && severity === 'block') return 'blocked';
    const matters = severity !== 'warn' && severity !== 'info' && rule.whenUnknown !== 'bite';
    if (truth === 'unknown' && matters) outcome = 'open';
  }
  return outcome;
}
