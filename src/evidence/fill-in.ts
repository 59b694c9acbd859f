import { AptfolioError, at } from '../errors/index.js';
import { isDecimalText, writeAmount, writeNumber, writePercent } from './decimal-text.js';
import type { Locale } from './locale.js';
import type { MoneyParameter, Parameter, Parameters } from './parameters.js';
import { readParameters } from './parameters.js';
import { parseTemplate } from './template.js';

/** How a parameter is written, by the format's name in a placeholder. */
const WRITERS: Readonly<
  Record<string, (value: Parameter, path: string, locale: Locale) => string>
> = {
  plain: writePlain,
  number: (value, path) => writeNumber(decimalOf(value, path)),
  percent: (value, path) => writePercent(decimalOf(value, path), 1),
  percent2: (value, path) => writePercent(decimalOf(value, path), 2),
  money: writeMoney,
};

/** Whether a placeholder may have this format. */
export function isFormat(format: string): boolean {
  return Object.hasOwn(WRITERS, format);
}

/** The formats' names, for errors. */
export const FORMATS: string = Object.keys(WRITERS).slice(1).join(', ');

/** Fills parameters into a text. `path` is where the parameters stand, `textPath` where the text does. */
export function fillIn(
  text: string,
  textPath: string,
  locale: Locale,
  parameters: Parameters,
  path: string,
): string {
  const values = readParameters(parameters, path);
  const written = parseTemplate(text).map((part) => {
    if (typeof part === 'string') return part;
    const writer = isFormat(part.format) ? WRITERS[part.format] : undefined;
    if (writer === undefined) {
      throw new AptfolioError('unknown-value', textPath, `a format of ${FORMATS}`, part.format);
    }
    const value = Object.hasOwn(values, part.name) ? values[part.name] : undefined;
    if (value === undefined) {
      throw new AptfolioError('missing-value', at(path, part.name), 'a value for the text');
    }
    return writer(value, at(path, part.name), locale);
  });
  return written.join('');
}

function writePlain(value: Parameter, path: string, locale: Locale): string {
  if (isList(value)) return value.join(locale === 'en' ? ', ' : '、');
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
