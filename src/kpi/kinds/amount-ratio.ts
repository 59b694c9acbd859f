import { at, checkRange } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { checkCurrency, ratioOfMoney } from '../../money/index.js';
import type { AmountRatioDefinition } from '../definition.js';
import {
  type AmountPresence,
  addUnits,
  IN_EVENT,
  IN_STATE,
  joinUnits,
  noUnits,
  readUnits,
  totalUnits,
  writeUnits,
} from './amounts.js';
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
  empty: emptyRatio,
  add: (kpi, draft, event, path) => addRatio(kpi, draft, event, path, IN_EVENT),
  read(kpi, data, path) {
    const draft = emptyRatio();
    addRatio(kpi, draft, data, path, IN_STATE);
    return draft;
  },
  join(draft, other) {
    draft.cases = addCounts(draft.cases, other.cases);
    joinUnits(draft.numerator, other.numerator);
    joinUnits(draft.denominator, other.denominator);
  },
  write: (kpi, { numerator, denominator, cases }) =>
    Object.freeze({
      numerator: writeUnits(numerator, kpi.currency),
      denominator: writeUnits(denominator, kpi.currency),
      cases,
    }),
  size: (_kpi, { cases }) => cases,
  value(kpi, draft) {
    if (totalUnits(draft.denominator) <= 0n)
      return makeReason('kpi.denominator-not-positive', 'info');
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

function emptyRatio(): KindDrafts['amount-ratio'] {
  return { numerator: noUnits(), denominator: noUnits(), cases: 0 };
}

/** Reads everything before it adds anything. */
function addRatio(
  { currency }: AmountRatioDefinition,
  draft: KindDrafts['amount-ratio'],
  fields: Fields,
  path: string,
  presence: AmountPresence,
): void {
  const numerator = readUnits(fields.numerator, currency, path, 'numerator', presence);
  const denominator = readUnits(fields.denominator, currency, path, 'denominator', presence);
  const cases = countOf(fields.cases, path, 'cases', presence.optional ? 1 : undefined);
  draft.cases = addCounts(draft.cases, cases);
  addUnits(draft.numerator, numerator);
  addUnits(draft.denominator, denominator);
}
