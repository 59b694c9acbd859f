import {
  parseAdviceReference,
  parseAdviceRequest,
  parseContributionSearch,
  parseCostOptions,
  parseDriftBands,
  parseGoalPlan,
  parseOrder,
  parseOrderContext,
  parseOrderEvent,
  parseOrderRequest,
  parseOrderToCheck,
  parsePlannedOrder,
  parseProductHoldings,
  parseProducts,
  parseRebalancingProblem,
  parseReviewReference,
  parseReviewRequest,
  parseSimulationOptions,
  parseSwitchQuestion,
  parseValuationOptions,
  parseWeights,
  safeParseAdviceReference,
  safeParseAdviceRequest,
  safeParseContributionSearch,
  safeParseCostOptions,
  safeParseDriftBands,
  safeParseGoalPlan,
  safeParseOrder,
  safeParseOrderContext,
  safeParseOrderEvent,
  safeParseOrderRequest,
  safeParseOrderToCheck,
  safeParsePlannedOrder,
  safeParseProductHoldings,
  safeParseProducts,
  safeParseRebalancingProblem,
  safeParseReviewReference,
  safeParseReviewRequest,
  safeParseSimulationOptions,
  safeParseSwitchQuestion,
  safeParseValuationOptions,
  safeParseWeights,
} from 'aptfolio/schema';
import { CLIENT } from './client.js';
import { cny, fault, type Input, input, part } from './input.js';
import { MARKET } from './market.js';
import { POLICIES } from './policies.js';
import { QUESTIONNAIRE } from './questionnaire.js';

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
} as const;
const bands = { absolute: 0.05, relative: 0.25, minimum: 0.005 };
const period = {
  classReturns: { CASH: 0.008 },
  feeYears: 0.5,
  additions: [{ product: 'P01', amount: cny('5500'), periodReturn: 0.004 }],
};
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
    [fault([0, 'status'], 'gone', 'unknown-value', 'products[0].status')],
  ),
  'cost-options': input(
    parseCostOptions,
    safeParseCostOptions,
    [{ amount: cny('100000'), expectedReturn: 0.04, years: 5 }],
    [fault(['expectedReturn'], -1, 'out-of-range', 'options.expectedReturn')],
  ),
  'drift-bands': input(
    parseDriftBands,
    safeParseDriftBands,
    [bands],
    [fault(['absolute'], -0.05, 'out-of-range', 'bands.absolute')],
  ),
  weights: input(
    parseWeights,
    safeParseWeights,
    [{ BOND: 0.6, EQUITY: 0.4 }],
    [fault(['BOND'], null, 'missing-value', 'weights.BOND')],
  ),
  'product-holdings': input(
    parseProductHoldings,
    safeParseProductHoldings,
    [{ P01: cny('1') }],
    [fault(['P01', 'amount'], '1,000', 'invalid-format', 'holdings.P01.amount')],
  ),
  'valuation-options': input(
    parseValuationOptions,
    safeParseValuationOptions,
    [period],
    [fault(['additions', 0, 'product'], '', 'empty', 'options.additions[0].product')],
  ),
  'rebalancing-problem': input(
    parseRebalancingProblem,
    safeParseRebalancingProblem,
    [
      {
        holdings: { P01: cny('1000') },
        targetWeights: { P01: 1 },
        bands,
        minimumTrade: cny('100'),
        residualProduct: 'P01',
        utility: {
          assetClasses: ['CASH'],
          expectedReturn: [0.016],
          covariance: [[0.00001]],
          riskAversion: 4,
        },
        gainYears: 1,
        restrictions: { P01: 'sell-only' },
      },
    ],
    [
      fault(['restrictions', 'P01'], 'frozen', 'unknown-value', 'problem.restrictions.P01'),
      fault(['universe'], {}, 'unknown-id', 'problem.universe'),
    ],
  ),
  'switch-question': input(
    parseSwitchQuestion,
    safeParseSwitchQuestion,
    [
      {
        amount: cny('100000'),
        exitFee: 0,
        entryFee: 0.01,
        feeFrom: 0.015,
        feeTo: 0.005,
        grossReturn: 0.05,
        years: 3,
        feeMethod: 'compounded',
      },
    ],
    [
      fault(['years'], 0, 'out-of-range', 'question.years'),
      fault(['feeMethod'], 'added', 'unknown-value', 'question.feeMethod'),
    ],
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
        proposalHash: 'abc',
        idempotencyKey: 'k-1',
        events: [{ ...event, kind: 'check', status: 'allowed' }],
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
      { ...event, kind: 'fill', amount: cny('40') },
      { ...event, kind: 'confirm', proposalHash: 'abc' },
      { ...event, kind: 'submit', idempotencyKey: 'k-1' },
      { ...event, kind: 'reject', reasonCode: 'closed' },
      { ...event, kind: 'settle' },
    ],
    [fault(['amount'], undefined, 'missing-value', 'event.amount')],
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
        opening: { P01: cny('1000') },
        targetWeights: { P01: 1 },
        period,
        restrictions: { P01: 'locked' },
      },
    ],
    [fault(['period', 'feeYears'], -1, 'out-of-range', 'request.period.feeYears')],
  ),
  'review-reference': input(
    parseReviewReference,
    safeParseReviewReference,
    [
      {
        assumptions: part(MARKET, 'assumptions'),
        allocation: part(MARKET, 'allocation-policy'),
        products: [product],
        rebalancing: { bands, minimumTrade: cny('100'), residualProduct: 'P01', gainYears: 1 },
      },
    ],
    [fault(['rebalancing', 'bands', 'max'], 1, 'unknown-id', 'reference.rebalancing.bands.max')],
  ),
};
