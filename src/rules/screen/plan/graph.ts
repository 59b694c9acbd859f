import type { FactType } from '../../fact.js';
import type { Rulebook } from '../../rulebook.js';
import type { Node, TruthNode, TruthRef, TruthSource, ValueNode, ValueSource } from './node.js';
import { emptyVocabulary, type Kind, type Vocabulary } from './vocabulary.js';

/** The nodes of a plan while they are made. Equal ones are made once. */
export interface Graph {
  readonly book: Rulebook;
  readonly vocabulary: Vocabulary;
  /** In an order in which each stands after those from which it is worked out. */
  readonly nodes: Node[];
  readonly known: Map<string, Node>;
  /** Terms that have been looked at, by pack and name; `undefined` for those that only the scalar engine can work out. */
  readonly terms: Map<string, ValueNode | undefined>;
}

/** A graph without nodes. */
export function emptyGraph(book: Rulebook): Graph {
  return { book, vocabulary: emptyVocabulary(), nodes: [], known: new Map(), terms: new Map() };
}

/** The kind of value of a fact. */
export function kindOfFact(type: FactType): Kind {
  return type === 'amount' ? 'number' : type;
}

/** The node of a fact that a pack declares. */
export function factNode(fact: string, graph: Graph): ValueNode {
  const type = graph.book.facts.get(fact)?.type as FactType;
  return addValue(graph, `fact ${fact}`, kindOfFact(type), { op: 'fact', fact }, []);
}

/** The node of the reason why a fact is unknown. */
export function gapNode(fact: string, graph: Graph): ValueNode {
  return addValue(graph, `gap ${fact}`, 'number', { op: 'gap', fact }, []);
}

/** The node of a value that is the same for all. */
export function constantNode(value: number, kind: Kind, graph: Graph): ValueNode {
  return addValue(graph, `${kind} ${value}`, kind, { op: 'constant', value }, []);
}

/** Adds a value that is worked out from others, unless an equal one is there. */
export function reckonedNode(
  op: Exclude<ValueSource['op'], 'fact' | 'gap' | 'constant' | 'truth' | 'whole'>,
  kind: Kind,
  parts: readonly ValueNode[],
  graph: Graph,
): ValueNode {
  const bounded = op === 'max' || op === 'min';
  const read = bounded ? parts : parts.map((part) => wholeNode(part, graph));
  return addValue(graph, `${op} ${idsOf(read)}`, kind, { op, parts: read }, read, bounded);
}

function wholeNode(of: ValueNode, graph: Graph): ValueNode {
  return of.bounded ? addValue(graph, `whole ${of.id}`, of.kind, { op: 'whole', of }, [of]) : of;
}

/** The value of what is true or false. */
export function truthValueNode(of: TruthRef, graph: Graph): ValueNode {
  return addValue(graph, `truth ${refOf(of)}`, 'boolean', { op: 'truth', of }, [of.node]);
}

function addValue(
  graph: Graph,
  key: string,
  kind: Kind,
  how: ValueSource,
  from: readonly Node[],
  bounded = false,
): ValueNode {
  return add(graph, key, (id): ValueNode => ({ id, kind, bounded, how, from }));
}

/** Adds a truth value, unless an equal one is there. `key` tells what makes two equal. */
export function addTruth(
  graph: Graph,
  key: string,
  how: TruthSource,
  from: readonly Node[],
): TruthRef {
  return { node: add(graph, key, (id): TruthNode => ({ id, how, from })), negated: false };
}

/** The opposite. */
export function negated({ node, negated }: TruthRef): TruthRef {
  return { node, negated: !negated };
}

/** How a key names other truth values. */
export function refOf({ node, negated }: TruthRef): string {
  return negated ? `-${node.id}` : `${node.id}`;
}

/** How a key names other nodes. */
export function idsOf(nodes: readonly Node[]): string {
  return nodes.map(({ id }) => id).join(' ');
}

function add<T extends Node>({ known, nodes }: Graph, key: string, make: (id: number) => T): T {
  const before = known.get(key);
  if (before !== undefined) return before as T;
  const node = make(nodes.length);
  nodes.push(node);
  known.set(key, node);
  return node;
}
