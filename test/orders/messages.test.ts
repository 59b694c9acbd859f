import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../src/dates/index.js';
import {
  checkMessages,
  formatReason,
  LOCALES,
  mergeMessages,
  type Reason,
} from '../../src/evidence/index.js';
import { money } from '../../src/money/index.js';
import {
  checkOrder,
  checkOrders,
  type OrderCheck,
  type OrderContext,
  ordersMessages,
  planOrders,
  planTransition,
  type TransitionRequest,
} from '../../src/orders/index.js';
import { lifeMessages } from '../../src/orders/life/messages.js';
import { notificationMessages } from '../../src/orders/notifications/messages.js';
import { payPurchases } from '../../src/orders/planning/transition/pay-purchases.js';
import { readTransition } from '../../src/orders/planning/transition/read-transition.js';
import { sizePurchases } from '../../src/orders/planning/transition/size-purchases.js';
import { proposalMessages } from '../../src/orders/proposal/messages.js';
import { orderTerms } from '../../src/orders/terms.js';
import { productsMessages } from '../../src/products/index.js';
import { rulesMessages } from '../../src/rules/index.js';
import { suitabilityMessages } from '../../src/suitability/index.js';
import { cnNfra } from '../../src/suitability/packs/cn/index.js';
import { buy, change, cny, context, request, sell, universe, universeWith } from './support.js';

/** What a client reads of a check: the texts of rules are the packs' own. */
const texts = mergeMessages(
  ordersMessages,
  productsMessages,
  rulesMessages,
  suitabilityMessages,
  cnNfra.messages,
);
const read = (check: OrderCheck, locale: (typeof LOCALES)[number]) =>
  check.reasons.map((reason) => formatReason(texts, reason, locale));

describe('ordersMessages', () => {
  it('have a text in three languages with the same placeholders', () => {
    expect(checkMessages(ordersMessages)).toEqual([]);
  });

  it('read well, beside those of the packs', () => {
    const late = { ...context, asOf: '2027-03-03', holdings: { P05: cny('1') } } as const;
    expect(read(checkOrder(buy('P05'), late), 'en')).toContain(
      'You may keep or redeem the P05 you hold, but not add to it.',
    );
    expect(read(checkOrder(buy('P07', '999.5'), context), 'zh-Hans')).toEqual([
      'P07：金额999.5 CNY低于起购金额1,000 CNY。',
    ]);
    expect(read(checkOrder(buy('P03', '400000'), context), 'zh-Hant')).toEqual([
      '可用資金341,262 CNY不足以支付400,000 CNY。',
    ]);
  });

  it('stand for every reason that checks and plans give, and for no other', () => {
    const reasons = [...reasonsOfChecks(), ...reasonsOfPlans()];
    const given = new Set(reasons.map(({ code }) => code).filter((code) => /^orders\./.test(code)));
    // Those of an order's life, of proposals and of notifications are tested in their folders.
    const elsewhere = {
      ...{ ...lifeMessages, ...proposalMessages, ...notificationMessages },
      ...orderTerms,
    };
    const own = Object.keys(ordersMessages).filter((code) => !(code in elsewhere));
    expect([...given].sort()).toEqual(own.sort());
    for (const reason of reasons) {
      for (const locale of LOCALES) {
        expect(formatReason(texts, reason, locale)).not.toMatch(/[{}]/);
      }
    }
  });
});

const calendar = compileCalendar({
  id: 'weekends',
  covers: { from: '2026-01-01', to: '2030-01-01' },
  holidays: [],
});

const BOUND = {
  format: 'aptfolio-consent/1',
  proposalHash: 'h',
  orders: {},
  consents: [],
  evidence: [],
} as never;

