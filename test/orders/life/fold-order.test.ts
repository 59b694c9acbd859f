import { describe, expect, it } from 'vitest';
import {
  draftOrder,
  type FoldedOrder,
  foldOrder,
  type Order,
  type OrderEvent,
  replayOrder,
} from '../../../src/orders/index.js';
import {
  accepted,
  advanced,
  cny,
  draft,
  event,
  expectRefusal,
  isDeeplyFrozen,
  planned,
  upToAccepted,
  wrong,
} from '../support.js';

const fill = (id: string, amount: string) => event(id, { kind: 'fill', amount: cny(amount) });
const bust = (id: string, of: string) => event(id, { kind: 'bust', fill: of });
const cancel = event('x', { kind: 'cancel' });
const settle = (amount?: string) =>
  event('s', { kind: 'settle', ...(amount === undefined ? {} : { amount: cny(amount) }) });
const begun = upToAccepted(draft);

/** What waits and what is refused, by id and code. */
const heldIn = ({ waiting, refused }: FoldedOrder<'CNY'>) => ({
  waiting: waiting.map(({ event, reason }) => [event.id, reason.code]),
  refused: refused.map(({ event, reason }) => [event.id, reason.code]),
});
const fold = (order: Order<'CNY'>, ...events: readonly OrderEvent<'CNY'>[]) =>
  foldOrder(order, events);

describe('events that come too early', () => {
  it('wait for the missing ones and are named with what is missing', () => {
    const first = fold(draft, settle(), fill('f1', '225'), begun[0]!);
    expect(first.order.state).toBe('checked');
    expect(heldIn(first)).toEqual({
      waiting: [
        ['f1', 'orders.event-too-early'],
        ['s', 'orders.event-too-early'],
      ],
      refused: [],
    });
    const rest = first.waiting.map((one) => one.event);
    const then = fold(first.order, ...begun, fill('f2', '131000'), ...rest);
    expect(then.order.state).toBe('settled');
    expect(heldIn(then)).toEqual({ waiting: [], refused: [] });
  });

  it('that are the same as applied ones are dropped', () => {
    const { order, waiting, refused } = fold(accepted, ...begun);
    expect(order).toBe(accepted);
    expect([waiting, refused]).toEqual([[], []]);
  });
});

