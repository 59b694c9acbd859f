import { readFileSync } from 'node:fs';
import { parsePlainDate } from 'aptfolio/dates';
import { checkList, checkObject, checkText } from 'aptfolio/errors';
import type { HistoryPeriod } from 'aptfolio/rebalancing';
import { parse } from 'csv-parse/sync';
import { FileFault, readJson } from '../01-advise/read-json.js';
import type { Inputs, Portfolio } from './inputs.js';
import type { Options } from './options.js';

const SAMPLE = 'examples/data/rebalancing-policies/comparison.json';

/** Reads the comparison and its returns. What policies, targets and costs say is checked where they are used. */
export function load({ comparison = SAMPLE }: Options): Inputs {
  const file = checkObject(readJson(comparison), 'comparison') as unknown as ComparisonFile;
  const returns = checkObject(file.returns, 'comparison.returns') as ComparisonFile['returns'];
  const table = readTable(checkText(returns.file, 'comparison.returns.file'));
  const inflation = column(table, returns.inflation);
  for (const list of ['portfolios', 'policies', 'costs', 'flows', 'drawn'] as const) {
    checkList<unknown>(file[list], `comparison.${list}`);
  }
  checkList<unknown>(file.portfolios, 'comparison.portfolios', { minLength: 1 });
  requireNamed(file.policies, [file.reference, ...file.drawn], 'policy');
  requireNamed(file.costs, [file.usualCosts], 'costs');
  const { portfolios, returns: _, ...rest } = file;
  return {
    ...rest,
    isSample: comparison === SAMPLE,
    source: checkText(returns.source, 'comparison.returns.source'),
    years: table.years,
    portfolios: portfolios.map((one) => readPortfolio(one, table, inflation)),
  };
}

/** As it stands in the file. */
interface ComparisonFile
  extends Pick<
    Inputs,
    'policies' | 'reference' | 'drawn' | 'costs' | 'usualCosts' | 'flows' | 'windowYears'
  > {
  readonly returns: { readonly file: string; readonly inflation: string; readonly source: string };
  readonly portfolios: readonly PortfolioFile[];
}

interface PortfolioFile extends Pick<Portfolio, 'id' | 'target' | 'watched'> {
  /** Column of the returns by asset class. */
  readonly series: Readonly<Record<string, string>>;
}

interface Table {
  readonly path: string;
  readonly years: readonly number[];
  readonly rows: readonly Readonly<Record<string, number>>[];
}

function readTable(path: string): Table {
  try {
    const rows = parse(readFileSync(path, 'utf8'), { columns: true, cast: true }) as Table['rows'];
    return { path, rows, years: rows.map(({ year }) => year as number) };
  } catch (error) {
    throw new FileFault(`${path} cannot be read: ${(error as Error).message}`);
  }
}

function column({ path, rows }: Table, name: string): readonly number[] {
  return rows.map((row, i) => {
    const value = Object.hasOwn(row, name) ? row[name] : undefined;
    if (typeof value === 'number') return value;
    throw new FileFault(`${path} has no number in column ${name}, row ${i + 1}`);
  });
}

function readPortfolio(
  { id, target, watched, series }: PortfolioFile,
  table: Table,
  inflation: readonly number[],
): Portfolio {
  const assetClasses = Object.keys(series);
  const columns = Object.values(series).map((name) => column(table, name));
  const periods = (after: (nominal: number, row: number) => number): readonly HistoryPeriod[] =>
    table.years.map((year, row) => ({
      to: lastDayOf(year),
      returns: columns.map((returns) => after(returns[row]!, row)),
    }));
  return {
    ...{ id, target, watched, assetClasses },
    from: lastDayOf(table.years[0]! - 1),
    nominal: periods((one) => one),
    real: periods((one, row) => (1 + one) / (1 + inflation[row]!) - 1),
  };
}

function lastDayOf(year: number): HistoryPeriod['to'] {
  return parsePlainDate(`${year}-12-31`, 'year');
}

function requireNamed(
  all: readonly { readonly id: string }[],
  named: readonly string[],
  what: string,
): void {
  for (const id of named) {
    if (!all.some((one) => one.id === id)) throw new FileFault(`there is no ${what} ${id}`);
  }
}
