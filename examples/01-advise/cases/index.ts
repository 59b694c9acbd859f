import type { CaseContext, CaseResult } from './case.js';
import {
  boldAtSixtySeven,
  brokenData,
  missingAnswer,
  missingRate,
  noLossButShares,
  shuffledBookings,
  whoMayNot,
} from './client-cases.js';
import { reRated } from './holding-cases.js';
import { suspendedOnTheWay } from './order-cases.js';
import {
  costlySwitch,
  edgeGoals,
  largeAccount,
  moneyNeededSoon,
  nothingEligible,
  oneStock,
  smallAccount,
} from './portfolio-cases.js';
import { overrides, rulesChange } from './rule-cases.js';
import { insistsOnRisk, oldAssessment } from './sale-cases.js';

export type { CaseResult, Remark } from './case.js';
export type { Notice } from './notice.js';
export type { Ruling } from './ruling.js';

const CASES = [
  insistsOnRisk,
  oldAssessment,
  missingAnswer,
  boldAtSixtySeven,
  oneStock,
  moneyNeededSoon,
  missingRate,
  smallAccount,
  largeAccount,
  suspendedOnTheWay,
  costlySwitch,
  reRated,
  noLossButShares,
  shuffledBookings,
  brokenData,
  whoMayNot,
  nothingEligible,
  edgeGoals,
  overrides,
  rulesChange,
];

/** The awkward cases A1 to A20, each one call. */
export function runCases(context: CaseContext): readonly CaseResult[] {
  return CASES.map((one) => one(context));
}
