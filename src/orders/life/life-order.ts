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

/** The stage of a life to which an event belongs, as a number that grows. */
export function stageOf({ kind }: OrderEvent): number {
  return STAGES[kind];
}

/**
 * Events as they follow one another in an order's life, whatever the order in which they came: by stage; a request before its
 * answer, one without an answer last, and a fill before what takes its place; else by id.
 */
export function inLifeOrder<E extends { readonly event: OrderEvent }>(
  list: readonly E[],
): readonly E[] {
  if (list.length < 2) return list;
  const byId = new Map<string, OrderEvent>();
  const refused = new Set<string>();
  for (const { event } of list) {
    byId.set(event.id, event);
    if (event.kind === 'cancel-refused') refused.add(event.request);
  }
  return list
    .map((one) => ({ one, key: keyOf(one.event, byId, refused) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ one }) => one);
}

/** The stage, what the event belongs to, and its place there. */
interface Key {
  readonly stage: number;
  readonly group: string;
  readonly place: number;
  readonly id: string;
}

/** A request that was not refused comes after those that were: none is made while another is open. */
const OPEN_REQUEST = 3.5;

function keyOf(
  event: OrderEvent,
  byId: ReadonlyMap<string, OrderEvent>,
  refused: ReadonlySet<string>,
): Key {
  const { id, kind } = event;
  const isOpen = kind === 'cancel-request' && !refused.has(id);
  const stage = isOpen ? OPEN_REQUEST : STAGES[kind];
  if (kind === 'cancel-refused') return { stage, group: event.request, place: 1, id };
  const { root, place } = originOf(event, byId);
  return { stage, group: root, place, id };
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
  if (a.stage !== b.stage) return a.stage - b.stage;
  if (a.group !== b.group) return a.group < b.group ? -1 : 1;
  if (a.place !== b.place) return a.place - b.place;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
