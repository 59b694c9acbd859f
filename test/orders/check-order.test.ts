import { describe, expect, it } from 'vitest';
import { money } from '../../src/money/index.js';
import { checkOrder, type OrderContext, type OrderToCheck } from '../../src/orders/index.js';
import {
  buy,
  change,
  cny,
  context,
  expectRefusal,
  isDeeplyFrozen,
  sell,
  universeWith,
  wrong,
} from './support.js';

const codesOf = (order: OrderToCheck<'CNY'>, changes: Partial<OrderContext<'CNY'>> = {}) =>
  checkOrder(order, { ...context, ...changes }).reasons.map(({ code }) => code);

describe('checkOrder', () => {
  it('allows what nothing stands against', () => {
    expect(checkOrder(buy('P03'), context)).toEqual({
      status: 'allowed',
      reasons: [],
      outstanding: [],
      toApprove: [],
    });
  });

  it('lets Ck hold up to Rk', () => {
    // Effective ratings in the sample: P01 R1, P02 R2, P06 R3, P05 R4, P11 R5.
    const passes = (level: 'C1' | 'C2' | 'C3' | 'C4' | 'C5') =>
      ['P01', 'P02', 'P06', 'P05', 'P11'].filter((id) => {
        const changes = { client: { ...context.client, level }, available: cny('2000000') };
        return checkOrder(buy(id, '2000000'), { ...context, ...changes }).status === 'allowed';
      });
    expect(passes('C1')).toEqual(['P01']);
    expect(passes('C2')).toEqual(['P01', 'P02']);
    expect(passes('C3')).toEqual(['P01', 'P02', 'P06']);
    expect(passes('C4')).toEqual(['P01', 'P02', 'P06', 'P05']);
    expect(passes('C5')).toEqual(['P01', 'P02', 'P06', 'P05', 'P11']);
  });

  it('gives every reason, not the first', () => {
    // P11: R5, minimum 1,000,000; suspended, locked up 1095 days, and twice what there is.
    const universe = universeWith('P11', { status: 'closed' });
    const changes = { universe, moneyNeededOn: '2027-01-01', asOf: '2027-03-03' } as const;
    expect(codesOf({ ...buy('P11', '682524'), proposalHash: 'h' }, changes)).toEqual([
      'orders.assessment-expired',
      'orders.risk-above-level',
      'orders.no-subscription',
      'orders.locked-beyond-need',
      'orders.below-minimum',
      'orders.insufficient-funds',
      'orders.consent-missing',
    ]);
  });

  describe('the product’s status', () => {
    it.each([
      ['open', [], []],
      ['subscription-suspended', ['orders.no-subscription'], []],
      ['redemption-suspended', ['orders.no-subscription'], ['orders.no-redemption']],
      ['closed', ['orders.no-subscription'], []],
    ] as const)('%s stops what it stops', (status, buying, selling) => {
      const changes = {
        universe: universeWith('P03', { status }),
        holdings: { P03: cny('10000') },
      };
      expect(codesOf(buy('P03'), changes)).toEqual(buying);
      expect(codesOf(sell('P03'), changes)).toEqual(selling);
    });

    it('stops a switch on either side', () => {
      const holdings = { P03: cny('10000') };
      const left = universeWith('P03', { status: 'redemption-suspended' });
      expect(codesOf(change('P03', 'P01'), { universe: left, holdings })).toEqual([
        'orders.no-redemption',
      ]);
      const entered = universeWith('P01', { status: 'closed' });
      expect(codesOf(change('P03', 'P01'), { universe: entered, holdings })).toEqual([
        'orders.no-subscription',
      ]);
    });
  });

  describe('the lock-up', () => {
    // P02 is locked up for 30 days: 2026-03-02 + 30 days = 2026-04-01.
    it('may end on the day on which the money is needed', () => {
      expect(codesOf(buy('P02'), { moneyNeededOn: '2026-04-01' })).toEqual([]);
    });

    it('may not end a day later', () => {
      expect(checkOrder(buy('P02'), { ...context, moneyNeededOn: '2026-03-31' })).toMatchObject({
        status: 'blocked',
        reasons: [
          {
            code: 'orders.locked-beyond-need',
            parameters: { availableFrom: '2026-04-01', neededOn: '2026-03-31' },
          },
        ],
      });
    });

    it('is no matter for a redemption or a product without one', () => {
      const changes = { moneyNeededOn: '2026-03-02', holdings: { P02: cny('10000') } } as const;
      expect(codesOf(sell('P02'), changes)).toEqual([]);
      expect(codesOf(buy('P03'), changes)).toEqual([]);
    });
  });

  describe('the amount', () => {
    // P07: minimum 1,000. P09: minimum 10,000 and steps of 1,000.
    it.each([
      ['P07', '1000', []],
      ['P07', '999.99', ['orders.below-minimum']],
      ['P09', '10000', []],
      ['P09', '11000', []],
      ['P09', '10999.99', ['orders.off-step']],
      ['P09', '9000', ['orders.below-minimum']],
    ] as const)('of %s at %s gives %j', (product, amount, codes) => {
      expect(codesOf(buy(product, amount))).toEqual(codes);
    });

    it('of a redemption has no minimum', () => {
      expect(codesOf(sell('P07', '0.01'), { holdings: { P07: cny('10000') } })).toEqual([]);
    });
  });

  describe('the funds', () => {
    it('must cover a purchase to the cent', () => {
      expect(codesOf(buy('P03', '341262.00'))).toEqual([]);
      expect(codesOf(buy('P03', '341262.01'))).toEqual(['orders.insufficient-funds']);
      expect(codesOf(buy('P03', '10'), { available: cny('-5') })).toEqual([
        'orders.insufficient-funds',
      ]);
    });

    it('must cover a redemption, and a switch out of the holding that it leaves', () => {
      const holdings = { P06: cny('500.00') };
      expect(codesOf(sell('P06', '500.00'), { holdings })).toEqual([]);
      expect(codesOf(sell('P06', '500.01'), { holdings })).toEqual(['orders.insufficient-holding']);
      expect(codesOf(sell('P07', '0.01'), { holdings })).toEqual(['orders.insufficient-holding']);
      expect(codesOf(change('P06', 'P04', '500.01'), { holdings })).toEqual([
        'orders.insufficient-holding',
      ]);
      // A switch needs no free money.
      expect(codesOf(change('P06', 'P04', '500'), { holdings, available: cny('0') })).toEqual([]);
    });
  });

  describe('a duplicate', () => {
    const first = { ...buy('P03'), id: 'first', idempotencyKey: 'k1' };

    it.each([
      ['the same id', { ...first, idempotencyKey: 'k2', gross: cny('77') }],
      ['the same key', { ...first, id: 'second', gross: cny('77') }],
    ])('with %s is blocked', (_, order) => {
      expect(checkOrder(order, { ...context, openOrders: [first] })).toMatchObject({
        status: 'blocked',
        reasons: [{ code: 'orders.already-placed', parameters: { other: 'first' } }],
      });
    });

    const twin = { ...first, id: 'second', idempotencyKey: 'k2' };

    it('that only looks like one needs the client’s word', () => {
      const changes = { ...context, openOrders: [first] };
      expect(checkOrder(twin, changes)).toMatchObject({
        status: 'needs-acknowledgement',
        outstanding: ['orders.looks-like-duplicate'],
      });
      const acknowledged = ['orders.looks-like-duplicate'];
      expect(checkOrder(twin, { ...changes, acknowledged })).toMatchObject({
        status: 'allowed',
        outstanding: [],
      });
    });

    it.each([
      ['another amount', { ...twin, gross: cny('10000.01') }],
      ['another product', { ...twin, product: 'P02' }],
      ['another side', { ...twin, side: 'sell' as const }],
    ])('is none with %s', (_, order) => {
      const holdings = { P03: cny('10000') };
      expect(codesOf(order, { openOrders: [first], holdings })).toEqual([]);
    });

    it('is none among switches that leave different products', () => {
      const holdings = { P06: cny('10000'), P07: cny('10000') };
      const other = { ...change('P06', 'P03'), id: 'x' };
      expect(codesOf(change('P07', 'P03'), { openOrders: [other], holdings })).toEqual([]);
      expect(codesOf(change('P06', 'P03'), { openOrders: [other], holdings })).toEqual([
        'orders.looks-like-duplicate',
      ]);
    });

    it('is none in another currency', () => {
      const dollars = { ...first, gross: money('USD', '10000') };
      expect(checkOrder(twin, { ...context, openOrders: [dollars] }).status).toBe('allowed');
    });
  });

  describe('the consent', () => {
    const order = { ...buy('P03'), proposalHash: 'h1' };

    it.each([
      [null, ['orders.consent-missing']],
      [{ proposalHash: 'h0' }, ['orders.consent-outdated']],
      [{ proposalHash: 'h1' }, []],
    ])('%j to proposal h1 gives %j', (consent, codes) => {
      expect(codesOf(order, { consent })).toEqual(codes);
    });

    it('is not asked for where there is no proposal', () => {
      expect(codesOf(buy('P03'), { consent: null })).toEqual([]);
    });
  });

  describe('a large order', () => {
    const changes = { ...context, approvalFrom: cny('10000') };

    it('is escalated from the bank’s limit on', () => {
      expect(checkOrder(buy('P03', '9999.99'), changes).status).toBe('allowed');
      expect(checkOrder(buy('P03', '10000'), changes)).toMatchObject({
        status: 'needs-approval',
        toApprove: ['orders.needs-approval'],
        outstanding: [],
        reasons: [{ severity: 'refer', parameters: { amount: '10000.00', from: '10000.00' } }],
      });
    });

    it('is allowed once a second person has approved it; the client’s word is not enough', () => {
      const codes = ['orders.needs-approval'];
      expect(checkOrder(buy('P03'), { ...changes, approved: codes }).status).toBe('allowed');
      expect(checkOrder(buy('P03'), { ...changes, acknowledged: codes }).status).toBe(
        'needs-approval',
      );
    });

    it('stays escalated while the client’s word is outstanding too, and both are named', () => {
      const open = { ...buy('P03'), id: 'first' };
      expect(checkOrder(buy('P03'), { ...changes, openOrders: [open] })).toMatchObject({
        status: 'needs-approval',
        outstanding: ['orders.looks-like-duplicate'],
        toApprove: ['orders.needs-approval'],
      });
    });
  });

  it('freezes its result and leaves its arguments alone', () => {
    const order = { ...buy('P05'), proposalHash: 'h' };
    const before = JSON.stringify([order, context]);
    expect(isDeeplyFrozen(checkOrder(order, context))).toBe(true);
    expect(JSON.stringify([order, context])).toBe(before);
  });
});

