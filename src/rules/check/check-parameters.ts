import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import type { RuleConstant } from '../condition.js';
import type { FactType } from '../fact.js';
import type { DatedParameter, ParameterValue } from '../pack.js';
import { checkLabel, checkName } from './check-facts.js';
import { checkCitation } from './check-rule.js';
import { checkFields } from './fields.js';
import { checkHistory, checkSpan } from './in-force.js';

/** Checks a parameter and that all its values are of one kind. */
export function checkParameter(value: unknown, path: string, name: string): DatedParameter {
  checkName(name, path);
  const parameter = checkFields(value, path, ['label', 'unit', 'stricter', 'history']);
  checkLabel(parameter.label, at(path, 'label'));
  if (parameter.unit !== undefined) checkText(parameter.unit, at(path, 'unit'));
  if (parameter.stricter !== undefined) {
    checkOneOf(parameter.stricter, at(path, 'stricter'), ['lower', 'higher'] as const);
  }
  const history = checkValues(parameter.history, at(path, 'history'));
  const type = typeOf(history[0] as ParameterValue);
  history.forEach((entry, index) => {
    const where = at(at(at(path, 'history'), index), 'value');
    if (typeOf(entry) !== type) throw new AptfolioError('invalid-type', where, `a ${type}`);
  });
  if (parameter.stricter !== undefined && type !== 'number') {
    const expected = 'none: only of numbers one can be stricter';
    throw new AptfolioError('inconsistent', at(path, 'stricter'), expected);
  }
  return value as DatedParameter;
}

/** Checks a history of values: each with a citation, ascending, without overlaps. */
export function checkValues(value: unknown, path: string): readonly ParameterValue[] {
  const entries = checkList<ParameterValue>(value, path, { minLength: 1 });
  entries.forEach((entry, index) => {
    const where = at(path, index);
    const fields = checkFields(entry, where, ['from', 'to', 'value', 'citation']);
    checkSpan(fields, where);
    checkCitation(fields.citation, at(where, 'citation'));
    checkValue(fields.value, at(where, 'value'));
  });
  checkHistory(entries, path);
  return entries;
}

function checkValue(value: unknown, path: string): void {
  if (Array.isArray(value)) {
    checkList<unknown>(value, path, { minLength: 1 }).forEach((entry, index) => {
      checkConstant(entry, at(path, index));
    });
  } else checkConstant(value, path);
}

function checkConstant(value: unknown, path: string): void {
  if (typeof value === 'boolean') return;
  if (typeof value === 'number') checkNumber(value, path);
  else checkText(value, path);
}

/** What kind of value an entry has. */
export function typeOf({ value }: ParameterValue): FactType {
  if (Array.isArray(value)) return 'list';
  const type = typeof (value as RuleConstant);
  return type === 'string' ? 'text' : (type as 'number' | 'boolean');
}
