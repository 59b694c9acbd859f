import { AptfolioError, at, checkList } from '../../errors/index.js';
import { canonicalJson, makeReason, type Reason } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { type Assembly, assemble, type KnownEvent } from './assemble.js';
import type { EventKind, OrderEvent } from './events.js';
import { type Fault, faultOf, inherentFault, misfit } from './fault.js';
import { closeLife, findEvent, type Life, openLife, someEvent } from './life.js';
import { inLifeOrder } from './life-order.js';
import type { Order } from './order.js';
import { type ReadEvent, readEvent } from './read-event.js';
import { isSameEvent } from './same-event.js';

/** An event that is not applied, and why. */
export interface HeldEvent<C extends CurrencyCode = CurrencyCode> {
  readonly event: OrderEvent<C>;
  readonly reason: Reason;
}

/** The order that a set of events leads to. */
export interface FoldedOrder<C extends CurrencyCode = CurrencyCode> {
  readonly order: Order<C>;
  /** What does not fit what has come so far; to be given again with what comes next. */
  readonly waiting: readonly HeldEvent<C>[];
  /** What can never apply to this order, whatever else may come. */
  readonly refused: readonly HeldEvent<C>[];
}

/**
 * Folds events over an order in whatever order they come: late, early, more than once.
 *
 * An event that comes too early waits for the missing ones, and one that comes late takes the place that it has in an order's
 * life: a fill that is reported after the cancellation was carried out before it. So the order depends on the set of events
 * alone: every permutation of the events of a life, with repetitions and in any portions (with what still waited before each),
 * leads to the same order, in which the events stand as they follow one another in a life. What an order has applied it keeps;
 * of events that exclude each other and are both new, the one of the lower id counts. A settlement with its `amount` is not
 * moved by what comes later.
 *
 * Waiting are events before the missing ones, fills beyond what was ordered until another is taken back, and what contradicts
 * what is known. Refused are a check that was not passed, consent to another proposal, a wrong key, a second event of a kind
 * that comes once, a second use of an id for something else, and a fill whose units and price do not give its amount.
 *
 * @throws AptfolioError as `replayOrder`; `inconsistent` with the path `order.events` if these do not lead to the order's state.
 *
 * @example
 * ```ts
 * import { draftOrder, foldOrder } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const draft = draftOrder(
 *   {
 *     id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *     gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 *   },
 *   { idempotencyKey: 'k-1' },
 * );
 * const at = '2026-03-02T10:00:00+08:00';
 * const first = foldOrder(draft, [
 *   { id: 'e5', at, kind: 'fill', amount: cny('40.00') },
 *   { id: 'e4', at, kind: 'accept' },
 *   { id: 'e1', at, kind: 'check', status: 'allowed' },
 * ]);
 * first.order.state; // => 'checked'
 * first.waiting.map(({ event }) => event.id); // => ['e4', 'e5']
 * const then = foldOrder(first.order, [
 *   { id: 'e3', at, kind: 'submit', idempotencyKey: 'k-1' },
 *   { id: 'e2', at, kind: 'confirm' },
 *   ...first.waiting.map(({ event }) => event),
 * ]);
 * then.order.state; // => 'partly-filled'
 * then.order.events.map(({ id }) => id); // => ['e1', 'e2', 'e3', 'e4', 'e5']
 * ```
 */
export function foldOrder<C extends CurrencyCode>(
  order: Order<C>,
  events: readonly OrderEvent<NoInfer<C>>[],
): FoldedOrder<C> {
  const opened = openLife(order);
  const applied = readApplied(order, opened);
  const { fresh, conflicting } = readFresh(events, opened);
  const known = [...applied];
  const unfit: KnownEvent<C>[] = [];
  for (const one of fresh) {
    (inherentFault(opened, one.event) === undefined ? known : unfit).push(one);
  }
  const { life, left } = keepApplied(opened, known);
  const held = inLifeOrder([...left, ...unfit]);
  const isFinal = (one: KnownEvent<C>) => finalFault(life, one) !== undefined;
  return Object.freeze({
    order: life.added.length === applied.length ? order : closeLife(life),
    waiting: hold(
      held.filter((one) => !isFinal(one)),
      (one) => waitingFault(life, one),
    ),
    refused: Object.freeze([
      ...hold(held.filter(isFinal), (one) => finalFault(life, one) as Fault),
      ...hold(conflicting, conflict),
    ]),
  });
}

/** The events that an order has applied; they must make it what it is. */
function readApplied<C extends CurrencyCode>(
  order: Order<C>,
  opened: Life<C>,
): readonly KnownEvent<C>[] {
  if (isUntouched(order, opened)) return [];
  const known = order.events.map((event, i) =>
    knownEvent(readEvent(event, opened.scope, at('order.events', i)), true),
  );
  const { life, left } = assemble(opened, known, 'nothing');
  const isWhole =
    left.length === 0 &&
    life.state === opened.state &&
    life.filled === opened.filled &&
    life.done === opened.done &&
    life.pendingCancel === opened.pendingCancel;
  if (isWhole) return known;
  const expected = `events that lead to the state ${life.state} and to what is filled`;
  throw new AptfolioError('inconsistent', 'order.events', expected, order.events);
}

