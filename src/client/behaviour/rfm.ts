import { daysBetween } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  type BatchFailure,
  checkInteger,
  checkList,
  checkObject,
} from '../../errors/index.js';
import {
  type CurrencyCode,
  compareMoney,
  type Money,
  parseMoneyIn,
  sumMoney,
} from '../../money/index.js';
import { readTradeInput, type TradeOptions } from './behaviour-options.js';
import type { InvestmentTrade } from './trade.js';

/** Recency, frequency and monetary value of a client's purchases. */
export interface Rfm {
  /** Days from the last purchase to the day of the figures; `null` if none is known. */
  readonly recencyDays: number | null;
  /** Days with a purchase in the window. */
  readonly frequency: number;
  /** Amount bought in the window. */
  readonly monetary: Money;
}

/** Recency, frequency and monetary value, and the trades that could not be used. */
export interface MeasuredRfm extends Rfm {
  readonly failures: readonly BatchFailure[];
}

/** Scores from 1, the higher the better. */
export interface RfmScore {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  /** The three scores in a row, `'5-3-4'`. */
  readonly cell: string;
}

/** Bounds from which each score is read; each list ascends. */
export interface RfmBounds {
  /** Days: the score is one more than the number of bounds that recency does not exceed. */
  readonly recencyDays: readonly number[];
  /** The score is one more than the number of bounds that are reached. */
  readonly frequency: readonly number[];
  /** Amounts of one currency; likewise. */
  readonly monetary: readonly Money[];
}

/**
 * Measures recency, frequency and monetary value of purchases. Several purchases on a day count once for frequency, so
 * an order that is filled in parts is no more than one filled at once.
 *
 * @throws AptfolioError for malformed options.
 *
 * @example
 * ```ts
 * import { measureRfm } from 'aptfolio/client';
 *
 * const buy = (id: string, date: string, amount: string) =>
 *   ({ id, date, side: 'buy', product: 'F1', units: '1', currency: 'CNY', amount });
 * const trades = [buy('1', '2026-02-20', '700.00'), buy('2', '2026-02-20', '300.00'), buy('3', '2025-09-01', '50.00')];
 * const { recencyDays, frequency, monetary } = measureRfm(trades, { asOf: '2026-03-02' });
 * [recencyDays, frequency, monetary.amount]; // => [10, 2, '1050.00']
 * ```
 */
export function measureRfm(trades: readonly InvestmentTrade[], options: TradeOptions): MeasuredRfm {
  const input = readTradeInput(trades, options);
  const { rows, failures } = input.trades;
  const buys = rows.filter(({ side }) => side === 'buy');
  const seen = buys.filter(({ date }) => input.window.from <= date && date < input.window.to);
  const last = buys[buys.length - 1];
  return Object.freeze({
    recencyDays: last === undefined ? null : daysBetween(last.date, input.asOf),
    frequency: new Set(seen.map(({ date }) => date)).size,
    monetary: sumMoney(
      input.currency,
      seen.map(({ value }) => value),
    ),
    failures,
  });
}

/**
 * Scores one client by fixed bounds, so that a score does not depend on other clients. Without any purchase recency
 * scores 1.
 *
 * @throws AptfolioError for malformed figures or for bounds that do not ascend (`inconsistent`), with the path.
 *
 * @example
 * ```ts
 * import { scoreRfm } from 'aptfolio/client';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const bounds = { recencyDays: [30, 90], frequency: [2, 12], monetary: [cny('1000'), cny('50000')] };
 * scoreRfm({ recencyDays: 30, frequency: 11, monetary: cny('50000.00') }, bounds).cell; // => '3-2-3'
 * ```
 */
export function scoreRfm(figures: Rfm, bounds: RfmBounds): RfmScore {
  checkObject(bounds, 'bounds');
  const days = readBounds(bounds.recencyDays, 'bounds.recencyDays');
  const counts = readBounds(bounds.frequency, 'bounds.frequency');
  const amounts = readAmounts(bounds.monetary, 'bounds.monetary');
  const currency = amounts[0]?.currency ?? figures?.monetary?.currency;
  const { recencyDays, frequency, monetary } = readRfm(figures, currency, 'figures');
  return rfmScore(
    recencyDays === null ? 1 : 1 + days.filter((bound) => recencyDays <= bound).length,
    1 + counts.filter((bound) => frequency >= bound).length,
    1 + amounts.filter((bound) => compareMoney(monetary, bound) >= 0).length,
  );
}

/** Puts three scores together. */
export function rfmScore(recency: number, frequency: number, monetary: number): RfmScore {
  const cell = `${recency}-${frequency}-${monetary}`;
  return Object.freeze({ recency, frequency, monetary, cell });
}

/** Checks figures whose amount must be in one currency. */
export function readRfm(figures: Rfm, currency: CurrencyCode, path: string): Rfm {
  checkObject(figures, path);
  return {
    recencyDays: readRecency(figures.recencyDays, at(path, 'recencyDays')),
    frequency: checkInteger(figures.frequency, at(path, 'frequency'), { min: 0 }),
    monetary: parseMoneyIn(figures.monetary, currency, at(path, 'monetary'), {
      sign: 'not-negative',
    }),
  };
}

/** `null` says that no purchase is known, and only that: a figure that is not there is a fault. */
function readRecency(days: unknown, path: string): number | null {
  if (days === null) return null;
  try {
    return checkInteger(days, path, { min: 0 });
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    const expected = 'a whole number of days of at least 0, or null for no purchase';
    throw new AptfolioError(error.issues.map((issue) => Object.freeze({ ...issue, expected })));
  }
}

function readBounds(bounds: readonly number[], path: string): readonly number[] {
  const list = checkList<number>(bounds, path, { maxLength: 99 });
  const read = list.map((bound, index) => checkInteger(bound, at(path, index), { min: 0 }));
  checkAscending(read, path, (a, b) => a - b);
  return read;
}

function readAmounts(bounds: readonly Money[], path: string): readonly Money[] {
  const list = checkList<Money>(bounds, path, { maxLength: 99 });
  const currency = list[0]?.currency;
  const read = list.map((bound, index) => parseMoneyIn(bound, currency!, at(path, index)));
  checkAscending(read, path, compareMoney);
  return read;
}

function checkAscending<T>(
  bounds: readonly T[],
  path: string,
  compare: (a: T, b: T) => number,
): void {
  bounds.slice(1).forEach((bound, index) => {
    if (compare(bounds[index]!, bound) < 0) return;
    throw new AptfolioError('inconsistent', at(path, index + 1), 'a bound above the one before');
  });
}
