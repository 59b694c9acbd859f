import type { RuleConstant, RuleOperand } from '../../condition.js';
import type { Term } from '../../pack.js';
import type { Surroundings } from '../../rulebook.js';
import { packDate } from '../read/packed-date.js';
import { constantNode, factNode, type Graph, reckonedNode, truthValueNode } from './graph.js';
import type { Reckoning, ValueNode } from './node.js';
import { truthRef } from './truth-nodes.js';
import { encodeValue, type Kind } from './vocabulary.js';

/**
 * The node of an operand; `undefined` if only the scalar engine can work it out: where functions are called, what they return
 * is of no kind that is known beforehand, and nobody orders texts or lists in earnest.
 */
export function valueNode(
  operand: RuleOperand | readonly RuleConstant[],
  graph: Graph,
  around: Surroundings,
): ValueNode | undefined {
  if (typeof operand !== 'object' || isList(operand)) return constantOf(operand, graph);
  if ('fact' in operand) return namedNode(operand.fact, graph, around);
  if ('parameter' in operand) {
    return constantOf(around.parameters.get(operand.parameter)?.value, graph);
  }
  if ('call' in operand) return undefined;
  const [name, parts] = Object.entries(operand)[0] as [Reckoning, readonly RuleOperand[]];
  const nodes = parts.map((part, index) => {
    return DATES_OF[name]?.[index] === true
      ? dateNode(part, graph, around)
      : valueNode(part, graph, around);
  });
  return nodes.every((node) => node !== undefined) ? reckoning(name, nodes, graph) : undefined;
}

/** The node of an operand where a date belongs: a text in the form of one is one. */
export function dateNode(
  operand: RuleOperand | readonly RuleConstant[],
  graph: Graph,
  around: Surroundings,
): ValueNode | undefined {
  if (typeof operand !== 'string') return valueNode(operand, graph, around);
  return constantNode(packDate(operand), 'date', graph);
}

function isList(operand: object): operand is readonly RuleConstant[] {
  return Array.isArray(operand);
}

/** A parameter that has no value on the day is unknown. */
function constantOf(
  value: RuleConstant | readonly RuleConstant[] | undefined,
  graph: Graph,
): ValueNode {
  if (value === undefined) return constantNode(Number.NaN, 'nothing', graph);
  const kind = kindOfConstant(value);
  return constantNode(encodeValue(value, kind, graph.vocabulary), kind, graph);
}

function kindOfConstant(value: RuleConstant | readonly RuleConstant[]): Kind {
  if (typeof value === 'object') return 'list';
  return typeof value === 'string' ? 'text' : (typeof value as 'number' | 'boolean');
}

/** The node of a fact, a term of the pack, or `asOf`. */
export function namedNode(name: string, graph: Graph, around: Surroundings): ValueNode | undefined {
  const { book } = graph;
  if (name === 'asOf') return constantNode(packDate(book.asOf), 'date', graph);
  const term = Object.hasOwn(around.terms, name) ? around.terms[name] : undefined;
  if (term === undefined) return factNode(name, graph);
  // What is a term here and a fact of another pack has a value from either.
  return book.facts.has(name) ? undefined : termNode(name, term, graph, around);
}

function termNode(
  name: string,
  term: Term,
  graph: Graph,
  around: Surroundings,
): ValueNode | undefined {
  const key = `${around.slot} ${name}`;
  if (graph.terms.has(key)) return graph.terms.get(key);
  const node =
    'when' in term
      ? truthValueNode(truthRef(term.when, graph, around), graph)
      : valueNode(term.value, graph, around);
  graph.terms.set(key, node);
  return node;
}

/** In which places of a reckoning dates stand. */
const DATES_OF: Readonly<Partial<Record<Reckoning, readonly [boolean, boolean]>>> = {
  years: [true, true],
  months: [true, true],
  days: [true, true],
  addMonths: [true, false],
  addDays: [true, false],
};

function reckoning(
  name: Reckoning,
  parts: readonly ValueNode[],
  graph: Graph,
): ValueNode | undefined {
  if (name === 'first' || name === 'max' || name === 'min') {
    const kind = commonKind(parts);
    const ordered = kind === 'number' || kind === 'date' || kind === 'nothing';
    if (kind === undefined || (name !== 'first' && !ordered)) return undefined;
    return reckonedNode(name, kind, parts, graph);
  }
  const fits = parts.every(({ kind }, index) => {
    return kind === 'nothing' || kind === (DATES_OF[name]?.[index] === true ? 'date' : 'number');
  });
  const gives = name === 'addMonths' || name === 'addDays' ? 'date' : 'number';
  return fits ? reckonedNode(name, gives, parts, graph) : undefined;
}

/** The one kind of several values; `undefined` if there are two. */
export function commonKind(parts: readonly ValueNode[]): Kind | undefined {
  const [kind = 'nothing', other] = new Set(
    parts.map((part) => part.kind).filter((one) => one !== 'nothing'),
  );
  return other === undefined ? kind : undefined;
}
