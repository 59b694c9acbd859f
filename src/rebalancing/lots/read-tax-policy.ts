import {
  at,
  checkBoolean,
  checkInteger,
  checkObject,
  checkRange,
  type FieldsOf,
} from '../../errors/index.js';
import type { TaxPolicy } from './lot.js';

/** The fields that a tax policy may have. */
export const TAX_FIELDS: FieldsOf<TaxPolicy> = {
  shortTermRate: true,
  longTermRate: true,
  longTermDays: true,
  offsetLosses: true,
};

/** Checks how gains are taxed: rates from 0 to 1, whole days of at least 0. */
export function readTaxPolicy(value: unknown, path: string): TaxPolicy {
  const { shortTermRate, longTermRate, longTermDays, offsetLosses } = checkObject(value, path);
  const rate = (given: unknown, key: string) =>
    checkRange(given, at(path, key), { min: 0, max: 1 });
  return Object.freeze({
    shortTermRate: rate(shortTermRate, 'shortTermRate'),
    longTermRate: rate(longTermRate, 'longTermRate'),
    ...(longTermDays === undefined
      ? {}
      : { longTermDays: checkInteger(longTermDays, at(path, 'longTermDays'), { min: 0 }) }),
    ...(offsetLosses === undefined
      ? {}
      : { offsetLosses: checkBoolean(offsetLosses, at(path, 'offsetLosses')) }),
  });
}