function reasonsOfChecks(): readonly Reason[] {
  const holding = { holdings: { P03: cny('10000'), P05: cny('1'), P07: cny('1') } };
  const check = (
    order: Parameters<typeof checkOrder<'CNY'>>[0],
    more: Partial<OrderContext<'CNY'>> = {},
  ) => checkOrder(order, { ...context, ...more });
  const open = { ...buy('P03'), id: 'first', reserved: true };
  const override = {
    rule: 'CN-NFRA-12',
    decision: 'set-aside',
    on: '2026-03-01',
    reason: 'Why not.',
    by: { id: 'E-1', role: 'adviser' },
  } as const;
  const assessment = check(buy('P03')).assessment!;
  const past = {
    product: 'P03',
    side: 'buy',
    gross: cny('100'),
    on: '2026-03-02',
    minutesAgo: 1,
  } as const;
  const five = Array.from({ length: 5 }, () => past);
  const unlike = five.map((one, i) => ({ ...one, gross: cny(`${100 + i}`) }));
  const terms = (one: Parameters<typeof universeWith>[1]) => ({
    universe: universeWith('P03', one),
  });
  const frozen = { account: { status: 'frozen' }, ...holding } as const;
  const demand = {
    ...{ id: 'd', kind: 'recording', orders: ['buy/P03'], owners: ['C-1'], citations: [] },
  };
  return [
    check(buy('P03'), frozen),
    // 985 arrive, and the minimum is 1,000.
    check(change('P03', 'P07', '1000'), {
      ...terms({ fees: { exit: [{ fromDays: 0, rate: 0.015 }] } }),
      holdings: { P03: cny('10000') },
    }),
    check(buy('P03'), { account: { status: 'closed' } }),
    check(buy('P03'), { asOf: '2026-01-30' }),
    check({ ...buy('P03'), fee: cny('5000'), net: cny('5000') }),
    check(buy('P03'), { consent: { proposalHash: 'h' } }),
    check(buy('P03'), {
      ...terms({ dealing: { dailyPurchase: '50000', cutOff: '15:00' } }),
      calendar,
    }),
    check(buy('P03', '100'), {
      history: [{ product: 'P03', side: 'buy', gross: cny('100'), on: '2026-03-02' }],
      policy: { duplicateMinutes: 5 },
    }),
    check(buy('P03'), { account: { status: 'no-purchases' } }),
    check(buy('P03'), { account: { status: 'active', owners: ['C-1', 'C-2'] } }),
    check(buy('P03'), { packs: [] }),
    check(buy('P03'), { facts: {} }),
    check({ ...buy('P05'), overrides: [override] }, holding),
    check({ ...buy('P03'), assessment }, { asOf: '2026-03-03' }),
    check({ ...buy('P03', '5'), assessment }),
    check(change('P07', 'P03'), {
      ...holding,
      universe: universeWith('P07', { status: 'redemption-suspended' }),
    }),
    check(buy('P03'), terms({ type: 'loan' })),
    check(buy('P03'), terms({ status: 'closed' })),
    check(buy('P03'), terms({ dealing: { cutOff: '15:00' } })),
    check(buy('P03'), { calendar, ...terms({ dealing: { subscription: 'never' } }) }),
    check(buy('P03'), {
      calendar,
      ...terms({
        dealing: { subscription: { periods: [{ from: '2026-04-01', to: '2026-04-02' }] } },
      }),
    }),
    check(buy('P02'), { moneyNeededOn: '2026-03-31' }),
    check(buy('P03'), {
      calendar,
      moneyNeededOn: '2026-03-31',
      ...terms({ dealing: { redemption: 'never' } }),
    }),
    check(buy('P09', '10500')),
    check({ ...buy('P03'), units: '150' }, terms({ unitStep: '100' })),
    check(buy('P03'), terms({ maximumHolding: '50' })),
    check(buy('P03'), { calendar, ...terms({ dealing: { dailyPurchase: '50' } }) }),
    check(sell('P03', '9999'), { ...holding, ...terms({ minimumHolding: '5' }) }),
    check(sell('P03', '9000'), { ...holding, ...terms({ minimumRedemption: '9001' }) }),
    check(sell('P03'), { ...holding, lots: { P03: [] } }),
    check(buy('P03'), { available: cny('0') }),
    check(sell('P06'), holding),
    check(buy('P03'), { moneyNeededOn: '2026-03-31', moneyNeeded: cny('999999') }),
    check(open, { openOrders: [open] }),
    check(buy('P03'), { openOrders: [open] }),
    check(buy('P03', '100'), { history: [past], policy: { duplicateMinutes: 5 } }),
    check(buy('P03'), { policy: { sizeMultiple: 2 } }),
    check(buy('P03'), { history: five, policy: { sizeMultiple: 2, sizeScore: 3.5 } }),
    check(buy('P03'), { history: unlike, policy: { sizeScore: 3.5 } }),
    check({ ...buy('P03'), units: '1' }, { policy: { priceDeviation: 0.1 } }),
    check(
      { ...buy('P03'), units: '1' },
      { policy: { priceDeviation: 0.1 }, prices: { P03: { currency: 'CNY', amount: '1' } } },
    ),
    check(buy('P03'), terms({ documents: ['prospectus'] })),
    check(buy('P03'), { demands: [demand] }),
    check({ ...buy('P03'), proposalHash: 'h' }),
    check({ ...buy('P03'), proposalHash: 'h' }, { consent: BOUND }),
    check({ ...buy('P03'), proposalHash: 'h' }, { consent: { proposalHash: 'h' } }),
    check({ ...buy('P03'), proposalHash: 'h' }, { consent: { proposalHash: 'h0' } }),
    ...Object.values(
      checkOrders([{ ...buy('P03'), after: ['sell/P06'] }, sell('P06')], context).checks,
    ),
  ].flatMap(({ reasons }) => reasons);
}

