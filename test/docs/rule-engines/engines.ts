import { AptfolioError } from 'aptfolio/errors';
import { compilePack, decide, type RuleCondition, type RulePack } from 'aptfolio/rules';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import type { Answer, Condition, Facts, Operand } from './conditions.js';

/** The answer of this library: where a rule with the condition stands. */
export function askOurs(condition: Condition, facts: Facts): Answer {
  try {
    const { standings } = decide(compilePack(packWith(ours(condition))), facts, {
      asOf: '2026-06-15',
    });
    const standing = standings.RULE ?? '';
    return standing === 'unknown' ? 'unknown' : standing === 'fired' ? 'true' : 'false';
  } catch (error) {
    if (error instanceof AptfolioError) return 'refused';
    throw error;
  }
}

function ours(condition: Condition): RuleCondition {
  if ('not' in condition) return { not: ours(condition.not) };
  if ('any' in condition) return { any: condition.any.map(ours) };
  const operand = (one: Operand) => (typeof one === 'number' ? one : { fact: one });
  return { left: operand(condition.left), is: condition.is, right: operand(condition.right) };
}

/** A pack of one rule that blocks. */
export function packWith(when: RuleCondition, more: readonly RuleCondition[] = []): RulePack {
  const say = (en: string) => ({ 'zh-Hans': en, 'zh-Hant': en, en });
  const inForce = { from: '2026-01-01' } as const;
  const citations = [{ instrument: 'Order', article: '12', verified: true }];
  const rules = [when, ...more].map((condition, i) => {
    const id = i === 0 ? 'RULE' : `RULE-${i + 1}`;
    return { id, citations, inForce, when: condition, outcome: 'block' } as const;
  });
  const level = { type: 'number', label: say('level') } as const;
  return {
    id: 'pack',
    version: '1',
    title: say('pack'),
    kind: 'law',
    inForce,
    facts: {
      level,
      risk: level,
      assessedOn: { type: 'date', label: say('assessed on') },
    },
    rules,
    messages: Object.fromEntries(rules.map(({ id }) => [id, say('No.')])),
  };
}

/** The answer of json-rules-engine: whether a rule with the condition reports its event. */
export async function askJsonRulesEngine(
  condition: Condition,
  facts: Facts,
  options: { readonly allowUndefinedFacts?: boolean } = {},
): Promise<Answer> {
  const nested = jsonRule(condition);
  const conditions = ('fact' in nested ? { all: [nested] } : nested) as TopLevelCondition;
  const engine = new Engine([{ conditions, event: { type: 'RULE' } }], options);
  return answerOf(async () => (await engine.run({ ...facts })).events.length > 0);
}

const OPERATORS = {
  '<': 'lessThan',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  '=': 'equal',
  '!=': 'notEqual',
} as const;

/** One condition of a rule for json-rules-engine. */
export function jsonRule(condition: Condition): NestedCondition {
  if ('not' in condition) return { not: jsonRule(condition.not) };
  if ('any' in condition) return { any: condition.any.map(jsonRule) };
  const { left, is, right } = condition;
  const value = typeof right === 'number' ? right : { fact: right };
  return { fact: String(left), operator: OPERATORS[is], value };
}

/** The answer of json-logic-js. */
export async function askJsonLogic(condition: Condition, facts: Facts): Promise<Answer> {
  return answerOf(() => jsonLogic.apply(logic(condition), facts));
}

/** A formula for json-logic-js. */
export function logic(condition: Condition): RulesLogic {
  if ('not' in condition) return { '!': logic(condition.not) };
  if ('any' in condition) return { or: condition.any.map(logic) };
  const { left, is, right } = condition;
  const operands = [left, right].map((one) => (typeof one === 'number' ? one : { var: one }));
  const sign = is === '=' ? '===' : is === '!=' ? '!==' : is;
  return { [sign]: operands } as unknown as RulesLogic;
}

/** An expression for zen-engine. */
export function expression(condition: Condition): string {
  if ('not' in condition) return `not(${expression(condition.not)})`;
  if ('any' in condition) return condition.any.map(expression).join(' or ');
  const { left, is, right } = condition;
  return `${left} ${is === '=' ? '==' : is} ${right}`;
}

/** Asks, and takes an error for an answer. */
export async function answerOf(ask: () => unknown): Promise<Answer> {
  let value: unknown;
  try {
    value = await ask();
  } catch {
    return 'throws';
  }
  if (typeof value !== 'boolean') throw new Error(`no answer: ${JSON.stringify(value)}`);
  return value ? 'true' : 'false';
}
