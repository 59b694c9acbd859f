import { EQUAL_OBJECTIVE, isBetter, settled } from './better.js';
import { OUT } from './choices.js';
import { type Fit, type FitProgram, fitOf, gradientOf, objectiveOf } from './fit-program.js';
import { leastWithPrices } from './least-objective.js';
import { programOf, rootOf, type SearchProblem, statesIn } from './node.js';
import { pickColumns, spread } from './open-columns.js';
import { type Loadings, loadingsOf, type Residuals, residualsBeside } from './residual-risk.js';
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
  /** Those of products that are left out, where they may be. */
  readonly left: Uint8Array;
  /** The products that are held in any case, because something of them cannot be sold. */
  readonly sure: readonly number[];
  /** The products that may come in. */
  readonly incoming: readonly Incoming[];
  /** The first column of each product, and the end of the last product's. */
  readonly places: Int32Array;
  readonly loadings: Loadings;
  readonly known: Known;
}

/** What came of sets of products: from one start to the next the same ones are met again and again. */
interface Known {
  readonly tried: Map<string, Tried>;
  readonly around: Map<string, Around | undefined>;
  readonly candidates: Map<string, Holding>;
}

/** The least objective of some products, and with all that is charged; infinite where they break a rule. */
interface Tried {
  readonly objective: number;
  readonly whole: () => number;
}

/** What is known of some products, or else what comes of the work. */
function remembered<T>(known: Map<string, T>, held: ReadonlySet<number>, work: () => T): T {
  const key = [...held].sort((a, b) => a - b).join();
  if (!known.has(key)) known.set(key, work());
  return known.get(key) as T;
}

export interface Work extends Swaps {
  held: ReadonlySet<number>;
  objective: number;
  fits: number;
}

/** Whether holding just these products is better than the best so far, which it then is. */
export function tryHolding(work: Work, held: ReadonlySet<number>): boolean {
  work.fits++;
  const tried = remembered(work.known.tried, held, () => triedOf(work, held));
  const limit = work.objective - EQUAL_OBJECTIVE;
  const whole = tried.objective < limit ? tried.whole() : tried.objective;
  if (!(whole < limit)) return false;
  work.held = held;
  work.objective = whole;
  return true;
}

function triedOf(swaps: Swaps, held: ReadonlySet<number>): Tried {
  const { narrow, states } = programFor(swaps, held);
  const program = programOf(narrow, states);
  const found = program && leastWithPrices(program);
  const none = Number.POSITIVE_INFINITY;
  if (program === undefined || found?.status !== 'found')
    return { objective: none, whole: () => none };
  const fit = fitOf(program, settled(found.z, program));
  const whole = (): number =>
    withAllCharges(narrow, states, { fit, program })?.candidate.fit.objective ?? none;
  return { objective: fit.objective, whole };
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
  const { problem, places, states: all, left, sure } = swaps;
  const { owner, products } = problem.program;
  const columns: number[] = [];
  // What cannot be sold is held whatever is swapped.
  for (const i of [...new Set([...sure, ...held])].sort((a, b) => a - b)) {
    for (let j = places[i]!; j < places[i + 1]!; j++) columns.push(j);
  }
  for (let j = places[products]!; j < owner.length; j++) columns.push(j);
  const narrow = { ...problem, program: pickColumns(problem.program, columns) };
  const states = left.slice();
  for (const i of held) states[i] = all[i]! & ~OUT || all[i]!;
  return { narrow, states, columns };
}

/** The fit in which just these products are held, the first in the program's orders; nothing where they do not keep all rules. */
export function candidateOf(swaps: Swaps, held: ReadonlySet<number>): Candidate | undefined {
  const { candidates } = swaps.known;
  const candidate = remembered(candidates, held, () => fitOfHolding(swaps, held));
  return typeof candidate === 'string' ? undefined : candidate;
}

/** What becomes of some products: `infeasible` where no shares of just these keep all rules, `open` where it is not known what they can do. */
type Holding = Candidate | 'infeasible' | 'open';

