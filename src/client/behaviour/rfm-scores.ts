import { type BatchFailure, checkInteger, checkObject, checkText } from '../../errors/index.js';
import { type CurrencyCode, checkCurrency, toMinorUnits } from '../../money/index.js';
import { uniqueRows } from '../unique-rows.js';
import { type Rfm, type RfmScore, readRfm, rfmScore } from './rfm.js';

/** One client's figures. */
export interface RfmRow extends Rfm {
  readonly id: string;
}

/** How a population is scored. */
export interface RfmScoresOptions {
  /** The currency of all amounts. */
  readonly currency: CurrencyCode;
  /** Number of scores. Default 5. */
  readonly groups?: number;
}

/** The scores by id, and the rows that could not be used. */
export interface RfmScores {
  readonly scores: readonly (RfmScore & { readonly id: string })[];
  readonly failures: readonly BatchFailure[];
}

/**
 * Scores every client by where the client stands in the population, each figure for itself: with five groups, those
 * worse than all others score 1, those with at least four fifths of the population below them 5.
 *
 * The score is 1 + ⌊groups × share of clients that are worse⌋. Without ties the groups are equal but for one client;
 * equal figures always have equal scores, that of the lowest of them. A client without any purchase is the worst in
 * recency.
 *
 * Rows with the same id and figures count once; with different figures all are refused. A bad row loses no other.
 *
 * @throws AptfolioError for malformed options or where the rows are no list.
 *
 * Source: quintiles of recency, frequency and monetary value, A. M. Hughes, Strategic Database Marketing (1994); the
 * rule for ties is ours.
 *
 * @example
 * ```ts
 * import { rfmScores } from 'aptfolio/client';
 *
 * const row = (id: string, recencyDays: number, frequency: number, amount: string) =>
 *   ({ id, recencyDays, frequency, monetary: { currency: 'CNY', amount } });
 * const rows = [row('a', 5, 1, '10.00'), row('b', 400, 1, '30.00'), row('c', 90, 9, '20.00')];
 * rfmScores(rows, { currency: 'CNY', groups: 3 }).scores.map(({ cell }) => cell); // => ['3-1-1', '1-1-3', '2-3-2']
 * ```
 */
export function rfmScores(rows: readonly RfmRow[], options: RfmScoresOptions): RfmScores {
  checkObject(options, 'options');
  const currency = checkCurrency(options.currency, 'options.currency');
  const groups = checkInteger(options.groups ?? 5, 'options.groups', { min: 2, max: 100 });
  const { rows: clients, failures } = uniqueRows(rows, 'rows', {
    read: (row): RfmRow => {
      checkObject(row, '');
      return { id: checkText(row.id, 'id'), ...readRfm(row, currency, '') };
    },
    keyOf: ({ id }) => id,
    keyField: 'id',
  });
  // In recency the fewer days the better; whoever never bought comes last.
  const recency = standing(
    clients.map(({ recencyDays }) => BigInt(-(recencyDays ?? Number.MAX_SAFE_INTEGER))),
    groups,
  );
  const frequency = standing(
    clients.map((client) => BigInt(client.frequency)),
    groups,
  );
  const monetary = standing(
    clients.map((client) => toMinorUnits(client.monetary)),
    groups,
  );
  const scores = clients.map(({ id }, i) =>
    Object.freeze({ id, ...rfmScore(recency[i]!, frequency[i]!, monetary[i]!) }),
  );
  return Object.freeze({ scores: Object.freeze(scores), failures });
}

function standing(figures: readonly bigint[], groups: number): readonly number[] {
  const sorted = [...figures].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const worse = new Map<bigint, number>();
  sorted.forEach((figure, index) => {
    if (!worse.has(figure)) worse.set(figure, index);
  });
  return figures.map((figure) => 1 + Math.floor((groups * worse.get(figure)!) / figures.length));
}
