import { type LinearProgram, type LpResult, solveLp } from '../../numerics/index.js';
import { limitOf } from './share-caps.js';
import type { ShareProblem } from './share-problem.js';

/**
 * The linear program of a sharing. Columns: what is bought and sold in each cell, then what each line has too much and too little,
 * then what each account has left over and what it lacks, then the room under each cap, then one that is fixed. Rows: the money of each account,
 * then the target of each line, then the caps.
 *
 * Where the lines are products this is a transport problem: its corners are whole numbers.
 */
export interface ShareProgram {
  readonly cells: number;
  readonly lines: number;
  readonly accounts: number;
  readonly rows: LinearProgram['rows'];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** The program of a problem, without costs. */
export function makeProgram({ cells, money, targets, caps = [] }: ShareProblem): ShareProgram {
  const [n, l, a] = [cells.length, targets.length, money.length];
  const columns = 2 * (n + l + a) + caps.length + 1;
  const height = a + l + caps.length;
  const matrix = new Float64Array(height * columns);
  const limits = new Float64Array(height);
  const lower = new Float64Array(columns);
  const upper = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  money.forEach((amount, i) => {
    limits[i] = Number(amount);
    matrix[i * columns + leftColumn(i, n, l)] = 1;
    matrix[i * columns + leftColumn(i, n, l) + 1] = -1;
  });
  targets.forEach((amount, i) => {
    limits[a + i] = Number(amount);
    matrix[(a + i) * columns + 2 * (n + i)] = -1;
    matrix[(a + i) * columns + 2 * (n + i) + 1] = 1;
  });
  const enter = (row: number, j: number, share: number): void => {
    matrix[row * columns + 2 * j] = share;
    matrix[row * columns + 2 * j + 1] = -share;
    limits[row]! -= share * Number(cells[j]!.held);
  };
  caps.forEach((cap, i) => {
    const row = a + l + i;
    limits[row] = limitOf(cap, cells);
    matrix[row * columns + 2 * (n + l + a) + i] = 1;
    for (const [j, share] of cap.parts) enter(row, j, share);
  });
  cells.forEach(({ account, held, least, most, exposures }, j) => {
    enter(account, j, 1);
    for (const [line, share] of exposures) enter(a + line, j, share);
    lower[2 * j] = above0(least - held);
    upper[2 * j] = above0(most - held);
    lower[2 * j + 1] = above0(held - most);
    upper[2 * j + 1] = above0(held - least);
  });
  const whole = money.reduce((sum, amount) => sum + amount, 0n);
  lower[columns - 1] = upper[columns - 1] = carry(
    Math.round(CARRIED * Number(whole)),
    matrix,
    limits,
  );
  const rows = { matrix, lower: limits, upper: limits };
  return { cells: n, lines: l, accounts: a, rows, lower, upper };
}

/** What every row carries on both sides, as a part of all the money. */
const CARRIED = 1e-3;

/**
 * Adds an amount to both sides of every row, by the last column. Rows speak of changes, which can be tiny where the amounts that they come from are
 * large, and are solved to the digits of their own terms: those would be more digits than the amounts have.
 */
function carry(amount: number, matrix: Float64Array, limits: Float64Array): number {
  const columns = matrix.length / limits.length;
  for (let row = 0; row < limits.length; row++) {
    matrix[(row + 1) * columns - 1] = 1;
    limits[row]! += amount;
  }
  return amount;
}

/** A condition that a program is extended by. */
export interface ExtraRow {
  readonly parts: readonly (readonly [column: number, share: number])[];
  readonly lower: number;
  readonly upper: number;
}

/** The program with further columns from 0 up, behind its own, and with conditions on them. */
export function extend(
  program: ShareProgram,
  columns: number,
  extra: readonly ExtraRow[],
): ShareProgram {
  const { rows, lower, upper } = program;
  const [height, width] = [rows.lower.length, lower.length];
  const matrix = new Float64Array((height + extra.length) * (width + columns));
  for (let row = 0; row < height; row++) {
    matrix.set(rows.matrix.subarray(row * width, (row + 1) * width), row * (width + columns));
  }
  extra.forEach(({ parts }, i) => {
    for (const [column, share] of parts) matrix[(height + i) * (width + columns) + column] = share;
  });
  const none = new Float64Array(columns);
  return {
    ...program,
    rows: {
      matrix,
      lower: Float64Array.of(...rows.lower, ...extra.map((row) => row.lower)),
      upper: Float64Array.of(...rows.upper, ...extra.map((row) => row.upper)),
    },
    lower: Float64Array.of(...lower, ...none),
    upper: Float64Array.of(...upper, ...none.fill(Number.POSITIVE_INFINITY)),
  };
}

function leftColumn(account: number, cells: number, lines: number): number {
  return 2 * (cells + lines + account);
}

function above0(amount: bigint): number {
  return amount > 0n ? Number(amount) : 0;
}

export type Solved = Extract<LpResult, { readonly status: 'optimal' }>;

/** Costs of a program's columns, all 0. */
export function noCosts({ lower }: ShareProgram): Float64Array {
  return new Float64Array(lower.length);
}

/** The least cost; `undefined` where no point is left. */
export function solve(program: ShareProgram, cost: Float64Array): Solved | undefined {
  const { rows, lower, upper } = program;
  const result = solveLp({ cost, rows, lower, upper });
  return result.status === 'optimal' ? result : undefined;
}

/** The program on its optimum alone: where a change would cost something nothing may change. */
export function onOptimum(program: ShareProgram, { x, reducedCosts }: Solved): ShareProgram {
  const [lower, upper] = [program.lower.slice(), program.upper.slice()];
  reducedCosts.forEach((reduced, j) => {
    if (reduced !== 0) lower[j] = upper[j] = x[j]!;
  });
  return { ...program, lower, upper };
}

/** Points that are left to choose from and one of them, which stands where rounding leaves no better one. */
export interface Choice {
  readonly program: ShareProgram;
  readonly point: Solved;
}

/** The points of a program's optimum. */
export function bestOf(program: ShareProgram, point: Solved): Choice {
  return { program: onOptimum(program, point), point };
}

/** What each line has too much less what it has too little. */
export function excessOf({ cells, lines }: ShareProgram, { x }: Solved): readonly number[] {
  return Array.from({ length: lines }, (_, i) => x[2 * (cells + i)]! - x[2 * (cells + i) + 1]!);
}

/** What each account has left less what it lacks. */
export function leftOf({ cells, lines, accounts }: ShareProgram, { x }: Solved): readonly number[] {
  return Array.from({ length: accounts }, (_, i) => {
    const column = leftColumn(i, cells, lines);
    return x[column]! - x[column + 1]!;
  });
}

/** By how much each cell changes. */
export function changesOf({ cells }: ShareProgram, { x }: Solved): readonly number[] {
  return Array.from({ length: cells }, (_, j) => x[2 * j]! - x[2 * j + 1]!);
}
