import { at, checkInteger, checkObject, checkRange } from '../../errors/index.js';
import { type ExactFraction, exactFraction } from '../exact.js';

/** A bank's thresholds for behaviour. All defaults are the library's own. */
export interface BehaviourPolicy {
  readonly panicSale?: {
    /** Fall from the peak from which a sale may be one of panic, decimal fraction. Default 0.1. */
    readonly fallAtLeast?: number;
    /** Days before a day in which its peak is looked for. Default 365. */
    readonly peakWithinDays?: number;
    /** Days after a fall in which a sale follows it. Default 30. */
    readonly soldWithinDays?: number;
    /** Share of the holding that must be sold, decimal fraction. Default 0.5. */
    readonly shareAtLeast?: number;
  };
  /** Months in a row from which the same purchase is a plan. Default 3. */
  readonly planMonths?: number;
  /** Days for which a price may stand in for a later one. Default 5. */
  readonly priceAgeDays?: number;
}

/** The thresholds, without gaps. */
export interface ReadBehaviourPolicy {
  readonly panicSale: PanicSaleRule;
  readonly planMonths: number;
  readonly priceAgeDays: number;
}

export interface PanicSaleRule {
  readonly fallAtLeast: ExactFraction;
  readonly peakWithinDays: number;
  readonly soldWithinDays: number;
  readonly shareAtLeast: ExactFraction;
}

/** Checks the thresholds and fills in the defaults. */
export function readBehaviourPolicy(
  policy: BehaviourPolicy | undefined,
  path: string,
): ReadBehaviourPolicy {
  const given = checkObject(policy ?? {}, path) as BehaviourPolicy;
  const where = at(path, 'panicSale');
  const rule = checkObject(given.panicSale ?? {}, where) as NonNullable<
    BehaviourPolicy['panicSale']
  >;
  const { fallAtLeast = 0.1, peakWithinDays = 365, soldWithinDays = 30, shareAtLeast = 0.5 } = rule;
  return {
    panicSale: {
      fallAtLeast: share(fallAtLeast, at(where, 'fallAtLeast')),
      peakWithinDays: days(peakWithinDays, at(where, 'peakWithinDays')),
      soldWithinDays: days(soldWithinDays, at(where, 'soldWithinDays')),
      shareAtLeast: share(shareAtLeast, at(where, 'shareAtLeast')),
    },
    planMonths: checkInteger(given.planMonths ?? 3, at(path, 'planMonths'), { min: 2, max: 120 }),
    priceAgeDays: days(given.priceAgeDays ?? 5, at(path, 'priceAgeDays')),
  };
}

function share(value: number, path: string): ExactFraction {
  return exactFraction(checkRange(value, path, { exclusiveMin: 0, max: 1 }), path);
}

function days(value: number, path: string): number {
  return checkInteger(value, path, { min: 0, max: 3660 });
}
