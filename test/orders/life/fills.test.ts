import { describe, expect, it } from 'vitest';
import {
  advanceOrder,
  draftOrder,
  fillsOf,
  type Order,
  type OrderEvent,
} from '../../../src/orders/index.js';
import {
  accepted,
  advanced,
  cny,
  event,
  expectRefusal,
  planned,
  upToAccepted,
  wrong,
} from '../support.js';

const fill = (id: string, amount: string, rest = {}) =>
  event(id, { kind: 'fill', amount: cny(amount), ...rest });
const correct = (id: string, of: string, amount: string, rest = {}) =>
  event(id, { kind: 'correct', fill: of, amount: cny(amount), ...rest });
const bust = (id: string, of: string) => event(id, { kind: 'bust', fill: of });
const settle = (amount?: string) =>
  event('s', { kind: 'settle', ...(amount === undefined ? {} : { amount: cny(amount) }) });

const reasonOf = (order: Order<'CNY'>, one: OrderEvent<'CNY'>): string | undefined => {
  const step = advanceOrder(order, one);
  return step.status === 'illegal' ? step.reason.code : undefined;
};

/** An order that was taken on. */
function taken(change: object): Order<'CNY'> {
  const draft = draftOrder({ ...planned, ...change });
  return advanced(draft, upToAccepted(draft));
}

/** 1,000 units of a fund that is redeemed at a price not known yet. */
const inUnits = taken({ side: 'sell', units: '1000.00' });

describe('a fill that is taken back', () => {
  it('no longer counts, and the order is where it was without it', () => {
    const filled = advanced(accepted, [fill('f1', '225'), fill('f2', '131000')]);
    expect(filled.state).toBe('filled');
    const partly = advanced(filled, [bust('b1', 'f2')]);
    expect([partly.state, partly.filled.amount]).toEqual(['partly-filled', '225.00']);
    const none = advanced(partly, [bust('b2', 'f1')]);
    expect([none.state, none.filled.amount]).toEqual(['accepted', '0.00']);
    expect(advanced(none, [fill('f3', '131225')]).state).toBe('filled');
  });

  it('makes room for another one', () => {
    const partly = advanced(accepted, [fill('f1', '131000')]);
    expect(reasonOf(partly, fill('f2', '226'))).toBe('orders.overfilled');
    expect(advanced(partly, [bust('b1', 'f1'), fill('f2', '226')]).filled.amount).toBe('226.00');
  });

  it('can be taken back once', () => {
    const order = advanced(accepted, [fill('f1', '5'), fill('f2', '6'), bust('b1', 'f1')]);
    expect(reasonOf(order, bust('b2', 'f1'))).toBe('orders.reference-closed');
    expect(reasonOf(order, correct('c1', 'f1', '4'))).toBe('orders.reference-closed');
  });

  it('is waited for where it is not known, and refused where it is none', () => {
    const order = advanced(accepted, [fill('f1', '5')]);
    expect(reasonOf(order, bust('b1', 'f9'))).toBe('orders.event-too-early');
    expect(reasonOf(order, bust('b1', 'e4'))).toBe('orders.wrong-reference');
  });

  it('stays as it is after settlement', () => {
    const settled = advanced(accepted, [fill('f1', '131225'), settle()]);
    expect(reasonOf(settled, bust('b1', 'f1'))).toBe('orders.event-too-late');
  });

  it('leaves a cancelled order cancelled, with what else was carried out', () => {
    const events = [fill('f1', '5'), fill('f2', '6'), event('x', { kind: 'cancel' })];
    const order = advanced(accepted, [...events, bust('b1', 'f1')]);
    expect([order.state, order.filled.amount]).toEqual(['cancelled', '6.00']);
    expect(advanced(order, [settle('6')]).state).toBe('settled');
  });
});

