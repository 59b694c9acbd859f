import { largestSize } from '../numerics/index.js';

/** The kinds of rule that results speak of. */
export type RuleKind = 'min' | 'max' | 'group-min' | 'group-max' | 'target-return' | 'budget';

/**
 * One rule in the form Σ coefficients·w ≤ limit (for the budget: = limit).
 *
 * A rule is named as results name it: `max:GOLD`, `group-max:equity`, `target-return`, `budget`.
 */
export interface Rule {
  readonly name: string;
  readonly kind: RuleKind;
  /** The asset or group that is ruled; empty for the budget and the target return. */
  readonly subject: string;
  /** The bound as it was stated, before a floor is turned into a ceiling. */
  readonly bound: number;
  /** Whether the caller stated it, or it is a default. */
  readonly stated: boolean;
  readonly members: readonly number[];
  readonly coefficients: readonly number[];
  readonly limit: number;
  /** What one unit of the limit is in units of the bound; 1 but for the target return. */
  readonly unit: number;
}

/** A floor: Σ members ≥ bound. */
export function floorRule(
  kind: 'min' | 'group-min',
  subject: string,
  members: readonly number[],
  bound: number,
  stated: boolean,
): Rule {
  const name = `${kind}:${subject}`;
  const coefficients = members.map(() => -1);
  return { name, kind, subject, bound, stated, members, coefficients, limit: -bound, unit: 1 };
}

/** A ceiling: Σ members ≤ bound. */
export function ceilingRule(
  kind: 'max' | 'group-max',
  subject: string,
  members: readonly number[],
  bound: number,
  stated: boolean,
): Rule {
  const name = `${kind}:${subject}`;
  const coefficients = members.map(() => 1);
  return { name, kind, subject, bound, stated, members, coefficients, limit: bound, unit: 1 };
}

/** The budget: all weights sum to the bound. */
export function budgetRule(size: number, bound: number): Rule {
  const members = Array.from({ length: size }, (_, index) => index);
  const coefficients = members.map(() => 1);
  const fixed = { name: 'budget', kind: 'budget', subject: '', stated: true } as const;
  return { ...fixed, bound, members, coefficients, limit: bound, unit: 1 };
}

/**
 * A return that must be reached: μ'w ≥ bound.
 *
 * Divided by the largest return, so that being off by a given amount means the same for daily and for annual returns.
 */
export function targetReturnRule(expectedReturn: Float64Array, bound: number): Rule {
  const members = Array.from(expectedReturn, (_, index) => index);
  const unit = largestSize(expectedReturn) || 1;
  const coefficients = Array.from(expectedReturn, (value) => -value / unit);
  const fixed = {
    name: 'target-return',
    kind: 'target-return',
    subject: '',
    stated: true,
  } as const;
  return { ...fixed, bound, members, coefficients, limit: -bound / unit, unit };
}

/** A rule's coefficients, one per asset. */
export function normalOf({ members, coefficients }: Rule, size: number): Float64Array {
  const normal = new Float64Array(size);
  members.forEach((asset, k) => {
    normal[asset] = coefficients[k]!;
  });
  return normal;
}

/** How far a rule is from its limit: above 0 inside, below 0 when it is broken. */
export function slackOf(rule: Rule, weights: Float64Array): number {
  let sum = 0;
  rule.members.forEach((asset, k) => {
    sum += rule.coefficients[k]! * weights[asset]!;
  });
  return rule.limit - sum;
}
