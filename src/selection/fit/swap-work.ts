import { EQUAL_OBJECTIVE, settled } from './better.js';
import { OUT } from './choices.js';
import { type Fit, type FitProgram, fitOf, gradientOf, objectiveOf } from './fit-program.js';
import { leastWithPrices } from './least-objective.js';
import { programOf, type SearchProblem, statesIn } from './node.js';
import { pickColumns, spread } from './open-columns.js';
import { type Loadings, type Residuals, residualsBeside } from './residual-risk.js';
import { solveFit } from './solve-fit.js';
import { placeToSplit } from './split.js';

/** A fit that keeps all rules, with the program that it was solved in. */
export interface Candidate {
  readonly fit: Fit;
  readonly program: FitProgram;
}

/** So many of the products that promise most are tried in the place of one that is held. */
export const TRIED = 6;

/** Small fits after which no more swaps are tried. */
export const MOST_FITS = 200;

/** What is known while products are swapped. */
export interface Swaps {
  readonly problem: SearchProblem;
  /** All states that products may be in. */
  readonly states: Uint8Array;
  /** The first column of each product, and the end of the last product's. */
  readonly places: Int32Array;
  readonly loadings: Loadings;
}

export interface Work extends Swaps {
  held: ReadonlySet<number>;
  objective: number;
  fits: number;
}

/** Whether holding just these products is better than the best so far, which it then is. */
export function tryHolding(work: Work, held: ReadonlySet<number>): boolean {
  work.fits++;
  const { narrow, states } = programFor(work, held);
  const program = programOf(narrow, states);
  const found = program && leastWithPrices(program);
  if (program === undefined || found === undefined) return false;
  const fit = fitOf(program, settled(found.z, program));
  const isLess = ({ objective }: Fit): boolean => objective < work.objective - EQUAL_OBJECTIVE;
  const whole = isLess(fit) ? withAllCharges(narrow, states, { fit, program }) : undefined;
  if (whole === undefined || !isLess(whole.candidate.fit)) return false;
  work.held = held;
  work.objective = whole.candidate.fit.objective;
  return true;
}

/** A fit with all that it is charged, in the states that it is in; nothing where it breaks a rule. */
function withAllCharges(
  problem: SearchProblem,
  states: Uint8Array,
  candidate: Candidate,
): { readonly candidate: Candidate; readonly states: Uint8Array } | undefined {
  const split = placeToSplit(problem, states, candidate.fit);
  if (split === undefined) return { candidate, states };
  if (split.by !== 'charges') return undefined;
  const own = statesIn(problem, states, candidate.fit);
  const program = programOf(problem, own);
  return program && { candidate: { fit: fitOf(program, candidate.fit.z), program }, states: own };
}

/** The program in which just some products are held, by its own columns. */
function programFor(
  swaps: Swaps,
  held: ReadonlySet<number>,
): { readonly narrow: SearchProblem; readonly states: Uint8Array; readonly columns: number[] } {
  const { problem, places, states: all } = swaps;
  const { owner, products } = problem.program;
  const columns: number[] = [];
  for (const i of [...held].sort((a, b) => a - b)) {
    for (let j = places[i]!; j < places[i + 1]!; j++) columns.push(j);
  }
  for (let j = places[products]!; j < owner.length; j++) columns.push(j);
  const narrow = { ...problem, program: pickColumns(problem.program, columns) };
  const states = all.slice();
  for (let i = 0; i < states.length; i++) {
    states[i] = (held.has(i) ? all[i]! & ~OUT : all[i]! & OUT) || all[i]!;
  }
  return { narrow, states, columns };
}

/** The fit in which just these products are held, the first in the program's orders; nothing where they do not keep all rules. */
export function candidateOf(swaps: Swaps, held: ReadonlySet<number>): Candidate | undefined {
  const candidate = fitOfHolding(swaps, held);
  return typeof candidate === 'string' ? undefined : candidate;
}

/** The same; `infeasible` where no shares of just these products keep all rows, `open` where it is not known what they can do. */
export function fitOfHolding(
  swaps: Swaps,
  held: ReadonlySet<number>,
): Candidate | 'infeasible' | 'open' {
  const { problem } = swaps;
  const { narrow, states, columns } = programFor(swaps, held);
  const own = programOf(narrow, states);
  if (own === undefined) return 'infeasible';
  const result = solveFit(own);
  if (result.status !== 'fit') return result.status === 'infeasible' ? 'infeasible' : 'open';
  const fit = { ...result.fit, z: settled(result.fit.z, own) };
  const found = withAllCharges(narrow, states, { fit, program: own });
  const program = found && programOf(problem, found.states);
  if (program === undefined) return 'open';
  return { fit: fitOf(program, spread(fit.z, columns, problem.program.owner.length)), program };
}

/** The least objective of just these products, whatever decides among equals; nothing where it is not known. */
export function leastOfHolding(swaps: Swaps, held: ReadonlySet<number>): number | undefined {
  const { narrow, states } = programFor(swaps, held);
  const program = programOf(narrow, states);
  const found = program && leastWithPrices(program);
  return program && found && objectiveOf(program, found.z);
}

/** What is known of the objective beside products that stay. */
export interface Around {
  /** The objective of these alone. */
  readonly from: number;
  /** How it grows with each column, by column of the whole. */
  readonly slopes: Float64Array;
  readonly residuals: Residuals;
}

/** Fits the products that stay without any others; nothing where they do not keep all rows. */
export function lookBeside(work: Work, stay: ReadonlySet<number>): Around | undefined {
  const { program } = work.problem;
  const { narrow, states, columns } = programFor(work, stay);
  // Without what is left out there may be too few for now.
  const own = programOf({ ...narrow, minProducts: 0 }, states);
  const alone = own && leastWithPrices(own);
  if (own === undefined || alone === undefined) return undefined;
  const { z, prices } = alone;
  const slopes = gradientOf(program, spread(z, columns, program.owner.length));
  program.rows.forEach(({ row }, r) => {
    const price = prices[r]!;
    if (price !== 0) for (let j = 0; j < row.length; j++) slopes[j]! += price * row[j]!;
  });
  const free = columns.filter((_, k) => z[k]! > own.lower[k]! && z[k]! < own.upper[k]!);
  // Where all stand at a limit those at their most give way.
  const giving = free.length > 0 ? free : columns.filter((_, k) => z[k]! > own.lower[k]!);
  return {
    from: objectiveOf(own, z),
    slopes,
    residuals: residualsBeside(work.loadings, giving),
  };
}

/** A product that may come in, with the column that would grow and how far. */
export interface Incoming {
  readonly product: number;
  readonly column: number;
  readonly least: number;
  readonly most: number;
}

/** The products that may come in beside those that stay. */
export function* comingIn(
  { problem: { program, choices }, states, places }: Swaps,
  isOut: (product: number) => boolean,
): Generator<Incoming> {
  for (let product = 0; product < program.products; product++) {
    if (isOut(product) || !(states[product]! & ~OUT)) continue;
    const { leastBought, held, most } = choices[product]!;
    const column = leastBought === undefined ? places[product]! : places[product + 1]! - 1;
    yield { product, column, least: held > 0 ? 0 : (leastBought ?? 0), most };
  }
}
