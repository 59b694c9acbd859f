import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkNumber,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import { LOCALES } from '../../evidence/index.js';
import { readValue } from '../evaluate/fact-book.js';
import { FACT_TYPES, type FactDeclaration, type FactType } from '../fact.js';
import { checkEach, checkEntries, checkFields } from './fields.js';

/** A name of a fact, a term or a parameter, so that a text can hold it: `client.riskLevel`. */
const NAME = /^[A-Za-z_]\w*(\.\w+)*$/;

/** Checks a name. */
export function checkName(name: string, path: string): string {
  if (NAME.test(name) && name !== 'asOf') return name;
  const expected = 'words of letters and digits with dots between, other than asOf';
  throw new AptfolioError('invalid-format', path, expected, name);
}

/** Checks a text in every language. */
export function checkLabel(value: unknown, path: string): void {
  const texts = checkFields(value, path, LOCALES);
  for (const locale of LOCALES) checkText(texts[locale], at(path, locale), 5000);
}

const FIELDS = [
  'type',
  'label',
  'unit',
  'values',
  'valueLabels',
  'min',
  'max',
  'whole',
  'maxAgeMonths',
  'default',
  'personal',
  'riskier',
  'change',
];

/** Checks what a pack says about a fact. */
export function checkDeclaration(value: unknown, path: string, name: string): FactDeclaration {
  checkName(name, path);
  const declared = checkFields(value, path, FIELDS);
  const type = checkOneOf(declared.type, at(path, 'type'), FACT_TYPES);
  checkLabel(declared.label, at(path, 'label'));
  if (declared.unit !== undefined || type === 'amount') checkText(declared.unit, at(path, 'unit'));
  checkLimits(declared, type, path);
  checkValueLabels(declared, path);
  for (const field of ['whole', 'personal'] as const) {
    if (declared[field] !== undefined) checkBoolean(declared[field], at(path, field));
  }
  if (declared.maxAgeMonths !== undefined) {
    checkInteger(declared.maxAgeMonths, at(path, 'maxAgeMonths'), { min: 1 });
  }
  if (declared.riskier !== undefined) {
    checkOneOf(declared.riskier, at(path, 'riskier'), ['higher', 'lower'] as const);
  }
  if (declared.change !== undefined) checkChange(declared.change, at(path, 'change'), type);
  checkOwnValues(value as FactDeclaration, path);
  return value as FactDeclaration;
}

function checkLimits(
  { values, min, max }: Readonly<Record<string, unknown>>,
  type: FactType,
  path: string,
): void {
  if (values !== undefined) {
    checkList(values, at(path, 'values'), { minLength: 1 });
    checkEach(values, at(path, 'values'), (text, where) => checkText(text, where));
    if (type !== 'text' && type !== 'list') {
      throw new AptfolioError(
        'inconsistent',
        at(path, 'values'),
        'values for texts and lists only',
      );
    }
  }
  for (const [field, limit] of [['min', min] as const, ['max', max] as const]) {
    if (limit === undefined) continue;
    checkNumber(limit, at(path, field));
    if (type !== 'number' && type !== 'amount') {
      throw new AptfolioError(
        'inconsistent',
        at(path, field),
        'a limit for numbers and amounts only',
      );
    }
  }
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    throw new AptfolioError('inconsistent', at(path, 'max'), `at least ${min}`, max);
  }
}

function checkValueLabels(
  { values, valueLabels }: Readonly<Record<string, unknown>>,
  path: string,
): void {
  if (valueLabels === undefined) return;
  const own = (values ?? []) as readonly string[];
  checkEntries(valueLabels, at(path, 'valueLabels'), (text, where, value) => {
    if (own.includes(value)) return checkLabel(text, where);
    throw new AptfolioError('unknown-value', where, 'one of the values of the fact', value);
  });
}

/** A default, and what may be tried instead of a value, must be values of the fact. */
function checkOwnValues(declared: FactDeclaration, path: string): void {
  if (declared.default !== undefined) {
    if (declared.riskier !== undefined || declared.personal === true) {
      const expected = 'none: what is known of a client or a product has no default';
      throw new AptfolioError('inconsistent', at(path, 'default'), expected, declared.default);
    }
    readValue(declared.default, at(path, 'default'), declared);
  }
  const where = at(at(path, 'change'), 'values');
  declared.change?.values?.forEach((one, index) => {
    if (declared.type === 'date' && one === 'asOf') return;
    readValue(one, at(where, index), declared);
  });
}

const CHANGE_FIELDS = ['label', 'possibleIf', 'direction', 'step', 'from', 'to', 'values'];

/** Checks how a fact, or a term, can be changed. */
export function checkChange(value: unknown, path: string, type: FactType): void {
  const change = checkFields(value, path, CHANGE_FIELDS);
  if (change.label !== undefined) checkLabel(change.label, at(path, 'label'));
  if (change.direction !== undefined) {
    checkOneOf(change.direction, at(path, 'direction'), ['lower', 'higher', 'either'] as const);
  }
  if (change.step !== undefined && !(checkNumber(change.step, at(path, 'step')) > 0)) {
    throw new AptfolioError('out-of-range', at(path, 'step'), 'a number above 0', change.step);
  }
  for (const field of ['from', 'to'] as const) {
    if (change[field] !== undefined) checkNumber(change[field], at(path, field));
  }
  if (change.values !== undefined) checkList(change.values, at(path, 'values'), { minLength: 1 });
  if (type === 'number' || type === 'amount' || type === 'boolean') return;
  if (change.values !== undefined) return;
  const expected = `the values to try, for a fact of type ${type}`;
  throw new AptfolioError('missing-value', at(path, 'values'), expected);
}
