import { isPlainDate } from '../../dates/index.js';
import { AptfolioError } from '../../errors/index.js';
import type { JsonValue } from './json-value.js';

/** What a fact's value may have to be. */
export const FACT_KINDS = ['text', 'number', 'boolean', 'date', 'list', 'object'] as const;

/** What a fact's value may have to be; see `FACT_KINDS`. */
export type FactKind = (typeof FACT_KINDS)[number];

/** Checks a value, which no error shows; `null` is of every kind. */
export function checkKind(value: JsonValue, kind: FactKind | null): void {
  if (kind === null || value === null || IS[kind](value)) return;
  const code = kind === 'date' && typeof value === 'string' ? 'invalid-date' : 'invalid-type';
  throw new AptfolioError(code, 'value', EXPECTED[kind]);
}

const IS: Readonly<Record<FactKind, (value: JsonValue) => boolean>> = Object.freeze({
  text: (value: JsonValue) => typeof value === 'string',
  number: (value: JsonValue) => typeof value === 'number',
  boolean: (value: JsonValue) => typeof value === 'boolean',
  date: isPlainDate,
  list: Array.isArray,
  object: (value: JsonValue) => typeof value === 'object' && !Array.isArray(value),
});

const EXPECTED: Readonly<Record<FactKind, string>> = Object.freeze({
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a civil date YYYY-MM-DD that exists',
  list: 'a list',
  object: 'an object',
});
