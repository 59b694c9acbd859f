import { ratio } from '../account/exact.js';
import type { Holding } from '../account/read-holdings.js';
import { CASH, type Drift } from '../drift/drift.js';
import { driftOf } from '../drift/drift-of.js';
import type { Inside } from '../policy/compiled-policy.js';
import { varianceOf } from '../utility.js';
import { sumOfWeights, weightsOf } from './weights-of.js';

/** Weights of an account, by the places of its holdings and of the asset classes. */
export interface Weights {
  readonly products: Float64Array;
  readonly classes: Float64Array;
  /** Free money to invest; below 0 where money is missing. */
  readonly cash: number;
}

/** An account's weights and what they say. */
export interface Measured extends Weights {
  readonly drift: Drift;
  readonly trackingError: number | undefined;
  readonly volatility: number | undefined;
}

/** What is measured against: the target as it is now. */
export interface Aim {
  readonly classes: Float64Array;
  /** Target weight of everything measured. */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * The target of an account by classes and by what is measured.
 *
 * @param wanted the asset classes that are wanted, which products may not come to. Default those of the products' targets.
 */
export function aimOf(holdings: readonly Holding[], inside: Inside, wanted?: Float64Array): Aim {
  const classes = wanted ?? exposuresOf(holdings, (holding) => holding.target, inside);
  const { policy, assetClasses } = inside;
  const lines =
    policy.measure === 'products'
      ? new Map(holdings.map(({ id, target }) => [id, target]))
      : new Map(assetClasses.map((id, i) => [id, classes[i]!]));
  return { classes, lines };
}

/** Shares of what is to be invested; of nothing every share is 0. */
export function weigh(
  holdings: readonly Holding[],
  values: readonly bigint[],
  free: bigint,
  investable: bigint,
  inside: Inside,
): Weights {
  const whole = investable > 0n ? investable : 0n;
  const share = (value: bigint): number => (whole === 0n ? 0 : ratio(value, whole));
  const products = weightsOf(values, share);
  const classes = exposuresOf(holdings, (_, i) => products[i]!, inside);
  return { products, classes, cash: share(free) };
}

/** Drift and risk of weights against a target. */
export function measure(
  weights: Weights,
  aim: Aim,
  holdings: readonly Holding[],
  inside: Inside,
  breached: ReadonlySet<string>,
): Measured {
  const { policy, assetClasses } = inside;
  const lines = new Map<string, number>();
  if (policy.measure === 'products') {
    holdings.forEach(({ id }, i) => {
      lines.set(id, weights.products[i]!);
    });
  } else {
    assetClasses.forEach((id, i) => {
      lines.set(id, weights.classes[i]!);
    });
  }
  // A class of that name holds free money too.
  if (weights.cash !== 0) lines.set(CASH, (lines.get(CASH) ?? 0) + weights.cash);
  const { utility } = policy;
  const { products, classes, cash } = weights;
  const apart = classes.map((weight, i) => weight - aim.classes[i]!);
  return {
    products,
    classes,
    cash,
    drift: driftOf(lines, aim.lines, policy.bands, breached),
    trackingError: utility === undefined ? undefined : Math.sqrt(varianceOf(utility, apart)),
    volatility: utility === undefined ? undefined : Math.sqrt(varianceOf(utility, classes)),
  };
}

/** Class weights of product weights. */
export function exposuresOf(
  holdings: readonly Holding[],
  weightOf: (holding: Holding, index: number) => number,
  { assetClasses }: Inside,
): Float64Array {
  const size = assetClasses.length;
  const classes = new Float64Array(size);
  holdings.forEach((holding, i) => {
    const weight = weightOf(holding, i);
    if (weight === 0) return;
    const { exposures } = holding.item;
    for (let k = 0; k < size; k++) classes[k]! += weight * exposures[k]!;
  });
  return classes;
}

/** What product weights would be measured as, if what they leave were free money. */
export function measureWeights(
  holdings: readonly Holding[],
  products: Float64Array,
  aim: Aim,
  inside: Inside,
  breached: ReadonlySet<string>,
): Measured {
  const classes = exposuresOf(holdings, (_, i) => products[i]!, inside);
  const left = 1 - sumOfWeights(products);
  const cash = Math.abs(left) < NOISE ? 0 : left;
  return measure({ products, classes, cash }, aim, holdings, inside, breached);
}

/** Weights come from divisions. */
const NOISE = 1e-12;
