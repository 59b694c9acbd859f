import {
  AptfolioError,
  at,
  checkObject,
  checkRange,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import type { ClassRange, ClassTarget } from './target.js';

/** A target in the order of the asset classes. */
export interface Aims {
  /** Least and largest share to which each class is measured; the same for a share and for a centre. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Ranges that are limits, by the place of their class. */
  readonly limits: readonly ClassLimit[];
}

/** What an asset class must lie within, wherever the products can. */
export interface ClassLimit {
  readonly place: number;
  readonly min: number;
  readonly max: number;
}

const FIELDS: FieldsOf<ClassRange> = { min: true, max: true, centre: true };

/** Weights of a target come from optimisers and files with eight digits or more. */
const TARGET_TOLERANCE = 1e-6;

/** Reads a target, its rounding taken out so that shares alone sum to 1. */
export function readTarget(target: unknown, assetClasses: readonly string[]): Aims {
  const given = checkObject(target, 'target');
  for (const name of Object.keys(given)) {
    if (!assetClasses.includes(name)) {
      throw new AptfolioError('unknown-id', at('target', name), 'a class of the universe', name);
    }
  }
  const read = assetClasses.map((name) =>
    Object.hasOwn(given, name) ? readClass(given[name], at('target', name)) : 0,
  );
  const limits = read.flatMap((one, place) => {
    if (typeof one === 'number' || one.centre === undefined) return [];
    return [{ place, min: one.min, max: one.max }];
  });
  return { ...withinOne(read), limits };
}

function readClass(value: unknown, path: string): ClassTarget {
  if (typeof value !== 'object' || value === null) return checkRange(value, path, { min: 0 });
  const { min, max, centre } = checkObject(value, path) as unknown as ClassRange;
  refuseUnknown(value, path, FIELDS);
  const least = checkRange(min, at(path, 'min'), { min: 0, max: 1 });
  const most = checkRange(max, at(path, 'max'), { min: least, max: 1 });
  if (centre === undefined) return { min: least, max: most };
  const middle = checkRange(centre, at(path, 'centre'), { min: least, max: most });
  return { min: least, max: most, centre: middle };
}

/** The shares to which classes are measured, made so that some list of them sums to 1 exactly. */
function withinOne(read: readonly ClassTarget[]): Pick<Aims, 'lower' | 'upper'> {
  const lower = Float64Array.from(read, (one) =>
    typeof one === 'number' ? one : (one.centre ?? one.min),
  );
  const upper = Float64Array.from(read, (one) =>
    typeof one === 'number' ? one : (one.centre ?? one.max),
  );
  const [least, most] = [total(lower), total(upper)];
  if (least > 1 + TARGET_TOLERANCE) {
    throw new AptfolioError('inconsistent', 'target', sumOf(lower, upper), least);
  }
  if (most < 1 - TARGET_TOLERANCE) {
    throw new AptfolioError('inconsistent', 'target', sumOf(lower, upper), most);
  }
  const fixed = lower.every((share, i) => share === upper[i]);
  return {
    lower: fixed || least > 1 ? lower.map((share) => share / least) : lower,
    upper: fixed || most < 1 ? upper.map((share) => share / most) : upper,
  };
}

function sumOf(lower: Float64Array, upper: Float64Array): string {
  return lower.every((share, i) => share === upper[i])
    ? 'weights that sum to 1'
    : 'ranges that hold weights that sum to 1';
}

function total(shares: Float64Array): number {
  return shares.reduce((sum, share) => sum + share, 0);
}
