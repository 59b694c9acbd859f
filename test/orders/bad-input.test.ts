import { describe, expect, it } from 'vitest';
import { compileCalendar, type PlainDate } from '../../src/dates/index.js';
import { money } from '../../src/money/index.js';
import {
  advanceOrder,
  bindConsent,
  checkOrder,
  checkRelease,
  demandEvidence,
  draftOrder,
  foldOrder,
  hashOrders,
  makeProposal,
  NOTIFICATION_TOPICS,
  notificationsOf,
  ordersOf,
  planOrders,
  planTransition,
  replayOrder,
  reviseProposal,
  type TransitionRequest,
} from '../../src/orders/index.js';
import { input, proposal } from './proposal/support.js';
import {
  accepted,
  advanced,
  buy,
  cny,
  context,
  event,
  expectRefusal,
  planned,
  request,
  sell,
  universe,
  universeWith,
  wrong,
} from './support.js';

const calendar = compileCalendar({
  id: 'weekends',
  covers: { from: '2026-01-01', to: '2027-01-01' },
  holidays: [],
});
const transition: TransitionRequest<'CNY'> = {
  ...{ currency: 'CNY', universe, residualProduct: 'P01', amountStep: '1', funding: 'CURRENT' },
  holdings: [{ product: 'P04', value: cny('100') }],
  cash: [cny('10000')],
  weights: { P03: 1 },
  asOf: '2026-03-02',
  calendar,
};
const trade = {
  ...{ product: 'P03', side: 'sell', local: cny('100'), phase: 1, lots: [] },
  ...{ orderOn: '2026-03-02', dealsOn: '2026-03-02', settlesOn: '2026-03-03' },
};
const rebalancing = { account: 'AC', trades: [trade], exchanges: [], notTraded: [] };
const desk = { universe, funding: 'CURRENT' };
const rule = { id: 'r', kind: 'recording', from: 'once' };
const routes = Object.fromEntries(NOTIFICATION_TOPICS.map((topic) => [topic, {}]));
const consent = {
  ...{ proposalHash: proposal.hash, owner: 'C-1', on: '2026-03-02', how: 'click', reference: 'L' },
};
const demand = { id: 'd', kind: 'k', orders: ['buy/P03'], owners: ['C-1'], citations: [] };

const plan = (change: object) => () => planOrders(wrong({ ...request, ...change }));
const move = (change: object) => () => planTransition(wrong({ ...transition, ...change }));
const check =
  (order: object, change: object = {}) =>
  () =>
    checkOrder(wrong({ ...buy('P03'), ...order }), wrong({ ...context, ...change }));
const checkIn = (change: object) => check({}, change);
const ordered = (change: object) => () => ordersOf(wrong({ ...rebalancing, ...change }), desk);
const traded = (change: object) => ordered({ trades: [{ ...trade, ...change }] });
const propose = (change: object) => () => makeProposal(wrong({ ...input, ...change }));
const bind =
  (change: object, options: object = {}) =>
  () =>
    bindConsent(
      proposal,
      wrong([{ ...consent, ...change }]),
      wrong({ asOf: '2026-03-03', ...options }),
    );
const ask =
  (facts: object, rules: object = {}) =>
  () =>
    demandEvidence(
      [planned],
      wrong({ universe, owners: {}, ...facts }),
      wrong([{ ...rule, ...rules }]),
    );

const told = (one: object) => [wrong({ id: 'e1', at: 'T1', ...one })];
const follow = (one: object) => () => replayOrder(draftOrder(planned), told(one));
const fold = (one: object) => foldOrder(draftOrder(planned), told(one));

