import { AptfolioError, at } from '../errors/index.js';
import { isDecimalText, writeAmount, writeNumber, writePercent } from './decimal-text.js';
import type { Locale } from './locale.js';
import type { MoneyParameter, Parameter, Parameters } from './parameters.js';
import { readParameters } from './parameters.js';
import { parseTemplate } from './template.js';

/** A text to be filled, and what its placeholders are written by. */
export interface FillIn {
  readonly text: string;
  /** Where the text stands, for errors. */
  readonly path: string;
  readonly locale: Locale;
  /** What a word of a closed list is called. */
  readonly termOf: (word: string) => string;
}

/** How a parameter is written, by the format's name in a placeholder. */
const WRITERS: Readonly<
  Record<string, (value: Parameter, path: string, template: FillIn) => string>
> = {
  plain: (value, path, { locale }) => writePlain(value, path, locale),
  number: (value, path) => writeNumber(decimalOf(value, path)),
  percent: (value, path) => writePercent(decimalOf(value, path), 1),
  percent2: (value, path) => writePercent(decimalOf(value, path), 2),
  money: (value, path) => writeMoney(value, path),
  term: writeTerm,
};

/** Whether a placeholder may have this format. */
export function isFormat(format: string): boolean {
  return Object.hasOwn(WRITERS, format);
}

/** The formats' names, for errors. */
export const FORMATS: string = Object.keys(WRITERS).slice(1).join(', ');

/** Fills parameters into a text. `path` is where the parameters stand. */
export function fillIn(template: FillIn, parameters: Parameters, path: string): string {
  const values = readParameters(parameters, path);
  const written = parseTemplate(template.text).map((part) => {
    if (typeof part === 'string') return part;
    const writer = isFormat(part.format) ? WRITERS[part.format] : undefined;
    if (writer === undefined) {
      throw new AptfolioError(
        'unknown-value',
        template.path,
        `a format of ${FORMATS}`,
        part.format,
      );
    }
    const value = Object.hasOwn(values, part.name) ? values[part.name] : undefined;
    if (value === undefined) {
      throw new AptfolioError('missing-value', at(path, part.name), 'a value for the text');
    }
    return writer(value, at(path, part.name), template);
  });
  return written.join('');
}

function writePlain(value: Parameter, path: string, locale: Locale): string {
  if (isList(value)) return joinList(value, locale);
  return typeof value === 'object' ? writeMoney(value, path) : String(value);
}

function writeMoney(value: Parameter, path: string): string {
  if (typeof value !== 'object' || isList(value)) {
    throw new AptfolioError('invalid-type', path, 'an amount of money', value);
  }
  const { currency, amount } = value as MoneyParameter;
  if (!isDecimalText(amount)) {
    throw new AptfolioError('invalid-format', at(path, 'amount'), 'a decimal number', amount);
  }
  return `${writeAmount(amount)} ${currency}`;
}

function writeTerm(value: Parameter, path: string, { locale, termOf }: FillIn): string {
  if (isList(value)) return joinList(value.map(termOf), locale);
  if (typeof value === 'string') return termOf(value);
  throw new AptfolioError('invalid-type', path, 'a text or list of texts', value);
}

function joinList(texts: readonly string[], locale: Locale): string {
  return texts.join(locale === 'en' ? ', ' : '、');
}

/** A number's shortest decimal text, or an amount's text as it stands. */
function decimalOf(value: Parameter, path: string): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') {
    throw new AptfolioError('invalid-type', path, 'a number or decimal text', value);
  }
  if (isDecimalText(value)) return value;
  throw new AptfolioError('invalid-format', path, 'a number or decimal text', value);
}

function isList(value: Parameter): value is readonly string[] {
  return Array.isArray(value);
}
