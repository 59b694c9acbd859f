import {
  parseAmountConstraints,
  parseBookSummaries,
  parseDriftBands,
  parseDriftOptions,
  parseHistoryPolicies,
  parseHousehold,
  parseLossSale,
  parseLotTransactions,
  parsePolicyHistory,
  parseProductHoldings,
  parseRebalancingAccount,
  parseRebalancingPolicy,
  parseReplacementPurchases,
  parseStagesOptions,
  parseSwitchQuestion,
  parseTrackLotsOptions,
  parseValuationOptions,
  parseWeighingQuestion,
  parseWeights,
  safeParseAmountConstraints,
  safeParseBookSummaries,
  safeParseDriftBands,
  safeParseDriftOptions,
  safeParseHistoryPolicies,
  safeParseHousehold,
  safeParseLossSale,
  safeParseLotTransactions,
  safeParsePolicyHistory,
  safeParseProductHoldings,
  safeParseRebalancingAccount,
  safeParseRebalancingPolicy,
  safeParseReplacementPurchases,
  safeParseStagesOptions,
  safeParseSwitchQuestion,
  safeParseTrackLotsOptions,
  safeParseValuationOptions,
  safeParseWeighingQuestion,
  safeParseWeights,
} from 'aptfolio/schema';
import { cny, fault, type Input, input } from './input.js';

const band = {
  absolute: 0.05,
  relative: 0.25,
  combine: 'wider',
  minimum: 0.005,
  at: 'reached',
} as const;
const bandRules = {
  default: band,
  byId: { EQUITY: { above: band, below: { ...band, absolute: 0.02 } } },
  reentry: 0.5,
};
const groups = [{ id: 'equity', members: ['EQ_CN', 'EQ_GL'] }];
const triggers = [
  { kind: 'calendar', anchor: '2026-01-05', everyMonths: 6, adjust: 'following' },
  { kind: 'calendar', anchor: '2026-01-05', everyDays: 14, adjust: 'preceding' },
  { kind: 'band' },
  { kind: 'portfolio-drift', above: 0.03 },
  { kind: 'tracking-error', above: 0.02 },
  { kind: 'volatility', above: 0.1 },
  { kind: 'cash-flow', above: 0.05 },
  { kind: 'event', events: ['retired'] },
] as const;
const pacing = {
  look: { anchor: '2026-01-05', everyMonths: 1, adjust: 'modified-following' },
  minimumDays: 30,
  urgent: ['event', 'cash-flow'],
} as const;
const scope = { kind: 'breached', absorbedBy: 'CASH' } as const;
const size = { amount: cny('100'), share: 0.001 };
const tax = {
  shortTermRate: 0.2,
  longTermRate: 0.1,
  longTermDays: 365,
  offsetLosses: true,
} as const;

const account = {
  id: 'A1',
  currency: 'CNY',
  status: 'active',
  positions: [
    {
      product: 'P05',
      value: cny('1000.00'),
      units: '812.5',
      price: { currency: 'CNY', amount: '1.2308' },
      lots: [
        {
          id: 'l1',
          boughtOn: '2025-03-03',
          units: '812.5',
          value: cny('1000.00'),
          cost: cny('900.00'),
        },
      ],
    },
  ],
  cash: [cny('-12.50')],
  receivables: [{ amount: cny('20'), on: '2026-03-05', product: 'P05' }],
  openOrders: [
    {
      product: 'P05',
      side: 'sell',
      amount: cny('100'),
      units: '81.25',
      net: cny('99.50'),
      orderOn: '2026-03-02',
      dealsOn: '2026-03-03',
      settlesOn: '2026-03-05',
      paid: false,
      lots: ['l1'],
    },
  ],
  deposit: cny('100'),
  withdrawal: cny('50'),
  withdrawalBy: '2026-03-31',
  fx: { base: 'CNY', rates: { USD: '7.1' } },
  prices: { P07: { currency: 'USD', amount: '10.12345' } },
  lastTradeOn: null,
  breached: ['EQUITY'],
  events: ['retired'],
  restrictions: {
    P05: 'sell-only',
    P07: {
      kind: 'locked',
      reason: {
        code: 'bank.pledged',
        severity: 'info',
        parameters: { contract: 'L-17' },
        citations: [],
      },
      until: '2026-05-01',
      amount: cny('300'),
    },
  },
  lotOrder: { P05: ['l1'] },
  recentTrades: [{ product: 'P05', side: 'sell', on: '2026-02-20', atLoss: true }],
  plannedPurchases: [{ product: 'P05', on: '2026-03-10' }],
  realisedGains: { short: cny('-10'), long: cny('20') },
  tax,
  tradedToday: { P05: { bought: cny('10'), redeemed: cny('20') } },
  mode: 'mandate',
} as const;

