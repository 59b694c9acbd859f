import { makeReason, type Reason, type Severity } from '../../evidence/index.js';
import type { Condition, Operand, Plain } from '../condition.js';
import { RISK_LEVELS } from '../level.js';
import { readsIn } from './condition-reads.js';
import type { Context } from './context.js';
import type { Decision } from './decide.js';
import { planCondition, readOperand } from './evaluate.js';
import { missingForMeasure } from './measure.js';
import type { PlannedRule } from './plan.js';
import type { Finding } from './result.js';

/** What the rules that held, or could not be known, have to say. */
export function findingsOf(
  known: Omit<Context, 'rank'>,
  { truths, caps, rank, banded, before }: Decision,
): readonly Finding[] {
  const found = known.plan.rules.flatMap((planned, index) => {
    const truth = truths[index];
    if (truth === false) return [];
    const context = { ...known, rank: planned.kind === 'control' ? before : banded };
    return [findingOf(planned, context, truth === true, caps[index]!, rank)];
  });
  return Object.freeze(found);
}

function findingOf(
  { kind, rule, effect, reads }: PlannedRule,
  context: Context,
  held: boolean,
  cap: number,
  rank: number,
): Finding {
  const evidence = reads(context).map(({ operand, value }) =>
    Object.freeze({
      operand,
      value: Array.isArray(value) ? Object.freeze([...value]) : (value ?? null),
    }),
  );
  const { text } = rule;
  return Object.freeze({
    kind,
    id: rule.id,
    truth: held ? 'held' : 'unknown',
    effect,
    level: effect === 'cap' ? RISK_LEVELS[cap]! : null,
    binding: effect === 'cap' && cap === rank,
    evidence: Object.freeze(evidence) as Finding['evidence'],
    missing: Object.freeze(held ? [] : missingFor(rule.when, context)),
    ...(text === undefined ? {} : { text }),
  });
}

/** What is missing to know whether a condition holds, ascending: of parts that are known, nothing. */
export function missingFor(condition: Condition, context: Context): readonly string[] {
  const missing = new Set<string>();
  const visit = (part: Condition): void => {
    if (planCondition(part)(context) !== null) return;
    if ('not' in part) {
      visit(part.not);
    } else if ('all' in part || 'any' in part) {
      for (const inner of 'all' in part ? part.all : part.any) visit(inner);
    } else {
      for (const read of readsIn(part)) {
        if (readOperand(read, context) !== undefined) continue;
        for (const name of namesOf(read, context)) missing.add(name);
      }
    }
  };
  visit(condition);
  return [...missing].sort();
}

function namesOf(operand: Exclude<Operand, Plain>, context: Context): readonly string[] {
  if ('measure' in operand) return missingForMeasure(operand, context);
  if ('fact' in operand) return [`facts.${operand.fact}`];
  if ('answer' in operand) return [`answers.${operand.answer}`];
  if ('points' in operand) return [`answers.${operand.points}`];
  if ('score' in operand) return [`scores.${operand.score}`];
  // Nothing is missing for a list in which there is no entry at the index.
  return 'band' in operand ? [`bands.${operand.band}`] : [];
}

/** One reason for each rule that held or could not be known. */
export function findingReasons(
  findings: readonly Finding[],
  rules: readonly PlannedRule[],
  decided: boolean,
): readonly Reason[] {
  return findings.map((finding) => {
    const { id, truth, effect, level, binding, missing } = finding;
    const { citations = [] } = rules.find(({ rule }) => rule.id === id)!.rule;
    if (truth === 'unknown') {
      const severity = unknownSeverity(effect, binding, decided);
      return makeReason('questionnaire.rule-unknown', severity, { rule: id, missing }, citations);
    }
    const [code, severity] = heldReason(finding);
    const parameters = level === null ? { rule: id } : { rule: id, level };
    return makeReason(code, severity, parameters, citations);
  });
}

function heldReason({ kind, effect }: Finding): readonly [string, Severity] {
  if (effect === 'stop') return ['questionnaire.knock-out-stop', 'block'];
  if (effect === 'block') return ['questionnaire.control-block', 'block'];
  if (effect === 'refer') return ['questionnaire.control-refer', 'refer'];
  if (effect === 'note') return ['questionnaire.control-note', 'info'];
  if (kind === 'knock-out') return ['questionnaire.knock-out', 'info'];
  return [kind === 'ceiling' ? 'questionnaire.ceiling' : 'questionnaire.control-cap', 'info'];
}

/** A cap that cannot be known is asked for while it may decide, and a warning where it was taken to hold. */
function unknownSeverity(effect: Finding['effect'], binding: boolean, decided: boolean): Severity {
  if (effect === 'note') return 'info';
  if (effect === 'refer') return 'refer';
  if (!decided) return 'require';
  return binding ? 'warn' : 'info';
}
