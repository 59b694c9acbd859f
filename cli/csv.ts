import type { KpiCubeResult, KpiCubeRow, KpiResult } from 'aptfolio/kpi';
import type { Money } from 'aptfolio/money';

type Cell = string | number | null | undefined;

/** One column: its heading, and what stands in it. */
type Column = readonly [heading: string, cell: (row: Row) => Cell];

type Row = Pick<KpiCubeRow, 'slice' | 'result'>;

/** The rows of a result as in RFC 4180: a heading, lines that end in CR LF, quotes where they are needed. */
export function csvOf(result: KpiResult | KpiCubeResult, dimensions: readonly string[]): string {
  const rows: readonly Row[] = 'rows' in result ? result.rows : [{ slice: {}, result }];
  const columns: readonly Column[] = [...COLUMNS, ...dimensions.map(dimensionColumn)];
  const lines = [
    columns.map(([heading]) => heading),
    ...rows.map((row) => columns.map(([, cell]) => cell(row))),
  ];
  return lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('');
}

/** `by` says which dimensions a row is for, since an empty cell may also mean that records did not say. */
const COLUMNS: readonly Column[] = [
  ['kpi', ({ result }) => result.kpi],
  ['version', ({ result }) => result.version],
  ['period', ({ result }) => result.period?.id],
  ['from', ({ result }) => result.period?.from],
  ['to', ({ result }) => result.period?.to],
  ['status', ({ result }) => result.status],
  ['value', ({ result }) => (result.status === 'ok' ? result.value : null)],
  ['unit', ({ result }) => result.unit],
  ['low', ({ result }) => (result.status === 'ok' ? result.interval?.low : null)],
  ['high', ({ result }) => (result.status === 'ok' ? result.interval?.high : null)],
  ['confidence', ({ result }) => (result.status === 'ok' ? result.interval?.confidence : null)],
  ['numerator', ({ result }) => (result.status === 'ok' ? amount(result.numerator) : null)],
  ['denominator', ({ result }) => (result.status === 'ok' ? amount(result.denominator) : null)],
  ['n', ({ result }) => (result.status === 'suppressed' ? null : result.n)],
  ['method', ({ result }) => (result.status === 'ok' ? result.method : null)],
  ['reason', ({ result }) => (result.status === 'ok' ? null : result.reason.code)],
  ['by', ({ slice }) => Object.keys(slice).join(' ')],
];

/** Its heading is none of the others', whatever the dimension is called. */
function dimensionColumn(name: string): Column {
  return [`by.${name}`, ({ slice }) => slice[name]];
}

/** Amounts carry their currency, as `1234.50 CNY`. */
function amount(figure: number | Money | null): Cell {
  if (typeof figure !== 'object' || figure === null) return figure;
  return `${figure.amount} ${figure.currency}`;
}

function written(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
