import type { RuleCondition, RuleConstant, RuleOperand } from '../condition.js';
import type { ConditionTrace, RuleTrace, ValueTrace } from '../decision.js';
import type { ValueLabels } from '../fact.js';
import { isConstant } from '../reads.js';
import type { Rulebook, RuleInForce, Surroundings } from '../rulebook.js';
import { evaluate } from './evaluate.js';
import { gapOf } from './fact-book.js';
import { readName, readOperand } from './read-operand.js';
import type { Situation } from './situation.js';
import { unitOfOperand } from './unit-of.js';
import { Bounds, type Value } from './value.js';
import { type Labelling, labelsOfValue, valueLabelsOf } from './value-labels.js';

/** What a trace is made from. */
interface Tracing extends Labelling {
  readonly book: Rulebook;
  readonly situation: Situation;
  /** Terms of which it was told how they are worked out. */
  readonly told: Set<string>;
}

/** What a rule read, as a tree. */
export function traceRule(
  { rule, surroundings }: RuleInForce,
  book: Rulebook,
  situation: Situation,
): RuleTrace {
  const tracing: Tracing = {
    book,
    situation,
    facts: book.facts,
    around: surroundings,
    found: new Map(),
    told: new Set(),
  };
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
    // What has no labels of its own, such as a constant, is called as the other side calls it.
    const left = traceOperand(condition.left, tracing, valueLabelsOf(condition.right, tracing));
    const right = traceOperand(condition.right, tracing, valueLabelsOf(condition.left, tracing));
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
  beside?: ValueLabels,
): ValueTrace {
  if (isConstant(operand)) return Object.freeze(labelledValue(operand, beside));
  if ('fact' in operand) return traceName(operand.fact, tracing, beside);
  if ('parameter' in operand) return traceParameter(operand.parameter, tracing, beside);
  const value = readOperand(operand, tracing.situation, tracing.around);
  const labels = valueLabelsOf(operand, tracing) ?? beside;
  const parts =
    'call' in operand ? operand.with : (Object.values(operand)[0] as readonly RuleOperand[]);
  return Object.freeze({
    ...labelledValue(value, labels),
    reckoning: 'call' in operand ? operand.call : (Object.keys(operand)[0] as string),
    of: Object.freeze(parts.map((part) => traceOperand(part, tracing, labels))),
  });
}

function traceParameter(
  name: string,
  { around }: Tracing,
  beside: ValueLabels | undefined,
): ValueTrace {
  const { label, unit, value, citation } = around.parameters.get(name) ?? {};
  return Object.freeze({
    ...labelledValue(value, beside),
    parameter: name,
    ...(label === undefined ? {} : { label }),
    ...(unit === undefined ? {} : { unit }),
    ...(citation === undefined ? {} : { citation }),
  });
}

function traceName(name: string, tracing: Tracing, beside?: ValueLabels): ValueTrace {
  const { book, situation, around } = tracing;
  const term = Object.hasOwn(around.terms, name) ? around.terms[name] : undefined;
  if (term !== undefined) return traceTerm(name, tracing, beside);
  const declared = book.facts.get(name);
  const known = situation.book.values.has(name);
  return Object.freeze({
    ...labelledValue(readName(name, situation, around), declared?.valueLabels ?? beside),
    fact: name,
    ...(declared === undefined ? {} : { label: declared.label }),
    ...(declared?.unit === undefined ? {} : { unit: declared.unit }),
    ...(known ? {} : { gap: gapOf(name, situation.book) }),
    ...situation.book.origins.get(name),
  });
}

function traceTerm(name: string, tracing: Tracing, beside: ValueLabels | undefined): ValueTrace {
  const term = tracing.around.terms[name] as NonNullable<Surroundings['terms'][string]>;
  const value = readName(name, tracing.situation, tracing.around);
  const labels = valueLabelsOf({ fact: name }, tracing) ?? beside;
  const unit = unitOfOperand({ fact: name }, tracing);
  const head = {
    ...labelledValue(value, labels),
    fact: name,
    label: term.label,
    ...(unit === undefined ? {} : { unit }),
  };
  // Told once: terms that rest on each other would make a tree that grows without end.
  const isTold = tracing.told.has(name);
  tracing.told.add(name);
  if (isTold || tracing.situation.pinned?.has(name) === true) return Object.freeze(head);
  if ('when' in term) {
    return Object.freeze({ ...head, condition: traceCondition(term.when, tracing) });
  }
  const from = traceOperand(term.value, tracing, labels);
  const { reckoning, of, fact } = from;
  if (of !== undefined) return Object.freeze({ ...head, reckoning: reckoning ?? '', of });
  return Object.freeze(
    fact === undefined ? head : { ...head, reckoning: 'is', of: Object.freeze([from]) },
  );
}

/** A value with what it is called. Bounds are no value. */
function labelledValue(
  value: Value | readonly RuleConstant[],
  labels: ValueLabels | undefined,
): Pick<ValueTrace, 'value' | 'valueLabels'> {
  if (value === undefined || value instanceof Bounds) return {};
  return { value, ...labelsOfValue(value, labels) };
}
