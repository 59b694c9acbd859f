import { at } from '../errors/index.js';
import { makeReason } from '../evidence/index.js';
import { checkCurrency, ratioOfMoney } from '../money/index.js';
import { readUnits, writeUnits } from './amounts.js';
import type { AmountRatioDefinition } from './definition.js';
import { addCounts, type KindMethods, type KpiDrafts, readCount } from './kind.js';

/** A ratio of two sums of money, summed exactly and divided once. */
export const amountRatioKind: KindMethods<'amount-ratio'> = {
  define: (fields, path) => ({
    kind: 'amount-ratio',
    currency: checkCurrency(fields.currency, at(path, 'currency')),
  }),
  empty: () => ({ numerator: 0n, denominator: 0n, cases: 0 }),
  event: (kpi, event, path) => readRatio(kpi, event, path, { optional: true }),
  read: (kpi, data, path) => readRatio(kpi, data, path, { optional: false }),
  join(draft, other) {
    draft.numerator += other.numerator;
    draft.denominator += other.denominator;
    draft.cases = addCounts(draft.cases, other.cases);
  },
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
    return {
      value: ratioOfMoney(numerator, denominator),
      numerator,
      denominator,
      method: 'amount-ratio',
      reasons: [],
    };
  },
  sample: () => null,
};

function readRatio(
  { currency }: AmountRatioDefinition,
  value: Readonly<Record<string, unknown>>,
  path: string,
  options: { readonly optional: boolean },
): KpiDrafts['amount-ratio'] {
  return {
    numerator: readUnits(value.numerator, currency, at(path, 'numerator'), options),
    denominator: readUnits(value.denominator, currency, at(path, 'denominator'), options),
    cases: readCount(value.cases, at(path, 'cases'), options.optional ? 1 : undefined),
  };
}
