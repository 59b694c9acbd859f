import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import {
  advanceOrder,
  draftOrder,
  ORDER_STATES,
  type Order,
  type OrderEvent,
  type OrderState,
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
const settle = event('s', { kind: 'settle' });
const reasonOf = (order: Order<'CNY'>, one: OrderEvent<'CNY'>): string | undefined => {
  const step = advanceOrder(order, one);
  return step.status === 'illegal' ? step.reason.code : undefined;
};

describe('the life of an order', () => {
  it('goes from draft to settlement', () => {
    const states: OrderState[] = [draft.state];
    let order = draft;
    for (const one of [...upToAccepted(draft), fill('f1', '225'), fill('f2', '131000'), settle]) {
      order = advanced(order, [one]);
      states.push(order.state);
    }
    expect(states).toEqual([
      'draft',
      'checked',
      'confirmed',
      'submitted',
      'accepted',
      'partly-filled',
      'filled',
      'settled',
    ]);
    expect(order.filled).toEqual(order.gross);
    expect(order.events).toHaveLength(7);
  });

  it('leaves the fields of an order where they stand, and those that a host has added', () => {
    const reversed = Object.fromEntries(Object.entries(accepted).reverse()) as Order<'CNY'>;
    const { proposalHash, ...unproposed } = accepted;
    const stored = [accepted, reversed, unproposed, { ...accepted, desk: { id: 'd' } }];
    for (const before of stored) {
      const after = advanced(before, [fill('f1', '225')]);
      expect(Object.keys(after)).toEqual(Object.keys(before));
      const events = [...before.events, fill('f1', '225.00')];
      expect(after).toEqual({ ...before, state: 'partly-filled', filled: cny('225.00'), events });
      expect(isDeeplyFrozen(after)).toBe(true);
    }
  });

  it.each([
    ['reject', { kind: 'reject', reasonCode: 'no' }, 'rejected'],
    ['cancel', { kind: 'cancel' }, 'cancelled'],
    ['expire', { kind: 'expire' }, 'expired'],
  ] as const)('may end by %s from every stage before the first fill', (_, bare, state) => {
    const events = upToAccepted(draft);
    for (let i = 0; i <= events.length; i++) {
      const order = advanced(draft, events.slice(0, i));
      expect(advanced(order, [event('x', bare)]).state).toBe(state);
    }
  });

  it('still settles what was carried out before it was cancelled or expired', () => {
    const partly = advanced(accepted, [fill('f1', '225')]);
    for (const kind of ['cancel', 'expire'] as const) {
      const settled = advanced(partly, [event('x', { kind }), settle]);
      expect(settled.state).toBe('settled');
      expect(settled.filled.amount).toBe('225.00');
    }
  });

  it('has nothing to settle where nothing was carried out', () => {
    const cancelled = advanced(accepted, [event('x', { kind: 'cancel' })]);
    expect(reasonOf(cancelled, settle)).toBe('orders.nothing-to-settle');
  });

  it('cannot be rejected once a part was carried out, or cancelled once all was', () => {
    const partly = advanced(accepted, [fill('f1', '225')]);
    const reject = event('x', { kind: 'reject', reasonCode: 'no' });
    expect(reasonOf(partly, reject)).toBe('orders.event-too-late');
    const filled = advanced(accepted, [fill('f1', '131225')]);
    expect(reasonOf(filled, event('x', { kind: 'cancel' }))).toBe('orders.event-too-late');
  });
});

describe('fills', () => {
  it('add up, to the cent', () => {
    const order = advanced(accepted, [fill('f1', '0.10'), fill('f2', '0.20'), fill('f3', '0.70')]);
    expect(order.filled.amount).toBe('1.00');
    expect(order.state).toBe('partly-filled');
  });

  it('may not go beyond the order, not by a cent; the order stays as it was', () => {
    const partly = advanced(accepted, [fill('f1', '131224.99')]);
    const step = advanceOrder(partly, fill('f2', '0.02'));
    expect(step).toMatchObject({
      status: 'illegal',
      reason: {
        code: 'orders.overfilled',
        parameters: { gross: '131225.00', filled: '131224.99', fill: '0.02' },
      },
    });
    expect(step.order).toBe(partly);
    expect(advanced(partly, [fill('f2', '0.01')]).state).toBe('filled');
  });

  it('with another id but the same amount are another fill', () => {
    expect(advanced(accepted, [fill('f1', '5'), fill('f2', '5')]).filled.amount).toBe('10.00');
  });
});

describe('a repeated event', () => {
  it('changes nothing, in whatever state the order is by then', () => {
    const events = [...upToAccepted(draft), fill('f1', '225'), fill('f2', '131000'), settle];
    const settled = advanced(draft, events);
    for (const one of events) {
      const step = advanceOrder(settled, one);
      expect(step.status).toBe('repeated');
      expect(step.order).toBe(settled);
    }
  });

  it('is the same whatever the order of its fields or the form of its amount', () => {
    const order = advanced(accepted, [fill('f1', '225')]);
    const { id, at } = fill('f1', '225');
    const again = { amount: { amount: '225', currency: 'CNY' }, kind: 'fill', at, id } as const;
    expect(advanceOrder(order, again).status).toBe('repeated');
  });

  it('with other content is a conflict', () => {
    const order = advanced(accepted, [fill('f1', '225')]);
    expect(reasonOf(order, fill('f1', '226'))).toBe('orders.event-conflict');
    expect(reasonOf(order, { ...fill('f1', '225'), at: '2026-03-02T10:00:01+08:00' })).toBe(
      'orders.event-conflict',
    );
  });
});

describe('a duplicate submission', () => {
  const submit = event('again', { kind: 'submit', idempotencyKey: draft.idempotencyKey });

  it.each([
    ['submitted', 3],
    ['accepted', 4],
  ])('is rejected when the order is %s', (_, count) => {
    const order = advanced(draft, upToAccepted(draft).slice(0, count));
    expect(reasonOf(order, submit)).toBe('orders.already-submitted');
  });

  it('is rejected after settlement too', () => {
    const settled = advanced(accepted, [fill('f1', '131225'), settle]);
    expect(reasonOf(settled, submit)).toBe('orders.already-submitted');
  });

  it('is a mere repetition when it is the same event', () => {
    expect(advanceOrder(accepted, upToAccepted(draft)[2]!).status).toBe('repeated');
  });

  it('with the key of another order is refused', () => {
    const confirmed = advanced(draft, upToAccepted(draft).slice(0, 2));
    const foreign = event('x', { kind: 'submit', idempotencyKey: 'other' });
    expect(reasonOf(confirmed, foreign)).toBe('orders.wrong-key');
  });
});

describe('an event out of order', () => {
  it.each([
    ['draft', 0, settle],
    ['draft', 0, event('x', { kind: 'accept' })],
    ['checked', 1, fill('x', '1')],
    ['submitted', 3, fill('x', '1')],
    ['accepted', 4, settle],
  ] as const)('that may still come is named as too early: %s', (state, count, one) => {
    const step = advanceOrder(advanced(draft, upToAccepted(draft).slice(0, count)), one);
    expect(step).toMatchObject({
      status: 'illegal',
      reason: {
        code: 'orders.event-too-early',
        severity: 'block',
        parameters: { order: 'plan/P03/1', state, event: one.kind },
      },
    });
  });

  it('can be applied once the missing ones have come', () => {
    const submitted = advanced(draft, upToAccepted(draft).slice(0, 3));
    const early = fill('f1', '225');
    expect(reasonOf(submitted, early)).toBe('orders.event-too-early');
    const caughtUp = advanced(submitted, [event('e4', { kind: 'accept' }), early]);
    expect(caughtUp.filled.amount).toBe('225.00');
  });

  it('that can never come again is named as too late', () => {
    const rejected = advanced(draft, [event('x', { kind: 'reject', reasonCode: 'no' })]);
    for (const one of upToAccepted(draft)) {
      expect(reasonOf(rejected, one)).toBe('orders.event-too-late');
    }
    expect(reasonOf(accepted, event('late', { kind: 'check', status: 'allowed' }))).toBe(
      'orders.event-too-late',
    );
  });

  it('leads nowhere from an end', () => {
    const settled = advanced(accepted, [fill('f1', '131225'), settle]);
    const kinds = [
      event('x', { kind: 'accept' }),
      event('x', { kind: 'settle' }),
      event('x', { kind: 'cancel' }),
      event('x', { kind: 'expire' }),
      event('x', { kind: 'reject', reasonCode: 'no' }),
      fill('x', '1'),
    ];
    for (const one of kinds) expect(reasonOf(settled, one)).toBe('orders.event-too-late');
  });
});

describe('a check that was not passed', () => {
  it.each(['needs-acknowledgement', 'needs-approval', 'blocked'] as const)(
    'with %s does not lead on',
    (status) => {
      const step = advanceOrder(draft, event('e1', { kind: 'check', status }));
      expect(step).toMatchObject({
        status: 'illegal',
        order: { state: 'draft' },
        reason: { code: 'orders.check-not-passed', parameters: { status } },
      });
    },
  );
});

describe('consent', () => {
  const bound = draftOrder(planned, { proposalHash: 'h1' });
  const checked = advanced(bound, [event('e1', { kind: 'check', status: 'allowed' })]);

  it('must be to the order’s own proposal', () => {
    const confirm = (hash?: string) =>
      event('e2', { kind: 'confirm', ...(hash === undefined ? {} : { proposalHash: hash }) });
    expect(reasonOf(checked, confirm())).toBe('orders.consent-outdated');
    expect(reasonOf(checked, confirm('h0'))).toBe('orders.consent-outdated');
    expect(advanced(checked, [confirm('h1')]).state).toBe('confirmed');
  });
});

describe('replayOrder', () => {
  it('equals the fold and gives a step per event', () => {
    const events = [...upToAccepted(draft), upToAccepted(draft)[3]!, fill('f1', '225'), settle];
    const replay = replayOrder(draft, events);
    expect(replay.steps.map(({ status }) => status)).toEqual([
      'advanced',
      'advanced',
      'advanced',
      'advanced',
      'repeated',
      'advanced',
      'illegal',
    ]);
    expect(replay.order).toEqual(advanced(accepted, [fill('f1', '225')]));
  });

  it('returns the order itself for no events', () => {
    expect(replayOrder(draft, [])).toEqual({ order: draft, steps: [] });
  });

  it('goes on from a stored order', () => {
    const stored = JSON.parse(JSON.stringify(accepted)) as Order<'CNY'>;
    expect(replayOrder(stored, [fill('f1', '131225'), settle]).order.state).toBe('settled');
    expect(advanceOrder(stored, upToAccepted(draft)[0]!).status).toBe('repeated');
  });

  it('freezes what it returns and leaves its arguments alone', () => {
    const events = [...upToAccepted(draft), fill('f1', '225')];
    const before = JSON.stringify([draft, events]);
    expect(isDeeplyFrozen(replayOrder(draft, events))).toBe(true);
    expect(JSON.stringify([draft, events])).toBe(before);
  });

  it.each([
    ['no list', undefined, 'missing-value', 'events'],
    ['a list with nothing in it', [null], 'missing-value', 'events[0]'],
    ['an unknown kind', [event('e1', wrong({ kind: 'split' }))], 'unknown-value', 'events[0].kind'],
    [
      'a second event without an id',
      [upToAccepted(draft)[0], { ...upToAccepted(draft)[1], id: undefined }],
      'missing-value',
      'events[1].id',
    ],
  ] as const)('refuses %s', (_, events, code, path) => {
    expectRefusal(() => replayOrder(draft, wrong(events)), code, path);
  });
});

describe('an event', () => {
  it.each([
    ['is none', null, 'missing-value', 'event'],
    ['is a text', 'fill', 'invalid-type', 'event'],
    ['has no kind', { id: 'x', at: 't' }, 'missing-value', 'event.kind'],
    ['has an empty id', { id: '', at: 't', kind: 'accept' }, 'empty', 'event.id'],
    ['has no time', { id: 'x', kind: 'accept' }, 'missing-value', 'event.at'],
    [
      'has an unknown status',
      event('x', wrong({ kind: 'check', status: 'ok' })),
      'unknown-value',
      'event.status',
    ],
    [
      'has a hash that is none',
      event('x', wrong({ kind: 'confirm', proposalHash: 5 })),
      'invalid-type',
      'event.proposalHash',
    ],
    [
      'submits without a key',
      event('x', wrong({ kind: 'submit' })),
      'missing-value',
      'event.idempotencyKey',
    ],
    [
      'rejects without a reason',
      event('x', wrong({ kind: 'reject' })),
      'missing-value',
      'event.reasonCode',
    ],
    ['fills nothing', event('x', wrong({ kind: 'fill' })), 'missing-value', 'event.amount'],
    ['fills zero', fill('x', '0'), 'out-of-range', 'event.amount.amount'],
    ['fills less than zero', fill('x', '-1'), 'out-of-range', 'event.amount.amount'],
    [
      'fills in another currency',
      event('x', wrong({ kind: 'fill', amount: money('USD', '1') })),
      'currency-mismatch',
      'event.amount.currency',
    ],
    [
      'fills finer than a cent',
      event('x', { kind: 'fill', amount: { currency: 'CNY', amount: '0.001' } }),
      'out-of-range',
      'event.amount.amount',
    ],
  ] as const)('is refused when it %s', (_, one, code, path) => {
    expectRefusal(() => advanceOrder(accepted, wrong(one)), code, path);
  });
});

describe('a stored order', () => {
  it.each([
    ['is none', null, 'missing-value', 'order'],
    ['has an unknown state', { ...draft, state: 'lost' }, 'unknown-value', 'order.state'],
    ['has no amount', { ...draft, gross: undefined }, 'missing-value', 'order.gross'],
    [
      'was filled in another currency',
      { ...draft, filled: money('USD', '0') },
      'currency-mismatch',
      'order.filled.currency',
    ],
    ['has no events', { ...draft, events: undefined }, 'missing-value', 'order.events'],
  ] as const)('is refused when it %s', (_, order, code, path) => {
    expectRefusal(() => advanceOrder(wrong(order), settle), code, path);
  });

  it('is in one of eleven states', () => {
    expect(ORDER_STATES).toHaveLength(11);
  });
});

describe('a stored order with an event that is none', () => {
  const damaged = wrong({ ...draft, events: [null] });

  it('is refused with the place, also when nothing happens to it', () => {
    const settle = event('e9', { kind: 'settle' });
    expectRefusal(() => advanceOrder(damaged, settle), 'missing-value', 'order.events[0]');
    expectRefusal(() => replayOrder(damaged, [settle]), 'missing-value', 'order.events[0]');
    expectRefusal(() => replayOrder(damaged, []), 'missing-value', 'order.events[0]');
  });
});
