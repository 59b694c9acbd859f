import type { FitProgram, FitRow } from './fit-program.js';

/** A program without the columns that are 0 whatever happens, and how its shares become those of the whole. */
export interface OpenProgram {
  readonly program: FitProgram;
  readonly whole: (z: Float64Array) => Float64Array;
}

/** Fewer columns than this part of the whole must be open to be worth a program of their own. */
const WORTH_IT = 0.75;

/** Leaves out closed columns: where most products are out a program has few of them, and is solved in a fraction of the time. */
export function openProgram(program: FitProgram): OpenProgram {
  const { lower, upper } = program;
  const open: number[] = [];
  for (let j = 0; j < lower.length; j++) if (upper[j] !== 0 || lower[j] !== 0) open.push(j);
  if (open.length === 0 || open.length > WORTH_IT * lower.length) {
    return { program, whole: (z) => z };
  }
  return {
    program: pickColumns(program, open),
    whole: (z) => spread(z, open, lower.length),
  };
}

/** The program of some columns, in ascending order. */
export function pickColumns(program: FitProgram, columns: readonly number[]): FitProgram {
  const { cost, once, likely } = program;
  const of = (values: Float64Array): Float64Array => pick(values, columns);
  return {
    ...program,
    owner: Int32Array.from(columns, (j) => program.owner[j]!),
    directions: program.directions.map((one) => ({ ...one, row: of(one.row) })),
    rows: program.rows.map((one): FitRow => ({ ...one, row: of(one.row) })),
    lower: of(program.lower),
    upper: of(program.upper),
    orders: program.orders.map(of),
    ...(cost && { cost: { ...cost, byColumn: of(cost.byColumn) } }),
    ...(once && { once: { ...once, byColumn: of(once.byColumn) } }),
    ...(likely && { likely: Uint8Array.from(columns, (j) => likely[j]!) }),
  };
}

/** Rows of some columns, row-major. */
export interface RowsAmong {
  /** The places of the rows that are left. */
  readonly places: readonly number[];
  readonly matrix: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** The rows of some columns, without those that hold whatever is in these. */
export function rowsAmong(rows: readonly FitRow[], columns: readonly number[]): RowsAmong {
  const size = columns.length;
  const matrix = new Float64Array(rows.length * size);
  const places: number[] = [];
  rows.forEach(({ row, lower, upper }, r) => {
    const from = places.length * size;
    let counts = !(lower <= 0 && upper >= 0);
    for (let k = 0; k < size; k++) {
      const entry = row[columns[k]!]!;
      matrix[from + k] = entry;
      if (entry !== 0) counts = true;
    }
    if (counts) places.push(r);
  });
  return {
    places,
    matrix: matrix.slice(0, places.length * size),
    lower: Float64Array.from(places, (r) => rows[r]!.lower),
    upper: Float64Array.from(places, (r) => rows[r]!.upper),
  };
}

/** Shares of some columns among all. */
export function spread(z: Float64Array, columns: readonly number[], length: number): Float64Array {
  const all = new Float64Array(length);
  for (let k = 0; k < columns.length; k++) all[columns[k]!] = z[k]!;
  return all;
}

/** The figures of some columns. */
export function pick(values: Float64Array, columns: readonly number[]): Float64Array {
  const picked = new Float64Array(columns.length);
  for (let k = 0; k < columns.length; k++) picked[k] = values[columns[k]!]!;
  return picked;
}
