import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
} from '../../errors/index.js';
import { defaultIds, readItemIds } from './item-ids.js';
import { turnItems } from './turn-items.js';

/** More items than this are no questionnaire, and splits and factors would take too long. */
const MOST_ITEMS = 200;

/** One client's points: a list in the order of the items, or by item id. */
export type ResponseRow =
  | readonly (number | null | undefined)[]
  | Readonly<Record<string, number | null | undefined>>;

/** What is to be done with a response in which an answer is missing. */
export type MissingAnswers = 'refuse' | 'listwise';

/** Complete responses as one matrix. */
export interface ResponseMatrix {
  readonly ids: readonly string[];
  /** Rows × items, row-major, in points. */
  readonly values: Float64Array;
  /** How many clients gave each row. */
  readonly counts: Float64Array;
  /** Clients counted. */
  readonly n: number;
  /** Clients left out. */
  readonly dropped: number;
}

/** Reads responses and the options about them. */
export function readResponses(
  responses: unknown,
  options: Readonly<Record<string, unknown>>,
): ResponseMatrix {
  const rows = checkList<unknown>(responses, 'responses', { minLength: 1 });
  const missing = checkOneOf(options.missing ?? 'refuse', 'options.missing', [
    'refuse',
    'listwise',
  ] as const);
  const given = readCounts(options.counts, rows.length);
  const form = formOf(rows[0], options.items);
  const k = form.ids.length;
  if (k > MOST_ITEMS)
    throw new AptfolioError('too-long', 'responses[0]', `at most ${MOST_ITEMS} items`);
  const values = new Float64Array(rows.length * k);
  const counts = new Float64Array(rows.length);
  const origins = new Int32Array(rows.length);
  let [kept, n, dropped] = [0, 0, 0];
  rows.forEach((row, index) => {
    const count = given === undefined ? 1 : given[index]!;
    const complete = form.read(row, index, values.subarray(kept * k, kept * k + k), missing);
    if (!complete) dropped += count;
    if (!complete || count === 0) return;
    counts[kept] = count;
    origins[kept] = index;
    kept += 1;
    n += count;
  });
  const matrix = {
    ids: form.ids,
    values: values.subarray(0, kept * k),
    counts: counts.subarray(0, kept),
    n,
    dropped,
  };
  turnItems(matrix, options.reverse, (row, item) => form.pathOf(origins[row]!, item));
  return matrix;
}

/** How a row is read. */
interface RowForm {
  readonly ids: readonly string[];
  readonly pathOf: (row: number, item: number) => string;
  /** Writes a row's points into `target`; says whether none is missing. */
  readonly read: (
    row: unknown,
    index: number,
    target: Float64Array,
    missing: MissingAnswers,
  ) => boolean;
}

function formOf(first: unknown, items: unknown): RowForm {
  return isList(first) ? listForm(first.length, items) : recordForm(first, items);
}

function listForm(width: number, items: unknown): RowForm {
  const ids = items === undefined ? defaultIds(width) : readItemIds(items);
  if (width === 0) throw new AptfolioError('empty', 'responses[0]', 'a point for every item');
  if (ids.length !== width) {
    throw new AptfolioError('length-mismatch', 'options.items', `a list of ${width} ids`, ids);
  }
  const pathOf = (row: number, item: number) => at(at('responses', row), item);
  return {
    ids,
    pathOf,
    read: (row, index, target, missing) => {
      const list = checkRowList(row, index, width);
      return readCells(
        (item) => list[item],
        target,
        missing,
        (item) => pathOf(index, item),
      );
    },
  };
}

function recordForm(first: unknown, items: unknown): RowForm {
  const own = Object.keys(checkObject(first, 'responses[0]'));
  const ids = items === undefined ? Object.freeze(own) : readItemIds(items);
  if (ids.length === 0) throw new AptfolioError('empty', 'responses[0]', 'a point for every item');
  const known = new Set(ids);
  const pathOf = (row: number, item: number) => at(at('responses', row), ids[item]!);
  return {
    ids,
    pathOf,
    read: (row, index, target, missing) => {
      const record = checkObject(row, at('responses', index));
      if (items === undefined) refuseUnknown(record, index, known);
      return readCells(
        (item) => (Object.hasOwn(record, ids[item]!) ? record[ids[item]!] : undefined),
        target,
        missing,
        (item) => pathOf(index, item),
      );
    },
  };
}

/** An item that the first response lacks is more likely a slip than an item to leave out. */
function refuseUnknown(
  record: Readonly<Record<string, unknown>>,
  index: number,
  known: ReadonlySet<string>,
): void {
  for (const id of Object.keys(record)) {
    if (known.has(id)) continue;
    const path = at(at('responses', index), id);
    throw new AptfolioError('unknown-id', path, 'an item of the first response', id);
  }
}

function checkRowList(row: unknown, index: number, width: number): ArrayLike<unknown> {
  const path = at('responses', index);
  if (row === undefined || row === null) {
    throw new AptfolioError('missing-value', path, 'a list of points', row);
  }
  if (!isList(row)) throw new AptfolioError('invalid-type', path, 'a list of points', row);
  if (row.length !== width) {
    throw new AptfolioError('length-mismatch', path, `a list of ${width} points`);
  }
  return row;
}

function readCells(
  cell: (item: number) => unknown,
  target: Float64Array,
  missing: MissingAnswers,
  pathOf: (item: number) => string,
): boolean {
  let complete = true;
  for (let item = 0; item < target.length; item++) {
    const value = cell(item);
    // Paths are texts: made only where one is needed, not for every cell of a large sample.
    if (typeof value === 'number' && Number.isFinite(value)) target[item] = value + 0;
    else if (missing === 'listwise' && (value === undefined || value === null)) complete = false;
    else checkNumber(value, pathOf(item));
  }
  return complete;
}

function readCounts(counts: unknown, rows: number): readonly number[] | undefined {
  if (counts === undefined) return undefined;
  const list = checkList<unknown>(counts, 'options.counts');
  if (list.length !== rows) {
    throw new AptfolioError('length-mismatch', 'options.counts', `a list of ${rows} counts`);
  }
  return list.map((count, index) => checkInteger(count, at('options.counts', index), { min: 0 }));
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || value instanceof Float64Array;
}
