import type * as z from 'zod/mini';
import { AptfolioError, type BatchResult, checkList, mapBatch } from '../errors/index.js';
import { clean } from './clean.js';
import { deepFreeze } from './deep-freeze.js';
import { type ParseResult, parseWith, safeParseWith } from './parse.js';

/**
 * Checks an untrusted value and returns it typed, copied and frozen.
 *
 * Keys that start with `$` are comments and dropped; any other unknown key is a fault, because a misspelt optional
 * field would otherwise be lost in silence.
 *
 * @throws AptfolioError with every fault in `issues`, each with its path.
 */
export type Parse<T> = (value: unknown) => T;

/** Like the `parse…` of the same name, but returns the faults instead of throwing. */
export type SafeParse<T> = (value: unknown) => ParseResult<T>;

/**
 * Checks untrusted rows one by one: the good ones come back as `values`, typed, copied and frozen, the bad ones as
 * `failures` with row and path.
 *
 * @throws AptfolioError `invalid-type` or `missing-value` if it is no list at all.
 */
export type ParseRows<T> = (value: unknown) => BatchResult<T>;

/** Makes a `parse…`; paths start with `name`. */
export function parser<T>(schema: z.ZodMiniType<T>, name: string): Parse<T> {
  return (value) => deepFreeze(parseWith(schema, clean(value), name));
}

/** Makes a `safeParse…`; paths start with `name`. */
export function safeParser<T>(schema: z.ZodMiniType<T>, name: string): SafeParse<T> {
  return (value) => deepFreeze(safeParseWith(schema, clean(value), name));
}

/** Makes a `parse…` of rows; paths start with `name` and the row's index. */
export function rowParser<T>(row: z.ZodMiniType<T>, name: string): ParseRows<T> {
  return rowsBy(parser(row, ''), name);
}

/** The same from a `parse…` of one row, whose paths start at the row. */
export function rowsBy<T>(parse: Parse<T>, name: string): ParseRows<T> {
  return (value) => mapBatch(checkList<unknown>(value, name), name, (row) => parse(row));
}

/** The same `parse…`, but no fault shows what stood there, as it may concern a person. */
export function withoutValues<T>(parse: Parse<T>): Parse<T> {
  return (value) => {
    try {
      return parse(value);
    } catch (error) {
      if (!(error instanceof AptfolioError)) throw error;
      throw new AptfolioError(
        error.issues.map(({ code, path, expected }) => Object.freeze({ code, path, expected })),
      );
    }
  };
}
