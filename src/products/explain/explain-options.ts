import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { LOCALES, type LocalisedText } from '../../evidence/index.js';
import { type CurrencyCode, type FxRates, type Money, parseMoney } from '../../money/index.js';
import { RETURN_RANGE } from '../costs/return-range.js';

/** Kinds of asset class for which the main risk can be put into words. */
export const CLASS_KINDS = [
  'cash',
  'bond',
  'equity',
  'commodity',
  'property',
  'alternative',
] as const;

/** A kind of asset class; see `CLASS_KINDS`. */
export type ClassKind = (typeof CLASS_KINDS)[number];

/** What asset classes are expected to do; a `CompiledAssumptions` of the market room is one. */
export interface ScenarioAssumptions {
  /** The day for which the view holds: that of the explanation, or before it. */
  readonly asOf: PlainDate;
  /** The other fields follow this order. */
  readonly assetClasses: readonly string[];
  /** Arithmetic means, annual, decimal fractions above −1. */
  readonly expectedReturn: readonly number[];
  /** n × n, annual, of the classes' returns. */
  readonly covariance: readonly (readonly number[])[];
}

/** For which day, amount and holding period a product is explained. */
export interface ExplainOptions<C extends CurrencyCode = CurrencyCode> {
  readonly asOf: PlainDate;
  /** What would be paid in, entry fees included; above 0. Absent: charges are given as rates alone. */
  readonly amount?: Money<C>;
  /** Rates for a product in another currency than the amount, whose entry fees go by amount. */
  readonly fx?: FxRates;
  /** The holding period, 0.01 to 100 years; cut at the product's maturity. Default 5. */
  readonly years?: number;
  /** Absent: no returns are spoken of. */
  readonly assumptions?: ScenarioAssumptions;
  /** What kind each asset class is, by its name; of a class without one, no risk of its own is told. */
  readonly classKinds?: Readonly<Record<string, ClassKind>>;
  /** Words for ids that clients read: asset classes, documents, own kinds of client, objectives, traits, fee parts, an issuer's scenarios. */
  readonly names?: Readonly<Record<string, LocalisedText>>;
}

/** Checked options with their defaults, but for `years`, which the product may cut. */
export type CheckedExplainOptions<C extends CurrencyCode = CurrencyCode> = ExplainOptions<C> &
  Required<Pick<ExplainOptions, 'classKinds' | 'names'>>;

/** Checks for what a product is to be explained. */
export function checkExplainOptions<C extends CurrencyCode>(
  options: ExplainOptions<C>,
): CheckedExplainOptions<C> {
  checkObject(options, 'options');
  const { amount, fx, years, assumptions, classKinds = {}, names = {} } = options;
  for (const [name, kind] of Object.entries(checkObject(classKinds, 'options.classKinds'))) {
    checkOneOf(kind, at('options.classKinds', name), CLASS_KINDS);
  }
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  return {
    asOf,
    ...(amount === undefined
      ? {}
      : { amount: parseMoney(amount, 'options.amount', { sign: 'positive' }) as Money<C> }),
    ...(years === undefined
      ? {}
      : { years: checkRange(years, 'options.years', { min: 0.01, max: 100 }) }),
    ...(assumptions === undefined
      ? {}
      : { assumptions: checkAssumptions(assumptions, asOf, 'options.assumptions') }),
    ...(fx === undefined ? {} : { fx }),
    classKinds,
    names: checkNames(names, 'options.names'),
  };
}

function checkNames(value: unknown, path: string): Readonly<Record<string, LocalisedText>> {
  const entries = Object.entries(checkObject(value, path)).map(([id, text]) => {
    const given = checkObject(text, at(path, id));
    const texts = LOCALES.map((locale) => [
      locale,
      checkText(given[locale], at(at(path, id), locale)),
    ]);
    return [id, Object.freeze(Object.fromEntries(texts)) as LocalisedText] as const;
  });
  return Object.freeze(Object.fromEntries(entries));
}

function checkAssumptions(
  value: ScenarioAssumptions,
  asOf: PlainDate,
  path: string,
): ScenarioAssumptions {
  const given = checkObject(value, path);
  const assetClasses = checkList<string>(given.assetClasses, at(path, 'assetClasses'));
  const n = assetClasses.length;
  const means = checkRow(given.expectedReturn, at(path, 'expectedReturn'), n);
  means.forEach((mean, index) => {
    checkRange(mean, at(at(path, 'expectedReturn'), index), RETURN_RANGE);
  });
  const rows = checkList<unknown>(given.covariance, at(path, 'covariance'));
  if (rows.length !== n) throw lengthFault(at(path, 'covariance'), n);
  rows.forEach((row, index) => {
    checkRow(row, at(at(path, 'covariance'), index), n);
  });
  const known = parsePlainDate(given.asOf, at(path, 'asOf'));
  if (known <= asOf) return value;
  throw new AptfolioError('inconsistent', at(path, 'asOf'), `a day up to ${asOf}`, known);
}

function checkRow(value: unknown, path: string, length: number): readonly number[] {
  const row = checkList<unknown>(value, path);
  if (row.length !== length) throw lengthFault(path, length);
  return row.map((number, index) => checkNumber(number, at(path, index)));
}

function lengthFault(path: string, length: number): AptfolioError {
  return new AptfolioError('length-mismatch', path, `one entry for each of ${length} classes`);
}
