import {
  parseAdviceReference,
  parseAdviceRequest,
  parseContributionSearch,
  parseCostOptions,
  parseExplainOptions,
  parseExposureOptions,
  parseGoalPlan,
  parseOrder,
  parseOrderContext,
  parseOrderEvent,
  parseOrderRequest,
  parseOrderToCheck,
  parsePlannedOrder,
  parseProducts,
  parseReviewReference,
  parseReviewRequest,
  parseSimulationOptions,
  parseTargetClient,
  safeParseAdviceReference,
  safeParseAdviceRequest,
  safeParseContributionSearch,
  safeParseCostOptions,
  safeParseExplainOptions,
  safeParseExposureOptions,
  safeParseGoalPlan,
  safeParseOrder,
  safeParseOrderContext,
  safeParseOrderEvent,
  safeParseOrderRequest,
  safeParseOrderToCheck,
  safeParsePlannedOrder,
  safeParseProducts,
  safeParseReviewReference,
  safeParseReviewRequest,
  safeParseSimulationOptions,
  safeParseTargetClient,
} from 'aptfolio/schema';
import { CLIENT } from './client.js';
import { cny, fault, type Input, input, part, wording } from './input.js';
import { MARKET } from './market.js';
import { POLICIES } from './policies.js';
import { QUESTIONNAIRE } from './questionnaire.js';
import { period, rebalancingAccount, rebalancingPolicy } from './rebalancing.js';

const { questionnaire: _, ...viewWithoutResult } = part(CLIENT, 'client-view') as Record<
  string,
  never
>;

const search = {
  initial: 100,
  months: 24,
  expectedReturn: 0.03,
  volatility: 0.1,
  target: 400,
  contributionTiming: 'month-end',
} as const;
const product = {
  id: 'P01',
  name: 'Money fund',
  lookThrough: { CASH: 1 },
  issuerRisk: 'R1',
  distributorRisk: 'R1',
  annualFee: 0.0033,
  entryFee: 0,
  minimumPurchase: '0.01',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
  type: 'money-fund',
  currency: 'CNY',
  issuer: 'Example Funds',
  contains: {},
  currencies: { CNY: 1 },
  issuers: { 'Example Bank': 0.1 },
  leverage: 1,
  changes: [
    {
      from: '2026-06-01',
      issuerRisk: 'R2',
      distributorRisk: 'R2',
      annualFee: 0.003,
      entryFee: 0,
      status: 'subscription-suspended',
    },
  ],
  minimumAddition: '0.01',
  minimumHolding: '0.01',
  unitStep: '0.01',
  maximumHolding: '1000000',
  fees: {
    entry: [
      { from: '0', rate: 0.001 },
      { from: '1000000', flat: '1000' },
    ],
    exit: [{ fromDays: 0, rate: 0.015 }],
    annualParts: { management: 0.003, custody: 0.0003 },
    performance: { rate: 0.2, hurdle: 0.03 },
    rebate: 0.001,
    entryCommission: 0.0005,
    halfSpread: 0.0001,
  },
  dealing: {
    subscription: { periods: [{ from: '2026-03-02', to: '2026-03-07' }] },
    redemption: { from: '2026-03-02', everyMonths: 3, days: 5 },
    subscriptionNotice: 0,
    redemptionNotice: 1,
    cutOff: '15:00',
    rollingTerm: { days: 30, windowDays: 1, adjustment: 'following' },
    maturity: '2030-03-01',
    subscriptionSettlement: 1,
    redemptionSettlement: 2,
    gates: [{ on: '2026-06-01', perClient: '0' }],
    dailyPurchase: '50000',
    dailyRedemption: '10000',
  },
  targetMarket: {
    clientKinds: ['retail'],
    minimumKnowledge: 20,
    objectives: ['preserve'],
    minimumHorizonYears: 0,
    minimumLossCapacity: 0,
    not: ['over-65'],
  },
  documents: ['prospectus'],
} as const;
const event = { id: 'e1', at: '2026-03-02T10:00:00+08:00' };
const planned = {
  id: 'plan/P01/1',
  product: 'P01',
  side: 'buy',
  gross: cny('100.00'),
  fee: cny('0.06'),
  net: cny('99.94'),
  day: 0,
  funding: 'CURRENT',
  units: '80.1234',
  after: ['plan/P02/1'],
  replaces: 'plan/P01/0',
} as const;
const filling = {
  amount: cny('40'),
  units: '32.0513',
  price: '1.2475',
  fee: cny('0.02'),
  tradeDate: '2026-03-02',
  reference: 'X-7',
} as const;
const toCheck = {
  id: 'o1',
  product: 'P01',
  gross: cny('100.00'),
  proposalHash: 'abc',
  idempotencyKey: 'k-1',
  solicited: true,
  side: 'buy',
} as const;

