import type { Holdings } from './holdings.js';
import type { RowDraft, RuleDraft, RuleKind } from './rules.js';

/** What one side of a row is to results. */
export interface RowSide {
  readonly kind: RuleKind;
  readonly subject?: string;
  readonly bound: number;
}

/** A bound that is met but for this part of its size is met. */
const ROUNDING = 8 * Number.EPSILON;

/** Collects the rows of a program together with the rules that they stand for. */
export class RowWriter {
  readonly rows: RowDraft[] = [];
  readonly rules: RuleDraft[] = [];

  constructor(private readonly holdings: Holdings) {}

  /** A rule on Σ coefficients·w over the assets. */
  addForAssets(
    coefficients: Float64Array,
    sides: { readonly lower?: RowSide; readonly upper?: RowSide; readonly both?: RowSide },
    unit = 1,
  ): void {
    const { holdings } = this;
    let constant = 0;
    let size = 0;
    for (let a = 0; a < coefficients.length; a++) {
      const term = coefficients[a]! * holdings.base[a]!;
      constant += term;
      size = Math.max(size, Math.abs(term));
    }
    const own = new Float64Array(holdings.count);
    for (let i = 0; i < own.length; i++) {
      own[i] = coefficients[holdings.asset[i]!]! * holdings.sign[i]!;
    }
    this.addForVariables(own, constant, sides, unit, size);
  }

  /**
   * A rule on Σ coefficients·x + constant over the variables; the program's row is divided by `unit`. The constant is a sum
   * of terms of at most `size`.
   */
  addForVariables(
    coefficients: Float64Array,
    constant: number,
    sides: { readonly lower?: RowSide; readonly upper?: RowSide; readonly both?: RowSide },
    unit = 1,
    size: number = Math.abs(constant),
  ): void {
    const index = this.rows.length;
    const { lower, upper, both } = sides;
    const limit = (side: RowSide | undefined, none: number): number => {
      if (side === undefined) return none;
      const rest = side.bound - constant;
      // What is held may meet a bound but for rounding, which would count where nothing can be changed.
      const isMet = Math.abs(rest) <= ROUNDING * Math.max(size, Math.abs(side.bound));
      return isMet ? 0 : rest / unit;
    };
    this.rows.push({
      coefficients: unit === 1 ? coefficients : coefficients.map((value) => value / unit),
      lower: limit(both ?? lower, Number.NEGATIVE_INFINITY),
      upper: limit(both ?? upper, Number.POSITIVE_INFINITY),
    });
    for (const [side, what] of [
      ['lower', lower],
      ['upper', upper],
      ['both', both],
    ] as const) {
      if (what === undefined) continue;
      const { kind, subject = '', bound } = what;
      const name = subject === '' ? kind : `${kind}:${subject}`;
      const place = { of: 'row', index, side } as const;
      this.rules.push({ name, kind, subject, bound, stated: true, place, unit });
    }
  }
}
