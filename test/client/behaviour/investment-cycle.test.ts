import { describe, expect, it } from 'vitest';
import {
  CYCLE_TABLE,
  clientMessages,
  compileSegments,
  INVESTMENT_PHASES,
  type InvestmentTrade,
  investmentCycle,
} from '../../../src/client/index.js';
import { expectRefusal, wrong } from '../support.js';
import { trade } from './support.js';

const OPTIONS = { asOf: '2026-03-02', currency: 'CNY' } as const;
const phases = (trades: readonly InvestmentTrade[], options: object = {}) =>
  investmentCycle(trades, { ...OPTIONS, ...options }).periods.map(({ phase }) => phase.segment);
const monthly = ['04', '05', '06', '07', '08', '09'].map((month) =>
  trade(month, `2025-${month}-15`, 'buy', '1', '100.00'),
);

describe('the investment cycle', () => {
  it('names every phase in three languages, and every phase of its table', () => {
    const named = [...CYCLE_TABLE.rules.map(({ segment }) => segment), CYCLE_TABLE.otherwise];
    expect(named).toEqual(INVESTMENT_PHASES);
    for (const phase of INVESTMENT_PHASES) {
      expect(clientMessages).toHaveProperty([`client.phase.${phase}`]);
    }
  });

  it('tells the phases of a year', () => {
    expect(phases([])).toEqual(['not-started']);
    expect(phases(monthly)).toEqual(['contribution']);
    expect(phases(monthly.slice(1))).toEqual(['accumulation']);
    const [first] = monthly;
    // 150 sold against 600 and 450 bought: net 0.6 and 0.5; 450 against 600: 150 / 1050.
    expect(phases([...monthly, trade('s', '2025-10-01', 'sell', '1', '450.00')])).toEqual([
      'holding',
    ]);
    // Bounds belong to the phase: (100 − 60) / 160 = 0.25, (60 − 100) / 160 = −0.25.
    const against = (amount: string, buy: InvestmentTrade) =>
      phases([buy, trade('s', '2025-10-01', 'sell', '1', amount)]);
    expect(against('60.00', first!)).toEqual(['accumulation']);
    expect(against('60.01', first!)).toEqual(['holding']);
    expect(against('100.00', { ...first!, amount: '60.00' })).toEqual(['withdrawal']);
    expect(against('99.99', { ...first!, amount: '60.00' })).toEqual(['holding']);
  });

  it('is dormant from 365 days without a trade', () => {
    // The last day of the window is 28 February 2026.
    expect(phases([trade('1', '2025-02-28', 'buy', '1', '1.00')])).toEqual(['dormant']);
    expect(phases([trade('1', '2025-03-01', 'buy', '1', '1.00')])).toEqual(['accumulation']);
  });

  it('goes through its phases period by period, with the facts', () => {
    const trades = [...monthly, trade('s', '2025-12-01', 'sell', '3', '500.00')];
    const { periods } = investmentCycle(trades, { ...OPTIONS, periodMonths: 3 });
    expect(periods.map(({ period, phase }) => `${period.from} ${phase.segment}`)).toEqual([
      '2025-03-01 contribution',
      '2025-06-01 contribution',
      '2025-09-01 accumulation',
      '2025-12-01 withdrawal',
    ]);
    // From 15 September to 30 November 2025.
    expect(periods[2]!.facts).toEqual({
      tradesSoFar: 6,
      daysSinceTrade: 76,
      netShare: 1,
      contributingShare: 1 / 3,
    });
  });

  it('takes a bank’s own table', () => {
    const table = compileSegments({
      id: 'own',
      rules: [{ id: 'busy', segment: 'busy', when: [{ fact: 'tradesSoFar', above: 5 }] }],
    });
    expect(phases(monthly, { table })).toEqual(['busy']);
    expect(phases(monthly.slice(1), { table })).toEqual([null]);
  });

  it('refuses periods that do not fill the window', () => {
    expectRefusal(() => phases([], { periodMonths: 5 }), 'inconsistent', 'options.periodMonths');
    expectRefusal(() => phases([], { periodMonths: 0 }), 'out-of-range', 'options.periodMonths');
    expectRefusal(() => investmentCycle([], wrong(null)), 'missing-value', 'options');
    expectRefusal(() => phases([], { table: wrong('x') }), 'invalid-type', 'table');
  });
});
