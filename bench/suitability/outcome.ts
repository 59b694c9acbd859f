import type { Severity } from 'aptfolio/evidence';
import { PACK } from './pack.js';

/** The bit of each rule in a set of rules: its place in the pack. */
export const BIT = {
  level: 1 << 0,
  payment: 1 << 1,
  paymentInsists: 1 << 2,
  recommended: 1 << 3,
  noCapacity: 1 << 4,
  limitedCapacity: 1 << 5,
  guardian: 1 << 6,
  specialCare: 1 << 7,
  assessAgain: 1 << 8,
  assessmentLimit: 1 << 9,
  levelChanged: 1 << 10,
  qualified: 1 << 11,
  leastAmount: 1 << 12,
  singlePremium: 1 << 13,
  annualPremium: 1 << 14,
  premiumAge: 1 << 15,
  premiumBudget: 1 << 16,
  securitiesLevel: 1 << 17,
  securitiesInsists: 1 << 18,
  securitiesRecommended: 1 << 19,
  securitiesLowest: 1 << 20,
  securitiesCare: 1 << 21,
  largeRemote: 1 << 22,
  atTheLimit: 1 << 23,
} as const;

/** By the rule's id, the same bit. */
export const BIT_OF: ReadonlyMap<string, number> = new Map(
  PACK.rules.map(({ id }, place) => [id, 1 << place]),
);

/** What was found of many pairs: each the set of rules that bite, and the status. */
export interface Screened {
  readonly fired: Int32Array;
  /** Places in `DECISION_STATUSES`. */
  readonly statuses: Uint8Array;
}

const BLOCKS = bitsOf('block');
const DUTIES = bitsOf('require');
const REFERRALS = bitsOf('refer');
const WARNINGS = bitsOf('warn');

/** The place in `DECISION_STATUSES` that follows from the rules that bite, the duties fulfilled, and what nobody can say. */
export function statusOf(fired: number, satisfied: number, unknown: number): number {
  if ((fired & BLOCKS) !== 0) return 6;
  if ((unknown & ~WARNINGS) !== 0) return 5;
  if ((fired & DUTIES) !== 0) return 4;
  if ((fired & REFERRALS) !== 0) return 3;
  if ((fired & WARNINGS) !== 0) return 2;
  return satisfied === 0 ? 0 : 1;
}

function bitsOf(outcome: Severity): number {
  return PACK.rules.reduce((bits, rule, place) => {
    return rule.outcome === outcome ? bits | (1 << place) : bits;
  }, 0);
}
