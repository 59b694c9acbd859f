import type { RuleCondition } from '../../condition.js';
import { readsOf } from '../../reads.js';
import type { Surroundings } from '../../rulebook.js';
import { factNode, type Graph, gapNode } from './graph.js';
import type { AskedFact } from './node.js';

/** Every fact that a condition reads, also by way of terms. */
export function askedFacts(
  condition: RuleCondition,
  graph: Graph,
  { terms }: Surroundings,
): readonly AskedFact[] {
  const names = new Set<string>();
  const read = (part: Parameters<typeof readsOf>[0][number]): void => {
    for (const name of readsOf([part]).facts) {
      if (names.has(name)) continue;
      names.add(name);
      const term = Object.hasOwn(terms, name) ? terms[name] : undefined;
      if (term !== undefined) read('when' in term ? term.when : term.value);
    }
  };
  read(condition);
  return [...names]
    .filter((name) => graph.book.facts.has(name))
    .map((name) => ({ name, value: factNode(name, graph), gap: gapNode(name, graph) }));
}