describe('a field that is misspelt', () => {
  it.each([
    ['planOrders', plan({ dailyLimit: {} }), 'request.dailyLimit'],
    ['planTransition', move({ minTrade: cny('1') }), 'request.minTrade'],
    [
      'a position',
      move({ holdings: [{ product: 'P04', value: cny('1'), lot: [] }] }),
      'request.holdings[0].lot',
    ],
    [
      'a lot',
      move({
        holdings: [
          { product: 'P04', value: cny('1'), lots: [{ boughtOn: '2026-01-01', valu: cny('1') }] },
        ],
      }),
      'request.holdings[0].lots[0].valu',
    ],
    ['ordersOf', () => ordersOf(wrong(rebalancing), wrong({ ...desk, name: 'x' })), 'options.name'],
    ['an order to check', check({ setlesOn: '2026-03-03' }), 'order.setlesOn'],
    ['a context', checkIn({ polcy: {} }), 'context.polcy'],
    ['an account', checkIn({ account: { status: 'active', owner: [] } }), 'context.account.owner'],
    [
      'a lot of a holding',
      checkIn({ lots: { P03: [{ boughtOn: '2026-01-01', value: cny('1'), locked: true }] } }),
      'context.lots.P03[0].locked',
    ],
    [
      'money that will be booked',
      checkIn({ receivables: [{ amount: cny('1'), on: '2026-03-03', from: 'x' }] }),
      'context.receivables[0].from',
    ],
    [
      'a past order',
      checkIn({
        history: [{ product: 'P03', side: 'buy', gross: cny('1'), on: '2026-03-01', minutes: 5 }],
      }),
      'context.history[0].minutes',
    ],
    [
      'checkRelease',
      () => checkRelease(planned, [], wrong({ availabel: cny('1') })),
      'options.availabel',
    ],
    ['draftOrder', () => draftOrder(planned, wrong({ proposal: 'h' })), 'options.proposal'],
    ['a draft', () => draftOrder(wrong({ ...planned, afterr: ['s1'] })), 'planned.afterr'],
    ['hashOrders', () => hashOrders([wrong({ ...planned, afterr: ['s1'] })]), 'orders[0].afterr'],
    [
      'the order of checkRelease',
      () => checkRelease(wrong({ ...planned, afterr: ['s1'] }), []),
      'order.afterr',
    ],
    ['a settlement', follow({ kind: 'settle', amout: cny('50') }), 'events[0].amout'],
    ['a fill', follow({ kind: 'fill', amount: cny('50'), fees: cny('1') }), 'events[0].fees'],
    ['an event', () => fold({ kind: 'accept', on: '2026-03-02' }), 'events[0].on'],
    ['makeProposal', propose({ document: [] }), 'input.document'],
    [
      'an owner',
      propose({ owners: [{ id: 'C-1', onlyRepresentd: true }, { id: 'C-2' }] }),
      'input.owners[0].onlyRepresentd',
    ],
    [
      'reviseProposal',
      () =>
        reviseProposal(
          proposal,
          wrong({ asOf: '2026-03-03', validUntil: '2026-03-09', cost: null }),
        ),
      'revision.cost',
    ],
    ['a consent', bind({ By: 'P-1' }), 'consents[0].By'],
    ['bindConsent', bind({}, { evidences: [] }), 'options.evidences'],
    ['demandEvidence', ask({ owner: {} }), 'facts.owner'],
    ['a rule of evidence', ask({}, { minRating: 'R3' }), 'rules[0].minRating'],
    [
      'notificationsOf',
      () =>
        notificationsOf(
          { kind: 'product-status', id: 'x', product: 'P03', status: 'open' },
          wrong(routes),
          wrong({ client: 'C-1', name: {} }),
        ),
      'options.name',
    ],
  ] as const)('is refused by %s', (_, call, path) => {
    expectRefusal(call, 'unknown-id', path);
  });
});

describe('what is of the wrong kind', () => {
  it.each([
    ['no rates', move({ fx: {} }), 'missing-value', 'request.fx.base'],
    [
      'rates of null',
      move({ fx: { base: 'CNY', rates: null } }),
      'missing-value',
      'request.fx.rates',
    ],
    ['an override of null', check({ overrides: [null] }), 'missing-value', 'order.overrides[0]'],
    [
      'a demand without orders',
      checkIn({ demands: [{ ...demand, orders: undefined }] }),
      'missing-value',
      'context.demands[0].orders',
    ],
    [
      'a demand whose owners are no list',
      checkIn({ demands: [{ ...demand, owners: 'C-1' }] }),
      'invalid-type',
      'context.demands[0].owners',
    ],
    [
      'a last price that is no number',
      checkIn({ prices: { P03: { currency: 'CNY', amount: 'x' } } }),
      'invalid-format',
      'context.prices.P03.amount',
    ],
    [
      'traits that are a text',
      ask({ owners: { 'C-1': 'over-65' } }),
      'invalid-type',
      'facts.owners["C-1"]',
    ],
    ['an order of null', () => checkRelease(wrong(null), []), 'missing-value', 'order'],
    [
      'an order without an amount',
      () => checkRelease(wrong({ ...planned, gross: undefined }), []),
      'missing-value',
      'order.gross',
    ],
    [
      'an order after null',
      () => checkRelease(wrong({ ...planned, after: null }), []),
      'missing-value',
      'order.after',
    ],
    ['a trade of null', ordered({ trades: [null] }), 'missing-value', 'rebalancing.trades[0]'],
    ['no lots', traded({ lots: undefined }), 'missing-value', 'rebalancing.trades[0].lots'],
    [
      'a lot without its fee',
      traded({ lots: [{}] }),
      'missing-value',
      'rebalancing.trades[0].lots[0].exitFee',
    ],
    ['no exchanges', ordered({ exchanges: undefined }), 'missing-value', 'rebalancing.exchanges'],
    ['nothing not traded', ordered({ notTraded: null }), 'missing-value', 'rebalancing.notTraded'],
    [
      'an empty universe',
      () => ordersOf(wrong(rebalancing), wrong({ ...desk, universe: {} })),
      'missing-value',
      'options.universe.byId',
    ],
  ] as const)('is refused: %s', (_, call, code, path) => {
    expectRefusal(call, code, path);
  });
});

