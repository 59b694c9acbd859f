import type { CurrencyCode } from '../../money/index.js';
import type { EventKind, OrderEvent } from './events.js';
import { faultOf, referenceOf } from './fault.js';
import { chainsOf, takeFills } from './fill-chains.js';
import { applyEvent, type Life, openLife } from './life.js';
import { inLifeOrder } from './life-order.js';
import type { Order } from './order.js';
import type { ReadEvent } from './read-event.js';

/** An event that is known, and whether the order had it before. */
export interface KnownEvent<C extends CurrencyCode = CurrencyCode> extends ReadEvent<C> {
  readonly applied: boolean;
}

/** The life that a set of events makes, and what of the set does not fit. */
export interface Assembly<C extends CurrencyCode = CurrencyCode> {
  readonly life: Life<C>;
  readonly left: readonly KnownEvent<C>[];
}

/**
 * Puts the events of an order together in the order of its life, whatever the order in which they came. Of events that exclude
 * each other the one that was applied before counts, else that of the lower id.
 *
 * @param keeping `applied`: no fill joins that would take from an end or a settlement applied before its ground.
 */
export function assemble<C extends CurrencyCode>(
  draft: Order<C>,
  known: readonly KnownEvent<C>[],
  keeping: 'applied' | 'nothing',
): Assembly<C> {
  const life = openLife(draft);
  const left: KnownEvent<C>[] = [];
  const sorted = [...known].sort(appliedFirst);
  const of = (...kinds: readonly EventKind[]) =>
    sorted.filter(({ event }) => kinds.includes(event.kind));
  const take = (events: readonly KnownEvent<C>[]) => {
    for (const one of events) {
      if (faultOf(life, one) === undefined) applyEvent(life, one);
      else left.push(one);
    }
  };

  take([...of('check'), ...of('confirm'), ...of('submit')]);
  take(inTurn(of('cancel-request'), of('cancel-refused'), of('cancel')));
  take(of('accept'));
  const ends = [...of('reject', 'cancel', 'expire'), ...of('settle')];
  const fixed = keeping === 'applied' ? ends.filter(({ applied }) => applied) : [];
  left.push(...takeFills(life, chainsOf(of('fill', 'correct', 'bust')), fixed));
  take(ends);
  sortByLife(life.added);
  return { life, left };
}

function appliedFirst(a: KnownEvent, b: KnownEvent): number {
  if (a.applied !== b.applied) return a.applied ? -1 : 1;
  return a.event.id < b.event.id ? -1 : 1;
}

/** Requests with their refusals first, so that the one that is still open comes last. */
function inTurn<C extends CurrencyCode>(
  requests: readonly KnownEvent<C>[],
  refusals: readonly KnownEvent<C>[],
  cancels: readonly KnownEvent<C>[],
): readonly KnownEvent<C>[] {
  const granted = cancels.filter(({ applied }) => applied).map(({ event }) => referenceOf(event));
  const answersTo = ({ event }: KnownEvent<C>) =>
    refusals.filter((one) => referenceOf(one.event) === event.id && !granted.includes(event.id));
  const answered = requests.filter((one) => answersTo(one).length > 0);
  const turns = answered.flatMap((one) => [one, ...answersTo(one)]);
  const open = requests.filter((one) => !answered.includes(one));
  const stray = refusals.filter((one) => !turns.includes(one));
  return [...turns, ...open, ...stray];
}

function sortByLife(events: OrderEvent[]): void {
  const sorted = inLifeOrder(events.map((event) => ({ event })));
  sorted.forEach(({ event }, i) => {
    events[i] = event;
  });
}