/** A draft to which nothing has happened, which most orders are that a whole life is folded onto. */
function isUntouched<C extends CurrencyCode>(
  { events }: Order<C>,
  { state, filled, done, pendingCancel }: Life<C>,
): boolean {
  const isDraft = events.length === 0 && state === 'draft' && pendingCancel === undefined;
  return isDraft && filled === 0n && done === 0n;
}

function knownEvent<C extends CurrencyCode>(
  { event, amount, measure }: ReadEvent<C>,
  applied: boolean,
): KnownEvent<C> {
  return { event, amount, measure, applied };
}

interface Fresh<C extends CurrencyCode> {
  readonly fresh: readonly KnownEvent<C>[];
  /** Other content under an id that is taken. */
  readonly conflicting: readonly KnownEvent<C>[];
}

/** The events that are new, each once. Of two under one id the content that comes first as canonical JSON counts. */
function readFresh<C extends CurrencyCode>(
  events: readonly OrderEvent<C>[],
  opened: Life<C>,
): Fresh<C> {
  const fresh = new Map<string, KnownEvent<C>>();
  const conflicting: KnownEvent<C>[] = [];
  checkList<OrderEvent<C>>(events, 'events').forEach((event, i) => {
    const one = knownEvent(readEvent(event, opened.scope, at('events', i)), false);
    const { id } = one.event;
    const twin = fresh.get(id);
    const known = findEvent(opened, id) ?? twin?.event;
    if (known === undefined) fresh.set(id, one);
    else if (isSameEvent(known, one.event)) return;
    else if (twin === undefined || textOf(twin) < textOf(one)) conflicting.push(one);
    else {
      fresh.set(id, one);
      conflicting.push(twin);
    }
  });
  return { fresh: [...fresh.values()], conflicting: distinct(conflicting) };
}

function textOf({ event }: ReadEvent): string {
  return canonicalJson(event);
}

function distinct<C extends CurrencyCode>(
  events: readonly KnownEvent<C>[],
): readonly KnownEvent<C>[] {
  const byText = new Map(events.map((one) => [textOf(one), one]));
  return [...byText.keys()].sort().map((text) => byText.get(text) as KnownEvent<C>);
}

/** Everything that is known put together; what was applied stays applied. */
function keepApplied<C extends CurrencyCode>(
  opened: Life<C>,
  known: readonly KnownEvent<C>[],
): Assembly<C> {
  const assembly = assemble(opened, known, 'nothing');
  const keepsAll = assembly.left.every(({ applied }) => !applied);
  return keepsAll ? assembly : assemble(opened, known, 'applied');
}

/** What comes once in a life. */
const ONCE: readonly (readonly EventKind[])[] = [
  ['check'],
  ['confirm'],
  ['accept'],
  ['reject', 'cancel', 'expire'],
  ['settle'],
];

/** These say that an event refers to what it cannot refer to, or repeats what was done. */
const FINAL: readonly string[] = [
  'orders.already-submitted',
  'orders.wrong-reference',
  'orders.reference-closed',
];

/** Why an event can never apply; `undefined` if it may once more is known. */
function finalFault<C extends CurrencyCode>(life: Life<C>, one: ReadEvent<C>): Fault | undefined {
  const inherent = inherentFault(life, one.event);
  if (inherent !== undefined) return inherent;
  const fault = faultOf(life, one);
  if (fault !== undefined && FINAL.includes(fault.code)) return fault;
  const { id, kind } = one.event;
  const group = ONCE.find((kinds) => kinds.includes(kind)) ?? [];
  const isTaken = someEvent(life, (other) => other.id !== id && group.includes(other.kind));
  return isTaken ? misfit(life, one.event, 'too-late') : undefined;
}

function waitingFault<C extends CurrencyCode>(life: Life<C>, one: ReadEvent<C>): Fault {
  const fault = faultOf(life, one);
  // Too late would be final; this one fits if an earlier event turns out to be taken back.
  const isOpen = fault !== undefined && fault.code !== 'orders.event-too-late';
  return isOpen ? fault : misfit(life, one.event, 'contradicts');
}

function conflict({ event }: ReadEvent): Fault {
  return { code: 'orders.event-conflict', parameters: { event: event.id } };
}

function hold<C extends CurrencyCode>(
  list: readonly KnownEvent<C>[],
  faultIn: (one: KnownEvent<C>) => Fault,
): readonly HeldEvent<C>[] {
  return Object.freeze(
    list.map((one) => {
      const { code, parameters } = faultIn(one);
      return Object.freeze({ event: one.event, reason: makeReason(code, 'block', parameters) });
    }),
  );
}