describe('money owed', () => {
  const owed = universeWith('P03', { type: 'loan' });

  it.each([
    ['a weight', plan({ universe: owed }), 'request.weights.P03'],
    [
      'what takes what is left',
      plan({ universe: owed, weights: { P01: 1 }, residualProduct: 'P03' }),
      'request.residualProduct',
    ],
    ['a target weight', move({ universe: owed }), 'request.weights.P03'],
    [
      'a target amount',
      move({ universe: owed, weights: undefined, amounts: { P03: cny('1') } }),
      'request.amounts.P03',
    ],
    [
      'a position',
      move({
        universe: owed,
        holdings: [{ product: 'P03', value: cny('1') }],
        weights: { P01: 1 },
      }),
      'request.holdings[0].product',
    ],
  ] as const)('is not planned with: %s', (_, call, path) => {
    expectRefusal(call, 'inconsistent', path);
  });

  it('may have a weight of 0', () => {
    const weights = { P01: 1, P03: 0 };
    expect(planOrders({ ...request, universe: owed, weights }).status).toBe('planned');
  });

  it('is neither bought nor sold', () => {
    const holdings = { P03: cny('10000') };
    for (const order of [buy('P03'), sell('P03')]) {
      const { status, reasons } = checkOrder(order, { ...context, universe: owed, holdings });
      expect(status).toBe('blocked');
      expect(reasons.map(({ code }) => code)).toContain('orders.liability');
    }
  });
});

describe('a day in the past', () => {
  it.each([
    ['settlement before the order', check({ settlesOn: '2026-02-01' }), 'order.settlesOn'],
    ['dealing before the order', check({ dealsOn: '2026-03-01' }), 'order.dealsOn'],
    [
      'settlement before dealing',
      check({ dealsOn: '2026-03-05', settlesOn: '2026-03-04' }),
      'order.settlesOn',
    ],
    [
      'an order before its proposal',
      propose({ orders: [{ ...planned, orderOn: '2025-03-02' }], evidence: [] }),
      'input.orders[0].orderOn',
    ],
  ] as const)('is refused: %s', (_, call, path) => {
    expectRefusal(call, 'inconsistent', path);
  });

  it('is kept in a new version by orders that the version before had', () => {
    const dated = { ...planned, orderOn: '2026-03-02' } as const;
    const first = makeProposal({ ...input, orders: [dated], evidence: [] });
    const days = { asOf: '2026-03-04', validUntil: '2026-03-09' } as const;
    expect(reviseProposal(first, days).version).toBe(2);
    const added = { ...dated, id: 'plan/P04/1', product: 'P04' };
    expectRefusal(
      () => reviseProposal(first, { ...days, orders: [dated, added], costs: null }),
      'inconsistent',
      'revision.orders[1].orderOn',
    );
  });

  it('is no trade before the day of the order, and no settlement', () => {
    const given = { ...accepted, orderOn: '2026-03-02', dealsOn: '2026-03-03' } as const;
    const traded = (tradeDate?: PlainDate) =>
      event('f', { kind: 'fill', amount: cny('225'), ...(tradeDate && { tradeDate }) });
    expect(advanceOrder(given, traded('2020-01-01'))).toMatchObject({
      status: 'illegal',
      reason: { code: 'orders.traded-too-early' },
    });
    expect(foldOrder(given, [traded('2020-01-01')]).refused).toHaveLength(1);
    const filled = advanced(given, [traded(), event('x', { kind: 'cancel' })]);
    expect(
      advanceOrder(filled, event('s', { kind: 'settle', settledOn: '2026-03-01' })),
    ).toMatchObject({ status: 'illegal', reason: { code: 'orders.settled-too-early' } });
  });

  it('is no settlement of a later trade', () => {
    const fill = event('f', { kind: 'fill', amount: cny('225'), tradeDate: '2026-03-05' });
    const cancel = event('x', { kind: 'cancel' });
    const settledOn = (day: PlainDate) => event('s', { kind: 'settle', settledOn: day });
    const early = settledOn('2026-03-04');
    const filled = advanced(accepted, [fill, cancel]);
    expect(advanceOrder(filled, early)).toMatchObject({
      status: 'illegal',
      reason: { code: 'orders.settled-too-early' },
    });
    expect(advanceOrder(filled, settledOn('2026-03-05')).status).toBe('advanced');
    // In any order: the settlement waits, or where it stands already the later trade does.
    const folded = foldOrder(accepted, [early, cancel, fill]);
    expect(folded.waiting).toMatchObject([
      { event: { id: 's' }, reason: { code: 'orders.settled-too-early' } },
    ]);
    const settled = advanced(accepted, [
      event('f1', { kind: 'fill', amount: cny('225'), tradeDate: '2026-03-03' }),
      cancel,
      early,
    ]);
    const late = foldOrder(settled, [fill]);
    expect(late.order).toBe(settled);
    expect(late.waiting.map((one) => one.event.id)).toEqual(['f']);
  });
});

it('counts no dollars as yuan', () => {
  expectRefusal(
    () => checkRelease(planned, [], wrong({ available: money('USD', '1') })),
    'currency-mismatch',
    'options.available.currency',
  );
});
