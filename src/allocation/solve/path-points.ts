import type { Path } from '../../numerics/index.js';

/** A point of a path: so much of the way from a corner to the next one. */
export interface PathPoint {
  readonly corner: number;
  /** 0 to below 1; 0 at the last corner. */
  readonly share: number;
}

/** What stands at a point, of values that are straight between corners; `width` of them for each corner. */
export function alongPath(values: Float64Array, width: number, point: PathPoint): Float64Array {
  const from = point.corner * width;
  const here = values.slice(from, from + width);
  if (point.share === 0) return here;
  for (let i = 0; i < width; i++) {
    const next = values[from + width + i]!;
    // Where nothing changes nothing is rounded either.
    if (next !== here[i]) here[i] = (1 - point.share) * here[i]! + point.share * next;
  }
  return here;
}

/** The first corner at which a falling list of values is at most `value`, and the one before it. */
function segmentAt(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The point of highest return whose variance is at most `variance`; the variance at the last corner must be.
 *
 * Between corners p'x is straight and the variance a parabola: from its value v and slope 2t·(p'x)' at one corner.
 */
export function pointAtVariance(path: Path, variance: number): PathPoint {
  const { variances } = path;
  const next = segmentAt(variances, variance);
  if (next === 0) return { corner: 0, share: 0 };
  const corner = next - 1;
  const share = shareAtVariance(path, corner, variance);
  return share >= 1 ? { corner: next, share: 0 } : { corner, share };
}

/** The variance at a point: between corners a parabola, from its value and its slope 2t·(p'x)' at one of them. */
export function varianceAt({ parameters, slopes, variances }: Path, point: PathPoint): number {
  const { corner, share } = point;
  const from = variances[corner]!;
  if (share === 0) return from;
  const slope = 2 * parameters[corner]! * (slopes[corner + 1]! - slopes[corner]!);
  const bend = variances[corner + 1]! - from - slope;
  return Math.max(0, from + share * (slope + share * bend));
}

/** The share s of a segment at which a + bs + cs² is the variance wanted. */
function shareAtVariance(path: Path, corner: number, variance: number): number {
  const from = path.variances[corner]!;
  const to = path.variances[corner + 1]!;
  const slope = 2 * path.parameters[corner]! * (path.slopes[corner + 1]! - path.slopes[corner]!);
  const bend = to - from - slope;
  const drop = from - variance;
  // The root on the falling side, in the form that does not cancel.
  const root = Math.sqrt(Math.max(0, slope * slope - 4 * bend * drop));
  const share = (2 * drop) / (root - slope);
  return Number.isFinite(share) ? Math.max(0, share) : 1;
}

/** The point whose p'x is `value`, or the nearest end of the path. */
export function pointAtSlope(path: Path, value: number): PathPoint {
  const { slopes } = path;
  const next = segmentAt(slopes, value);
  if (next === 0) return { corner: 0, share: 0 };
  if (slopes[next]! > value) return { corner: next, share: 0 };
  const corner = next - 1;
  const share = (slopes[corner]! - value) / (slopes[corner]! - slopes[next]!);
  return share >= 1 ? { corner: next, share: 0 } : { corner, share };
}

/** The point at a parameter, or the nearest end of the path. Of several corners at the same parameter the one of highest p'x. */
export function pointAtParameter(path: Path, t: number): PathPoint {
  const { parameters } = path;
  const next = segmentAt(parameters, t);
  if (next === 0 || parameters[next] === t) return { corner: next, share: 0 };
  const corner = next - 1;
  const share = (parameters[corner]! - t) / (parameters[corner]! - parameters[next]!);
  if (parameters[next]! > t) return { corner: next, share: 0 };
  return { corner, share };
}

/** Where all is scaled down towards cash the ratio stays the same: but for rounding of this size, the first such point is taken. */
const SAME = 1e-12;

/**
 * The point at which (p'x − riskless)/√variance is greatest; nothing where no p'x exceeds `riskless`.
 *
 * There t·(p'x − riskless) is the variance: above the tangent point it is less than that, below it more.
 */
export function bestRatio(path: Path, riskless: number): PathPoint | undefined {
  const { parameters, slopes, variances } = path;
  if (!(slopes[0]! > riskless)) return undefined;
  const last = parameters.length - 1;
  for (let k = 0; k < last; k++) {
    const excess = slopes[k + 1]! - riskless;
    if (excess > 0 && parameters[k + 1]! * excess > variances[k + 1]! * (1 + SAME)) continue;
    return { corner: k, share: shareAtRatio(path, k, riskless) };
  }
  return { corner: last, share: 0 };
}

/** Along a segment both sides of the condition are parabolas with the same square term, so that it is linear. */
function shareAtRatio(path: Path, corner: number, riskless: number): number {
  const { parameters, slopes, variances } = path;
  const gap = (k: number): number => parameters[k]! * (slopes[k]! - riskless) - variances[k]!;
  const here = gap(corner);
  const next = gap(corner + 1);
  if (!(here > SAME * variances[corner]!)) return 0;
  if (next >= 0) return 1;
  return Math.min(1, here / (here - next));
}
