import type { FactSlot } from './fact-slot.js';

/**
 * The order in which rows name their facts. Rows mostly name the same facts in the same order, with some left out, so that a name
 * need not be looked up but is found behind the one before it.
 */
export interface KeyOrder {
  /** Every fact that was named, in the order of the rows so far; each slot knows its place. */
  readonly slots: FactSlot[];
  /** How many names of the row at hand stood elsewhere than expected. */
  misses: number;
}

/** Looks up a name that does not stand where it was expected, and notes where it does. */
export function findSlot(
  order: KeyOrder,
  slots: ReadonlyMap<string, FactSlot>,
  name: string,
  place: number,
): FactSlot | undefined {
  const slot = slots.get(name);
  if (slot === undefined) return undefined;
  if (slot.place >= 0) order.misses++;
  else insert(order, slot, place);
  return slot;
}

/** Ends a row. Where most of its names stood elsewhere than expected, the order is learned anew. */
export function endRow(order: KeyOrder, named: number): void {
  if (2 * order.misses > named) {
    for (const slot of order.slots) slot.place = -1;
    order.slots.length = 0;
  }
  order.misses = 0;
}

function insert({ slots }: KeyOrder, slot: FactSlot, place: number): void {
  slots.splice(place, 0, slot);
  for (let i = place; i < slots.length; i++) (slots[i] as FactSlot).place = i;
}
