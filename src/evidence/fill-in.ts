import { AptfolioError, at } from '../errors/index.js';
import { isDecimalText, writeAmount } from './decimal-text.js';
import type { Locale } from './locale.js';
import { NUMBER_FORMATS, writeApart } from './numbers-apart.js';
import type { MoneyParameter, Parameter, Parameters } from './parameters.js';
import { readParameters } from './parameters.js';
import {
  type CountedWords,
  isPlaceholder,
  type Placeholder,
  parseTemplate,
  type TemplatePart,
} from './template.js';

/** A text to be filled, and what its placeholders are written by. */
export interface FillIn {
  readonly text: string;
  /** Where the text stands, for errors. */
  readonly path: string;
  readonly locale: Locale;
  /** What a word of a closed list is called. */
  readonly termOf: (word: string) => string;
}

/** How a parameter is written, by the format's name in a placeholder; numbers are written together. */
const WRITERS: Readonly<
  Record<string, (value: Parameter, path: string, template: FillIn) => string>
> = {
  plain: (value, path, { locale }) => writePlain(value, path, locale),
  money: (value, path) => writeMoney(value, path),
  term: writeTerm,
};

/** The formats' names, for errors. */
export const FORMATS: string = [...NUMBER_FORMATS, 'money', 'term'].join(', ');

/** Whether a placeholder may have this format. */
export function isFormat(format: string): boolean {
  return isNumberFormat(format) || Object.hasOwn(WRITERS, format);
}

/** Fills parameters into a text. `path` is where the parameters stand. */
export function fillIn(template: FillIn, parameters: Parameters, path: string): string {
  const values = readParameters(parameters, path);
  const parts = parseTemplate(template.text);
  const placeholders = parts.filter(isPlaceholder);
  const write = placeholderWriter(template, placeholders, values, path);
  const choose = ({ name, one, other }: CountedWords) => {
    const counted = placeholders.find((placeholder) => placeholder.name === name);
    return write(counted ?? { name, format: 'plain' }) === '1' ? one : other;
  };
  const fill = (part: TemplatePart) => {
    if (typeof part === 'string') return part;
    return isPlaceholder(part) ? write(part) : choose(part);
  };
  return parts.map(fill).join('');
}

function placeholderWriter(
  template: FillIn,
  placeholders: readonly Placeholder[],
  values: Parameters,
  path: string,
): (placeholder: Placeholder) => string {
  const given = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);
  const numbers = placeholders.flatMap(({ name, format }) => {
    const value = given(name);
    const counts = isNumberFormat(format) || (format === 'plain' && typeof value === 'number');
    return counts && isNumber(value) ? [{ format, decimal: String(value) }] : [];
  });
  const writeNumber = writeApart(numbers);
  return ({ name, format }) => {
    if (!isFormat(format)) {
      throw new AptfolioError('unknown-value', template.path, `a format of ${FORMATS}`, format);
    }
    const value = given(name);
    if (value === undefined) {
      throw new AptfolioError('missing-value', at(path, name), 'a value for the text');
    }
    const writer = WRITERS[format];
    if (writer !== undefined) return writer(value, at(path, name), template);
    return writeNumber({ format, decimal: decimalOf(value, at(path, name)) });
  };
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
  if (isNumber(value)) return String(value);
  const code = typeof value === 'string' ? 'invalid-format' : 'invalid-type';
  throw new AptfolioError(code, path, 'a number or decimal text', value);
}

/** Whether a value is a number or a decimal text. */
function isNumber(value: Parameter | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && isDecimalText(value));
}

function isNumberFormat(format: string): boolean {
  return (NUMBER_FORMATS as readonly string[]).includes(format);
}

function isList(value: Parameter): value is readonly string[] {
  return Array.isArray(value);
}
