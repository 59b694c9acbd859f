import type { CurrencyCode } from '../../money/index.js';
import type { EventKind, OrderEvent } from './events.js';
import { faultOf, referenceOf } from './fault.js';
import { chainsOf, takeFills } from './fill-chains.js';
import { applyEvent, fromDraft, type Life } from './life.js';
import { inLifeOrder, stageOf } from './life-order.js';
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
 * @param opened the order, of which only what events do not change is looked at.
 * @param keeping `applied`: no fill joins that would take from an end or a settlement applied before its ground.
 */
export function assemble<C extends CurrencyCode>(
  opened: Life<C>,
  known: readonly KnownEvent<C>[],
  keeping: 'applied' | 'nothing',
): Assembly<C> {
  const straight = straightLife(opened, known);
  if (straight !== undefined) return { life: straight, left: [] };
  const life = fromDraft(opened);
  const left: KnownEvent<C>[] = [];
  const stages = stagesOf([...known].sort(appliedFirst));
  const take = (events: readonly KnownEvent<C>[]) => {
    for (const one of events) {
      if (faultOf(life, one) === undefined) applyEvent(life, one);
      else left.push(one);
    }
  };

  take(stages.check);
  take(stages.confirm);
  take(stages.submit);
  take(inTurn(stages));
  take(stages.accept);
  const ends = [...stages.end, ...stages.settle];
  const fixed = keeping === 'applied' ? ends.filter(({ applied }) => applied) : [];
  left.push(...takeFills(life, chainsOf(stages.fill), fixed));
  take(ends);
  sortByLife(life.added);
  return { life, left };
}

/** The life of events that all fit one after the other by stage and id, as nearly every life ends; `undefined` if they do not. */
function straightLife<C extends CurrencyCode>(
  opened: Life<C>,
  known: readonly KnownEvent<C>[],
): Life<C> | undefined {
  if (known.some(isAsideOfLine)) return undefined;
  const life = fromDraft(opened);
  for (const one of inLine(known)) {
    if (faultOf(life, one) !== undefined) return undefined;
    applyEvent(life, one);
  }
  return life;
}

/** Where such an event stands depends on what it refers to, or on what refers to it. */
function isAsideOfLine({ event: { kind } }: KnownEvent): boolean {
  return (
    kind === 'correct' || kind === 'bust' || kind === 'cancel-request' || kind === 'cancel-refused'
  );
}

function inLine<C extends CurrencyCode>(known: readonly KnownEvent<C>[]): readonly KnownEvent<C>[] {
  const isSorted = known.every((one, i) => i === 0 || byStage(known[i - 1] as KnownEvent, one) < 0);
  return isSorted ? known : [...known].sort(byStage);
}

function byStage({ event: a }: KnownEvent, { event: b }: KnownEvent): number {
  return stageOf(a) - stageOf(b) || (a.id < b.id ? -1 : 1);
}

function appliedFirst(a: KnownEvent, b: KnownEvent): number {
  if (a.applied !== b.applied) return a.applied ? -1 : 1;
  return a.event.id < b.event.id ? -1 : 1;
}

type Stage =
  | 'check'
  | 'confirm'
  | 'submit'
  | 'request'
  | 'refusal'
  | 'accept'
  | 'fill'
  | 'end'
  | 'settle';

const STAGE_OF: Readonly<Record<EventKind, Stage>> = {
  check: 'check',
  confirm: 'confirm',
  submit: 'submit',
  'cancel-request': 'request',
  'cancel-refused': 'refusal',
  accept: 'accept',
  fill: 'fill',
  correct: 'fill',
  bust: 'fill',
  reject: 'end',
  cancel: 'end',
  expire: 'end',
  settle: 'settle',
};

type Stages<C extends CurrencyCode> = Readonly<Record<Stage, readonly KnownEvent<C>[]>>;

/** The events of each stage of a life, in the order in which they stand. */
function stagesOf<C extends CurrencyCode>(events: readonly KnownEvent<C>[]): Stages<C> {
  const stages: Record<Stage, KnownEvent<C>[]> = {
    check: [],
    confirm: [],
    submit: [],
    request: [],
    refusal: [],
    accept: [],
    fill: [],
    end: [],
    settle: [],
  };
  for (const one of events) stages[STAGE_OF[one.event.kind]].push(one);
  return stages;
}

/** Requests with their refusals first, so that the one that is still open comes last. */
function inTurn<C extends CurrencyCode>({
  request: requests,
  refusal: refusals,
  end,
}: Stages<C>): readonly KnownEvent<C>[] {
  if (refusals.length === 0) return requests;
  const granted = end
    .filter(({ event, applied }) => event.kind === 'cancel' && applied)
    .map(({ event }) => referenceOf(event));
  const answersTo = ({ event }: KnownEvent<C>) =>
    refusals.filter((one) => referenceOf(one.event) === event.id && !granted.includes(event.id));
  const answered = requests.filter((one) => answersTo(one).length > 0);
  const turns = answered.flatMap((one) => [one, ...answersTo(one)]);
  const open = requests.filter((one) => !answered.includes(one));
  const stray = refusals.filter((one) => !turns.includes(one));
  return [...turns, ...open, ...stray];
}

/** Fills stay in the order in which they were taken, which is the one that fits. */
function sortByLife(events: OrderEvent[]): void {
  const fills = events.filter(({ kind }) => STAGE_OF[kind] === 'fill');
  const others = inLifeOrder(
    events.filter(({ kind }) => STAGE_OF[kind] !== 'fill').map((event) => ({ event })),
  ).map(({ event }) => event);
  const after = others.findIndex(({ kind }) => ['end', 'settle'].includes(STAGE_OF[kind]));
  const place = after === -1 ? others.length : after;
  const sorted = [...others.slice(0, place), ...fills, ...others.slice(place)];
  sorted.forEach((event, i) => {
    events[i] = event;
  });
}