/** The same, with why there is none. */
export function fitOfHolding(swaps: Swaps, held: ReadonlySet<number>): Holding {
  const { problem } = swaps;
  const { narrow, states, columns } = programFor(swaps, held);
  return fitInStates(narrow, states, (z, own) => {
    const program = programOf(problem, own);
    if (program === undefined) return 'open';
    return { fit: fitOf(program, spread(z, columns, problem.program.owner.length)), program };
  });
}

/** The fit of a few products; where one is between its states, as a holding of which too little would be sold, the best in each of them. */
function fitInStates(
  narrow: SearchProblem,
  states: Uint8Array,
  whole: (z: Float64Array, states: Uint8Array) => Holding,
): Holding {
  const own = programOf(narrow, states);
  if (own === undefined) return 'infeasible';
  const result = solveFit(own);
  if (result.status !== 'fit') return result.status === 'infeasible' ? 'infeasible' : 'open';
  const fit = { ...result.fit, z: settled(result.fit.z, own) };
  const split = placeToSplit(narrow, states, fit);
  if (split?.by !== 'states') {
    const found = withAllCharges(narrow, states, { fit, program: own });
    return found === undefined ? 'open' : whole(fit.z, found.states);
  }
  let best: Holding = 'infeasible';
  for (const part of split.parts) {
    if (part === 0) continue;
    const narrower = states.slice();
    narrower[split.product] = part;
    const found = fitInStates(narrow, narrower, whole);
    if (found === 'open') return 'open';
    if (found === 'infeasible') continue;
    if (best === 'infeasible' || isBetter(found.program, found.fit, best.fit)) best = found;
  }
  return best;
}

/** No shares of just these products have an objective below this, whatever states they are in; infinite where none keep all rows. */
export function leastOfHolding(swaps: Swaps, held: ReadonlySet<number>): number {
  const { narrow, states } = programFor(swaps, held);
  const program = programOf(narrow, states);
  const found = program && leastWithPrices(program);
  if (found?.status === 'found') return objectiveOf(program!, found.z);
  return found?.status === 'no-convergence' ? 0 : Number.POSITIVE_INFINITY;
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
export function lookBeside(swaps: Swaps, stay: ReadonlySet<number>): Around | undefined {
  return remembered(swaps.known.around, stay, () => aroundOf(swaps, stay));
}

function aroundOf(swaps: Swaps, stay: ReadonlySet<number>): Around | undefined {
  const { program } = swaps.problem;
  const { narrow, states, columns } = programFor(swaps, stay);
  // Without what is left out there may be too few for now.
  const own = programOf({ ...narrow, minProducts: 0 }, states);
  const alone = own && leastWithPrices(own);
  if (own === undefined || alone?.status !== 'found') return undefined;
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
    residuals: residualsBeside(swaps.loadings, giving),
  };
}

/** A product that may come in, with the column that would grow and how far. */
export interface Incoming {
  readonly product: number;
  readonly column: number;
  readonly least: number;
  readonly most: number;
}

/** What is known before products are swapped. */
export function swapsOf(problem: SearchProblem): Swaps {
  const { program, choices } = problem;
  const { states } = rootOf(problem);
  const places = placesOf(program);
  const incoming: Incoming[] = [];
  choices.forEach(({ leastBought, held, most }, product) => {
    if (!(states[product]! & ~OUT)) return;
    const column = leastBought === undefined ? places[product]! : places[product + 1]! - 1;
    incoming.push({ product, column, least: held > 0 ? 0 : (leastBought ?? 0), most });
  });
  return {
    problem,
    states,
    left: states.map((allowed) => allowed & OUT || allowed),
    sure: [...states.keys()].filter((i) => !(states[i]! & OUT)),
    incoming,
    places,
    loadings: loadingsOf(program.directions, program.owner.length),
    known: { tried: new Map(), around: new Map(), candidates: new Map() },
  };
}

function placesOf({ owner, products }: FitProgram): Int32Array {
  const places = new Int32Array(products + 1);
  let j = 0;
  for (let i = 0; i < products; i++) {
    places[i] = j;
    while (owner[j] === i) j++;
  }
  places[products] = j;
  return places;
}
