import type { RuleCondition, RuleConstant, RuleOperand } from '../condition.js';
import type { ConditionTrace, RuleTrace, ValueTrace } from '../decision.js';
import { isConstant } from '../reads.js';
import type { Rulebook, RuleInForce, Surroundings } from '../rulebook.js';
import { evaluate } from './evaluate.js';
import { gapOf } from './fact-book.js';
import { readName, readOperand } from './read-operand.js';
import type { Situation } from './situation.js';
import { Bounds, type Value } from './value.js';

/** What a trace is made from. */
interface Tracing {
  readonly book: Rulebook;
  readonly situation: Situation;
  readonly around: Surroundings;
}

/** What a rule read, as a tree. */
export function traceRule(
  { rule, surroundings }: RuleInForce,
  book: Rulebook,
  situation: Situation,
): RuleTrace {
  const tracing = { book, situation, around: surroundings };
  return Object.freeze({
    ...(rule.scope === undefined ? {} : { scope: traceCondition(rule.scope, tracing) }),
    when: traceCondition(rule.when, tracing),
    ...(rule.satisfiedBy === undefined
      ? {}
      : { satisfiedBy: traceCondition(rule.satisfiedBy, tracing) }),
  });
}

function traceCondition(condition: RuleCondition, tracing: Tracing): ConditionTrace {
  const truth = evaluate(condition, tracing.situation, tracing.around);
  if ('left' in condition) {
    const left = traceOperand(condition.left, tracing);
    const right = traceOperand(condition.right, tracing);
    return Object.freeze({ kind: 'comparison', truth, left, is: condition.is, right });
  }
  if ('all' in condition) return traceParts('all', truth, condition.all, tracing);
  if ('any' in condition) return traceParts('any', truth, condition.any, tracing);
  if ('not' in condition) return traceParts('not', truth, [condition.not], tracing);
  if ('holds' in condition) return traceNamed('holds', truth, condition.holds, tracing);
  return 'none' in condition
    ? traceNamed('none', truth, condition.none, tracing)
    : traceNamed('stale', truth, condition.stale, tracing);
}

function traceParts(
  kind: 'all' | 'any' | 'not',
  truth: ConditionTrace['truth'],
  conditions: readonly RuleCondition[],
  tracing: Tracing,
): ConditionTrace {
  const parts = Object.freeze(conditions.map((part) => traceCondition(part, tracing)));
  return Object.freeze({ kind, truth, parts });
}

function traceNamed(
  kind: 'holds' | 'none' | 'stale',
  truth: ConditionTrace['truth'],
  name: string,
  tracing: Tracing,
): ConditionTrace {
  return Object.freeze({ kind, truth, value: traceName(name, tracing) });
}

function traceOperand(
  operand: RuleOperand | readonly RuleConstant[],
  tracing: Tracing,
): ValueTrace {
  if (isConstant(operand)) return Object.freeze({ value: operand });
  if ('fact' in operand) return traceName(operand.fact, tracing);
  if ('parameter' in operand) return traceParameter(operand.parameter, tracing);
  const value = readOperand(operand, tracing.situation, tracing.around);
  const parts =
    'call' in operand ? operand.with : (Object.values(operand)[0] as readonly RuleOperand[]);
  return Object.freeze({
    ...knownValue(value),
    reckoning: 'call' in operand ? operand.call : (Object.keys(operand)[0] as string),
    of: Object.freeze(parts.map((part) => traceOperand(part, tracing))),
  });
}

function traceParameter(name: string, { around }: Tracing): ValueTrace {
  const { label, unit, value, citation } = around.parameters.get(name) ?? {};
  return Object.freeze({
    ...knownValue(value),
    parameter: name,
    ...(label === undefined ? {} : { label }),
    ...(unit === undefined ? {} : { unit }),
    ...(citation === undefined ? {} : { citation }),
  });
}

function traceName(name: string, tracing: Tracing): ValueTrace {
  const { book, situation, around } = tracing;
  const term = Object.hasOwn(around.terms, name) ? around.terms[name] : undefined;
  if (term !== undefined) return traceTerm(name, tracing);
  const declared = book.facts.get(name);
  const known = situation.book.values.has(name);
  return Object.freeze({
    ...knownValue(readName(name, situation, around)),
    fact: name,
    ...(declared === undefined ? {} : { label: declared.label }),
    ...(declared?.unit === undefined ? {} : { unit: declared.unit }),
    ...(known ? {} : { gap: gapOf(name, situation.book) }),
    ...situation.book.origins.get(name),
  });
}

function traceTerm(name: string, tracing: Tracing): ValueTrace {
  const term = tracing.around.terms[name] as NonNullable<Surroundings['terms'][string]>;
  const value = knownValue(readName(name, tracing.situation, tracing.around));
  const head = { ...value, fact: name, label: term.label };
  if (tracing.situation.pinned?.has(name) === true) return Object.freeze(head);
  if ('when' in term) {
    return Object.freeze({ ...head, condition: traceCondition(term.when, tracing) });
  }
  const { reckoning, of, fact } = traceOperand(term.value, tracing);
  if (of !== undefined) return Object.freeze({ ...head, reckoning: reckoning ?? '', of });
  const from = traceOperand(term.value, tracing);
  return Object.freeze(
    fact === undefined ? head : { ...head, reckoning: 'is', of: Object.freeze([from]) },
  );
}

/** Bounds are no value. */
function knownValue(value: Value): Pick<ValueTrace, 'value'> {
  return value === undefined || value instanceof Bounds ? {} : { value };
}
