import { money } from 'aptfolio/money';
import {
  advanceOrder,
  draftOrder,
  foldOrder,
  type Order,
  type OrderEvent,
  replayOrder,
} from 'aptfolio/orders';
import { type Contest, compare } from './measure.js';

const AT_LEAST = 500_000;
const ORDERS = 500;

type Event = OrderEvent<'CNY'>;

const AT = '2026-03-02T10:00:00+08:00';
const drafts = Array.from({ length: ORDERS }, (_, i) =>
  draftOrder(
    {
      id: `plan/P${i}/1`,
      product: 'P03',
      side: 'buy',
      gross: money('CNY', '131225.00'),
      fee: money('CNY', '78.69'),
      net: money('CNY', '131146.31'),
      day: 0,
      funding: 'CURRENT',
    },
    { proposalHash: 'h1', idempotencyKey: `k${i}` },
  ),
);
const lives = drafts.map((_, i) => lifeOf(i));
const backwards = lives.map((events) => [...events].reverse());
const events = ORDERS * lives[0]!.length;

const byHand = (): readonly Bare[] => drafts.map((draft, i) => bareReplay(draft, lives[i]!));

compare('Events of orders per second', [
  contest('replayOrder', () => drafts.map((one, i) => replayOrder(one, lives[i]!).order)),
  contest('advanceOrder, one by one', () => drafts.map((one, i) => advanced(one, lives[i]!))),
  contest('foldOrder', () => drafts.map((one, i) => foldOrder(one, lives[i]!).order)),
  contest('foldOrder, backwards', () =>
    drafts.map((one, i) => foldOrder(one, backwards[i]!).order),
  ),
]);

function contest(name: string, ours: () => readonly Order<'CNY'>[]): Contest {
  const bare = byHand();
  ours().forEach(({ state, filled, events: applied }, i) => {
    const { state: expected, filled: sum, seen } = bare[i]!;
    const isSame = state === expected && Number(filled.amount.replace('.', '')) === sum;
    if (!isSame || applied.length !== seen.size) throw new Error(`${name}: order ${i} differs`);
  });
  return {
    name,
    peer: 'bare switch',
    items: events,
    ours,
    theirs: byHand,
    floor: 0.02,
    atLeast: AT_LEAST,
  };
}

/** A life from the check to the settlement, with two fills, one of them reported twice. */
function lifeOf(i: number): readonly Event[] {
  const first: Event = { id: `${i}/5`, at: AT, kind: 'fill', amount: money('CNY', '31225.00') };
  return [
    { id: `${i}/1`, at: AT, kind: 'check', status: 'allowed' },
    { id: `${i}/2`, at: AT, kind: 'confirm', proposalHash: 'h1' },
    { id: `${i}/3`, at: AT, kind: 'submit', idempotencyKey: `k${i}` },
    { id: `${i}/4`, at: AT, kind: 'accept' },
    first,
    { ...first },
    { id: `${i}/6`, at: AT, kind: 'fill', amount: money('CNY', '100000.00') },
    { id: `${i}/7`, at: AT, kind: 'settle' },
  ];
}

function advanced(draft: Order<'CNY'>, life: readonly Event[]): Order<'CNY'> {
  return life.reduce((order, event) => advanceOrder(order, event).order, draft);
}

interface Bare {
  readonly state: Order['state'];
  readonly filled: number;
  readonly seen: ReadonlySet<string>;
}

/** The states as somebody would write them down: nothing is checked but whether an event has been seen, and nothing is kept of it. */
function bareReplay({ gross }: Order<'CNY'>, life: readonly Event[]): Bare {
  const size = Number(gross.amount.replace('.', ''));
  const seen = new Set<string>();
  let state: Order['state'] = 'draft';
  let filled = 0;
  for (const event of life) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    switch (event.kind) {
      case 'check':
        if (state === 'draft') state = 'checked';
        break;
      case 'confirm':
        if (state === 'checked') state = 'confirmed';
        break;
      case 'submit':
        if (state === 'confirmed') state = 'submitted';
        break;
      case 'accept':
        if (state === 'submitted') state = 'accepted';
        break;
      case 'fill':
        filled += Number(event.amount.amount.replace('.', ''));
        state = filled < size ? 'partly-filled' : 'filled';
        break;
      case 'settle':
        if (state === 'filled') state = 'settled';
        break;
      default:
        break;
    }
  }
  return { state, filled, seen };
}
