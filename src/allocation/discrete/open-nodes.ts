import type { Box } from './box.js';

/** A box that is still to be looked at. */
export interface OpenNode {
  readonly box: Box;
  /** Its relaxed portfolio. */
  readonly weights: Float64Array;
  /** No portfolio of it has a lower value. */
  readonly bound: number;
  readonly depth: number;
  /** When it was found. */
  readonly order: number;
}

/** Adds a node to a heap whose first is the one to look at next. */
export function push(heap: OpenNode[], node: OpenNode): void {
  let place = heap.length;
  heap.push(node);
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (!isBefore(node, heap[parent]!)) break;
    heap[place] = heap[parent]!;
    place = parent;
  }
  heap[place] = node;
}

/** Takes the first node. */
export function pop(heap: OpenNode[]): OpenNode | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (heap.length === 0 || last === undefined) return first;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
    if (!isBefore(heap[child]!, last)) break;
    heap[place] = heap[child]!;
    place = child;
  }
  heap[place] = last;
  return first;
}

/** The lowest bound first; of equal ones the deepest, of those the newest. */
function isBefore(a: OpenNode, b: OpenNode): boolean {
  if (a.bound !== b.bound) return a.bound < b.bound;
  if (a.depth !== b.depth) return a.depth > b.depth;
  return a.order > b.order;
}
