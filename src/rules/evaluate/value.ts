import type { RuleConstant } from '../condition.js';

/** A value in an evaluation: known, unknown, or known to lie between bounds. */
export type Value = RuleConstant | readonly RuleConstant[] | Bounds | undefined;

/** What is known of a number or a date that is not known itself; an open side is `undefined`. */
export class Bounds {
  readonly low: number | string | undefined;
  readonly high: number | string | undefined;

  constructor(low: number | string | undefined, high: number | string | undefined) {
    this.low = low;
    this.high = high;
  }
}
