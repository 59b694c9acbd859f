import {
  parseActionContext,
  parseActionEffectsOptions,
  parseActionOutcomes,
  parseBehaviourOptions,
  parseBehaviourPolicy,
  parseCycleOptions,
  parseDispositionCounts,
  parseInvestmentTrades,
  parseInvestmentValues,
  parseMarketLevels,
  parseProductPrices,
  parseTradeOptions,
  safeParseActionContext,
  safeParseActionEffectsOptions,
  safeParseBehaviourOptions,
  safeParseBehaviourPolicy,
  safeParseCycleOptions,
  safeParseDispositionCounts,
  safeParseTradeOptions,
} from 'aptfolio/schema';
import { cny, fault, type Input, input, rowsInput } from './input.js';

const tradeOptions = {
  asOf: '2026-03-02',
  window: { from: '2025-03-01', to: '2026-03-01' },
  currency: 'CNY',
  fx: { base: 'CNY', rates: { USD: '7.1000' } },
} as const;
const value = { date: '2026-02-28', ...cny('52000.00') } as const;
const policy = {
  panicSale: { fallAtLeast: 0.15, peakWithinDays: 250, soldWithinDays: 20, shareAtLeast: 0.9 },
  planMonths: 6,
  priceAgeDays: 3,
};

/** What clients do, and what is done about their needs. */
export const BEHAVIOUR: Readonly<Record<string, Input>> = {
  'investment-trades': rowsInput(
    parseInvestmentTrades,
    [
      [
        {
          id: '1',
          date: '2025-04-10',
          side: 'buy',
          product: 'F1',
          units: '0.000000000001',
          ...cny('0.01'),
        },
        {
          id: '2',
          date: '2025-06-19',
          side: 'sell',
          product: 'F1',
          units: '150',
          ...cny('1800.00'),
        },
      ],
    ],
    [
      fault([0, 'side'], 'switch', 'unknown-value', 'trades[0].side'),
      fault([0, 'units'], 100, 'invalid-type', 'trades[0].units'),
      fault([0, 'units'], '0.00', 'invalid-format', 'trades[0].units'),
      fault([1, 'units'], '-1', 'invalid-format', 'trades[1].units'),
      fault([1, 'units'], '0.0000000000001', 'invalid-format', 'trades[1].units'),
      fault([1, 'date'], '2025-06-31', 'invalid-date', 'trades[1].date'),
      fault([0], null, 'missing-value', 'trades[0]'),
    ],
  ),
  'product-prices': rowsInput(
    parseProductPrices,
    [
      [
        {
          product: 'F1',
          date: '2026-01-05',
          currency: 'CNY',
          price: '1.0432',
          low: '1.04',
          high: '1.05',
        },
      ],
    ],
    [
      fault([0, 'price'], 1.0432, 'invalid-type', 'prices[0].price'),
      fault([0, 'low'], '0', 'invalid-format', 'prices[0].low'),
      fault([0, 'currency'], 'RMB', 'unknown-value', 'prices[0].currency'),
    ],
  ),
  'market-levels': rowsInput(
    parseMarketLevels,
    [[{ date: '2026-01-05', level: '3021.55' }]],
    [fault([0, 'level'], '3,021.55', 'invalid-format', 'market[0].level')],
  ),
  'investment-values': rowsInput(
    parseInvestmentValues,
    [[value]],
    [fault([0, 'amount'], 52000, 'invalid-type', 'valuations[0].amount')],
  ),
  'trade-options': input(
    parseTradeOptions,
    safeParseTradeOptions,
    [tradeOptions],
    [
      fault(['window', 'to'], '2026-03', 'invalid-format', 'options.window.to'),
      fault(['fx', 'rates', 'USD'], 7.1, 'invalid-type', 'options.fx.rates.USD'),
    ],
  ),
  'behaviour-policy': input(
    parseBehaviourPolicy,
    safeParseBehaviourPolicy,
    [policy],
    [
      fault(['panicSale', 'fallAtLeast'], 15, 'out-of-range', 'policy.panicSale.fallAtLeast'),
      fault(['panicSales'], {}, 'unknown-id', 'policy.panicSales'),
      fault(['planMonths'], 0, 'out-of-range', 'policy.planMonths'),
    ],
  ),
  'behaviour-options': input(
    parseBehaviourOptions,
    safeParseBehaviourOptions,
    [{ ...tradeOptions, valuations: [value], policy }],
    [
      fault(['valuations', 0, 'date'], undefined, 'missing-value', 'options.valuations[0].date'),
      fault(['prices'], {}, 'unknown-id', 'options.prices'),
    ],
  ),
  'cycle-options': input(
    parseCycleOptions,
    safeParseCycleOptions,
    [{ ...tradeOptions, periodMonths: 6 }],
    [
      fault(['periodMonths'], 0, 'out-of-range', 'options.periodMonths'),
      fault(['table'], {}, 'unknown-id', 'options.table'),
    ],
  ),
  'disposition-counts': input(
    parseDispositionCounts,
    safeParseDispositionCounts,
    [{ realisedGains: 13883, paperGains: 79658, realisedLosses: 11930, paperLosses: 110348 }],
    [
      fault(['paperGains'], -1, 'out-of-range', 'counts.paperGains'),
      fault(['paperLosses'], undefined, 'missing-value', 'counts.paperLosses'),
    ],
  ),
  'action-context': input(
    parseActionContext,
    safeParseActionContext,
    [
      {
        contacts: [
          {
            id: 'k1',
            date: '2026-01-15',
            need: 'idle-cash',
            channel: 'phone',
            response: 'declined',
          },
        ],
        vulnerable: ['health'],
        humanReview: true,
        ceiling: 'C3',
      },
      { contacts: [], vulnerable: null, humanReview: false, ceiling: 'C1' },
      { contacts: [], vulnerable: false, humanReview: false, ceiling: 'C1' },
    ],
    [
      fault(['vulnerable'], undefined, 'missing-value', 'context.vulnerable'),
      fault(['vulnerable'], 'no', 'invalid-type', 'context.vulnerable'),
      fault(['contacts', 0, 'response'], 'no', 'unknown-value', 'context.contacts[0].response'),
      // Dropped in silence it would lose a refusal.
      fault(['contacts', 0, 'declined'], true, 'unknown-id', 'context.contacts[0].declined'),
    ],
  ),
  'action-outcomes': rowsInput(
    parseActionOutcomes,
    [
      [
        { id: '1', action: 'get-cover', vulnerable: null, response: 'accepted', complaint: false },
        { id: '2', action: 'notify', vulnerable: true, response: 'none', complaint: true },
      ],
    ],
    [
      fault([0, 'action'], 'sell-more', 'unknown-value', 'outcomes[0].action'),
      fault([0, 'vulnerable'], undefined, 'missing-value', 'outcomes[0].vulnerable'),
      fault([1, 'response'], undefined, 'missing-value', 'outcomes[1].response'),
    ],
  ),
  'action-effects-options': input(
    parseActionEffectsOptions,
    safeParseActionEffectsOptions,
    [{ minimumSample: 50, confidence: 0.9 }],
    [
      fault(['minimumSample'], 0, 'out-of-range', 'options.minimumSample'),
      fault(['confidence'], 95, 'out-of-range', 'options.confidence'),
    ],
  ),
};
