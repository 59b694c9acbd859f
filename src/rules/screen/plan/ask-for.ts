import type { RuleCondition, RuleOperand } from '../../condition.js';
import type { Surroundings } from '../../rulebook.js';
import { factNode, type Graph, gapNode } from './graph.js';
import type { Asked } from './node.js';

/** What the scalar engine needs to be asked of a condition. */
export function askFor(condition: RuleCondition, graph: Graph, around: Surroundings): Asked {
  const names = new Set<string>();
  const risky: RuleOperand[] = [];
  collect(condition, around, names, risky);
  const facts = [...names]
    .filter((name) => graph.book.facts.has(name))
    .map((name) => ({ name, value: factNode(name, graph), gap: gapNode(name, graph) }));
  return { op: 'asked', condition, around, facts, risky };
}

/** Goes through a part of a condition, and through the terms that it names. */
function collect(
  part: unknown,
  around: Surroundings,
  names: Set<string>,
  risky: RuleOperand[],
): void {
  if (typeof part !== 'object' || part === null) return;
  if ('call' in part || 'addMonths' in part || 'addDays' in part) risky.push(part as RuleOperand);
  for (const [key, entry] of Object.entries(part)) {
    if (NAMING.has(key) && typeof entry === 'string') collectName(entry, around, names, risky);
    else collect(entry, around, names, risky);
  }
}

const NAMING: ReadonlySet<string> = new Set(['fact', 'holds', 'none', 'stale']);

function collectName(
  name: string,
  around: Surroundings,
  names: Set<string>,
  risky: RuleOperand[],
): void {
  if (names.has(name)) return;
  names.add(name);
  const term = Object.hasOwn(around.terms, name) ? around.terms[name] : undefined;
  if (term !== undefined) collect('when' in term ? term.when : term.value, around, names, risky);
}