function reasonsOfPlans(): readonly Reason[] {
  const never = { dealing: { subscription: 'never' } } as const;
  const last = compileCalendar({
    id: 'short',
    covers: { from: '2026-03-02', to: '2026-03-09' },
    holidays: [],
  });
  const plans = [
    { amount: cny('100') },
    { universe: universeWith('P03', { dealing: { dailyPurchase: '10' } }) },
    { dailyLimits: { P07: '10' } },
    { universe: universeWith('P03', { minimumPurchase: '10.50', step: '1' }) },
    { weights: { P07: 1 }, residualProduct: 'P07', amount: cny('5') },
    { universe: universeWith('P03', { unitStep: '100' }) },
    { universe: universeWith('P03', { maximumHolding: '100' }), held: ['P03'] },
    { universe: universeWith('P03', { fees: { entry: [{ from: '0', flat: '999999' }] } }) },
    { universe: universeWith('P03', { currency: 'USD' }) },
    { universe: universeWith('P03', never), asOf: '2026-03-02', calendar },
    {
      universe: universeWith('P07', {
        dealing: { subscriptionSettlement: 0, dailyPurchase: '90000' },
      }),
      ...{ asOf: '2026-03-06', calendar: last, weights: { P01: 0, P07: 1 } },
    },
  ].map((asked) => planOrders({ ...request, ...(asked as object) }));
  const transition: TransitionRequest<'CNY'> = {
    ...{ currency: 'CNY', universe, holdings: [], residualProduct: 'P01', amountStep: '1' },
    ...{ funding: 'CURRENT', asOf: '2026-03-02', calendar, cash: [cny('10000')] },
    weights: { P03: 1 },
  };
  const held = (amount: string) => [{ product: 'P03', value: cny(amount) }];
  const lots = [
    { boughtOn: '2026-01-05', value: cny('500') },
    { boughtOn: '2026-03-02', value: cny('500') },
  ] as const;
  const locked = universeWith('P03', { lockUpDays: 30, minimumHolding: '600' });
  const transitions = [
    { holdings: [{ product: 'P01', value: money('CNY', '5') }], minimumTrade: cny('6') },
    { universe: universeWith('P03', { currency: 'USD' }) },
    { latest: '2026-03-02', universe: universeWith('P03', { dealing: { dailyPurchase: '5000' } }) },
    {
      universe: universeWith('P03', { minimumHolding: '600' }),
      holdings: held('1000'),
      weights: { P01: 0.99, P03: 0.01 },
    },
    {
      universe: locked,
      holdings: [{ ...held('1000')[0]!, lots }],
      latest: '2026-03-03',
      weights: { P01: 1, P03: 0 },
    },
    { cash: [], holdings: held('1000'), keep: cny('5000') },
    {
      // 190 each should be sold for the 380 of P07, and 100 are.
      ...{ cash: [], amountStep: '100', weights: { P01: 0.405, P03: 0.405, P07: 0.19 } },
      universe: universeWith('P07', { minimumPurchase: '10' }),
      holdings: [
        { product: 'P01', value: cny('1000') },
        { product: 'P03', value: cny('1000') },
      ],
    },
    {
      universe: universeWith('P03', {
        dealing: { gates: [{ on: '2026-03-02', acceptedShare: 0.4 }] },
      }),
      ...{ cash: [], holdings: held('1000'), weights: { P01: 1 } },
    },
    {
      universe: universeWith('P06', { status: 'subscription-suspended' }),
      ...{ cash: [], holdings: held('1000'), weights: { P06: 1 }, residual: 'cash' },
    },
    {
      universe: universeWith('P06', { fees: { exit: [{ fromDays: 0, rate: 0.01 }] } }),
      ...{ cash: [], holdings: [{ product: 'P06', value: cny('1000') }] },
    },
    {
      ...{ universe: universeWith('P06', { unitStep: '100' }), units: { P06: '150' } },
      prices: { P06: cny('1') },
    },
    {
      // 995 units at 1: at 2 % 1,014.90 would be paid, at 0.5 % less than 1,010.
      universe: universeWith('P06', {
        unitStep: '1',
        fees: {
          entry: [
            { from: '0', rate: 0.02 },
            { from: '1010', rate: 0.005 },
          ],
        },
      }),
      ...{ units: { P06: '995' }, prices: { P06: cny('1') } },
    },
  ].map((asked) => planTransition({ ...transition, ...(asked as object) }));
  const read = readTransition(transition);
  const wants = [{ product: 'P03', amount: 1000000n }];
  const funds = { money: 1000000n, foreign: 0, rounded: 0n, pays: () => true };
  const { purchases } = sizePurchases(wants, funds, read, new Set());
  const empty = { purses: [], base: 'CNY', rateOf: read.rateOf, asOf: '2026-03-02' } as const;
  const { unpaid } = payPurchases(purchases, { ...empty, purses: [] }, read);
  return [
    ...unpaid.flatMap((one) => one.reasons),
    ...plans.flatMap((plan) => [
      ...plan.notOrdered.flatMap((one) => one.reasons),
      ...(plan.status === 'not-possible' ? plan.reasons : []),
    ]),
    ...transitions.flatMap((plan) =>
      plan.status === 'missing-rate'
        ? plan.reasons
        : [
            ...plan.notOrdered.flatMap((one) => one.reasons),
            ...(plan.status === 'planned' ? plan.reasons : []),
          ],
    ),
  ];
}
