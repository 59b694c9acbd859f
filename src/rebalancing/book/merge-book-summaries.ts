import { parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  ERROR_CODES,
} from '../../errors/index.js';
import { type CurrencyCode, checkCurrency, parseMoneyIn } from '../../money/index.js';
import type {
  BookSummary,
  BookTurnover,
  CodeCount,
  GrossTrades,
  ProductOrders,
  ProductTrades,
} from './summary.js';
import { openTally } from './tally.js';

/**
 * Adds up the summaries of parts of a book that were decided apart: by several processes, or on several machines. The result is that of one run over
 * all of them, to the last unit, in whatever order the parts come.
 *
 * @param summaries of parts that have no account, or household, in common; as they were returned, or read from JSON. None is a book without accounts.
 * @throws AptfolioError for what is no summary, with the path: `missing-value` at `summaries[1].turnover`, `inconsistent` at `summaries[1].count` where it is not
 * what was traded, held and failed together.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { mergeBookSummaries } from 'aptfolio/rebalancing';
 *
 * const part = {
 *   count: 2, traded: 1, held: 1, failed: 0, products: [], faults: [],
 *   reasons: [{ code: 'rebalancing.within-bands', accounts: 1 }],
 *   turnover: [{
 *     currency: 'CNY', value: money('CNY', '1000'), turnover: 0.1,
 *     purchases: money('CNY', '100'), sales: money('CNY', '100'),
 *   }],
 * } as const;
 * const whole = mergeBookSummaries([part, { ...part, turnover: [{ ...part.turnover[0], value: money('CNY', '3000') }] }]);
 * whole.count; // => 4
 * whole.turnover[0].turnover; // => 0.05
 * whole.reasons[0].accounts; // => 2
 * ```
 */
export function mergeBookSummaries(summaries: readonly BookSummary[]): BookSummary {
  const tally = openTally();
  checkList<BookSummary>(summaries, 'summaries').forEach((summary, i) => {
    tally.addSummary(readSummary(summary, at('summaries', i)));
  });
  return tally.summary();
}

/** What the sums are made of; what follows from them is not read. */
function readSummary(summary: BookSummary, path: string): BookSummary {
  checkObject(summary, path);
  return {
    ...summary,
    ...readCounts(summary, path),
    turnover: readEach<BookTurnover>(summary.turnover, at(path, 'turnover'), readTurnover),
    products: readEach<ProductTrades>(summary.products, at(path, 'products'), readProduct),
    reasons: readEach<CodeCount>(summary.reasons, at(path, 'reasons'), (count, where) =>
      readCode(count, where, checkText(count.code, at(where, 'code'))),
    ),
    faults: readEach(summary.faults, at(path, 'faults'), (count, where) =>
      readCode(count, where, checkOneOf(count.code, at(where, 'code'), ERROR_CODES)),
    ),
  };
}

/** A sum that does not add up comes of two halves that are no summary together. */
function readCounts(
  summary: BookSummary,
  path: string,
): Pick<BookSummary, 'count' | 'traded' | 'held' | 'failed'> {
  const read = (key: 'count' | 'traded' | 'held' | 'failed'): number =>
    readCount(summary[key], at(path, key));
  const [traded, held, failed] = [read('traded'), read('held'), read('failed')];
  const count = read('count');
  const sum = traded + held + failed;
  if (count === sum) return { count, traded, held, failed };
  const expected = `${sum}, what was traded, held and failed together`;
  throw new AptfolioError('inconsistent', at(path, 'count'), expected, count);
}

function readEach<T extends object>(
  rows: readonly T[],
  path: string,
  read: (row: T, path: string) => T,
): readonly T[] {
  return checkList<T>(rows, path).map((row, i) => {
    const where = at(path, i);
    checkObject(row, where);
    return read(row, where);
  });
}

function readTurnover(row: BookTurnover, path: string): BookTurnover {
  const currency = checkCurrency(row.currency, at(path, 'currency'));
  const limits = { sign: 'not-negative' } as const;
  return {
    ...row,
    currency,
    value: parseMoneyIn(row.value, currency, at(path, 'value')),
    purchases: parseMoneyIn(row.purchases, currency, at(path, 'purchases'), limits),
    sales: parseMoneyIn(row.sales, currency, at(path, 'sales'), limits),
  };
}

function readProduct(row: ProductTrades, path: string): ProductTrades {
  const product = checkText(row.product, at(path, 'product'));
  const currency = checkCurrency(row.currency, at(path, 'currency'));
  const orders = readEach<ProductOrders>(row.orders, at(path, 'orders'), (line, where) => ({
    ...line,
    orderOn: parsePlainDate(line.orderOn, at(where, 'orderOn')),
    consent: checkOneOf(line.consent, at(where, 'consent'), ['not-needed', 'needed'] as const),
    purchases: readGross(line.purchases, currency, at(where, 'purchases')),
    sales: readGross(line.sales, currency, at(where, 'sales')),
  }));
  return { ...row, product, currency, orders };
}

function readGross(gross: GrossTrades, currency: CurrencyCode, path: string): GrossTrades {
  const { count, amount } = checkObject(gross, path);
  return {
    count: readCount(count, at(path, 'count')),
    amount: parseMoneyIn(amount, currency, at(path, 'amount'), { sign: 'not-negative' }),
  };
}

function readCode<Code extends string>(
  { accounts }: CodeCount<Code>,
  path: string,
  code: Code,
): CodeCount<Code> {
  return { code, accounts: readCount(accounts, at(path, 'accounts')) };
}

function readCount(value: unknown, path: string): number {
  return checkInteger(value, path, { min: 0 });
}
