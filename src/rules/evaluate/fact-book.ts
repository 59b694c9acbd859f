import { addMonths, type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { checkFields } from '../check/fields.js';
import type { FactDeclaration, FactGap, RuleFacts, SourcedFact } from '../fact.js';
import type { Rulebook } from '../rulebook.js';
import { withinCalendar } from './within-calendar.js';

/** A value that is known. Dates are texts, amounts are numbers. */
export type Known = number | string | boolean | readonly string[];

/** What is known, checked against what the packs declare. */
export interface FactBook {
  readonly values: ReadonlyMap<string, Known>;
  /** Facts that were looked for in vain, or are too old. What stands in neither map is absent. */
  readonly gaps: ReadonlyMap<string, 'none' | 'stale'>;
  readonly origins: ReadonlyMap<string, Pick<SourcedFact, 'source' | 'observedOn'>>;
}

/** Reads the facts of one decision. */
export function readFacts(facts: RuleFacts, { facts: declared, terms, asOf }: Rulebook): FactBook {
  const values = new Map<string, Known>([['asOf', asOf]]);
  const gaps = new Map<string, 'none' | 'stale'>();
  const origins = new Map<string, Pick<SourcedFact, 'source' | 'observedOn'>>();
  const given = checkObject(facts, 'facts') as RuleFacts;
  for (const name of Object.keys(given)) {
    const entry = given[name];
    if (entry === undefined) continue;
    const path = at('facts', name);
    if (name === 'asOf') {
      checkAsOf(entry, asOf);
      continue;
    }
    const declaration = declared.get(name);
    if (declaration === undefined) refuseName(name, path, terms.has(name));
    const { value, source, observedOn } = isSourced(entry)
      ? readSourced(entry, path, asOf)
      : { value: entry };
    if (source !== undefined || observedOn !== undefined)
      origins.set(name, originOf(source, observedOn));
    if (value === null) gaps.set(name, 'none');
    else {
      const known = readValue(value, path, declaration);
      if (isStale(observedOn, declaration, asOf)) gaps.set(name, 'stale');
      else values.set(name, known);
    }
  }
  for (const [name, { default: usual }] of declared) {
    if (usual !== undefined && !values.has(name) && !gaps.has(name)) values.set(name, usual);
  }
  return { values, gaps, origins };
}

/** Why a fact cannot be had. */
export function gapOf(name: string, { gaps }: FactBook): FactGap {
  return gaps.get(name) ?? 'absent';
}

function checkAsOf(value: unknown, asOf: PlainDate): void {
  if (value === asOf) return;
  const expected = `${asOf}, the day of the decision, if it is given`;
  throw new AptfolioError('inconsistent', 'facts.asOf', expected, value);
}

function refuseName(name: string, path: string, isTerm: boolean): never {
  const expected = isTerm
    ? 'a fact; this is a term, which is worked out from facts'
    : 'a fact that one of the packs declares';
  throw new AptfolioError('unknown-id', path, expected, name);
}

function isSourced(entry: unknown): entry is SourcedFact {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry) && 'value' in entry;
}

const SOURCED = ['value', 'source', 'observedOn'];

function readSourced(fact: SourcedFact, path: string, asOf: PlainDate): SourcedFact {
  // A misspelt `observedOn` would make an old value a fresh one.
  const { value, source, observedOn } = checkFields(fact, path, SOURCED) as unknown as SourcedFact;
  if (source !== undefined) checkText(source, at(path, 'source'));
  if (observedOn !== undefined) {
    const day = parsePlainDate(observedOn, at(path, 'observedOn'));
    if (day > asOf) {
      const expected = `a day up to ${asOf}, the day of the decision`;
      throw new AptfolioError('inconsistent', at(path, 'observedOn'), expected, day);
    }
  }
  if (value === undefined)
    throw new AptfolioError('missing-value', at(path, 'value'), 'a value or null');
  return {
    value,
    ...(source === undefined ? {} : { source }),
    ...(observedOn === undefined ? {} : { observedOn }),
  };
}

function originOf(
  source: string | undefined,
  observedOn: PlainDate | undefined,
): Pick<SourcedFact, 'source' | 'observedOn'> {
  return {
    ...(source === undefined ? {} : { source }),
    ...(observedOn === undefined ? {} : { observedOn }),
  };
}

/** The last day on which a value counts is the corresponding day, as for an assessment. */
function isStale(
  observedOn: PlainDate | undefined,
  { maxAgeMonths }: FactDeclaration,
  asOf: PlainDate,
): boolean {
  if (observedOn === undefined || maxAgeMonths === undefined) return false;
  const last = withinCalendar(() => addMonths(observedOn, maxAgeMonths));
  return last !== undefined && asOf > last;
}

/** Checks a value against the declaration. */
export function readValue(value: unknown, path: string, declared: FactDeclaration): Known {
  switch (declared.type) {
    case 'boolean':
      return checkBoolean(value, path);
    case 'date':
      return parsePlainDate(value, path);
    case 'text':
      return declared.values === undefined
        ? checkText(value, path)
        : checkOneOf(value, path, declared.values);
    case 'list':
      return readList(value, path, declared);
    case 'amount':
      return readNumber(
        isAmount(value) ? readAmount(value, path, declared) : value,
        path,
        declared,
      );
    default:
      return readNumber(value, path, declared);
  }
}

function readNumber(value: unknown, path: string, { whole, min, max }: FactDeclaration): number {
  const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  if (whole === true) return checkInteger(value, path, range);
  return min === undefined && max === undefined
    ? checkNumber(value, path)
    : checkRange(value, path, range);
}

function readList(value: unknown, path: string, { values }: FactDeclaration): readonly string[] {
  return checkList<unknown>(value, path).map((entry, index) => {
    const where = at(path, index);
    return values === undefined ? checkText(entry, where) : checkOneOf(entry, where, values);
  });
}

function isAmount(
  value: unknown,
): value is { readonly currency: unknown; readonly amount: unknown } {
  return typeof value === 'object' && value !== null && 'currency' in value && 'amount' in value;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

function readAmount(
  { currency, amount }: { readonly currency: unknown; readonly amount: unknown },
  path: string,
  { unit }: FactDeclaration,
): number {
  if (currency !== unit) {
    throw new AptfolioError(
      'currency-mismatch',
      at(path, 'currency'),
      `an amount in ${unit}`,
      currency,
    );
  }
  const text = checkText(amount, at(path, 'amount'));
  if (DECIMAL.test(text)) return Number(text);
  throw new AptfolioError('invalid-format', at(path, 'amount'), 'a decimal number', amount);
}
