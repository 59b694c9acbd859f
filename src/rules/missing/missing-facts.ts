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
  const asked: Asked = { book, setAside, situation };
  const names = reachAll(asked, results);
  if (names.length > MOST_FACTS) return names;
  return names.reduceRight<readonly string[]>((kept, name) => {
    const fewer = kept.filter((other) => other !== name);
    return isCertain(asked, new Set(fewer)) ? fewer : kept;
  }, names);
}

/** A decision that is open. */
interface Asked {
  readonly book: Rulebook;
  readonly setAside: ReadonlySet<string>;
  readonly situation: Situation;
}

/**
 * The facts that reach every unknown part. One that was looked for in vain, or is too old, would no longer be so, which may open
 * what its gap had settled: then that is reached too.
 */
function reachAll(asked: Asked, results: readonly RuleResult[]): readonly string[] {
  const names = factsThatReach(asked.book, results, asked.situation);
  const later = withoutGaps(asked, new Set(names));
  if (later === asked) return names;
  const next = reachAll(later, judge(later.book, later.situation, later.setAside));
  return [...new Set([...names, ...next])].sort();
}

/** The same decision before anybody looked for some facts. */
function withoutGaps(asked: Asked, facts: ReadonlySet<string>): Asked {
  const { book } = asked.situation;
  const gaps = new Map([...book.gaps].filter(([name]) => !facts.has(name)));
  if (gaps.size === book.gaps.size) return asked;
  return { ...asked, situation: { ...asked.situation, book: { ...book, gaps }, memory: [] } };
}

/** Whether the decision is certain once these facts are known, whatever they are. */
function isCertain(asked: Asked, facts: ReadonlySet<string>): boolean {
  const { book, situation, setAside } = withoutGaps(asked, facts);
  const open = writeFormulas(book, judge(book, situation, setAside), situation);
  const { atoms, gaps } = open;
  const known: (boolean | undefined)[] = atoms.map(() => undefined);
  const within = atoms.flatMap((ways, atom) =>
    ways.some((way) => way.length > 0 && way.every((name) => facts.has(name))) ? atom : [],
  );
  for (const atom of within) if (gaps.has(atom)) known[atom] = false;
  const free = within.filter((atom) => !gaps.has(atom));
  if (free.length > MOST_ATOMS) return false;
  const settled = (next: number): boolean => {
    const outcome = outcomeOf(book.rules, open, known);
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
