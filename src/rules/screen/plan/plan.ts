import { STATUS_OF, statusWhenUnknown } from '../../evaluate/rule-truth.js';
import { namesIn } from '../../placeholders.js';
import type { Rulebook, RuleInForce } from '../../rulebook.js';
import { DECISION_STATUSES, type DecisionStatus } from '../../status.js';
import { emptyGraph, type Graph } from './graph.js';
import type { Node, TruthNode, TruthRef, ValueNode } from './node.js';
import { constantTruth, truthRef } from './truth-nodes.js';
import { namedNode } from './value-nodes.js';
import type { Vocabulary } from './vocabulary.js';

/** What is to be worked out for every row under a rulebook: each thing once, however many rules speak of it. */
export interface Plan {
  readonly book: Rulebook;
  readonly vocabulary: Vocabulary;
  /** In an order in which each stands after those from which it is worked out. */
  readonly nodes: readonly Node[];
  /** In the rulebook's order. */
  readonly rules: readonly PlannedRule[];
}

/** A rule with the truth values that decide where it stands. */
export interface PlannedRule {
  readonly scope: TruthRef;
  readonly when: TruthRef;
  /** Never, for what is no duty. */
  readonly satisfiedBy: TruthRef;
  /** Places of the exceptions to it; all smaller than its own. */
  readonly exceptions: readonly number[];
  /** Whether it bites, and can be fulfilled, where it is unknown too. */
  readonly bitesUnknown: boolean;
  /** What it does where it bites, and where it is unknown: places in `DECISION_STATUSES`. */
  readonly fired: number;
  readonly unknown: number;
}

/** Lays out what is to be worked out. */
export function planScreening(book: Rulebook): Plan {
  const graph = emptyGraph(book);
  const rules = book.rules.map((rule) => planRule(rule, graph));
  for (const rule of book.rules) watchTexts(rule, graph);
  const needed = neededNodes(graph.nodes, rules);
  return {
    book,
    vocabulary: graph.vocabulary,
    nodes: graph.nodes.filter((node) => needed.has(node)),
    rules,
  };
}

function planRule(inForce: RuleInForce, graph: Graph): PlannedRule {
  const { rule, outcome, exceptions, surroundings } = inForce;
  const always = constantTruth(true, graph);
  const fulfilled =
    rule.satisfiedBy === undefined ? undefined : truthRef(rule.satisfiedBy, graph, surroundings);
  return {
    scope: rule.scope === undefined ? always : truthRef(rule.scope, graph, surroundings),
    when: truthRef(rule.when, graph, surroundings),
    // A policy may have made a block of the duty, which nothing fulfils.
    satisfiedBy:
      fulfilled !== undefined && outcome === 'require' ? fulfilled : constantTruth(false, graph),
    exceptions,
    bitesUnknown: rule.whenUnknown === 'bite',
    fired: placeOf(STATUS_OF[outcome]),
    unknown: placeOf(statusWhenUnknown(outcome, rule.whenUnknown)),
  };
}

function placeOf(status: DecisionStatus): number {
  return DECISION_STATUSES.indexOf(status);
}

/** A decision works out what the text of a rule names too, and can come to grief there. */
function watchTexts({ text, surroundings }: RuleInForce, graph: Graph): void {
  for (const name of namesIn(text)) {
    if (!Object.hasOwn(surroundings.terms, name)) continue;
    if (namedNode(name, graph, surroundings) !== undefined) continue;
    const value = { fact: name };
    truthRef({ left: value, is: '=', right: value }, graph, surroundings);
  }
}

/** What rules rest on, and what may come to grief, with all that they are worked out from. */
function neededNodes(nodes: readonly Node[], rules: readonly PlannedRule[]): ReadonlySet<Node> {
  const needed = new Set<Node>(
    rules.flatMap(({ scope, when, satisfiedBy }) => [scope.node, when.node, satisfiedBy.node]),
  );
  for (const node of [...nodes].reverse()) {
    if (isRisky(node as ValueNode | TruthNode)) needed.add(node);
    if (needed.has(node)) for (const other of node.from) needed.add(other);
  }
  return needed;
}

/** Whether the scalar engine may throw where it works this out: dates end with the year 9999. */
function isRisky({ how: { op } }: ValueNode | TruthNode): boolean {
  return op === 'addMonths' || op === 'addDays' || op === 'asked';
}