/** What was out of its band is said of a household, not of its accounts. */
const { breached: _breached, ...shared } = account;

/** What is held now and what is wanted; target weights are those of the account alone. */
export const rebalancingAccount = { ...account, target: { P05: 1 } } as const;

/** A policy without what the gain is measured with, which a review takes from elsewhere. */
export const rebalancingPolicy = {
  id: 'standard',
  measure: 'classes',
  groups,
  bands: bandRules,
  triggers,
  pacing,
  destination: {
    kind: 'fraction',
    ofBand: 0.5,
    byId: {
      CASH: { kind: 'edge' },
      EQUITY: { above: { kind: 'target' }, below: { kind: 'inner', drift: 0.01 } },
    },
  },
  scope,
  funding: 'cash-first',
  cash: {
    floor: cny('100'),
    floors: [{ currency: 'USD', amount: '10' }],
    target: { share: 0.02 },
    ceiling: cny('300'),
    investAtMost: { share: 0.5 },
    partialWithdrawal: 'allowed',
    staged: { part: 1, parts: 3 },
  },
  trading: {
    minimumTrade: size,
    minimumTradeOfType: { etf: { buy: size, sell: size } },
    minimumTradeOf: { P05: size },
    amountStep: '1',
    maxWeight: { P05: 0.4 },
    maxWeightPerIssuer: 0.3,
    maxWeightOfIssuer: { Treasury: 1 },
    groups: [{ id: 'risky', members: ['P05', 'P06'], max: 0.5 }],
    maxTurnover: 0.2,
    maxTrades: 5,
    fewestTrades: true,
    gainBudget: cny('1000'),
    taxBudget: cny('200'),
  },
  residualProduct: 'P01',
  lots: {
    method: 'lowest-tax',
    tax,
    harvest: {
      minimumLoss: 0.1,
      minimumAmount: cny('500'),
      substitutes: { P05: 'P06', P07: ['P08', 'P06'] },
    },
    washSaleDays: 30,
    identical: [['P05', 'P15']],
  },
  weighing: { years: 1, gate: 'gain', outOfMarketReturn: 0.03 },
  fxSpread: { USD: 0.001 },
} as const;

export const period = {
  classReturns: { CASH: 0.008 },
  feeYears: 0.5,
  additions: [{ product: 'P01', amount: cny('5500'), periodReturn: 0.004 }],
};

const nestedTarget = { bonds: { weight: 0.6, of: { P03: 0.5, P05: 0.5 } }, P06: 0.4 };

