import type { Node, TruthNode, ValueNode } from './node.js';
import type { Plan } from './plan.js';

/**
 * Finds out on what each node depends: the sets of bits of all the facts from which it is worked out.
 *
 * @param ofFact the bits of a fact; 0 for one that is the same for all.
 */
export function levelsOf(
  { nodes }: Plan,
  ofFact: (name: string) => number,
): (node: Node) => number {
  const levels = new Map<Node, number>();
  const levelOf = (node: Node): number => levels.get(node) as number;
  for (const node of nodes as readonly (ValueNode | TruthNode)[]) {
    const { how, from } = node;
    const own = 'fact' in how ? ofFact(how.fact) : 0;
    levels.set(
      node,
      from.reduce((level, other) => level | levelOf(other), own),
    );
  }
  return levelOf;
}

/** Whether a node holds what is known of a fact. */
export function isGiven(node: Node): boolean {
  return 'fact' in (node as ValueNode | TruthNode).how;
}
