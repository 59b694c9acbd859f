import jsonLogic, { type RulesLogic } from 'json-logic-js';
import type { CaseFacts } from '../case.js';
import { BIT_OF } from '../outcome.js';
import { PLAIN_RULES, type PlainComparison, type PlainCondition } from './plain-rules.js';
import { treeOf, workedOut } from './worked-out.js';

const rules = PLAIN_RULES.map(({ id, when }) => ({ logic: logicOf(when), bit: BIT_OF.get(id)! }));

/** The peer's sets of rules that bite. Each rule is a formula of its own. */
export function screenByJsonLogic(rows: readonly CaseFacts[]): () => Int32Array {
  const trees = rows.map(treeOf);
  return () => Int32Array.from(rows, (row, i) => firedFor({ ...trees[i]!, case: workedOut(row) }));
}

function firedFor(data: object): number {
  let fired = 0;
  for (const { logic, bit } of rules) if (jsonLogic.apply(logic, data) === true) fired |= bit;
  return fired;
}

function logicOf(condition: PlainCondition): RulesLogic {
  if ('all' in condition) return { and: condition.all.map(logicOf) };
  if ('any' in condition) return { or: condition.any.map(logicOf) };
  if ('not' in condition) return { '!': logicOf(condition.not) };
  if ('holds' in condition) return { var: condition.holds };
  return comparisonOf(condition);
}

function comparisonOf({ left, is, right }: PlainComparison): RulesLogic {
  const operands = [{ var: left }, operandOf(right)];
  return { [is === '=' ? '===' : is === '!=' ? '!==' : is]: operands } as unknown as RulesLogic;
}

function operandOf(right: PlainComparison['right']): unknown {
  const isFact = typeof right === 'object' && 'fact' in right;
  return isFact ? { var: right.fact } : right;
}