export const PLANS: Readonly<Record<string, Input>> = {
  'goal-plan': input(
    parseGoalPlan,
    safeParseGoalPlan,
    [{ ...search, monthlyContribution: 10 }],
    [fault(['months'], '24', 'invalid-type', 'plan.months')],
  ),
  'contribution-search': input(
    parseContributionSearch,
    safeParseContributionSearch,
    [{ ...search, probability: 0.75 }],
    [
      fault(['probability'], 1, 'out-of-range', 'search.probability'),
      fault(['monthlyContribution'], 10, 'unknown-id', 'search.monthlyContribution'),
    ],
  ),
  'simulation-options': input(
    parseSimulationOptions,
    safeParseSimulationOptions,
    [{ paths: 20000, seed: 7, quantiles: [0.05, 0.5] }],
    [
      fault(['paths'], 1_000_001, 'out-of-range', 'options.paths'),
      fault(['quantiles', 1], 50, 'out-of-range', 'options.quantiles[1]'),
    ],
  ),
  products: input(
    parseProducts,
    safeParseProducts,
    [[product]],
    [
      fault([0, 'status'], 'gone', 'unknown-value', 'products[0].status'),
      fault([0, 'step'], 1, 'invalid-type', 'products[0].step'),
      fault([0, 'unitStep'], '0', 'invalid-format', 'products[0].unitStep'),
      fault([0, 'contains', 'P02'], 2, 'out-of-range', 'products[0].contains.P02'),
      fault([0, 'changes', 0, 'from'], '1 June', 'invalid-format', 'products[0].changes[0].from'),
      fault([0, 'fees', 'exit', 0, 'rate'], -1, 'out-of-range', 'products[0].fees.exit[0].rate'),
      fault([0, 'fees', 'entry', 0, 'rate'], 2, 'out-of-range', 'products[0].fees.entry[0].rate'),
      fault([0, 'dealing', 'cutOff'], '24:00', 'invalid-format', 'products[0].dealing.cutOff'),
      fault(
        [0, 'dealing', 'redemption', 'days'],
        0,
        'out-of-range',
        'products[0].dealing.redemption.days',
      ),
      fault([0, 'targetMarket', 'not'], 'all', 'invalid-type', 'products[0].targetMarket.not'),
    ],
  ),
  'explain-options': input(
    parseExplainOptions,
    safeParseExplainOptions,
    [
      {
        asOf: '2026-03-02',
        amount: cny('100000'),
        fx: { base: 'CNY', rates: { USD: '7.1' } },
        years: 5,
        assumptions: {
          asOf: '2026-03-01',
          assetClasses: ['CASH'],
          expectedReturn: [0.015],
          covariance: [[0.0001]],
        },
        classKinds: { CASH: 'cash' },
        names: { CASH: wording },
      },
    ],
    [
      fault(['asOf'], '2026-02-30', 'invalid-date', 'options.asOf'),
      fault(['classKinds', 'CASH'], 'money', 'unknown-value', 'options.classKinds.CASH'),
      fault(['names', 'CASH', 'en'], '', 'empty', 'options.names.CASH.en'),
      fault(
        ['assumptions', 'expectedReturn', 0],
        -1,
        'out-of-range',
        'options.assumptions.expectedReturn[0]',
      ),
    ],
  ),
  'exposure-options': input(
    parseExposureOptions,
    safeParseExposureOptions,
    [{ by: 'currency', currency: 'CNY' }],
    [fault(['by'], 'country', 'unknown-value', 'options.by')],
  ),
  'target-client': input(
    parseTargetClient,
    safeParseTargetClient,
    [
      {
        kind: 'retail',
        knowledge: 60,
        objective: 'growth',
        horizonYears: 5,
        lossCapacity: 0.2,
        traits: { 'over-65': false },
      },
    ],
    [
      fault(['knowledge'], 101, 'out-of-range', 'client.knowledge'),
      fault(['traits', 'over-65'], 'no', 'invalid-type', 'client.traits["over-65"]'),
    ],
  ),
  'cost-options': input(
    parseCostOptions,
    safeParseCostOptions,
    [
      {
        amount: cny('100000'),
        expectedReturn: 0.04,
        years: 5,
        expectedReturns: { P01: 0.02 },
        fx: { base: 'CNY', rates: { USD: '7.1' } },
      },
    ],
    [fault(['expectedReturn'], -1, 'out-of-range', 'options.expectedReturn')],
  ),
  'order-request': input(
    parseOrderRequest,
    safeParseOrderRequest,
    [
      {
        amount: cny('1000'),
        weights: { P01: 1 },
        residualProduct: 'P01',
        amountStep: '1',
        funding: 'CURRENT',
        dailyLimits: { P01: '500' },
        id: 'plan',
      },
    ],
    [
      fault(['weights', 'P01'], 100, 'out-of-range', 'request.weights.P01'),
      fault(['dailyLimits', 'P01'], 500, 'invalid-type', 'request.dailyLimits.P01'),
    ],
  ),
  'planned-order': input(
    parsePlannedOrder,
    safeParsePlannedOrder,
    [planned],
    [
      fault(['side'], 'switch', 'unknown-value', 'planned.side'),
      fault(['net'], undefined, 'missing-value', 'planned.net'),
    ],
  ),
  order: input(
    parseOrder,
    safeParseOrder,
    [
      {
        ...planned,
        state: 'checked',
        filled: cny('0.00'),
        filledUnits: '0',
        proposalHash: 'abc',
        idempotencyKey: 'k-1',
        events: [{ ...event, kind: 'check', status: 'allowed' }],
        pendingCancel: 'e9',
      },
    ],
    [
      fault(['events', 0, 'status'], 'fine', 'unknown-value', 'order.events[0].status'),
      fault(['state'], 'done', 'unknown-value', 'order.state'),
    ],
  ),
  'order-event': input(
    parseOrderEvent,
    safeParseOrderEvent,
    [
      { ...event, kind: 'fill', ...filling },
      { ...event, kind: 'correct', fill: 'e5', ...filling },
      { ...event, kind: 'bust', fill: 'e5' },
      { ...event, kind: 'cancel-request' },
      { ...event, kind: 'cancel-refused', request: 'e6', reasonCode: 'in-execution' },
      { ...event, kind: 'cancel', request: 'e6' },
      { ...event, kind: 'confirm', proposalHash: 'abc' },
      { ...event, kind: 'submit', idempotencyKey: 'k-1' },
      { ...event, kind: 'reject', reasonCode: 'closed' },
      { ...event, kind: 'settle', settledOn: '2026-03-04', amount: cny('40') },
    ],
    [
      fault(['amount'], undefined, 'missing-value', 'event.amount'),
      fault(['units'], '0', 'invalid-format', 'event.units'),
      fault(['tradeDate'], '2026-02-30', 'invalid-date', 'event.tradeDate'),
      fault(['venue'], 'X', 'unknown-id', 'event.venue'),
    ],
  ),
  'order-to-check': input(
    parseOrderToCheck,
    safeParseOrderToCheck,
    [toCheck, { ...toCheck, side: 'switch', from: 'P02' }],
    [
      fault(['side'], 'switch', 'missing-value', 'order.from'),
      fault(['side'], 'hold', 'unknown-value', 'order.side'),
    ],
  ),
  'order-context': input(
    parseOrderContext,
    safeParseOrderContext,
    [
      {
        asOf: '2026-03-02',
        client: {
          level: 'C3',
          assessedOn: '2025-03-01',
          validMonths: 12,
          lowestCategory: false,
        },
        available: cny('500'),
        holdings: { P01: cny('1') },
        moneyNeededOn: null,
        openOrders: [toCheck],
        consent: { proposalHash: 'abc' },
        mayInsistOn: ['P01'],
        approvalFrom: cny('1000000'),
        acknowledged: ['orders.duplicate'],
        approved: [],
      },
    ],
    [
      fault(['moneyNeededOn'], undefined, 'missing-value', 'context.moneyNeededOn'),
      fault(['consent'], true, 'invalid-type', 'context.consent'),
      fault(['aproved'], [], 'unknown-id', 'context.aproved'),
    ],
  ),
  'advice-request': input(
    parseAdviceRequest,
    safeParseAdviceRequest,
    [
      {
        known: ['birthDate'],
        view: viewWithoutResult as never,
        answers: { Q01: 2 },
        assessment: {
          facts: { age: 38 },
          secondsTaken: 240,
          previous: { answers: {}, level: 'C2' },
        },
        goal: 'flat',
        acknowledged: ['client.special-care'],
        funding: 'h1',
      },
    ],
    [
      fault(['view', 'fx', 'USD'], '-', 'invalid-format', 'request.view.fx.USD'),
      fault(['assessment', 'seconds'], 240, 'unknown-id', 'request.assessment.seconds'),
    ],
  ),
  'advice-reference': input(
    parseAdviceReference,
    safeParseAdviceReference,
    [
      {
        completeness: part(POLICIES, 'completeness-policy'),
        questionnaire: part(QUESTIONNAIRE, 'questionnaire'),
        needs: part(POLICIES, 'client-policy'),
        assumptions: part(MARKET, 'assumptions'),
        allocation: part(MARKET, 'allocation-policy'),
        products: [product],
        selection: { maxLockUpDays: 90, maxWeightPerProduct: 0.5 },
        projection: { paths: 20000, seed: 7, probability: 0.75 },
        orders: { residualProduct: 'P01', amountStep: '1', dailyLimits: { P01: '500' } },
      },
    ],
    [fault(['projection', 'paths'], '20000', 'invalid-type', 'reference.projection.paths')],
  ),
  'review-request': input(
    parseReviewRequest,
    safeParseReviewRequest,
    [
      {
        level: 'C3',
        account: rebalancingAccount,
        since: { opening: { P01: cny('1000') }, period },
      },
    ],
    [
      fault(['since', 'period', 'feeYears'], -1, 'out-of-range', 'request.since.period.feeYears'),
      fault(['account', 'target', 'P05'], -1, 'out-of-range', 'request.account.target.P05'),
      fault(['opening'], {}, 'unknown-id', 'request.opening'),
    ],
  ),
  'review-reference': input(
    parseReviewReference,
    safeParseReviewReference,
    [
      {
        assumptions: part(MARKET, 'assumptions'),
        allocation: part(MARKET, 'allocation-policy'),
        products: [product],
        rebalancing: rebalancingPolicy,
        calendar: {
          id: 'CN',
          covers: { from: '2026-01-01', to: '2027-01-01' },
          weekend: [6, 7],
          holidays: ['2026-05-01'],
          workdays: ['2026-05-09'],
        },
      },
    ],
    [
      fault(['rebalancing', 'bands', 'max'], 1, 'unknown-id', 'reference.rebalancing.bands.max'),
      fault(['rebalancing', 'utility'], {}, 'unknown-id', 'reference.rebalancing.utility'),
    ],
  ),
};
