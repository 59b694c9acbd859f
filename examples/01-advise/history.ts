import { type CapitalMarketAssumptions, estimateAssumptions } from 'aptfolio/market';
import { parse } from 'csv-parse/sync';

/**
 * Which series of the history stands in for which asset class. The file has US series only: the small caps take the
 * place of Chinese shares because they swing about as much, not because they are alike.
 */
const STAND_INS = {
  CASH: 'tbill_3m',
  BOND: 'tbond_10y',
  EQ_CN: 'us_small_cap_bottom_decile',
  EQ_GL: 'sp500_tr',
  GOLD: 'gold',
} as const;

/** Assumptions as 98 years of annual returns had them. */
export function assumptionsFromHistory(csv: string, asOf: string): CapitalMarketAssumptions {
  const rows = parse(csv, { columns: true, cast: true }) as readonly Record<string, number>[];
  const assets = Object.keys(STAND_INS);
  const columns = Object.values(STAND_INS);
  const years = rows.map((row) => row.year as number);
  const history = {
    assets,
    periods: years,
    returns: rows.map((row) => columns.map((column) => row[column] as number)),
  };
  const series = assets.map((asset, i) => `${asset} = ${columns[i]}`).join(', ');
  const source = `A. Damodaran, annual returns ${years[0]} to ${years.at(-1)}: ${series}`;
  return estimateAssumptions(history, { asOf: asOf as CapitalMarketAssumptions['asOf'], source });
}
