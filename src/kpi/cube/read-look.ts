import { instantOf } from '../../dates/index.js';
import { AptfolioError, at, checkObject, checkText } from '../../errors/index.js';
import type { Fields } from '../kinds/kind.js';

/** Between what and when an instant must lie; times in milliseconds. */
export interface Look {
  /** The earliest it may be; default any. */
  readonly after?: number;
  /** What happened then: `the case was opened`. */
  readonly words?: string;
  /** The moment of the look, after which nothing is known. */
  readonly asOf: number;
}

/** Reads an instant that lies neither before another one nor after the moment of the look. */
export function readInstant(value: unknown, path: string, look: Look): number {
  const { after = Number.NEGATIVE_INFINITY, words = '', asOf } = look;
  const time = instantOf(value, path);
  if (time >= after && time <= asOf) return time;
  const expected =
    time > asOf ? 'an instant not after options.asOf' : `an instant not before ${words}`;
  throw new AptfolioError('inconsistent', path, expected, value);
}

/** A plain object: a Map or a Date has nothing under a name, and would pass for one that says nothing. */
export function checkNames(value: unknown, path: string): Fields {
  const fields = checkObject(value, path);
  const prototype = Object.getPrototypeOf(fields);
  // Of another realm as well.
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return fields;
  throw new AptfolioError('invalid-type', path, 'a plain object', value);
}

/** Reads what a record says of whom it is about. */
export function readDimensions(
  fields: Fields,
  path: string,
): Readonly<Record<string, string>> | undefined {
  if (fields.dimensions === undefined) return undefined;
  const where = at(path, 'dimensions');
  const given = Object.entries(checkNames(fields.dimensions, where));
  const read = given.map(
    ([name, value]) => [name, checkText(value, at(where, name), 200)] as const,
  );
  return Object.freeze(Object.fromEntries(read));
}
