import { type EventKind, isReversing, type OrderEvent } from './events.js';
import { referenceOf } from './fault.js';

/** The stages of a life in their order; kinds of one stage stand together. */
const STAGES: Readonly<Record<EventKind, number>> = {
  check: 0,
  confirm: 1,
  submit: 2,
  'cancel-request': 3,
  'cancel-refused': 3,
  accept: 4,
  fill: 5,
  correct: 5,
  bust: 5,
  reject: 6,
  cancel: 6,
  expire: 6,
  settle: 7,
};

/**
 * Events as they follow one another in an order's life, whatever the order in which they came: by stage; a request before its
 * answer and a fill before what takes its place; else by id.
 */
export function inLifeOrder<E extends { readonly event: OrderEvent }>(
  list: readonly E[],
): readonly E[] {
  const byId = new Map(list.map((one) => [one.event.id, one.event]));
  const keys = new Map(list.map((one) => [one, keyOf(one.event, byId)] as const));
  return [...list].sort((a, b) => compare(keys.get(a) as Key, keys.get(b) as Key));
}

/** The stage, what the event belongs to, and its place there. */
type Key = readonly [stage: number, group: string, place: number, id: string];

function keyOf(event: OrderEvent, byId: ReadonlyMap<string, OrderEvent>): Key {
  const stage = STAGES[event.kind];
  if (event.kind === 'cancel-refused') return [stage, event.request, 1, event.id];
  const { root, place } = originOf(event, byId);
  return [stage, root, place, event.id];
}

/** The fill that an event goes back to, and over how many steps; an event that refers to nothing is its own. */
function originOf(
  event: OrderEvent,
  byId: ReadonlyMap<string, OrderEvent>,
): { readonly root: string; readonly place: number } {
  let [root, place] = [event.id, 0];
  let current: OrderEvent | undefined = event;
  // References that run in a circle end after as many steps as there are events.
  while (current !== undefined && isReversing(current) && place < byId.size) {
    root = referenceOf(current) as string;
    place += 1;
    current = byId.get(root);
  }
  return { root, place };
}

function compare(a: Key, b: Key): number {
  const i = a.findIndex((part, index) => part !== b[index]);
  if (i < 0) return 0;
  return (a[i] as string | number) < (b[i] as string | number) ? -1 : 1;
}
