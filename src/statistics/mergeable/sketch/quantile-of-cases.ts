import type { Cases, Step } from './steps.js';

/** A quantile of a sketch. */
export type SketchQuantile =
  | { readonly status: 'empty' }
  | {
      readonly status: 'found';
      /** At least the quantile of the single cases, and above it by at most the share `error` of it. */
      readonly value: number;
      /** 0 where the value is exact. */
      readonly error: number;
      /** `type-7` where no case is open and nothing else was asked for, else `kaplan-meier`; `-binned` where cases were counted in bins. */
      readonly method: 'type-7' | 'type-7-binned' | 'kaplan-meier' | 'kaplan-meier-binned';
    }
  /** Too many cases are still open: the quantile lies at or beyond `atLeast`, nobody knows where. */
  | {
      readonly status: 'not-reached';
      readonly atLeast: number;
      readonly method: 'kaplan-meier' | 'kaplan-meier-binned';
    };

/** Which quantile is meant. */
export interface SketchQuantileOptions {
  /**
   * Of a sketch without open cases: `type-7` of Hyndman and Fan, the default, lies between two of the times; `kaplan-meier` is read off the curve as where cases are
   * open, so that it does not jump as the last of them closes.
   */
  readonly definition?: QuantileDefinition;
}

/** The definitions of a quantile where no case is open. */
export const QUANTILE_DEFINITIONS = ['type-7', 'kaplan-meier'] as const;

/** See `SketchQuantileOptions`. */
export type QuantileDefinition = (typeof QUANTILE_DEFINITIONS)[number];

/** The bounds within which a time is known to lie; equal where it is known exactly. */
interface Within {
  readonly from: number;
  readonly to: number;
}

/** The quantile, and how far it may be off. */
export function quantileOfCases(
  cases: Cases,
  probability: number,
  definition: QuantileDefinition,
): SketchQuantile {
  const { closed, open, binned } = cases;
  if (closed + open === 0) return { status: 'empty' };
  if (open === 0 && definition === 'type-7')
    return found(type7(cases, probability), binned ? 'type-7-binned' : 'type-7');
  const method = binned ? 'kaplan-meier-binned' : 'kaplan-meier';
  const outcome = kaplanMeier(cases, probability);
  if ('atLeast' in outcome) return { status: 'not-reached', ...outcome, method };
  return found(outcome, method);
}

function found(
  { from, to }: Within,
  method: (SketchQuantile & { status: 'found' })['method'],
): SketchQuantile {
  return { status: 'found', value: to, error: from === to ? 0 : to / from - 1, method };
}

/** The quantile where no case is open: as type 7 of Hyndman and Fan, between the bounds of its order statistics. */
function type7(cases: Cases, probability: number): Within {
  const position = (cases.closed - 1) * probability;
  const rank = Math.floor(position);
  const share = position - rank;
  const lower = closedAt(cases, rank + 1);
  if (share === 0) return lower;
  const upper = closedAt(cases, rank + 2);
  return {
    from: lower.from + share * (upper.from - lower.from),
    to: lower.to + share * (upper.to - lower.to),
  };
}

/** The closed case of a rank, 1 the shortest, where no case is open. */
function closedAt({ steps, closed, min, max }: Cases, rank: number): Within {
  if (rank === 1) return { from: min, to: min };
  if (rank === closed) return { from: max, to: max };
  return stepOfRank(steps, rank, (step) => step.closed)!;
}

/** The step in which a rank lies, or nothing if there are fewer. */
export function stepOfRank(
  steps: readonly Step[],
  rank: number,
  casesOf: (step: Step) => number,
): Step | undefined {
  let reached = 0;
  return steps.find((step) => {
    reached += casesOf(step);
    return reached >= rank;
  });
}

/** Survival is a product of rounded factors: this near the level it lies on it, as in `survivalQuantile`. */
const ROUNDING = 1e-10;

/** Where a curve comes down to a level, and where it leaves it; the quantile is in the middle. */
interface Crossing {
  readonly reaches: Step;
  readonly leaves: Step | undefined;
}

/**
 * The quantile by the product-limit estimate, or how far it is known to lie.
 *
 * Within a bin the order of closed and open cases is unknown. Survival is lowest if all open ones leave before the first
 * closes and highest if they leave after the last, so the quantile lies between those of both curves. Where the higher one stays on the level to its end nothing closes after it
 * has reached it, in whatever order.
 */
function kaplanMeier(cases: Cases, probability: number): Within | { readonly atLeast: number } {
  const level = 1 - probability;
  const low = crossing(cases, level, (step) => step.open - step.last);
  if (low === undefined) return { atLeast: cases.max };
  const high = crossing(cases, level, () => 0);
  if (high === undefined) return { atLeast: low.reaches.from };
  const leaves = {
    from: high.leaves === undefined ? low.reaches.from : low.leaves!.from,
    to: (high.leaves ?? high.reaches).to,
  };
  return {
    from: middle(low.reaches.from, leaves.from),
    to: middle(high.reaches.to, leaves.to),
  };
}

function crossing(
  { steps, closed, open }: Cases,
  level: number,
  leavingBefore: (step: Step) => number,
): Crossing | undefined {
  let survival = 1;
  let atRisk = closed + open;
  let reaches: Step | undefined;
  for (const step of steps) {
    if (step.closed > 0) {
      survival *= 1 - step.closed / (atRisk - leavingBefore(step));
      if (survival < level + ROUNDING) reaches ??= step;
      if (reaches !== undefined && survival < level - ROUNDING) return { reaches, leaves: step };
    }
    atRisk -= step.closed + step.open;
  }
  return reaches && { reaches, leaves: undefined };
}

function middle(a: number, b: number): number {
  return a + (b - a) / 2;
}
