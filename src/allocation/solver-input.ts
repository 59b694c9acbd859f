import { normalOf, type Rule } from './rules.js';

/** Rules in the solver's form, and where each rule went, so that its multiplier can be found again. */
export interface SolverInput {
  readonly lower: Float64Array<ArrayBuffer>;
  readonly upper: Float64Array<ArrayBuffer>;
  /** Gw ≤ h for the rules on several assets. */
  readonly inequalities: {
    readonly matrix: Float64Array<ArrayBuffer>;
    readonly rhs: Float64Array<ArrayBuffer>;
  };
  /** The place of each rule: a bound's asset, or a row of the inequalities. */
  readonly places: readonly number[];
}

/** Writes rules as bounds and rows. An asset without a bound on one side is free on that side. */
export function solverInput(rules: readonly Rule[], size: number): SolverInput {
  const lower = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const upper = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const rows: Float64Array[] = [];
  const limits: number[] = [];
  const places = rules.map((rule) => {
    if (rule.kind === 'min' || rule.kind === 'max') {
      const asset = rule.members[0]!;
      (rule.kind === 'min' ? lower : upper)[asset] = rule.bound;
      return asset;
    }
    rows.push(normalOf(rule, size));
    limits.push(rule.limit);
    return rows.length - 1;
  });
  const matrix = new Float64Array(rows.length * size);
  rows.forEach((row, r) => {
    matrix.set(row, r * size);
  });
  return { lower, upper, inequalities: { matrix, rhs: new Float64Array(limits) }, places };
}

/** The budget as the solver's one equality. */
export function budgetRow(
  budget: Rule,
  size: number,
): { readonly matrix: Float64Array<ArrayBuffer>; readonly rhs: Float64Array<ArrayBuffer> } {
  return { matrix: new Float64Array(size).fill(1), rhs: new Float64Array([budget.bound]) };
}