describe('events that come late', () => {
  it('take their place: a fill reported after the cancellation was carried out before it', () => {
    const cancelled = advanced(accepted, [fill('f1', '225'), cancel]);
    const { order } = fold(cancelled, fill('f2', '5'));
    expect([order.state, order.filled.amount]).toEqual(['cancelled', '230.00']);
    expect(order.events.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3', 'e4', 'f1', 'f2', 'x']);
  });

  it('do not move a settlement with its amount', () => {
    const settled = advanced(accepted, [fill('f1', '225'), cancel, settle('225')]);
    const late = fold(settled, fill('f2', '5'));
    expect(late.order).toBe(settled);
    expect(heldIn(late).waiting).toEqual([['f2', 'orders.event-contradicts']]);
    // Without its amount nobody can tell that the settlement was of the first fill alone.
    const open = advanced(accepted, [fill('f1', '225'), cancel, settle()]);
    expect(fold(open, fill('f2', '5')).order.filled.amount).toBe('230.00');
  });

  it('make a settlement with its amount wait for the fills that it is of', () => {
    const short = fold(accepted, fill('f1', '225'), cancel, settle('230'));
    expect(short.order.state).toBe('cancelled');
    expect(heldIn(short).waiting).toEqual([['s', 'orders.settlement-differs']]);
    expect(fold(short.order, fill('f2', '5'), settle('230')).order.state).toBe('settled');
  });
});

describe('fills and what takes them back', () => {
  it('fit together whatever comes first', () => {
    const events = [fill('f2', '131225'), bust('b1', 'f1'), fill('f1', '131000')];
    const { order, waiting } = fold(accepted, ...events);
    expect([order.state, order.filled.amount]).toEqual(['filled', '131225.00']);
    expect(waiting).toEqual([]);
  });

  it('wait for one another where one alone would undo what is settled', () => {
    const settled = fold(accepted, fill('f1', '131225'), settle()).order;
    const half = fold(settled, bust('b1', 'f1'));
    expect(half.order).toBe(settled);
    expect(heldIn(half).waiting).toEqual([['b1', 'orders.event-contradicts']]);
    const whole = fold(settled, bust('b1', 'f1'), fill('f2', '131225'));
    expect([whole.order.state, whole.order.filled.amount]).toEqual(['settled', '131225.00']);
    expect(whole.waiting).toEqual([]);
  });

  it('beyond the order wait, the applied ones and the lower ids first', () => {
    const partly = advanced(accepted, [fill('f9', '131000')]);
    const { order, ...held } = fold(partly, fill('f2', '200'), fill('f1', '100'));
    expect(order.filled.amount).toBe('131100.00');
    expect(heldIn({ order, ...held })).toEqual({
      waiting: [['f2', 'orders.overfilled']],
      refused: [],
    });
  });

  it('that refer to one another in a circle wait and harm nothing', () => {
    const circle = [
      event('c1', { kind: 'correct', fill: 'c2', amount: cny('1') }),
      event('c2', { kind: 'correct', fill: 'c1', amount: cny('1') }),
    ];
    const { order, ...held } = fold(accepted, ...circle);
    expect(order).toBe(accepted);
    expect(heldIn({ order, ...held }).waiting).toEqual([
      ['c1', 'orders.event-too-early'],
      ['c2', 'orders.event-too-early'],
    ]);
  });
});

describe('events that can never apply', () => {
  const bound = draftOrder(planned, { proposalHash: 'h1', idempotencyKey: 'k' });

  it('are refused with their reason', () => {
    const sent = advanced(bound, upToAccepted(bound));
    const events = [
      event('a', { kind: 'check', status: 'blocked' }),
      event('b', { kind: 'confirm', proposalHash: 'h0' }),
      event('c', { kind: 'submit', idempotencyKey: 'other' }),
      event('d', { kind: 'submit', idempotencyKey: 'k' }),
      event('e', { kind: 'accept' }),
      event('f', { kind: 'fill', amount: cny('9'), units: '1', price: '5', fee: cny('0') }),
      event('g', { kind: 'bust', fill: 'e1' }),
      event('e1', { kind: 'expire' }),
    ];
    const { order, ...held } = fold(sent, ...events);
    expect(order).toBe(sent);
    expect(heldIn({ order, ...held })).toEqual({
      waiting: [],
      refused: [
        ['a', 'orders.check-not-passed'],
        ['b', 'orders.consent-outdated'],
        ['c', 'orders.wrong-key'],
        ['d', 'orders.already-submitted'],
        ['e', 'orders.event-too-late'],
        ['g', 'orders.wrong-reference'],
        ['f', 'orders.fill-inconsistent'],
        ['e1', 'orders.event-conflict'],
      ],
    });
  });

  it('are those after an end of another kind', () => {
    const cancelled = advanced(accepted, [cancel]);
    expect(heldIn(fold(cancelled, event('y', { kind: 'expire' }))).refused).toEqual([
      ['y', 'orders.event-too-late'],
    ]);
  });

  it('are not those that a reversal could let in', () => {
    const filled = advanced(accepted, [fill('f1', '131225')]);
    const { waiting } = fold(filled, cancel);
    expect(waiting.map(({ reason }) => reason.code)).toEqual(['orders.event-contradicts']);
    const then = fold(filled, cancel, bust('b1', 'f1'));
    expect([then.order.state, then.order.filled.amount]).toEqual(['cancelled', '0.00']);
  });

  it('are the later of two under one id, in whatever order they come', () => {
    const [low, high] = [fill('f1', '1'), fill('f1', '2')];
    const there = fold(accepted, low, high);
    expect(there.order.filled.amount).toBe('1.00');
    expect(heldIn(there).refused).toEqual([['f1', 'orders.event-conflict']]);
    expect(JSON.stringify(fold(accepted, high, low))).toBe(JSON.stringify(there));
  });
});

describe('foldOrder', () => {
  it('freezes what it returns and leaves its arguments alone', () => {
    const events = [fill('f1', '225'), event('e', { kind: 'accept' }), ...begun, settle()];
    const before = JSON.stringify([draft, events]);
    const folded = foldOrder(draft, events);
    expect(isDeeplyFrozen(folded)).toBe(true);
    expect(JSON.stringify([draft, events])).toBe(before);
    const stored = JSON.parse(JSON.stringify(draft)) as Order<'CNY'>;
    expect(isDeeplyFrozen(foldOrder(stored, events))).toBe(true);
    expect(Object.isFrozen(stored.gross)).toBe(false);
  });

  it.each([
    ['no order', null, [], 'missing-value', 'order'],
    ['no list', draft, null, 'missing-value', 'events'],
    [
      'an event without an id',
      draft,
      [{ kind: 'accept', at: 't' }],
      'missing-value',
      'events[0].id',
    ],
    [
      'an order in a state that its events do not lead to',
      { ...draft, state: 'filled' },
      [],
      'inconsistent',
      'order.events',
    ],
    [
      'an order filled by no event',
      { ...accepted, filled: cny('1') },
      [],
      'inconsistent',
      'order.events',
    ],
    [
      'an order with an event that is none',
      { ...draft, events: [{}] },
      [],
      'missing-value',
      'order.events[0].kind',
    ],
  ] as const)('refuses %s', (_, order, events, code, path) => {
    expectRefusal(() => foldOrder(wrong(order), wrong(events)), code, path);
  });
});

describe('what is taken back', () => {
  it('is no fill that could be taken back once more', () => {
    const first = fold(accepted, fill('f', '40'), bust('b1', 'f'), bust('b2', 'b1'));
    expect([first.order.state, first.order.filled.amount]).toEqual(['accepted', '0.00']);
    expect(heldIn(first)).toEqual({ waiting: [], refused: [['b2', 'orders.wrong-reference']] });
  });
});

describe('fills that only fit in one order', () => {
  const whole = planned.gross.amount;

  it('stand in it: what was taken back before what filled the order', () => {
    // By id x2, the whole, would come before x4, which is more than was ordered; x4, its reversal, x2 is a life.
    const { order } = fold(accepted, fill('x4', '60'), bust('x6', 'x4'), fill('x2', whole));
    expect(order.events.slice(-3).map(({ id }) => id)).toEqual(['x4', 'x6', 'x2']);
    expect(replayOrder(draft, order.events).order).toEqual(order);
  });

  it('even if that leads from one to the other and back', () => {
    // 90 → 10 → 50 of each, with 100 to carry out: both must be down at 10 before either goes to 50.
    const hundred = draftOrder({
      ...planned,
      gross: cny('100'),
      fee: cny('0'),
      net: cny('100'),
    });
    const correct = (id: string, of: string, amount: string) =>
      event(id, { kind: 'correct', fill: of, amount: cny(amount) });
    const chain = (id: string) => [
      fill(`${id}1`, '90'),
      correct(`${id}2`, `${id}1`, '10'),
      correct(`${id}3`, `${id}2`, '50'),
    ];
    const { order } = fold(hundred, ...upToAccepted(hundred), ...chain('a'), ...chain('b'));
    expect([order.state, order.filled.amount]).toEqual(['filled', '100.00']);
    expect(order.events.slice(4).map(({ id }) => id)).toEqual(['a1', 'a2', 'b1', 'b2', 'a3', 'b3']);
    expect(replayOrder(hundred, order.events).order).toEqual(order);
  });

  it('wait where there is none', () => {
    // 60 → 50 of each: whichever is first, the other makes it 110 of 100.
    const hundred = draftOrder({ ...planned, gross: cny('100'), fee: cny('0'), net: cny('100') });
    const events = ['a', 'b'].flatMap((id) => [
      fill(`${id}1`, '60'),
      event(`${id}2`, { kind: 'correct', fill: `${id}1`, amount: cny('50') }),
    ]);
    const { order, waiting } = fold(hundred, ...upToAccepted(hundred), ...events);
    expect(order.filled.amount).toBe('50.00');
    expect(waiting.map((one) => one.event.id)).toEqual(['b1', 'b2']);
  });
});