describe('an order to check', () => {
  const refused = (changes: object) => () =>
    checkOrder(wrong({ ...buy('P03'), ...changes }), context);

  it.each([
    ['no id', { id: undefined }, 'missing-value', 'order.id'],
    ['an empty id', { id: '' }, 'empty', 'order.id'],
    ['another side', { side: 'short' }, 'unknown-value', 'order.side'],
    ['an unknown product', { product: 'P99' }, 'unknown-id', 'order.product'],
    ['no amount', { gross: null }, 'missing-value', 'order.gross'],
    ['an amount of zero', { gross: cny('0') }, 'out-of-range', 'order.gross.amount'],
    [
      'a number as amount',
      { gross: { currency: 'CNY', amount: 5 } },
      'invalid-type',
      'order.gross.amount',
    ],
    ['an empty hash', { proposalHash: '' }, 'empty', 'order.proposalHash'],
    ['a number as key', { idempotencyKey: 5 }, 'invalid-type', 'order.idempotencyKey'],
    ['a text for solicited', { solicited: 'no' }, 'invalid-type', 'order.solicited'],
    ['a switch from nowhere', { side: 'switch' }, 'missing-value', 'order.from'],
    [
      'a switch from an unknown product',
      { side: 'switch', from: 'P99' },
      'unknown-id',
      'order.from',
    ],
    ['a switch into itself', { side: 'switch', from: 'P03' }, 'inconsistent', 'order.from'],
  ] as const)('is refused with %s', (_, changes, code, path) => {
    expectRefusal(refused(changes), code, path);
  });

  it('is refused when it is none', () => {
    expectRefusal(() => checkOrder(wrong(undefined), context), 'missing-value', 'order');
  });
});