describe('a corrected fill', () => {
  it('counts as corrected, up and down, to the cent', () => {
    const order = advanced(accepted, [fill('f1', '131225')]);
    const down = advanced(order, [correct('c1', 'f1', '131224.99')]);
    expect([down.state, down.filled.amount]).toEqual(['partly-filled', '131224.99']);
    const up = advanced(down, [correct('c2', 'c1', '131225')]);
    expect([up.state, up.filled.amount]).toEqual(['filled', '131225.00']);
  });

  it('is named by its last correction', () => {
    const order = advanced(accepted, [fill('f1', '5'), correct('c1', 'f1', '6')]);
    expect(reasonOf(order, correct('c2', 'f1', '7'))).toBe('orders.reference-closed');
    expect(advanced(order, [bust('b1', 'c1')]).filled.amount).toBe('0.00');
  });

  it('may not go beyond the order', () => {
    const order = advanced(accepted, [fill('f1', '5'), fill('f2', '131000')]);
    expect(advanceOrder(order, correct('c1', 'f1', '225.01'))).toMatchObject({
      status: 'illegal',
      reason: {
        code: 'orders.overfilled',
        parameters: { gross: '131225.00', filled: '131000.00', fill: '225.01' },
      },
    });
  });

  it('cannot make a cancelled order complete', () => {
    const order = advanced(accepted, [fill('f1', '5'), event('x', { kind: 'expire' })]);
    expect(reasonOf(order, correct('c1', 'f1', '131225'))).toBe('orders.event-contradicts');
    expect(advanced(order, [correct('c1', 'f1', '131224.99')]).state).toBe('expired');
  });
});

describe('an order for units', () => {
  it('counts in units, whatever the money comes to', () => {
    const half = advanced(inUnits, [fill('f1', '70000', { units: '500' })]);
    expect(half).toMatchObject({ state: 'partly-filled', filledUnits: '500' });
    // 140,000 is more than the 131,225 that were estimated.
    const filled = advanced(half, [fill('f2', '70000', { units: '500.00' })]);
    expect(filled).toMatchObject({ state: 'filled', filledUnits: '1000', filled: cny('140000') });
  });

  it('may not be exceeded by the smallest part of a unit', () => {
    const most = advanced(inUnits, [fill('f1', '70000', { units: '999.99' })]);
    expect(advanceOrder(most, fill('f2', '1', { units: '0.010000000001' }))).toMatchObject({
      status: 'illegal',
      reason: {
        code: 'orders.overfilled-units',
        parameters: { units: '1000', filled: '999.99', fill: '0.010000000001' },
      },
    });
    expect(advanced(most, [fill('f2', '1', { units: '0.01' })]).state).toBe('filled');
  });

  it('needs units in every fill', () => {
    const path = 'event.units';
    expectRefusal(() => advanceOrder(inUnits, fill('f1', '5')), 'missing-value', path);
  });

  it('survives storage', () => {
    const half = advanced(inUnits, [fill('f1', '70000', { units: '500' })]);
    const stored = JSON.parse(JSON.stringify(half)) as Order<'CNY'>;
    const rest = fill('f2', '60000', { units: '500' });
    expect(advanced(stored, [rest])).toEqual(advanced(half, [rest]));
    expect(Object.isFrozen(advanced(stored, [rest]).events[0])).toBe(true);
    expect(Object.isFrozen(stored.events[0])).toBe(false);
  });

  it.each([
    ['no number', 'ten', 'invalid-format'],
    ['zero', '0.00', 'out-of-range'],
    ['below zero', '-1', 'invalid-format'],
    ['a number', 10, 'invalid-type'],
    ['empty', '', 'empty'],
    ['too fine', '0.0000000000001', 'too-long'],
  ] as const)('is refused for %s', (_, units, code) => {
    expectRefusal(() => draftOrder(wrong({ ...planned, units })), code, 'planned.units');
  });
});

