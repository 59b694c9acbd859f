import type { PlainDate } from '../dates/index.js';
import type { Money } from '../money/index.js';

/** An amount to compute a return from: money, or a plain number in a unit of the caller's. */
export type Amount = number | Money;

/** Money that the client put in or took out, with its civil date. */
export interface Flow {
  readonly date: PlainDate;
  /** The sign depends on the point of view, which each function states. */
  readonly amount: Amount;
}

/** The value of a portfolio at the end of a day, the flows of that day included. */
export interface Valuation {
  readonly date: PlainDate;
  readonly value: Amount;
}

/**
 * When in the day money moves: `start-of-day` earns the day's return, `end-of-day` does not, and
 * `inflow-start-outflow-end` lets both money that comes and money that goes share in the day.
 */
export type FlowTiming = 'start-of-day' | 'end-of-day' | 'inflow-start-outflow-end';
