import { daysBetween, latestDate, type PlainDate, parsePlainDate } from '../../dates/index.js';
import { checkInteger, checkObject } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { CapitalMarketAssumptions } from '../assumptions.js';

/** The day in question, and how old assumptions may become. */
export interface StandingOptions {
  readonly asOf: PlainDate;
  /** The most days since their own `asOf`. Without it only `validUntil` ends them. */
  readonly maxAgeDays?: number;
}

/** Whether assumptions may be used on a day. */
export interface AssumptionsStanding {
  /**
   * `not-yet-valid`: before their own date or `validFrom`. `expired`: after `validUntil`. `stale`: older than allowed. `undetermined`:
   * neither says how long they hold. Else `current`.
   */
  readonly status: 'current' | 'stale' | 'expired' | 'not-yet-valid' | 'undetermined';
  /** Days since their own date; negative before it. */
  readonly ageDays: number;
  /** Why they are not current; empty where they are. */
  readonly reasons: readonly Reason[];
}

/**
 * Tells whether assumptions are in force and fresh on a day.
 *
 * Throws by path for dates that do not exist.
 *
 * @example
 * ```ts
 * import { assumptionsStanding } from 'aptfolio/market';
 *
 * const view = {
 *   asOf: '2026-03-02', assetClasses: ['BOND'], expectedReturn: [0.03], volatility: [0.05], correlation: [[1]],
 * };
 * const { status, ageDays } = assumptionsStanding(view, { asOf: '2026-09-02', maxAgeDays: 120 });
 * [status, ageDays]; // => ['stale', 184]
 * assumptionsStanding(view, { asOf: '2026-09-02' }).status; // => 'undetermined'
 * ```
 */
export function assumptionsStanding(
  assumptions: CapitalMarketAssumptions,
  options: StandingOptions,
): AssumptionsStanding {
  const view = checkObject(assumptions, 'assumptions');
  const made = parsePlainDate(view.asOf, 'assumptions.asOf');
  const from = optionalDate(view.validFrom, 'assumptions.validFrom') ?? made;
  const until = optionalDate(view.validUntil, 'assumptions.validUntil');
  const given = checkObject(options, 'options');
  const asOf = parsePlainDate(given.asOf, 'options.asOf');
  const maxAgeDays =
    given.maxAgeDays === undefined
      ? undefined
      : checkInteger(given.maxAgeDays, 'options.maxAgeDays', { min: 0 });
  const ageDays = daysBetween(made, asOf);
  // Nobody can have used a view before it was made.
  const first = latestDate(made, from);
  const result = (status: AssumptionsStanding['status'], ...reasons: Reason[]) =>
    Object.freeze({ status, ageDays, reasons: Object.freeze(reasons) });
  if (asOf < first) {
    const parameters = { first, asOf };
    return result(
      'not-yet-valid',
      makeReason('market.assumptions-not-yet-valid', 'block', parameters),
    );
  }
  if (until !== undefined && asOf > until) {
    const parameters = { until, asOf };
    return result('expired', makeReason('market.assumptions-expired', 'block', parameters));
  }
  if (maxAgeDays !== undefined && ageDays > maxAgeDays) {
    const parameters = { made, asOf, days: ageDays, most: maxAgeDays };
    return result('stale', makeReason('market.assumptions-stale', 'refer', parameters));
  }
  if (until === undefined && maxAgeDays === undefined) {
    const parameters = { made };
    return result(
      'undetermined',
      makeReason('market.assumptions-validity-unknown', 'refer', parameters),
    );
  }
  return result('current');
}

function optionalDate(value: unknown, path: string): PlainDate | undefined {
  return value === undefined ? undefined : parsePlainDate(value, path);
}
