import { addMonths, type DateInterval, daysBetween, monthsIn } from '../../dates/index.js';
import { AptfolioError, type BatchFailure, checkInteger } from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { compileSegments } from '../segments/compile-segments.js';
import { type SegmentAssignment, segmentOf } from '../segments/segment-of.js';
import type { CompiledSegmentTable, SegmentTable } from '../segments/segment-table.js';
import { balanceOf } from './analyse-behaviour.js';
import { readTradeInput, type TradeOptions } from './behaviour-options.js';
import { contributionCadence } from './contributions.js';
import type { ReadTrade } from './read-trades.js';
import type { InvestmentTrade } from './trade.js';

/** Where someone stands in the investment cycle, as the library's own table has it. */
export const INVESTMENT_PHASES = [
  /** No trade yet. */
  'not-started',
  /** No trade for a year. */
  'dormant',
  /** More is taken out than put in. */
  'withdrawal',
  /** Money comes in regularly. */
  'contribution',
  /** Money comes in now and then. */
  'accumulation',
  /** What comes in goes out again: holdings are kept or changed. */
  'holding',
] as const;

/** Where someone stands in the investment cycle; see `INVESTMENT_PHASES`. */
export type InvestmentPhase = (typeof INVESTMENT_PHASES)[number];

/** What the table of phases may read. */
export interface CycleFacts {
  /** Trades up to the end of the period. */
  readonly tradesSoFar: number;
  /** Days from the last trade to the last day of the period; `null` without one. */
  readonly daysSinceTrade: number | null;
  /** Net purchases over purchases and sells together in the period, −1 to 1; 0 without trades. */
  readonly netShare: number;
  /** Share of the period's months in which more was bought than sold. */
  readonly contributingShare: number;
}

/**
 * The library's own table: dormant after a year without a trade; withdrawal and the phases of building up where a
 * quarter of what is traded is net; contribution where at least half of the months contribute.
 */
export const CYCLE_TABLE: SegmentTable = Object.freeze({
  id: 'investment-cycle',
  rules: Object.freeze([
    rule('not-started', { fact: 'tradesSoFar', to: 0 }),
    rule('dormant', { fact: 'daysSinceTrade', from: 365 }),
    rule('withdrawal', { fact: 'netShare', to: -0.25 }),
    rule(
      'contribution',
      { fact: 'netShare', from: 0.25 },
      { fact: 'contributingShare', from: 0.5 },
    ),
    rule('accumulation', { fact: 'netShare', from: 0.25 }),
  ]),
  otherwise: 'holding',
});

/** How the investment cycle is read. */
export interface CycleOptions extends TradeOptions {
  /** Length of a period in months; the window must be a multiple of it. Default the whole window. */
  readonly periodMonths?: number;
  /** A bank's own table over `CycleFacts`, compiled. Default `CYCLE_TABLE`. */
  readonly table?: CompiledSegmentTable;
}

/** The phase of one period with the facts and rules it rests on. */
export interface CyclePeriod {
  readonly period: DateInterval;
  readonly facts: CycleFacts;
  readonly phase: SegmentAssignment;
}

/** The phases of a window's periods, the earliest first, and the trades that could not be used. */
export interface InvestmentCycle {
  readonly currency: CurrencyCode;
  readonly periods: readonly CyclePeriod[];
  readonly failures: readonly BatchFailure[];
}

/**
 * Tells where a client stands in the investment cycle, period by period, from what is bought and sold, by a rule table.
 *
 * @throws AptfolioError for malformed options, or `inconsistent` with path `options.periodMonths` where the window is
 * no multiple of a period.
 *
 * @example
 * ```ts
 * import { investmentCycle } from 'aptfolio/client';
 *
 * const trade = (id: string, date: string, side: string, amount: string) =>
 *   ({ id, date, side, product: 'F1', units: '1', currency: 'CNY', amount });
 * const trades = [
 *   trade('1', '2025-04-10', 'buy', '900.00'),
 *   trade('2', '2025-10-10', 'sell', '400.00'),
 * ];
 * const { periods } = investmentCycle(trades, { asOf: '2026-03-02', periodMonths: 6 });
 * periods.map(({ phase }) => phase.segment); // => ['accumulation', 'withdrawal']
 * ```
 */
export function investmentCycle(
  trades: readonly InvestmentTrade[],
  options: CycleOptions,
): InvestmentCycle {
  const { window, currency, trades: read } = readTradeInput(trades, options);
  const table = options.table ?? compileSegments(CYCLE_TABLE);
  const periods = periodsOf(window, options.periodMonths).map((period) => {
    const facts = factsOf(read.rows, period, currency);
    return Object.freeze({ period, facts, phase: segmentOf({ ...facts }, table) });
  });
  return Object.freeze({ currency, periods: Object.freeze(periods), failures: read.failures });
}

function rule(
  segment: InvestmentPhase,
  ...when: SegmentTable['rules'][number]['when']
): SegmentTable['rules'][number] {
  return Object.freeze({ id: segment, segment, when: Object.freeze(when) });
}

function periodsOf(window: DateInterval, length: number | undefined): readonly DateInterval[] {
  const path = 'options.periodMonths';
  const total = monthsIn(window).length;
  const months = checkInteger(length ?? total, path, { min: 1 });
  if (total % months !== 0) {
    throw new AptfolioError(
      'inconsistent',
      path,
      `a divisor of the window’s ${total} months`,
      months,
    );
  }
  return Array.from({ length: total / months }, (_, index) =>
    Object.freeze({
      from: addMonths(window.from, index * months),
      to: addMonths(window.from, (index + 1) * months),
    }),
  );
}

function factsOf(
  trades: readonly ReadTrade[],
  period: DateInterval,
  currency: CurrencyCode,
): CycleFacts {
  const past = trades.filter(({ date }) => date < period.to);
  const seen = past.filter(({ date }) => date >= period.from);
  const last = past[past.length - 1];
  return Object.freeze({
    tradesSoFar: past.length,
    // The period's last day is the one before `to`.
    daysSinceTrade: last === undefined ? null : daysBetween(last.date, period.to) - 1,
    netShare: balanceOf(seen, currency).netShare ?? 0,
    contributingShare: contributionCadence(seen, period, 2).contributingShare,
  });
}
