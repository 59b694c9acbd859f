import type { PlainDate } from '../dates/index.js';
import { checkObject } from '../errors/index.js';
import { makeReason, type Parameter, type Parameters, type Reason } from '../evidence/index.js';
import type { CompiledPack } from './compile.js';
import type {
  MissingFact,
  RuleConflict,
  RuleDecision,
  RuleStanding,
  RuleVerdict,
} from './decision.js';
import { clashOf } from './demands.js';
import { type FactBook, gapOf, readFacts } from './evaluate/fact-book.js';
import { readName } from './evaluate/read-operand.js';
import { judge, type RuleResult } from './evaluate/rule-truth.js';
import type { Situation } from './evaluate/situation.js';
import { traceRule } from './evaluate/trace.js';
import { Bounds } from './evaluate/value.js';
import type { RuleFacts } from './fact.js';
import { missingFacts } from './missing/missing-facts.js';
import { namesIn } from './placeholders.js';
import { openRulebook, type Rulebook, type RuleInForce } from './rulebook.js';
import { DECISION_STATUSES, type DecisionStatus } from './status.js';

/** How to decide. */
export interface DecideOptions {
  /** The day whose rules and parameters count. */
  readonly asOf: PlainDate;
  /** Ids of rules that were set aside in this case, with the evidence kept elsewhere; the kernel does not ask who may. */
  readonly setAside?: readonly string[];
  /** Whether findings for all rules in force are wanted, those that do not matter too. Default false. */
  readonly everything?: boolean;
}

/**
 * Decides a case under one or more packs: every rule that is in force on the day is evaluated, the worst outcome wins. Pure, and
 * whatever the order of packs, rules and facts is.
 *
 * @param facts by name; a name that no pack declares is refused, for it may be a misspelt one.
 * @throws AptfolioError for a fact of the wrong type (`facts["client.level"]`), an unknown one, packs that contradict each
 * other, and an `asOf` on which a pack can not be asked.
 *
 * @example
 * ```ts
 * import { compilePack, decide } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const lending = compilePack(pack);
 * const decision = decide([lending], { 'client.age': 17, 'loan.amount': 5000 }, { asOf: '2026-03-02' });
 * decision.status; // => 'block'
 * decision.deciding; // => ['LEND-AGE']
 * const open = decide([lending], { 'client.age': 30 }, { asOf: '2026-03-02' });
 * open.missing.map(({ fact }) => fact); // => ['client.income', 'loan.amount']
 * ```
 */
export function decide(
  packs: readonly CompiledPack[] | CompiledPack,
  facts: RuleFacts,
  options: DecideOptions,
): RuleDecision {
  return prepareDecisions(packs, options)(facts);
}

/**
 * Opens the packs on a day once, to decide many cases: `prepareDecisions(packs, { asOf })(facts)` is `decide(packs, facts, { asOf })`.
 *
 * @throws AptfolioError as `decide`: for the packs and the day here, for the facts where they are handed over.
 *
 * @example
 * ```ts
 * import { compilePack, prepareDecisions } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const decideOne = prepareDecisions([compilePack(pack)], { asOf: '2026-03-02' });
 * [17, 30].map((age) => decideOne({ 'client.age': age, 'loan.amount': 5000 }).status); // => ['block', 'allow']
 * ```
 */
export function prepareDecisions(
  packs: readonly CompiledPack[] | CompiledPack,
  options: DecideOptions,
): (facts: RuleFacts) => RuleDecision {
  const {
    asOf,
    setAside = [],
    everything = false,
  } = checkObject(options, 'options') as unknown as DecideOptions;
  const book = openRulebook(packs, asOf);
  const aside = new Set(setAside);
  return (facts) => decideIn(book, { book: readFacts(facts, book), memory: [] }, aside, everything);
}

/** Decides in an open rulebook. */
export function decideIn(
  book: Rulebook,
  situation: Situation,
  setAside: ReadonlySet<string>,
  everything: boolean,
): RuleDecision {
  const results = judge(book, situation, setAside);
  const status = worstOf(results);
  return Object.freeze({
    status,
    asOf: book.asOf,
    deciding: Object.freeze(decidingRules(book, results, status)),
    findings: Object.freeze(findingsOf(book, results, situation, everything)),
    standings: standingsOf(book, results),
    missing: Object.freeze(
      status === 'undetermined'
        ? nameMissing(missingFacts(book, results, situation, setAside), book, situation.book)
        : [],
    ),
    conflicts: Object.freeze(conflictsOf(book, results)),
    packs: book.packs,
    verified: book.verified,
    notices: Object.freeze(noticesOf(book)),
  });
}

