import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { CaseFacts } from '../case.js';
import { BIT_OF } from '../outcome.js';
import { PLAIN_RULES, type PlainCondition } from './plain-rules.js';
import { workedOut } from './worked-out.js';

const OPERATORS: Readonly<Record<string, string>> = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '=': 'equal',
  '!=': 'notEqual',
  '>=': 'greaterThanInclusive',
  '>': 'greaterThan',
  in: 'in',
};

/** The peer's sets of rules that bite: the events that it reports. */
export function screenByJsonRulesEngine(rows: readonly CaseFacts[]): () => Promise<Int32Array> {
  const engine = new Engine(
    PLAIN_RULES.map(({ id, when }) => ({ conditions: topLevel(when), event: { type: id } })),
  );
  return async () => {
    const fired = new Int32Array(rows.length);
    for (const [i, row] of rows.entries()) {
      const { events } = await engine.run({ ...row, ...dotted(workedOut(row)) });
      for (const { type } of events) fired[i]! |= BIT_OF.get(type)!;
    }
    return fired;
  };
}

function dotted(values: ReturnType<typeof workedOut>) {
  return {
    'case.risk': values.risk,
    'case.age': values.age,
    'case.assessedUntil': values.assessedUntil,
    'case.singlePremiumLimit': values.singlePremiumLimit,
    'case.annualPremiumLimit': values.annualPremiumLimit,
    'case.premiumLimit': values.premiumLimit,
    'case.ageAfterPremiums': values.ageAfterPremiums,
  };
}

function topLevel(condition: PlainCondition): TopLevelCondition {
  if ('all' in condition) return { all: condition.all.map(conditionOf) };
  if ('any' in condition) return { any: condition.any.map(conditionOf) };
  if ('not' in condition) return { not: conditionOf(condition.not) };
  return { all: [conditionOf(condition)] };
}

function conditionOf(condition: PlainCondition) {
  if ('holds' in condition) return { fact: condition.holds, operator: 'equal', value: true };
  if (!('left' in condition)) return topLevel(condition);
  const { left, is, right } = condition;
  return { fact: left, operator: OPERATORS[is]!, value: right };
}
