import type { LinearProgram } from '../../numerics/index.js';
import type { Rule } from '../compile/rules.js';
import { type Condition, kinksOf, leftSideAt, type RuleBook, slopeAt } from './rule-book.js';

/** How a rule is taken: as it stands, as if it were not there, or as something that may be broken, at a cost. */
export type Treatment = 'holds' | 'open' | 'soft';

/** A linear program of rules that are taken each in its own way. Its cost is 0. */
export interface OpenProgram {
  readonly program: LinearProgram;
  /** The condition of each of its rows. */
  readonly rows: readonly Condition[];
  readonly columns: readonly Column[];
  /** Weights by asset when all variables are 0. */
  readonly base: Float64Array;
}

/** A variable: a stretch of an asset's weight, or a breach of a row's rule, or both. */
interface Column {
  /** −1 for a breach of a row. */
  readonly asset: number;
  /** Whether it adds to the weight; for a breach of a row, to its left side. */
  readonly sign: 1 | -1;
  readonly lower: number;
  readonly upper: number;
  /** The weight at which its slopes are read. */
  readonly weight: number;
  /** The rule that it breaks. */
  readonly breaks: Rule | undefined;
  /** The row that it belongs to, for a breach of one. */
  readonly row: number;
}

/** A difference below this part of what it is taken from is 0. */
const ROUNDING = 1e-13;

/** Lays out the program of a book's rules. */
export function openProgram(book: RuleBook, treat: (rule: Rule) => Treatment): OpenProgram {
  const isKept = (rule: Rule | undefined): boolean => rule !== undefined && treat(rule) !== 'open';
  const rows = book.conditions.filter(({ lower, upper }) => isKept(lower) || isKept(upper));
  const base = new Float64Array(book.assets.length);
  const columns: Column[] = [];
  for (let a = 0; a < base.length; a++) {
    const kinks = kinksOf(rows, a);
    if (kinks.length === 0) columns.push(...wholeWeight(book, treat, a));
    else {
      base[a] = within(book, a, kinks[0]!);
      columns.push(...stretches(book, treat, a, base[a]!, kinks));
    }
  }
  rows.forEach(({ lower, upper }, row) => {
    for (const [breaks, sign] of [
      [lower, 1],
      [upper, -1],
    ] as const) {
      if (breaks === undefined || treat(breaks) !== 'soft') continue;
      columns.push({ asset: -1, sign, ...beyond, weight: 0, breaks, row });
    }
  });
  const constants = rows.map((condition) => leftSideAt(condition, base));
  const limitsOf = (side: 'lower' | 'upper', none: number): Float64Array =>
    Float64Array.from(rows, (condition, r) => {
      const rule = condition[side];
      return isKept(rule) ? difference(book.limits.get(rule!)!, constants[r]!) : none;
    });
  return {
    program: {
      cost: new Float64Array(columns.length),
      rows: {
        matrix: matrixOf(rows, columns),
        lower: limitsOf('lower', Number.NEGATIVE_INFINITY),
        upper: limitsOf('upper', Number.POSITIVE_INFINITY),
      },
      lower: Float64Array.from(columns, ({ lower }) => lower),
      upper: Float64Array.from(columns, ({ upper }) => upper),
    },
    rows,
    columns,
    base,
  };
}

/** A difference, exactly 0 where it is only rounding: a limit of 1e-17 would be taken at its word. */
function difference(a: number, b: number): number {
  const left = a - b;
  return Math.abs(left) <= ROUNDING * Math.abs(b) ? 0 : left;
}

/** Weights by asset from the variables. */
export function weightsOf({ base, columns }: OpenProgram, x: Float64Array): Float64Array {
  const weights = base.slice();
  columns.forEach(({ asset, sign }, j) => {
    if (asset >= 0) weights[asset]! += sign * x[j]!;
  });
  return weights;
}

const beyond = { lower: 0, upper: Number.POSITIVE_INFINITY } as const;

function within({ limits, floors, ceilings }: RuleBook, asset: number, weight: number): number {
  const least = limits.get(floors[asset]!)!;
  return Math.max(least, Math.min(limits.get(ceilings[asset]!)!, weight));
}

/** An asset without kinks: its weight, and what may go beyond its bounds at a cost. */
function wholeWeight(
  { limits, floors, ceilings }: RuleBook,
  treat: (rule: Rule) => Treatment,
  asset: number,
): readonly Column[] {
  const [floor, ceiling] = [floors[asset]!, ceilings[asset]!];
  const common = { asset, weight: 0, row: -1 } as const;
  const columns: Column[] = [
    {
      ...common,
      sign: 1,
      lower: treat(floor) === 'open' ? Number.NEGATIVE_INFINITY : limits.get(floor)!,
      upper: treat(ceiling) === 'open' ? Number.POSITIVE_INFINITY : limits.get(ceiling)!,
      breaks: undefined,
    },
  ];
  if (treat(ceiling) === 'soft') columns.push({ ...common, ...beyond, sign: 1, breaks: ceiling });
  if (treat(floor) === 'soft') columns.push({ ...common, ...beyond, sign: -1, breaks: floor });
  return columns;
}

/** An asset with kinks: the stretches between them, up and down from the base and beyond the bounds where they are open. */
function stretches(
  { limits, floors, ceilings }: RuleBook,
  treat: (rule: Rule) => Treatment,
  asset: number,
  base: number,
  kinks: readonly number[],
): readonly Column[] {
  return ([1, -1] as const).flatMap((sign) => {
    const rule = (sign === 1 ? ceilings : floors)[asset]!;
    const bound = limits.get(rule)!;
    const isAhead = (point: number): boolean => sign * (point - base) > 0;
    const ahead = new Set([bound, ...kinks].filter(isAhead));
    const stops = [...ahead].sort((p, q) => sign * (p - q));
    const starts = [base, ...stops];
    return starts.flatMap((from, k): readonly Column[] => {
      const isBeyond = sign * (from - bound) >= 0;
      if (isBeyond && treat(rule) === 'holds') return [];
      const to = stops[k] ?? from + 2 * sign;
      const upper = k < stops.length ? Math.abs(to - from) : Number.POSITIVE_INFINITY;
      const breaks = isBeyond && treat(rule) === 'soft' ? rule : undefined;
      return [{ asset, sign, lower: 0, upper, weight: from + (to - from) / 2, breaks, row: -1 }];
    });
  });
}

function matrixOf(rows: readonly Condition[], columns: readonly Column[]): Float64Array {
  const matrix = new Float64Array(rows.length * columns.length);
  const asset = Int32Array.from(columns, (column) => column.asset);
  for (let r = 0, at = 0; r < rows.length; r++) {
    const condition = rows[r]!;
    const { coefficients, kinks } = condition;
    for (let j = 0; j < columns.length; j++, at++) {
      const a = asset[j]!;
      const { sign, weight, row } = columns[j]!;
      if (a < 0) matrix[at] = row === r ? sign : 0;
      else if (kinks.length === 0) matrix[at] = sign * coefficients[a]!;
      else matrix[at] = sign * slopeAt(condition, a, weight, 'above');
    }
  }
  return matrix;
}
