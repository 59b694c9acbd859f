import { at, checkList, checkRange, type NumberRange } from '../../errors/index.js';
import { canonical, grow, lostIn, nearest } from './expansion.js';
import { refuseDraft } from './refuse-draft.js';

/** A sum that is being added to; private to `exactSum`. What it stands for is `sum + lost + crumbs + Σ rest`, exactly. */
export interface ExactSumDraft {
  /** The sum as a double. */
  sum: number;
  /** What rounding took from `sum`, as a double. */
  lost: number;
  /** What rounding took from `lost`, as a double. */
  crumbs: number;
  /** What rounding took from `crumbs`: an expansion, empty where all numbers are of similar size. */
  readonly rest: number[];
}

/**
 * An exact sum as plain JSON: the nearest double, then the double nearest to the rest, and so on, at most 40 numbers; empty
 * for 0. Equal sums have equal bytes.
 */
export type ExactSumState = readonly number[];

/** The largest size of a number that `exactSum` takes. No count of such numbers that a machine can add up leaves the doubles. */
export const EXACT_SUM_LIMIT = 1e270;

const SUMMANDS: NumberRange = { min: -EXACT_SUM_LIMIT, max: EXACT_SUM_LIMIT };

/** The same for the numbers of a state, which are sums. */
const COMPONENTS: NumberRange = { min: -1e290, max: 1e290 };
const STATE_LENGTH = 40;

/** The functions of `exactSum`; all refuse what is no draft, with path `draft` or `other`. */
export interface ExactSum {
  /** The sum of nothing. */
  init(): ExactSumDraft;
  /**
   * Adds a number, in place.
   *
   * @param value of a size of at most 1e270.
   * @param path of the value in errors; default `value`.
   * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range`.
   */
  add(draft: ExactSumDraft, value: number, path?: string): void;
  /** Adds what the other draft stands for, in place; the other stays as it is. */
  merge(draft: ExactSumDraft, other: ExactSumDraft): void;
  /** Frozen plain JSON, the same bytes for the same numbers in any order and grouping. */
  encode(draft: ExactSumDraft): ExactSumState;
  /**
   * A draft that goes on where a state ended.
   *
   * @throws AptfolioError for anything that is no list of at most 40 finite numbers, with a path such as `state[1]`.
   */
  decode(state: unknown, path?: string): ExactSumDraft;
  /** The double nearest to the exact sum; 0 for nothing. */
  value(draft: ExactSumDraft): number;
}

/**
 * The exact real sum of doubles, of which parts can be merged in any order to the same byte.
 *
 * Sources: J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates, Discrete & Computational
 * Geometry 18 (1997) 305–363; the rounding is that of Python's `math.fsum`.
 *
 * @example
 * ```ts
 * import { exactSum } from 'aptfolio/statistics';
 *
 * const north = exactSum.init();
 * for (const value of [1e100, 0.1]) exactSum.add(north, value);
 * const south = exactSum.init();
 * for (const value of [0.2, -1e100]) exactSum.add(south, value);
 * exactSum.merge(north, south);
 * exactSum.value(north); // => 0.30000000000000004
 * exactSum.encode(north); // => [0.30000000000000004, -2.7755575615628914e-17]
 * ```
 */
export const exactSum: ExactSum = Object.freeze({
  init: () => ({ sum: 0, lost: 0, crumbs: 0, rest: [] }),
  add(draft: ExactSumDraft, value: number, path = 'value') {
    checkDraft(draft, 'draft');
    addExactly(draft, isSummand(value) ? value : checkRange(value, path, SUMMANDS));
  },
  merge(draft: ExactSumDraft, other: ExactSumDraft) {
    checkDraft(draft, 'draft');
    for (const part of expansionOf(other, 'other')) addExactly(draft, part);
  },
  encode: (draft: ExactSumDraft) => Object.freeze(canonical(expansionOf(draft))),
  decode(state: unknown, path = 'state') {
    const components = checkList<number>(state, path, { maxLength: STATE_LENGTH });
    const draft = exactSum.init();
    components.forEach((component, i) => {
      addExactly(draft, checkRange(component, at(path, i), COMPONENTS));
    });
    return draft;
  },
  value: (draft: ExactSumDraft) => nearest(expansionOf(draft)) + 0,
});

function isSummand(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= EXACT_SUM_LIMIT;
}

/** Adds a number that was checked before. */
export function addExactly(draft: ExactSumDraft, value: number): void {
  const sum = draft.sum + value;
  const lost = lostIn(draft.sum, value, sum);
  draft.sum = sum;
  addSmall(draft, lost);
}

/** The same, sooner done where the number is small beside the sum. */
export function addSmall(draft: ExactSumDraft, value: number): void {
  const lost = draft.lost + value;
  const crumb = lostIn(draft.lost, value, lost);
  draft.lost = lost;
  const crumbs = draft.crumbs + crumb;
  const rest = lostIn(draft.crumbs, crumb, crumbs);
  draft.crumbs = crumbs;
  if (rest !== 0) growRest(draft.rest, rest);
}

/** Keeps the rest short: an expansion can have a part for every digit, its canonical form has at most 40. */
function growRest(rest: number[], value: number): void {
  grow(rest, value);
  if (rest.length > STATE_LENGTH) rest.splice(0, rest.length, ...canonical(rest).reverse());
}

function checkDraft(draft: ExactSumDraft | null | undefined, path: string): void {
  if (!Array.isArray(draft?.rest)) refuseDraft(draft, path);
}

function expansionOf(draft: ExactSumDraft, path = 'draft'): number[] {
  checkDraft(draft, path);
  const { sum, lost, crumbs, rest } = draft;
  const parts = [...rest];
  grow(parts, crumbs);
  grow(parts, lost);
  grow(parts, sum);
  return parts;
}
