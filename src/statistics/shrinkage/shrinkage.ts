import type { Interval } from '../interval.js';

/** One group's figure, drawn towards what is usual. */
export interface ShrunkGroup {
  readonly id: string;
  /** As observed. */
  readonly raw: number;
  /** The share `weight` of the raw figure and the rest of the centre. */
  readonly shrunk: number;
  /** How far the raw figure can be relied on, from 0 (all chance) to 1 (no error). */
  readonly weight: number;
  /** Of the group's true figure. */
  readonly interval: Interval;
}

/** The figures of several groups, each drawn towards the common centre as far as its own evidence is thin. */
export type Shrinkage =
  | {
      readonly status: 'shrunk';
      /** In the order given. */
      readonly groups: readonly ShrunkGroup[];
      /** What the groups have in common, in the unit of the figures. */
      readonly centre: number;
      /** How much the true figures of groups differ, in the unit squared. */
      readonly betweenVariance: number;
      readonly method: 'morris' | 'beta-binomial' | 'gamma-poisson';
    }
  /** The groups differ by no more than chance alone would have it: one figure serves them all. */
  | {
      readonly status: 'no-between-variation';
      readonly centre: number;
      /** Of the centre. */
      readonly interval: Interval;
    }
  /** Nothing says how much of the differences is chance: no group varies within itself. */
  | { readonly status: 'no-within-variation'; readonly centre: number }
  /** From fewer than four groups nobody can say how much groups differ. */
  | { readonly status: 'too-few-groups'; readonly groups: number };

/** How much groups differ is not to be known from fewer. */
export const LEAST_GROUPS = 4;
