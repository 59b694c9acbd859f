import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkRange,
  refuseUnknown,
} from '../../errors/index.js';

// There may be a million rows: a path is only put together where it is needed.

/** A row that has been found to be an object. */
export type Fields = Readonly<Record<string, unknown>>;

/** The path of a field of a row. */
export type PathOf = (field: string) => string;

/** Of a row of counts, for one cause or for several. */
export const COUNT_FIELDS = { time: true, events: true, censored: true, entered: true } as const;

/** Goes through rows that must be objects without other fields than these: a misspelt entry would be none. */
export function forEachRow(
  rows: readonly unknown[],
  path: string,
  known: Readonly<Record<string, true>>,
  visit: (fields: Fields, pathOf: PathOf, index: number) => void,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const isObject = typeof row === 'object' && row !== null && !Array.isArray(row);
    const fields = isObject ? (row as Fields) : checkObject(row, at(path, i));
    for (const name in fields) {
      if (known[name] !== true) refuseUnknown(fields, at(path, i), known);
    }
    visit(fields, (field) => at(at(path, i), field), i);
  }
}

/** Checks a time, whatever its unit. */
export function readTime(value: unknown, pathOf: () => string): number {
  if (typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY) return value + 0;
  return checkRange(value, pathOf(), { min: 0 });
}

/** Checks how many. */
export function readCount(value: unknown, pathOf: () => string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return (value as number) + 0;
  return checkInteger(value, pathOf(), { min: 0 });
}

/** Checks when somebody came under observation, who left at a given time. */
export function readEntry(value: unknown, time: number, pathOf: () => string): number {
  const entry = readTime(value, pathOf);
  if (entry < time) return entry;
  throw new AptfolioError('inconsistent', pathOf(), `a number below the time ${time}`, entry);
}
