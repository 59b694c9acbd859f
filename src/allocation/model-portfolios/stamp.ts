import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { checkObject } from '../../errors/index.js';
import { sha256 } from '../../evidence/index.js';
import {
  type AssumptionsStanding,
  assumptionsStanding,
  type CompiledAssumptions,
} from '../../market/index.js';
import type { AllocationProblem } from '../problem.js';
import type { RiskFigureOptions } from '../risk-figures.js';
import { checkRiskOptions, type StanceAllocation } from './size-up.js';

/** The day on which allocations are made, and how their figures are worked out. */
export interface ModelPortfolioOptions {
  readonly asOf: PlainDate;
  /** The most days that the assumptions may be old. Without it only their `validUntil` ends them. */
  readonly maxAgeDays?: number;
  /** Confidence and horizon of the risk figures. Default 95 % over one year. */
  readonly risk?: RiskFigureOptions;
}

/** When allocations were made and from what. */
export interface AllocationStamp {
  /**
   * `not-in-force`: on the day the assumptions were expired or not yet valid, so that nothing here may be sold, whatever else it says; what
   * would be held is worked out all the same. `incomplete`: at least one allocation is missing. Findings of severity `block` say which and
   * why. Stale assumptions and those of unknown validity leave the status alone: a finding of severity `refer` asks a person.
   */
  readonly status: 'complete' | 'incomplete' | 'not-in-force';
  readonly asOf: PlainDate;
  /** The assumptions' own date. */
  readonly assumptionsAsOf: PlainDate;
  /** Whether the assumptions were in force and fresh on the day. */
  readonly standing: AssumptionsStanding;
  /** SHA-256 of the canonical JSON of the problems that were solved; on any day the same problems give the same. */
  readonly inputsHash: string;
}

/** Checks the day and the assumptions' dates, and returns all of the stamp that does not depend on the problems. */
export function readStamp(
  assumptions: CompiledAssumptions,
  options: ModelPortfolioOptions,
): Omit<AllocationStamp, 'status' | 'inputsHash'> {
  checkObject(options, 'options');
  const { maxAgeDays, risk } = options;
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  if (risk !== undefined) checkRiskOptions(risk, 'options.risk');
  const standing = assumptionsStanding(assumptions, {
    asOf,
    ...(maxAgeDays === undefined ? {} : { maxAgeDays }),
  });
  return { asOf, assumptionsAsOf: assumptions.asOf, standing };
}

/** The status of allocations under the standing of their assumptions. */
export function statusUnder(
  { status }: AssumptionsStanding,
  allocations: readonly StanceAllocation[],
): AllocationStamp['status'] {
  if (status === 'expired' || status === 'not-yet-valid') return 'not-in-force';
  return allocations.every((one) => one.status === 'optimal') ? 'complete' : 'incomplete';
}

/** The hash of the problems that were solved. */
export function hashProblems(problems: readonly AllocationProblem[]): string {
  return sha256(problems, 'assumptions');
}

/** A result with the SHA-256 of the canonical JSON of all its other fields. */
export function withHash<T extends object>(content: T): T & { readonly hash: string } {
  return Object.freeze({ ...content, hash: sha256(content) });
}
