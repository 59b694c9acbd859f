import type { Answer, Condition, Facts } from './conditions.js';
import { answerOf, expression } from './engines.js';

type Zen = typeof import('@gorules/zen-engine');

/** The engine; `undefined` where its native part is not to be had. */
export const ZEN: Zen | undefined = await import('@gorules/zen-engine').catch(() => undefined);

/** What an expression comes to, or that it throws. */
export function askZen(condition: Condition, facts: Facts): Promise<Answer> {
  return answerOf(() => ZEN?.evaluateExpression(expression(condition), { ...facts }));
}

/** What a decision table with one cell for the level answers, and with what trace. */
export async function askZenTable(
  cell: string,
  [then, otherwise]: readonly [string, string],
  facts: Facts,
) {
  const rules = [
    { _id: 'first', level: cell, answer: JSON.stringify(then), _description: 'Order, 12' },
    { _id: 'second', level: '', answer: JSON.stringify(otherwise) },
  ];
  const content = {
    hitPolicy: 'first',
    inputs: [{ id: 'level', name: 'level', type: 'expression', field: 'level' }],
    outputs: [{ id: 'answer', name: 'answer', type: 'expression', field: 'answer' }],
    rules,
  };
  return new ZEN!.ZenEngine()
    .createDecision(model('decisionTableNode', content))
    .evaluate({ ...facts }, { trace: true });
}

/** What two expressions of one node come to. */
export async function askZenNode(expressions: readonly [string, string], facts: Facts) {
  const content = {
    expressions: expressions.map((value, i) => ({ id: `e${i}`, key: `e${i}`, value })),
  };
  return new ZEN!.ZenEngine()
    .createDecision(model('expressionNode', content))
    .evaluate({ ...facts });
}

function model(type: string, content: object) {
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in' },
      { id: 'node', type, name: 'node', content },
      { id: 'out', type: 'outputNode', name: 'out' },
    ],
    edges: [
      { id: 'begin', sourceId: 'in', targetId: 'node' },
      { id: 'end', sourceId: 'node', targetId: 'out' },
    ],
  };
}
