import { type ParametricProgram, solveLp } from '../../numerics/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import type { Rule, RulePlace } from '../compile/rules.js';
import { beyondBound, kinkedRules } from './beyond-bound.js';
import type { Proof } from './proof.js';

/** What loosening a binding rule is worth. */
export interface ShadowPrice {
  /** Gain of the objective per unit by which this rule alone is loosened, at least 0. */
  readonly price: number;
  /** False where several multipliers prove the same optimum: tightening then costs more than loosening gains. */
  readonly unique: boolean;
}

/** A limit of the program that the point stands on, with its price and how the price may change. */
interface Limit {
  readonly price: number;
  /** The change of the price along each direction in which the multipliers may move; all zeros when it is fixed. */
  readonly changes: readonly number[];
}

/** Multipliers this close, relative to the problem's scale, count as equal. */
const SAME = 1e-9;

/**
 * The shadow prices of the binding rules, well defined even where multipliers are not.
 *
 * The multipliers that prove an optimum form a polyhedron; the gain from loosening a rule is the least value of its
 * multiplier in it, the loss from tightening it the largest. When the active rows are independent over the variables
 * between their bounds the polyhedron is a point and nothing has to be worked out.
 *
 * Source: M. Akgül, A note on shadow prices in linear programming, Journal of the Operational Research
 * Society 35 (1984): two-sided prices as the least and the largest dual value.
 */
export function shadowPrices(
  problem: CompiledProblem,
  proof: Proof,
  binding: readonly Rule[],
): readonly ShadowPrice[] {
  const { program } = problem;
  const { scale } = proof.residuals;
  const rows = activeRows(program, proof);
  const directions = dependencies(program, proof, rows);
  const limits = limitsOf(program, proof, rows, directions);
  const kinked = kinkedRules(problem);
  const within = (place: RulePlace): Limit => ({
    price: priceAt(proof, place),
    changes: changesAt(program, rows, directions, place),
  });
  const beyond = (place: RulePlace, own: Limit): Limit => {
    if (place.of === 'row' || kinked === undefined) return own;
    const { shift, rows: other } = beyondBound(problem, proof, place, kinked);
    const changes = own.changes.map((change, d) =>
      other.reduce((sum, { row, change: more }) => {
        const at = rows.indexOf(row);
        return at < 0 ? sum : sum - directions[d]![at]! * more;
      }, change),
    );
    return { ...own, price: own.price + shift, changes };
  };
  return binding.map((rule): ShadowPrice => {
    const { place, unit } = rule;
    const sides = place.side === 'both' ? (['lower', 'upper'] as const) : ([place.side] as const);
    let price = 0;
    let unique = true;
    for (const side of sides) {
      const one = { ...place, side };
      const own = within(one);
      const other = beyond(one, own);
      const least = extreme(limits, other, 1, scale) ?? other.price;
      price = Math.max(price, least);
      if (place.side === 'both') continue;
      const most = extreme(limits, own, -1, scale);
      unique = !hasNoRoom(program, place) && most !== undefined && most - least <= SAME * scale;
    }
    const settled = price <= SAME * scale ? 0 : price * proof.gain;
    return { price: (settled * worthOf(rule, proof)) / unit, unique };
  });
}

/** What one unit of a rule's bound is worth in its row: of a multiple, what it is a multiple of. */
function worthOf({ of }: Rule, { weights }: Proof): number {
  if (of === undefined) return 1;
  return Math.max(
    0,
    of.reduce((sum, asset) => sum + weights[asset]!, 0),
  );
}

/** Whether both sides of a place are the same: the price of either may then be anything above its own. */
function hasNoRoom(program: ParametricProgram, { of, index }: RulePlace): boolean {
  const { lower, upper } = of === 'variable' ? program : program.rows;
  return lower[index] === upper[index];
}

/** The price of one side of a place: but for rounding at least 0, where it is not one of two. */
function priceAt({ reduced, rowPrices }: Proof, { of, index, side }: RulePlace): number {
  const price = of === 'variable' ? reduced[index]! : -rowPrices[index]!;
  return side === 'lower' ? price : -price;
}

/** A point is on a limit when this part of its size, or less, is left. */
const AT_LIMIT = 1e-10;

function activeRows({ rows, size }: ParametricProgram, { x }: Proof): readonly number[] {
  const active: number[] = [];
  for (let r = 0; r < rows.count; r++) {
    let value = 0;
    let largest = 0;
    for (let i = 0; i < size; i++) {
      value += rows.matrix[r * size + i]! * x[i]!;
      largest = Math.max(largest, Math.abs(rows.matrix[r * size + i]!));
    }
    const near = AT_LIMIT * Math.max(largest, Math.abs(value));
    if (value - rows.lower[r]! <= near || rows.upper[r]! - value <= near) active.push(r);
  }
  return active;
}

/** Coefficients below this part of a row's largest are rounding. */
const NOTHING = 1e-11;

