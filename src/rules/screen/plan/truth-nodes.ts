import type { RuleComparison, RuleCondition, RuleOperand } from '../../condition.js';
import type { Truth } from '../../decision.js';
import type { Surroundings } from '../../rulebook.js';
import { askFor } from './ask-for.js';
import { addTruth, factNode, type Graph, gapNode, negated, refOf } from './graph.js';
import { GAP, type TruthRef, type ValueNode } from './node.js';
import { commonKind, dateNode, namedNode, valueNode } from './value-nodes.js';
import { entriesOf } from './vocabulary.js';

/** The node of a condition. */
export function truthRef(condition: RuleCondition, graph: Graph, around: Surroundings): TruthRef {
  if ('left' in condition) {
    return comparison(condition, graph, around) ?? asked(condition, graph, around);
  }
  if ('holds' in condition) return holds(condition, graph, around);
  if ('not' in condition) return negated(truthRef(condition.not, graph, around));
  if ('all' in condition) {
    return allOf(
      condition.all.map((part) => truthRef(part, graph, around)),
      graph,
    );
  }
  if ('any' in condition) {
    // One holds unless all do not.
    const parts = condition.any.map((part) => negated(truthRef(part, graph, around)));
    return negated(allOf(parts, graph));
  }
  return 'none' in condition
    ? gap(condition.none, 'none', graph)
    : gap(condition.stale, 'stale', graph);
}

/** A truth value that is the same for all. */
export function constantTruth(truth: Truth, graph: Graph): TruthRef {
  return addTruth(graph, `always ${truth}`, { op: 'constant', truth }, []);
}

function allOf(parts: readonly TruthRef[], graph: Graph): TruthRef {
  const byKey = new Map(parts.map((part) => [refOf(part), part]));
  const keys = [...byKey.keys()].sort();
  const refs = keys.map((key) => byKey.get(key) as TruthRef);
  if (refs.length === 1) return refs[0] as TruthRef;
  return addTruth(
    graph,
    `all ${keys.join(' ')}`,
    { op: 'all', parts: refs },
    refs.map(({ node }) => node),
  );
}

function holds(
  condition: { readonly holds: string },
  graph: Graph,
  around: Surroundings,
): TruthRef {
  const value = namedNode(condition.holds, graph, around);
  if (value?.kind !== 'boolean') return asked(condition, graph, around);
  if (value.how.op === 'truth') return value.how.of;
  return addTruth(graph, `holds ${value.id}`, { op: 'holds', value }, [value]);
}

function gap(fact: string, which: keyof typeof GAP, graph: Graph): TruthRef {
  const [why, value] = [gapNode(fact, graph), factNode(fact, graph)];
  const how = { op: 'has-gap', is: GAP[which], gap: why, value } as const;
  return addTruth(graph, `${which} ${fact}`, how, [why, value]);
}

/** A comparison of columns; `undefined` if only the scalar engine can make it. */
function comparison(
  { left, is, right }: RuleComparison,
  graph: Graph,
  around: Surroundings,
): TruthRef | undefined {
  const [one, other] = sides(left, right, graph, around);
  if (one === undefined || other === undefined) return undefined;
  switch (is) {
    case '>':
      return ordered(one, other, graph);
    case '<':
      return ordered(other, one, graph);
    case '<=':
      return opposite(ordered(one, other, graph));
    case '>=':
      return opposite(ordered(other, one, graph));
    case '=':
      return equal(one, other, graph);
    case '!=':
      return opposite(equal(one, other, graph));
    case 'in':
      return contains(other, one, graph);
    case 'includes':
      return contains(one, other, graph);
    default:
      return overlap(one, other, graph);
  }
}

/** Both sides of a comparison; a text in the form of a date is a date beside one. */
function sides(
  left: RuleOperand,
  right: RuleComparison['right'],
  graph: Graph,
  around: Surroundings,
): readonly [ValueNode | undefined, ValueNode | undefined] {
  const [one, other] = [valueNode(left, graph, around), valueNode(right, graph, around)];
  if (one?.kind === 'date' && other?.kind === 'text') return [one, dateNode(right, graph, around)];
  if (other?.kind === 'date' && one?.kind === 'text') return [dateNode(left, graph, around), other];
  return [one, other];
}

function opposite(ref: TruthRef | undefined): TruthRef | undefined {
  return ref === undefined ? undefined : negated(ref);
}

function ordered(left: ValueNode, right: ValueNode, graph: Graph): TruthRef | undefined {
  const kind = commonKind([left, right]);
  if (kind !== 'number' && kind !== 'date' && kind !== 'nothing') return undefined;
  const how = { op: 'above', left, right } as const;
  return addTruth(graph, `above ${left.id} ${right.id}`, how, [left, right]);
}

function equal(left: ValueNode, right: ValueNode, graph: Graph): TruthRef | undefined {
  const kind = commonKind([left, right]);
  if (kind === undefined || kind === 'list') return undefined;
  const how = { op: 'equal', left, right } as const;
  return addTruth(graph, `equal ${left.id} ${right.id}`, how, [left, right]);
}

function contains(list: ValueNode, entry: ValueNode, graph: Graph): TruthRef | undefined {
  if (list.kind === 'nothing' || entry.kind === 'nothing') return constantTruth('unknown', graph);
  if (list.kind !== 'list' || entry.kind === 'list') return undefined;
  if (list.how.op !== 'constant') {
    const how = { op: 'contains', list, entry } as const;
    return addTruth(graph, `contains ${list.id} ${entry.id}`, how, [list, entry]);
  }
  const among = entriesOf(list.how.value, entry.kind, graph.vocabulary);
  const how = { op: 'one-of', value: entry, among } as const;
  return addTruth(graph, `one of ${list.id} ${entry.id}`, how, [entry]);
}

function overlap(left: ValueNode, right: ValueNode, graph: Graph): TruthRef | undefined {
  if (left.kind === 'nothing' || right.kind === 'nothing') return constantTruth('unknown', graph);
  if (left.kind !== 'list' || right.kind !== 'list') return undefined;
  const how = { op: 'overlap', left, right } as const;
  return addTruth(graph, `overlap ${left.id} ${right.id}`, how, [left, right]);
}

function asked(condition: RuleCondition, graph: Graph, around: Surroundings): TruthRef {
  const how = askFor(condition, graph, around);
  const key = `asked ${around.slot} ${JSON.stringify(condition)}`;
  return addTruth(
    graph,
    key,
    how,
    how.facts.flatMap(({ value, gap }) => [value, gap]),
  );
}