/** The worst status of all rules. */
export function worstOf(results: readonly RuleResult[]): DecisionStatus {
  return results.reduce<DecisionStatus>((worst, { status }) => {
    return DECISION_STATUSES.indexOf(status) > DECISION_STATUSES.indexOf(worst) ? status : worst;
  }, 'allow');
}

function decidingRules(
  book: Rulebook,
  results: readonly RuleResult[],
  status: DecisionStatus,
): string[] {
  if (status === 'allow') return [];
  return book.rules
    .flatMap(({ rule }, index) => (results[index]?.status === status ? rule.id : []))
    .sort();
}

function standingsOf(
  { rules }: Rulebook,
  results: readonly RuleResult[],
): Readonly<Record<string, RuleStanding>> {
  const standings: Record<string, RuleStanding> = {};
  rules.forEach(({ rule }, index) => {
    standings[rule.id] = (results[index] as RuleResult).standing;
  });
  return Object.freeze(standings);
}

const OF_NO_MATTER: ReadonlySet<RuleStanding> = new Set(['not-met', 'out-of-scope']);

function findingsOf(
  book: Rulebook,
  results: readonly RuleResult[],
  situation: Situation,
  everything: boolean,
): RuleVerdict[] {
  const chosen = book.rules
    .map((rule, index) => ({ rule, result: results[index] as RuleResult }))
    .filter(({ result }) => everything || !OF_NO_MATTER.has(result.standing));
  const rank = ({ status }: RuleResult): number => DECISION_STATUSES.indexOf(status);
  return chosen
    .sort((a, b) => rank(b.result) - rank(a.result) || (a.rule.rule.id < b.rule.rule.id ? -1 : 1))
    .map(({ rule, result }) => findingOf(rule, result, book, results, situation));
}

function findingOf(
  inForce: RuleInForce,
  { standing }: RuleResult,
  book: Rulebook,
  results: readonly RuleResult[],
  situation: Situation,
): RuleVerdict {
  const { rule, pack, outcome, override, text, exceptions } = inForce;
  const instead = exceptions.filter((index) => results[index]?.bites === true);
  const ids = instead.map((index) => book.rules[index]?.rule.id as string).sort();
  return Object.freeze({
    rule: rule.id,
    pack,
    outcome,
    standing,
    text,
    parameters: Object.freeze(parametersOf(inForce, situation)),
    citations: rule.citations,
    ...(standing === 'excepted' ? { exceptedBy: Object.freeze(ids) } : {}),
    ...(override === undefined ? {} : { override }),
    trace: traceRule(inForce, book, situation),
  });
}

/** The values that a rule's text names, as far as they are known. */
function parametersOf({ text, surroundings }: RuleInForce, situation: Situation): Parameters {
  const known = [...namesIn(text)].flatMap((name): [string, Parameter][] => {
    const parameter = surroundings.parameters.get(name);
    const value =
      parameter === undefined ? readName(name, situation, surroundings) : parameter.value;
    if (value === undefined || value instanceof Bounds) return [];
    return [[name, Array.isArray(value) ? Object.freeze(value.map(String)) : (value as Parameter)]];
  });
  return Object.fromEntries(known);
}

function nameMissing(names: readonly string[], { facts }: Rulebook, book: FactBook): MissingFact[] {
  return names.map((fact) =>
    Object.freeze({
      fact,
      gap: gapOf(fact, book),
      label: facts.get(fact)?.label as MissingFact['label'],
    }),
  );
}

function conflictsOf({ rules }: Rulebook, results: readonly RuleResult[]): RuleConflict[] {
  const duties = rules.filter(
    ({ demands }, index) => demands.length > 0 && results[index]?.bites === true,
  );
  return duties.flatMap((one, index) =>
    duties.slice(index + 1).flatMap((other) => {
      const fact = clashOf(one.demands, other.demands);
      if (fact === undefined) return [];
      const pair = [one.rule.id, other.rule.id].sort() as [string, string];
      return [Object.freeze({ rules: Object.freeze(pair), fact })];
    }),
  );
}

function noticesOf({ silent, packs, verified, asOf }: Rulebook): Reason[] {
  const none = silent.map((pack) => makeReason('rules.none-in-force', 'info', { pack, asOf }));
  const unverified = packs.filter((pack) => !pack.verified).map(({ id }) => id);
  return verified ? none : [...none, makeReason('rules.unverified', 'info', { packs: unverified })];
}