/**
 * A basis of the combinations of active rows that vanish on the variables between their bounds: the directions in which the
 * rows' prices may move while the bounds' prices make up for it.
 */
function dependencies(
  { rows, size, lower, upper }: ParametricProgram,
  { x }: Proof,
  active: readonly number[],
): readonly Float64Array[] {
  const between: number[] = [];
  for (let i = 0; i < size; i++) {
    const near = AT_LIMIT * Math.max(1, Math.abs(x[i]!));
    if (x[i]! - lower[i]! > near && upper[i]! - x[i]! > near) between.push(i);
  }
  const basis: Float64Array[] = [];
  const pivots: { readonly row: Float64Array; readonly mix: Float64Array; readonly at: number }[] =
    [];
  active.forEach((r, a) => {
    const row = Float64Array.from(between, (i) => rows.matrix[r * size + i]!);
    const mix = new Float64Array(active.length);
    mix[a] = 1;
    const tiny = NOTHING * row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (const pivot of pivots) {
      const factor = row[pivot.at]! / pivot.row[pivot.at]!;
      if (factor === 0) continue;
      for (let k = 0; k < row.length; k++) row[k]! -= factor * pivot.row[k]!;
      for (let k = 0; k < mix.length; k++) mix[k]! -= factor * pivot.mix[k]!;
      row[pivot.at] = 0;
    }
    let at = 0;
    for (let k = 1; k < row.length; k++) if (Math.abs(row[k]!) > Math.abs(row[at]!)) at = k;
    if (row.length > 0 && Math.abs(row[at]!) > tiny) pivots.push({ row, mix, at });
    else basis.push(mix);
  });
  return basis;
}

/** How the price of one side of a place changes along each direction. */
function changesAt(
  { rows, size }: ParametricProgram,
  active: readonly number[],
  directions: readonly Float64Array[],
  { of, index, side }: RulePlace,
): readonly number[] {
  const sign = side === 'upper' ? -1 : 1;
  return directions.map((mix) => {
    if (of === 'row') {
      const a = active.indexOf(index);
      return a < 0 ? 0 : -sign * mix[a]! + 0;
    }
    let change = 0;
    let largest = 0;
    active.forEach((r, a) => {
      const term = mix[a]! * rows.matrix[r * size + index]!;
      change += term;
      largest = Math.max(largest, Math.abs(term));
    });
    return Math.abs(change) <= NOTHING * largest ? 0 : sign * change;
  });
}

/** Every limit that the point stands on and whose price must keep its sign. */
function limitsOf(
  program: ParametricProgram,
  proof: Proof,
  active: readonly number[],
  directions: readonly Float64Array[],
): readonly Limit[] {
  const { lower, upper, rows, size } = program;
  const limits: Limit[] = [];
  const add = (place: RulePlace): void => {
    const changes = changesAt(program, active, directions, place);
    if (changes.every((change) => change === 0)) return;
    limits.push({ price: Math.max(0, priceAt(proof, place)), changes });
  };
  for (let i = 0; i < size; i++) {
    if (lower[i] === upper[i]) continue;
    const near = AT_LIMIT * Math.max(1, Math.abs(proof.x[i]!));
    const side = proof.x[i]! - lower[i]! <= near ? 'lower' : 'upper';
    if (side === 'lower' || upper[i]! - proof.x[i]! <= near)
      add({ of: 'variable', index: i, side });
  }
  for (const r of active) {
    if (rows.lower[r] === rows.upper[r]) continue;
    add({ of: 'row', index: r, side: sideOf(program, proof, r) });
  }
  return limits;
}

function sideOf({ rows, size }: ParametricProgram, { x }: Proof, r: number): 'lower' | 'upper' {
  let value = 0;
  for (let i = 0; i < size; i++) value += rows.matrix[r * size + i]! * x[i]!;
  return value - rows.lower[r]! <= rows.upper[r]! - value ? 'lower' : 'upper';
}

/**
 * The least (sign 1) or largest (sign −1) price of a limit over all multipliers that prove the optimum, or nothing where it has no end.
 *
 * Solved as its dual: few rows, one for each direction, and a column for every limit.
 */
function extreme(
  limits: readonly Limit[],
  own: Limit,
  sign: 1 | -1,
  scale: number,
): number | undefined {
  const count = limits.length;
  const matrix = new Float64Array(own.changes.length * count);
  limits.forEach(({ changes }, column) => {
    changes.forEach((change, d) => {
      matrix[d * count + column] = change;
    });
  });
  const sides = Float64Array.from(own.changes, (change) => sign * change);
  const answer = solveLp({
    cost: Float64Array.from(limits, ({ price }) => price / scale),
    rows: { matrix, lower: sides, upper: sides },
    lower: new Float64Array(count),
    upper: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
  });
  if (answer.status !== 'optimal') return undefined;
  return Math.max(0, own.price - sign * answer.objective * scale);
}