describe('a context', () => {
  const refused = (changes: object) => () =>
    checkOrder(buy('P03'), wrong({ ...context, ...changes }));
  const client = (changes: object) => ({ client: { ...context.client, ...changes } });

  it.each([
    ['no day', { asOf: undefined }, 'missing-value', 'context.asOf'],
    ['a day that does not exist', { asOf: '2026-02-30' }, 'invalid-date', 'context.asOf'],
    ['no universe', { universe: null }, 'missing-value', 'context.universe'],
    [
      'a universe that was not compiled',
      { universe: {} },
      'missing-value',
      'context.universe.byId',
    ],
    ['no client', { client: null }, 'missing-value', 'context.client'],
    ['no level', client({ level: undefined }), 'missing-value', 'context.client.level'],
    ['an unknown level', client({ level: 'C6' }), 'unknown-value', 'context.client.level'],
    ['no assessment', client({ assessedOn: null }), 'missing-value', 'context.client.assessedOn'],
    [
      'an assessment from the future',
      client({ assessedOn: '2026-03-03' }),
      'inconsistent',
      'context.client.assessedOn',
    ],
    ['half a month', client({ validMonths: 1.5 }), 'invalid-type', 'context.client.validMonths'],
    ['no months', client({ validMonths: 0 }), 'out-of-range', 'context.client.validMonths'],
    [
      'a text for the lowest category',
      client({ lowestCategory: 'no' }),
      'invalid-type',
      'context.client.lowestCategory',
    ],
    ['no money', { available: undefined }, 'missing-value', 'context.available'],
    [
      'money in another currency',
      { available: money('USD', '1') },
      'currency-mismatch',
      'context.available.currency',
    ],
    ['no holdings', { holdings: undefined }, 'missing-value', 'context.holdings'],
    [
      'a holding in another currency',
      { holdings: { P03: money('USD', '1') } },
      'currency-mismatch',
      'context.holdings.P03.currency',
    ],
    [
      'a holding that is not known',
      { holdings: { P03: null } },
      'missing-value',
      'context.holdings.P03',
    ],
    [
      'nothing about when the money is needed',
      { moneyNeededOn: undefined },
      'missing-value',
      'context.moneyNeededOn',
    ],
    ['nothing about open orders', { openOrders: undefined }, 'missing-value', 'context.openOrders'],
    [
      'an open order that is none',
      { openOrders: [null] },
      'missing-value',
      'context.openOrders[0]',
    ],
    [
      'an open order without an amount',
      { openOrders: [buy('P03'), { ...buy('P03'), gross: undefined }] },
      'missing-value',
      'context.openOrders[1].gross',
    ],
    ['nothing about consent', { consent: undefined }, 'missing-value', 'context.consent'],
    [
      'consent to nothing',
      { consent: { proposalHash: '' } },
      'empty',
      'context.consent.proposalHash',
    ],
    ['a text for a list', { acknowledged: 'all' }, 'invalid-type', 'context.acknowledged'],
    ['a code that is none', { approved: [5] }, 'invalid-type', 'context.approved[0]'],
    ['a product that is none', { mayInsistOn: [null] }, 'missing-value', 'context.mayInsistOn[0]'],
    [
      'a limit in another currency',
      { approvalFrom: money('USD', '1') },
      'currency-mismatch',
      'context.approvalFrom.currency',
    ],
    ['a limit of zero', { approvalFrom: cny('0') }, 'out-of-range', 'context.approvalFrom.amount'],
  ] as const)('is refused with %s', (_, changes, code, path) => {
    expectRefusal(refused(changes), code, path);
  });

  it('is refused when it is none', () => {
    expectRefusal(() => checkOrder(buy('P03'), wrong(null)), 'missing-value', 'context');
  });
});
