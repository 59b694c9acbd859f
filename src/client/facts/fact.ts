import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  checkBoolean,
  checkObject,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { checkFactPath } from './fact-path.js';
import { frozenJson, type JsonValue, withoutValues } from './json-value.js';

/**
 * One thing that one source says about a client.
 *
 * A `value` of `null` says that the source has no answer. A retraction (`retracted: true`, `value: null`) withdraws what
 * the source said about the path up to `asOf`; nothing older comes back. With the `asOf` of a fact and the day of the
 * withdrawal as `recordedAt` it says that the fact never was true; with a later `asOf`, that it no longer is.
 */
export interface Fact {
  /** What it is about: names joined by dots, `client.birthDate`. The client view's own paths are understood. */
  readonly path: string;
  /** Plain JSON. */
  readonly value: unknown;
  /** The day on which it was true or observed. */
  readonly asOf: PlainDate;
  /** Who says so, by a name of the policy's: `register`, `client`. */
  readonly source: string;
  /** How sure the source is, 0 to 1. */
  readonly confidence: number;
  /** The last day on which it may be relied upon, whatever the policy allows; absent or `null` without one. */
  readonly validUntil?: PlainDate | null;
  /** The day on which it became known; default `asOf`. */
  readonly recordedAt?: PlainDate | null;
  readonly retracted?: boolean;
}

/** A checked fact without gaps: two facts that say the same have the same bytes. */
export interface RecordedFact extends Fact {
  readonly value: JsonValue;
  readonly validUntil: PlainDate | null;
  readonly recordedAt: PlainDate;
  readonly retracted: boolean;
}

/** Checks one fact; paths start at the fact itself, and no error shows a value. */
export function readFact(row: unknown): RecordedFact {
  return withoutValues(() => {
    const fact = checkObject(row, '');
    const asOf = parsePlainDate(fact.asOf, 'asOf');
    return Object.freeze({
      path: checkFactPath(fact.path, 'path'),
      value: readValue(fact),
      asOf,
      source: checkText(fact.source, 'source', 100),
      confidence: checkRange(fact.confidence, 'confidence', { min: 0, max: 1 }),
      validUntil: readEnd(fact.validUntil, asOf),
      recordedAt: parsePlainDate(fact.recordedAt ?? asOf, 'recordedAt'),
      retracted: checkBoolean(fact.retracted ?? false, 'retracted'),
    });
  });
}

function readValue({ value, retracted }: Readonly<Record<string, unknown>>): JsonValue {
  if (retracted === true && value !== null) {
    throw new AptfolioError('inconsistent', 'value', 'null, as the fact is a retraction');
  }
  return frozenJson(value, 'value');
}

function readEnd(value: unknown, asOf: PlainDate): PlainDate | null {
  if (value === undefined || value === null) return null;
  const end = parsePlainDate(value, 'validUntil');
  if (end >= asOf) return end;
  throw new AptfolioError('inconsistent', 'validUntil', 'a date not before asOf');
}