describe('units at a price', () => {
  const sale = taken({ side: 'sell' });

  it.each([
    // A purchase invests the amount less its fee: 10,000 − 14.98 = 9,985.02 = 8,004.02 × 1.2475 to half a hundredth of a unit.
    ['a purchase', accepted, '10000', { units: '8004.02', price: '1.2475', fee: cny('14.98') }],
    [
      'a sale, before its fee',
      sale,
      '9985.02',
      { units: '8004.02', price: '1.2475', fee: cny('5') },
    ],
    ['a sale whose fee is not known', sale, '9985.02', { units: '8004.02', price: '1.2475' }],
    // Without the fee nobody knows what was invested: 8,000 × 1.2475 = 9,980 are not more than what was paid, nor are 7,000 × 1.2475.
    ['a purchase without a fee', accepted, '10000', { units: '8000', price: '1.2475' }],
    ['a purchase with a high fee', accepted, '10000', { units: '7000', price: '1.2475' }],
    ['units alone', accepted, '10000', { units: '9000' }],
  ])('give the amount of %s', (_, order, amount, rest) => {
    expect(advanceOrder(order, fill('f1', amount, rest)).status).toBe('advanced');
  });

  it.each([
    // 8,004.02 × 1.2475 = 9,985.01…; a step of the units is worth 0.0125, one of the price 0.80.
    ['a sale', sale, '9987.02', { units: '8004.02', price: '1.2475' }],
    ['a purchase', accepted, '10000', { units: '8004.02', price: '1.2475', fee: cny('0') }],
    // Whatever the fee, what is bought is worth no more than what is paid: 10 × 11 = 110.
    ['a purchase without a fee', accepted, '100', { units: '10', price: '11' }],
    // Ten units at 10 are 100, give or take 0.10 for a hundredth of a unit, 0.001 for the price and a cent.
    ['whole units', sale, '100.12', { units: '10', price: '10' }],
  ])('that do not are refused: %s', (_, order, amount, rest) => {
    const step = advanceOrder(order, fill('f1', amount, rest));
    expect(step).toMatchObject({ status: 'illegal', reason: { code: 'orders.fill-inconsistent' } });
  });

  it.each([
    ['a fee above the amount', { fee: cny('5.01') }, 'inconsistent', 'event.fee'],
    ['a fee below zero', { fee: cny('-1') }, 'out-of-range', 'event.fee.amount'],
    ['a price of zero', { price: '0' }, 'out-of-range', 'event.price'],
    ['a day that does not exist', { tradeDate: '2026-02-30' }, 'invalid-date', 'event.tradeDate'],
    ['an empty reference', { reference: '' }, 'empty', 'event.reference'],
  ] as const)('are refused with %s', (_, rest, code, path) => {
    expectRefusal(() => advanceOrder(accepted, fill('f1', '5', rest)), code, path);
  });
});

describe('a settlement', () => {
  const filled = advanced(accepted, [fill('f1', '131225')]);

  it('keeps its day and its amount, which must be what was filled', () => {
    const day = { ...settle('131225'), settledOn: '2026-03-04' } as const;
    expect(advanced(filled, [day]).events.at(-1)).toEqual({ ...day, amount: cny('131225') });
    expect(advanceOrder(filled, settle('131224.99'))).toMatchObject({
      status: 'illegal',
      reason: {
        code: 'orders.settlement-differs',
        parameters: { amount: '131224.99', filled: '131225.00' },
      },
    });
  });

  it.each([
    ['a day that does not exist', { settledOn: '2026-02-30' }, 'invalid-date', 'event.settledOn'],
    ['an amount of zero', { amount: cny('0') }, 'out-of-range', 'event.amount.amount'],
  ] as const)('is refused with %s', (_, rest, code, path) => {
    expectRefusal(() => advanceOrder(filled, { ...settle(), ...rest }), code, path);
  });
});

describe('fillsOf', () => {
  it('adds up what stands and leaves out what was taken back', () => {
    const order = advanced(taken({ side: 'sell' }), [
      fill('f1', '100', { units: '10', price: '10', fee: cny('0.10'), tradeDate: '2026-03-02' }),
      fill('f2', '50', { units: '4', price: '12.5', fee: cny('0.05'), reference: 'X-7' }),
      fill('f3', '7', { units: '1', price: '7', fee: cny('0.01') }),
      correct('c1', 'f1', '110', { units: '11', price: '10', fee: cny('0.11') }),
      bust('b1', 'f3'),
    ]);
    // 110 + 50 = 160 for 11 + 4 = 15 units: 10.666…
    expect(fillsOf(order)).toEqual({
      fills: [
        {
          id: 'f2',
          amount: cny('50'),
          units: '4',
          price: '12.5',
          fee: cny('0.05'),
          reference: 'X-7',
        },
        { id: 'c1', amount: cny('110'), units: '11', price: '10', fee: cny('0.11') },
      ],
      amount: cny('160'),
      fee: cny('0.16'),
      net: cny('159.84'),
      units: '15',
      averagePrice: '10.666666666667',
    });
    expect(fillsOf(order).amount).toEqual(order.filled);
  });

  it('does not take an unknown fee or number of units for zero', () => {
    const order = advanced(accepted, [
      fill('f1', '100', { units: '10', fee: cny('1') }),
      fill('f2', '50'),
    ]);
    expect(fillsOf(order)).toEqual({
      fills: [
        { id: 'f1', amount: cny('100'), units: '10', fee: cny('1') },
        { id: 'f2', amount: cny('50') },
      ],
      amount: cny('150'),
    });
  });

  it('is nothing where nothing was carried out', () => {
    const nothing = { fills: [], amount: cny('0'), fee: cny('0'), net: cny('0'), units: '0' };
    expect(fillsOf(accepted)).toEqual(nothing);
  });

  it('refuses what is no order', () => {
    expectRefusal(() => fillsOf(wrong(null)), 'missing-value', 'order');
  });
});
