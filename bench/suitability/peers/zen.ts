import type { CaseFacts } from '../case.js';
import { BIT_OF } from '../outcome.js';
import { PLAIN_RULES, type PlainComparison, type PlainCondition } from './plain-rules.js';
import { treeOf, workedOut } from './worked-out.js';

/** The peer answers on threads of its own; so many questions at a time suit it best. */
const AT_A_TIME = 32;

/** The peer's sets of rules that bite; `undefined` where its native part is not to be had. */
export async function screenByZen(
  rows: readonly CaseFacts[],
): Promise<(() => Promise<Int32Array>) | undefined> {
  const zen = await import('@gorules/zen-engine').catch(() => undefined);
  if (zen === undefined) return undefined;
  const decision = new zen.ZenEngine().createDecision(MODEL);
  const trees = rows.map(treeOf);
  const firedFor = async (row: CaseFacts, i: number): Promise<number> => {
    const { result } = await decision.evaluate({ ...trees[i]!, case: workedOut(row) });
    let fired = 0;
    for (const [id, bites] of Object.entries(result)) if (bites === true) fired |= BIT_OF.get(id)!;
    return fired;
  };
  return async () => {
    const fired = new Int32Array(rows.length);
    for (let from = 0; from < rows.length; from += AT_A_TIME) {
      const some = rows.slice(from, from + AT_A_TIME);
      fired.set(await Promise.all(some.map((row, i) => firedFor(row, from + i))), from);
    }
    return fired;
  };
}

/** A decision model with one expression for each rule. */
const MODEL = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in' },
    {
      id: 'rules',
      type: 'expressionNode',
      name: 'rules',
      content: {
        expressions: PLAIN_RULES.map(({ id, when }) => ({ id, key: id, value: textOf(when) })),
      },
    },
    { id: 'out', type: 'outputNode', name: 'out' },
  ],
  edges: [
    { id: 'begin', sourceId: 'in', targetId: 'rules' },
    { id: 'end', sourceId: 'rules', targetId: 'out' },
  ],
};

function textOf(condition: PlainCondition): string {
  if ('all' in condition) return `(${condition.all.map(textOf).join(' and ')})`;
  if ('any' in condition) return `(${condition.any.map(textOf).join(' or ')})`;
  if ('not' in condition) return `not(${textOf(condition.not)})`;
  if ('holds' in condition) return condition.holds;
  return comparisonOf(condition);
}

function comparisonOf({ left, is, right }: PlainComparison): string {
  const sign = is === '=' ? '==' : is;
  // Dates are compared as dates, not as texts.
  if (left === 'case.assessedUntil') return `d(${left}) ${sign} d(day.asOf)`;
  const isFact = typeof right === 'object' && 'fact' in right;
  return `${left} ${sign} ${isFact ? right.fact : JSON.stringify(right)}`;
}
