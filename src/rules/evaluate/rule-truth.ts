import type { Severity } from '../../evidence/index.js';
import type { RuleStanding, Truth } from '../decision.js';
import type { Rulebook, RuleInForce } from '../rulebook.js';
import type { DecisionStatus } from '../status.js';
import { negate } from './compare.js';
import { evaluate } from './evaluate.js';
import type { Situation } from './situation.js';

/** Where one rule stands, and what it does to the decision. */
export interface RuleResult {
  readonly standing: RuleStanding;
  readonly status: DecisionStatus;
  /** Whether it takes the place of the rules to which it is an exception. */
  readonly bites: Truth;
}

/** Works out where every rule stands, in the rulebook's order. `setAside` holds ids of rules that are overridden. */
export function judge(
  { rules }: Rulebook,
  situation: Situation,
  setAside: ReadonlySet<string>,
): readonly RuleResult[] {
  const results: RuleResult[] = [];
  for (const rule of rules) results.push(judgeRule(rule, situation, setAside, results));
  return results;
}

const NOTHING = { status: 'allow', bites: false } as const;
const OUT_OF_SCOPE: RuleResult = { standing: 'out-of-scope', ...NOTHING };
const NOT_MET: RuleResult = { standing: 'not-met', ...NOTHING };
const EXCEPTED: RuleResult = { standing: 'excepted', ...NOTHING };
/** Setting a rule aside leaves evidence that must be kept. */
const OVERRIDDEN: RuleResult = {
  standing: 'overridden',
  status: 'allow-with-evidence',
  bites: false,
};

function judgeRule(
  { rule, outcome, exceptions, surroundings }: RuleInForce,
  situation: Situation,
  setAside: ReadonlySet<string>,
  before: readonly RuleResult[],
): RuleResult {
  const applies = rule.scope === undefined ? true : evaluate(rule.scope, situation, surroundings);
  if (applies === false) return OUT_OF_SCOPE;
  const met = evaluate(rule.when, situation, surroundings);
  if (met === false) return NOT_MET;
  const own = applies === true && met === true ? true : 'unknown';
  const excepted = exceptions.reduce<Truth>(
    (truth, index) => or(truth, before[index]?.bites ?? false),
    false,
  );
  if (excepted === true) return EXCEPTED;
  const bites = own === true ? negate(excepted) : own;
  if (bites === true && setAside.has(rule.id)) return OVERRIDDEN;
  const isFulfilled = (): boolean =>
    outcome === 'require' &&
    rule.satisfiedBy !== undefined &&
    evaluate(rule.satisfiedBy, situation, surroundings) === true;
  if (bites === true) return isFulfilled() ? SATISFIED : FIRED[outcome];
  if (rule.whenUnknown !== 'bite') return UNKNOWN[outcome];
  if (isFulfilled()) return BITES_AND_SATISFIED;
  return { standing: 'unknown', status: statusWhenUnknown(outcome, 'bite'), bites: 'unknown' };
}

function or(a: Truth, b: Truth): Truth {
  if (a === true || b === true) return true;
  return a === 'unknown' || b === 'unknown' ? 'unknown' : false;
}

const SATISFIED: RuleResult = { standing: 'satisfied', status: 'allow-with-evidence', bites: true };

/** What an outcome does to the decision where its rule bites. */
export const STATUS_OF: Readonly<Record<Severity, DecisionStatus>> = {
  block: 'block',
  require: 'require',
  refer: 'refer',
  warn: 'warn',
  info: 'allow',
};

const FIRED: Readonly<Record<Severity, RuleResult>> = {
  block: { standing: 'fired', status: 'block', bites: true },
  require: { standing: 'fired', status: 'require', bites: true },
  refer: { standing: 'fired', status: 'refer', bites: true },
  warn: { standing: 'fired', status: 'warn', bites: true },
  info: { standing: 'fired', status: 'allow', bites: true },
};

/** A rule that bites although it is unknown is no exception to another: that takes certainty. */
const BITES_AND_SATISFIED: RuleResult = { ...SATISFIED, bites: 'unknown' };

/** What a rule does while its condition is unknown, unless it says that it bites. */
const UNKNOWN: Readonly<Record<Severity, RuleResult>> = {
  block: unknownResult('block'),
  require: unknownResult('require'),
  refer: unknownResult('refer'),
  warn: unknownResult('warn'),
  info: unknownResult('info'),
};

function unknownResult(outcome: Severity): RuleResult {
  return { standing: 'unknown', status: statusWhenUnknown(outcome, undefined), bites: 'unknown' };
}

/** What an unfulfilled rule does to the decision while its condition is unknown. */
export function statusWhenUnknown(
  outcome: Severity,
  whenUnknown: string | undefined,
): DecisionStatus {
  if (whenUnknown === 'bite') return STATUS_OF[outcome];
  return outcome === 'warn' || outcome === 'info' ? 'allow' : 'undetermined';
}