export const REBALANCING: Readonly<Record<string, Input>> = {
  'drift-bands': input(
    parseDriftBands,
    safeParseDriftBands,
    [band, { above: band, below: band }],
    [
      fault(['absolute'], -0.05, 'out-of-range', 'bands.absolute'),
      fault(['at'], 'touched', 'unknown-value', 'bands.at'),
      fault(['above'], band, 'unknown-id', 'bands.above'),
    ],
  ),
  'drift-options': input(
    parseDriftOptions,
    safeParseDriftOptions,
    [
      {
        bands: bandRules,
        measure: 'products',
        groups,
        breached: ['EQUITY'],
        covariance: { ids: ['EQUITY'], matrix: [[0.04]] },
      },
    ],
    [
      fault(
        ['bands', 'byId', 'EQUITY', 'above', 'relative'],
        '1',
        'invalid-type',
        'options.bands.byId.EQUITY.above.relative',
      ),
      fault(['bands', 'default', 'relativ'], 0.25, 'unknown-id', 'options.bands.default.relativ'),
      fault(['bands', 'reentry'], 2, 'out-of-range', 'options.bands.reentry'),
    ],
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
  'rebalancing-policy': input(
    parseRebalancingPolicy,
    safeParseRebalancingPolicy,
    [
      {
        ...rebalancingPolicy,
        utility: {
          assetClasses: ['CASH'],
          expectedReturn: [0.016],
          covariance: [[0.00001]],
          riskAversion: 4,
          charges: 'annual',
        },
      },
      {
        ...rebalancingPolicy,
        cash: {
          ...rebalancingPolicy.cash,
          staged: { parts: 3, from: '2026-03-02', everyMonths: 3 },
        },
        utility: {
          assetClasses: ['CASH'],
          expectedReturn: [0.016],
          covariance: [[0.00001]],
          riskAversion: 4,
          charges: 'none',
        },
      },
    ],
    [
      fault(['bands', 'max'], 1, 'unknown-id', 'policy.bands.max'),
      fault(['triggers', 0, 'everyMonths'], 0, 'out-of-range', 'policy.triggers[0].everyMonths'),
      fault(['triggers', 2, 'kind'], 'mood', 'unknown-value', 'policy.triggers[2].kind'),
      fault(['triggers', 1, 'everyDays'], 0, 'out-of-range', 'policy.triggers[1].everyDays'),
      fault(['triggers', 1, 'adjust'], 'none', 'unknown-value', 'policy.triggers[1].adjust'),
      fault(['destination', 'ofBand'], 2, 'out-of-range', 'policy.destination.ofBand'),
      fault(
        ['destination', 'byId', 'EQUITY', 'below', 'drift'],
        -1,
        'out-of-range',
        'policy.destination.byId.EQUITY.below.drift',
      ),
      fault(['destination', 'drift'], 0.01, 'unknown-id', 'policy.destination.drift'),
      fault(['cash', 'target', 'share'], 1, 'out-of-range', 'policy.cash.target.share'),
      fault(['cash', 'partialWithdrawal'], true, 'unknown-value', 'policy.cash.partialWithdrawal'),
      fault(['cash', 'staged', 'part'], 0, 'out-of-range', 'policy.cash.staged.part'),
      fault(['trading', 'amountStep'], '0', 'invalid-format', 'policy.trading.amountStep'),
      fault(['utility', 'charges'], 'all', 'unknown-value', 'policy.utility.charges'),
      fault(['lots', 'identical', 0], ['P05'], 'length-mismatch', 'policy.lots.identical[0]'),
      fault(['lots', 'method'], 'oldest', 'unknown-value', 'policy.lots.method'),
      fault(
        ['lots', 'tax', 'longTermRate'],
        undefined,
        'missing-value',
        'policy.lots.tax.longTermRate',
      ),
      fault(['fxSpread', 'USD'], 1, 'out-of-range', 'policy.fxSpread.USD'),
    ],
  ),
  'rebalancing-account': input(
    parseRebalancingAccount,
    safeParseRebalancingAccount,
    [
      rebalancingAccount,
      { ...rebalancingAccount, realisedGains: cny('0'), tax: 'none' },
      { ...rebalancingAccount, target: nestedTarget },
      { ...rebalancingAccount, target: { kind: 'products', weights: nestedTarget } },
      {
        ...rebalancingAccount,
        target: { kind: 'classes', weights: { BOND: 0.6, EQ_CN: 0.4 }, products: ['P03', 'P06'] },
      },
    ],
    [
      fault(['positions', 0, 'units'], 812.5, 'invalid-type', 'account.positions[0].units'),
      fault(
        ['positions', 0, 'lots', 0, 'boughtOn'],
        '2025-02-29',
        'invalid-date',
        'account.positions[0].lots[0].boughtOn',
      ),
      fault(['lastTradeOn'], 'never', 'invalid-format', 'account.lastTradeOn'),
      fault(['realisedGains', 'short'], '-10', 'invalid-type', 'account.realisedGains.short'),
      fault(['tax', 'longTermRate'], 2, 'out-of-range', 'account.tax.longTermRate'),
      fault(['restrictions', 'P05'], 'frozen', 'unknown-value', 'account.restrictions.P05'),
      fault(
        ['restrictions', 'P07', 'until'],
        '2026-02-30',
        'invalid-date',
        'account.restrictions.P07.until',
      ),
      fault(['receivables', 0, 'on'], '', 'invalid-format', 'account.receivables[0].on'),
      fault(
        ['openOrders', 0, 'settlesOn'],
        undefined,
        'missing-value',
        'account.openOrders[0].settlesOn',
      ),
      fault(['targetWeights'], {}, 'unknown-id', 'account.targetWeights'),
    ],
  ),
  household: input(
    parseHousehold,
    safeParseHousehold,
    [
      {
        id: 'H1',
        currency: 'CNY',
        accounts: [{ ...shared, kind: 'pension', limits: { P05: { least: 0, most: 0.5 } } }],
        target: { kind: 'classes', weights: { EQUITY: 1 }, products: ['P05'] },
        location: { kind: 'costs', costs: { P05: { pension: 0.001 } } },
        withdrawal: cny('100'),
        breached: ['EQUITY'],
        fx: { base: 'CNY', rates: { USD: '7.1' } },
      },
      {
        id: 'H2',
        currency: 'CNY',
        accounts: [{ ...shared, kind: 'pension', limits: { P05: { least: 0, most: 0.5 } } }],
        target: { kind: 'products', weights: { P05: 1 } },
        location: { kind: 'ranked', order: { P05: ['pension'] } },
        withdrawal: cny('0'),
        breached: [],
        fx: { base: 'CNY', rates: {} },
      },
    ],
    [
      fault(['target', 'products'], undefined, 'missing-value', 'household.target.products'),
      fault(['accounts', 0, 'target'], {}, 'unknown-id', 'household.accounts[0].target'),
      fault(['accounts', 0, 'breached'], [], 'unknown-id', 'household.accounts[0].breached'),
    ],
  ),
  'book-summaries': input(
    parseBookSummaries,
    safeParseBookSummaries,
    [
      [
        {
          count: 3,
          traded: 1,
          held: 1,
          failed: 1,
          turnover: [
            {
              currency: 'CNY',
              value: cny('400'),
              purchases: cny('10'),
              sales: cny('30'),
              turnover: 0.05,
            },
          ],
          products: [
            {
              product: 'P05',
              currency: 'CNY',
              purchases: { count: 1, amount: cny('10') },
              sales: { count: 1, amount: cny('30') },
              orders: [
                {
                  orderOn: '2026-03-02',
                  consent: 'needed',
                  purchases: { count: 1, amount: cny('10') },
                  sales: { count: 1, amount: cny('30') },
                  net: cny('-20'),
                },
              ],
            },
          ],
          reasons: [{ code: 'rebalancing.within-bands', accounts: 1 }],
          faults: [{ code: 'out-of-range', accounts: 1 }],
        },
      ],
    ],
    [
      fault([0, 'held'], -1, 'out-of-range', 'summaries[0].held'),
      fault([0, 'faults', 0, 'code'], 'x', 'unknown-value', 'summaries[0].faults[0].code'),
      fault([0, 'turnOver'], [], 'unknown-id', 'summaries[0].turnOver'),
    ],
  ),
  'policy-history': input(
    parsePolicyHistory,
    safeParsePolicyHistory,
    [
      {
        assetClasses: ['EQUITY'],
        from: '1999-12-31',
        periods: [{ to: '2000-12-31', returns: [-0.09] }],
        target: { EQUITY: 1 },
        costs: { buy: 0.001, sell: { EQUITY: 0.005 } },
        flow: 0.03,
      },
    ],
    [
      fault(['periods', 0, 'returns', 0], -1, 'out-of-range', 'history.periods[0].returns[0]'),
      fault(['costs', 'buy'], 1, 'out-of-range', 'history.costs.buy'),
    ],
  ),
  'history-policies': input(
    parseHistoryPolicies,
    safeParseHistoryPolicies,
    [
      [
        {
          id: 'bands',
          bands: bandRules,
          groups,
          triggers,
          pacing,
          destination: { kind: 'inner', drift: 0.01, byId: { EQUITY: { kind: 'target' } } },
          scope,
          flows: 'towards-target',
        },
      ],
    ],
    [fault([0, 'funding'], 'full', 'unknown-id', 'policies[0].funding')],
  ),
  'lot-transactions': input(
    parseLotTransactions,
    safeParseLotTransactions,
    [
      [
        { id: '1', on: '2025-01-10', side: 'buy', units: '10', amount: cny('100'), lots: [] },
        { id: '2', on: '2025-06-10', side: 'sell', units: '4.5', amount: cny('60'), lots: ['1'] },
      ],
    ],
    [fault([1, 'units'], '0', 'invalid-format', 'transactions[1].units')],
  ),
  'track-lots-options': input(
    parseTrackLotsOptions,
    safeParseTrackLotsOptions,
    [{ method: 'average', tax, price: '12.34567' }],
    [fault(['tax', 'shortTermRate'], 1.5, 'out-of-range', 'options.tax.shortTermRate')],
  ),
  'loss-sale': input(
    parseLossSale,
    safeParseLossSale,
    [{ on: '2026-01-15', units: '100', loss: cny('250') }],
    [fault(['loss', 'amount'], 250, 'invalid-type', 'sale.loss.amount')],
  ),
  'replacement-purchases': input(
    parseReplacementPurchases,
    safeParseReplacementPurchases,
    [[{ id: 'new', on: '2026-02-01', units: '100', cost: cny('800') }]],
    [fault([0, 'id'], '', 'empty', 'purchases[0].id')],
  ),
  'switch-question': input(
    parseSwitchQuestion,
    safeParseSwitchQuestion,
    [
      {
        amount: cny('100000'),
        exitFee: 0,
        heldDays: 200,
        entryFee: 0.01,
        feeFrom: 0.015,
        feeTo: 0.005,
        grossReturn: 0.05,
        years: 3,
        feeMethod: 'compounded',
        tax: { cost: cny('80000'), rateNow: 0.2, rateAtEnd: 0.1 },
      },
      {
        amount: cny('100000'),
        exitFee: [
          { fromDays: 0, rate: 0.015 },
          { fromDays: 7, rate: 0.005 },
        ],
        heldDays: 200,
        entryFee: 0.01,
        feeFrom: 0.015,
        feeTo: 0.005,
        grossReturn: 0.05,
        years: 3,
        feeMethod: 'subtracted',
        tax: { cost: cny('80000'), rateNow: 0.2, rateAtEnd: 0.1 },
      },
    ],
    [
      fault(['years'], 0, 'out-of-range', 'question.years'),
      fault(['feeMethod'], 'added', 'unknown-value', 'question.feeMethod'),
      fault(
        ['exitFee'],
        [{ fromDays: -1, rate: 0 }],
        'out-of-range',
        'question.exitFee[0].fromDays',
      ),
      fault(['exitFee'], 1, 'out-of-range', 'question.exitFee'),
      fault(['tax', 'rateNow'], '20%', 'invalid-type', 'question.tax.rateNow'),
    ],
  ),
  'stages-options': input(
    parseStagesOptions,
    safeParseStagesOptions,
    [{ days: ['2026-03-02', '2026-06-01'], parts: 4 }],
    [
      fault(['days'], [], 'empty', 'options.days'),
      fault(['days', 1], '2026-02-30', 'invalid-date', 'options.days[1]'),
      fault(['parts'], 0, 'out-of-range', 'options.parts'),
      fault(['parts'], 2.5, 'invalid-type', 'options.parts'),
      fault(['stages'], 2, 'unknown-id', 'options.stages'),
    ],
  ),
  'weighing-question': input(
    parseWeighingQuestion,
    safeParseWeighingQuestion,
    [
      {
        costs: {
          entry: cny('10'),
          exit: cny('0'),
          spread: cny('0'),
          exchange: cny('0'),
          tax: cny('5'),
          outOfMarket: cny('1'),
          total: cny('16'),
        },
        utilityBefore: 0.03,
        utilityAfter: 0.031,
        value: cny('100000'),
        years: 2,
        gate: 'always',
      },
    ],
    [fault(['costs', 'fees'], cny('1'), 'unknown-id', 'question.costs.fees')],
  ),
  'amount-constraints': input(
    parseAmountConstraints,
    safeParseAmountConstraints,
    [[{ coefficients: { P05: 0.9 }, amount: cny('1000') }]],
    [
      fault(
        [0, 'coefficients', 'P05'],
        Number.NaN,
        'not-finite',
        'constraints[0].coefficients.P05',
      ),
    ],
  ),
};
