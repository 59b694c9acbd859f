import type { FactBook } from '../../evaluate/fact-book.js';
import type { Machine } from '../machine/machine.js';
import { isGiven } from '../plan/levels.js';
import type { Node, ValueNode } from '../plan/node.js';
import { GAP } from '../plan/node.js';
import type { Plan } from '../plan/plan.js';
import { encodeValue } from '../plan/vocabulary.js';

/**
 * The two sides of a grid. Pairs are worked out for many rows of one side at once, its lanes, with one row of the other side after the
 * other, its turns. What depends on neither side is worked out once, what depends on one side once for each of its rows.
 */
export const ON_LANES = 1;
export const ON_TURNS = 2;
export const ON_BOTH = 3;

/** Gives a machine the facts that are the same for all pairs. */
export function fillShared(
  { nodes, vocabulary }: Plan,
  machine: Machine,
  levelOf: (node: Node) => number,
  { values, gaps }: FactBook,
): void {
  for (const node of nodes as readonly ValueNode[]) {
    if (!isGiven(node) || levelOf(node) !== 0) continue;
    const { kind, how } = node;
    const { low } = machine.columnOf(node);
    const { fact } = how as Extract<ValueNode['how'], { readonly fact: string }>;
    const [known, gap] = [values.get(fact), gaps.get(fact)];
    if (how.op === 'gap') low.fill(gap === undefined ? 0 : GAP[gap]);
    else low.fill(known === undefined ? Number.NaN : encodeValue(known, kind, vocabulary));
  }
}
