import { AptfolioError, at, checkObject } from '../../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  parseMoneyIn,
  toMinorUnits,
} from '../../money/index.js';
import type { TradingCosts } from '../result/trade.js';

/** What trading costs are made of. */
export const COST_KINDS = ['entry', 'exit', 'spread', 'exchange', 'tax', 'outOfMarket'] as const;

/** What trading costs are made of; see `COST_KINDS`. */
export type CostKind = (typeof COST_KINDS)[number];

/** Costs by kind in smallest units; a kind that is absent costs nothing. */
export type CostUnits = Readonly<Partial<Record<CostKind, bigint>>>;

/** Adds rows of costs up, kind by kind and to their total, exactly. */
export function costsOf<C extends CurrencyCode>(
  currency: C,
  rows: readonly CostUnits[],
): TradingCosts<C> {
  const sums = COST_KINDS.map((kind) => rows.reduce((sum, row) => sum + (row[kind] ?? 0n), 0n));
  const [entry, exit, spread, exchange, tax, outOfMarket] = sums.map((sum) =>
    fromMinorUnits(currency, sum),
  );
  const total = fromMinorUnits(
    currency,
    sums.reduce((a, b) => a + b, 0n),
  );
  return Object.freeze({
    entry,
    exit,
    spread,
    exchange,
    tax,
    outOfMarket,
    total,
  }) as TradingCosts<C>;
}

/** Reads costs of one currency in smallest units, and that their total is their sum. */
export function readCosts<C extends CurrencyCode>(
  costs: TradingCosts<C>,
  currency: C,
  path: string,
): { readonly kinds: CostUnits; readonly total: bigint } {
  checkObject(costs, path);
  const read = (key: CostKind | 'total') =>
    toMinorUnits(parseMoneyIn(costs[key], currency, at(path, key)));
  const kinds = Object.fromEntries(COST_KINDS.map((kind) => [kind, read(kind)] as const));
  const sum = Object.values(kinds).reduce((a, b) => a + b, 0n);
  const total = read('total');
  if (total === sum) return { kinds, total };
  throw new AptfolioError('inconsistent', at(path, 'total'), 'the sum of the costs', costs.total);
}
