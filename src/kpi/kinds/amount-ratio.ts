import { at, checkInteger, checkRange } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  checkCurrency,
  fromMinorUnits,
  type Money,
  ratioOfMoney,
} from '../../money/index.js';
import type { AmountRatioDefinition } from '../definition.js';
import type { KpiValue } from '../result.js';
import {
  type AmountPresence,
  addUnits,
  IN_EVENT,
  IN_STATE,
  joinUnits,
  noUnits,
  readerOf,
  readUnits,
  totalUnits,
  type UnitSum,
} from './amounts.js';
import { BILLION, fineSides, roundFine } from './fine-amount.js';
import {
  addCounts,
  countedPart,
  countOf,
  type Fields,
  type KindDrafts,
  type KindFields,
  type KindMethods,
} from './kind.js';

/** A ratio of two sums of money, summed exactly and divided once. */
export const amountRatioKind: KindMethods<'amount-ratio'> = {
  definitionFields: { currency: true, periodsPerYear: true },
  eventFields: {
    numerator: true,
    numeratorRest: true,
    denominator: true,
    denominatorRest: true,
    cases: true,
  },
  eventDefaults: { numeratorRest: 0, denominatorRest: 0, cases: 1 },
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
  add: (_kpi, draft, event, path) => addRatio(draft, event, path, IN_EVENT),
  read(kpi, data, path) {
    const draft = emptyRatio(kpi);
    addRatio(draft, data, path, IN_STATE);
    return draft;
  },
  join(draft, other) {
    draft.cases = addCounts(draft.cases, other.cases);
    for (const side of SIDES) joinUnits(draft[side], other[side]);
  },
  write({ currency }, draft) {
    const above = billionthsOf(draft.numerator, draft.numeratorRest);
    const below = billionthsOf(draft.denominator, draft.denominatorRest);
    return Object.freeze({ ...fineSides(currency, above, below), cases: draft.cases });
  },
  size: (_kpi, { cases }) => cases,
  value: ratioValue,
  sample: () => null,
  part: (kpi, draft) =>
    countedPart(
      ratioValue(kpi, draft),
      Number(billionthsOf(draft.denominator, draft.denominatorRest)),
    ),
};

function ratioValue(
  { currency, periodsPerYear }: AmountRatioDefinition,
  draft: KindDrafts['amount-ratio'],
): KpiValue<Money> | Reason {
  const above = billionthsOf(draft.numerator, draft.numeratorRest);
  const below = billionthsOf(draft.denominator, draft.denominatorRest);
  if (below <= 0n) return makeReason('kpi.denominator-not-positive', 'info');
  const ratio = ratioOf(currency, above, below);
  return {
    value: periodsPerYear === undefined ? ratio : ratio * periodsPerYear,
    numerator: roundFine(currency, above),
    denominator: roundFine(currency, below),
    method: periodsPerYear === undefined ? 'amount-ratio' : 'annualised-amount-ratio',
    reasons: [],
  };
}

const SIDES = ['numerator', 'denominator', 'numeratorRest', 'denominatorRest'] as const;

function emptyRatio(kpi: AmountRatioDefinition): KindDrafts['amount-ratio'] {
  return {
    reader: readerOf(kpi),
    ...{ numerator: noUnits(), denominator: noUnits() },
    ...{ numeratorRest: noUnits(), denominatorRest: noUnits() },
    cases: 0,
  };
}

function billionthsOf(whole: UnitSum, rest: UnitSum): bigint {
  return totalUnits(whole) * BILLION + totalUnits(rest);
}

/** Whole smallest units, where there is nothing beside them, are small enough for a quotient of doubles. */
function ratioOf(currency: CurrencyCode, above: bigint, below: bigint): number {
  const scale = above % BILLION === 0n && below % BILLION === 0n ? BILLION : 1n;
  const money = (billionths: bigint): Money => fromMinorUnits(currency, billionths / scale);
  return ratioOfMoney(money(above), money(below));
}

/** Reads everything before it adds anything. */
function addRatio(
  draft: KindDrafts['amount-ratio'],
  fields: Fields,
  path: string,
  presence: AmountPresence,
): void {
  const numerator = readUnits(draft.reader, fields.numerator, path, 'numerator', presence);
  const denominator = readUnits(draft.reader, fields.denominator, path, 'denominator', presence);
  const numeratorRest = readRest(fields.numeratorRest, path, 'numeratorRest');
  const denominatorRest = readRest(fields.denominatorRest, path, 'denominatorRest');
  const cases = countOf(fields.cases, path, 'cases', presence.optional ? 1 : undefined);
  draft.cases = addCounts(draft.cases, cases);
  addUnits(draft.numerator, numerator);
  addUnits(draft.denominator, denominator);
  if (numeratorRest !== 0) addUnits(draft.numeratorRest, numeratorRest);
  if (denominatorRest !== 0) addUnits(draft.denominatorRest, denominatorRest);
}

function readRest(value: unknown, path: string, key: string): number {
  if (value === undefined) return 0;
  return checkInteger(value, at(path, key), { min: -999_999_999, max: 999_999_999 });
}
