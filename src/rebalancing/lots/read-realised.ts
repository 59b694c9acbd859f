import { at, checkObject, type FieldsOf, refuseUnknown } from '../../errors/index.js';
import { type CurrencyCode, parseMoneyIn, toMinorUnits } from '../../money/index.js';
import type { RealisedGains } from './lot.js';
import type { TermGain } from './tax-of.js';

/** What was realised before, in smallest units. */
export interface Realised {
  /** Gains less losses of both terms. */
  readonly total: bigint;
  /** What it may be by term: both possibilities where the term is not known, none where nothing was realised. */
  readonly possible: readonly (readonly TermGain[])[];
}

const NOTHING: Realised = Object.freeze({ total: 0n, possible: Object.freeze([]) });
const FIELDS: FieldsOf<RealisedGains> = { short: true, long: true };

/** Checks what was realised: one sum whose term is not known, or one for each term. */
export function readRealised(value: unknown, currency: CurrencyCode, path: string): Realised {
  if (value === undefined) return NOTHING;
  const given = checkObject(value, path);
  if (given.amount !== undefined || given.currency !== undefined) {
    const total = toMinorUnits(parseMoneyIn(value, currency, path));
    return { total, possible: [[{ term: 'short', gain: total }], [{ term: 'long', gain: total }]] };
  }
  refuseUnknown(value, path, FIELDS);
  const read = (term: 'short' | 'long'): bigint =>
    given[term] === undefined
      ? 0n
      : toMinorUnits(parseMoneyIn(given[term], currency, at(path, term)));
  const [short, long] = [read('short'), read('long')];
  const byTerm: readonly TermGain[] = [
    { term: 'short', gain: short },
    { term: 'long', gain: long },
  ];
  return { total: short + long, possible: [byTerm] };
}
