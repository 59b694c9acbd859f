import { at, checkRange } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { checkCurrency, ratioOfMoney } from '../../money/index.js';
import type { AmountRatioDefinition } from '../definition.js';
import { readUnits, writeUnits } from './amounts.js';
import {
  addCounts,
  countOf,
  type Fields,
  type KindDrafts,
  type KindFields,
  type KindMethods,
} from './kind.js';

/** A ratio of two sums of money, summed exactly and divided once. */
export const amountRatioKind: KindMethods<'amount-ratio'> = {
  definitionFields: { currency: true, periodsPerYear: true },
  eventFields: { numerator: true, denominator: true, cases: true },
  leastFields: 0,
  define(fields, path): KindFields<'amount-ratio'> {
    const kind = 'amount-ratio';
    const currency = checkCurrency(fields.currency, at(path, 'currency'));
    if (fields.periodsPerYear === undefined) return { kind, currency };
    const range = { exclusiveMin: 0, max: 366 };
    const periodsPerYear = checkRange(fields.periodsPerYear, at(path, 'periodsPerYear'), range);
    return { kind, currency, periodsPerYear };
  },
  empty: () => ({ numerator: 0n, denominator: 0n, cases: 0 }),
  add: (kpi, draft, event, path) =>
    joinRatio(draft, readRatio(kpi, event, path, { optional: true })),
  read: (kpi, data, path) => readRatio(kpi, data, path, { optional: false }),
  join: joinRatio,
  write: (kpi, { numerator, denominator, cases }) =>
    Object.freeze({
      numerator: writeUnits(numerator, kpi.currency),
      denominator: writeUnits(denominator, kpi.currency),
      cases,
    }),
  size: (_kpi, { cases }) => cases,
  value(kpi, draft) {
    if (draft.denominator <= 0n) return makeReason('kpi.denominator-not-positive', 'info');
    const numerator = writeUnits(draft.numerator, kpi.currency);
    const denominator = writeUnits(draft.denominator, kpi.currency);
    const { periodsPerYear } = kpi;
    const ratio = ratioOfMoney(numerator, denominator);
    return {
      value: periodsPerYear === undefined ? ratio : ratio * periodsPerYear,
      numerator,
      denominator,
      method: periodsPerYear === undefined ? 'amount-ratio' : 'annualised-amount-ratio',
      reasons: [],
    };
  },
  sample: () => null,
};

function joinRatio(draft: KindDrafts['amount-ratio'], other: KindDrafts['amount-ratio']): void {
  draft.cases = addCounts(draft.cases, other.cases);
  draft.numerator += other.numerator;
  draft.denominator += other.denominator;
}

function readRatio(
  { currency }: AmountRatioDefinition,
  value: Fields,
  path: string,
  options: { readonly optional: boolean },
): KindDrafts['amount-ratio'] {
  return {
    numerator: readUnits(value.numerator, currency, at(path, 'numerator'), options),
    denominator: readUnits(value.denominator, currency, at(path, 'denominator'), options),
    cases: countOf(value.cases, path, 'cases', options.optional ? 1 : undefined),
  };
}
