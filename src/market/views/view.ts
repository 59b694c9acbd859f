import {
  AptfolioError,
  at,
  checkObject,
  checkRange,
  checkText,
  checkVector,
} from '../../errors/index.js';
import { LARGEST } from '../moments.js';

/** What someone expects of an asset or of one against others, and how sure that is. */
export type View = ViewStatement & ViewCertainty;

/** The expectation itself. */
export interface ViewStatement {
  /** A name for it, such as its author's. */
  readonly id?: string;
  /**
   * The portfolio that the view is about: its weights by asset name, those left out are 0; or one weight for each asset. `{ EQUITY:
   * 1 }` is an absolute view, `{ EQUITY: 1, BOND: -1 }` one on how far the first does better than the second.
   */
  readonly pick: Readonly<Record<string, number>> | readonly number[] | Float64Array;
  /** That portfolio's expected return, annual, in the same terms as the equilibrium. */
  readonly expected: number;
}

/** How sure a view is: stated in exactly one way. */
export type ViewCertainty =
  | {
      /**
       * From 0, no effect at all, to 1, taken for certain: the share of the way from the equilibrium weights to those of
       * a certain view that this view alone would go (Idzorek). Above 0 it is at least 1e-12.
       */
      readonly confidence: number;
      readonly variance?: never;
    }
  | {
      /** The variance of the view's error, annual, at least 0; `proportional` is τ·p'Σp, as uncertain as the equilibrium itself (He and Litterman). */
      readonly variance: number | 'proportional';
      readonly confidence?: never;
    };

/** A view that has been read. `variance` is `null` for a view of confidence 0, which says nothing. */
export interface ReadView {
  readonly id?: string;
  readonly pick: Float64Array<ArrayBuffer>;
  readonly expected: number;
  readonly certainty:
    | { readonly confidence: number }
    | { readonly variance: number }
    | 'proportional';
}

/** A view of less confidence has an error beyond all measure. */
const LEAST_CONFIDENCE = 1e-12;

const FIGURES = { min: -LARGEST, max: LARGEST };

/** Checks a view; `assets` are the names that its pick may use. */
export function readView(
  view: unknown,
  path: string,
  size: number,
  assets: readonly string[] | undefined,
): ReadView {
  const given = checkObject(view, path);
  const pick = readPick(given.pick, at(path, 'pick'), size, assets);
  if (pick.every((weight) => weight === 0)) {
    throw new AptfolioError('out-of-range', at(path, 'pick'), 'a weight other than 0');
  }
  return {
    ...(given.id === undefined ? {} : { id: checkText(given.id, at(path, 'id')) }),
    pick,
    expected: checkRange(given.expected, at(path, 'expected'), FIGURES),
    certainty: readCertainty(given, path),
  };
}

function readPick(
  value: unknown,
  path: string,
  size: number,
  assets: readonly string[] | undefined,
): Float64Array<ArrayBuffer> {
  if (Array.isArray(value) || value instanceof Float64Array) {
    return checkVector(value, path, size).map((weight, i) =>
      checkRange(weight, at(path, i), FIGURES),
    );
  }
  const entries = Object.entries(checkObject(value, path));
  if (assets === undefined) {
    throw new AptfolioError('missing-value', 'problem.assets', `the names that ${path} uses`);
  }
  const pick = new Float64Array(size);
  for (const [name, weight] of entries) {
    const index = assets.indexOf(name);
    if (index < 0) throw new AptfolioError('unknown-id', at(path, name), 'a name of the assets');
    pick[index] = checkRange(weight, at(path, name), FIGURES);
  }
  return pick;
}

function readCertainty(
  given: Readonly<Record<string, unknown>>,
  path: string,
): ReadView['certainty'] {
  const { confidence, variance } = given;
  if (confidence !== undefined && variance !== undefined) {
    const expected = 'no variance beside a confidence';
    throw new AptfolioError('inconsistent', at(path, 'variance'), expected, variance);
  }
  if (variance === 'proportional') return variance;
  if (variance !== undefined) {
    return { variance: checkRange(variance, at(path, 'variance'), { min: 0, max: 1e12 }) };
  }
  if (confidence === undefined) {
    throw new AptfolioError('missing-value', at(path, 'confidence'), 'a confidence or a variance');
  }
  const share = checkRange(confidence, at(path, 'confidence'), { min: 0, max: 1 });
  if (share > 0 && share < LEAST_CONFIDENCE) {
    const expected = `0 or a number from ${LEAST_CONFIDENCE} to 1`;
    throw new AptfolioError('out-of-range', at(path, 'confidence'), expected, share);
  }
  return { confidence: share };
}
