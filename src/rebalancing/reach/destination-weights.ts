import { destinationOf } from '../destination/destination-of.js';
import { CASH } from '../drift/drift.js';
import { exposuresOf } from './measure.js';
import { nearest } from './nearest.js';
import type { Occasion } from './situation.js';
import { weightsOf } from './weights-of.js';

/** Where an account is to be brought if nothing stands in the way. */
export interface DestinationWeights {
  /** By the places of the holdings. */
  readonly products: Float64Array;
  readonly classes: Float64Array;
  /** What the product weights sum to: 1 less what stays money. */
  readonly sum: number;
}

/** What a destination depends on: an account, or all accounts of a household as one. */
export type Measurement = Pick<Occasion, 'inside' | 'aim' | 'now' | 'inset'> & {
  readonly account: Pick<Occasion['account'], 'holdings'>;
};

/** Differences of weights below this are the noise of division. */
const NOISE = 1e-12;

/**
 * The product weights of the policy's destination.
 *
 * Where classes are measured, the target's own products are taken if the destination is the target; else each product moves towards
 * its target weight by the share by which the classes inside it move, and of all weights that fit the classes equally well those
 * nearest to this are taken.
 */
export function destinationWeights(occasion: Measurement): DestinationWeights {
  const { inside, account, aim, now, inset } = occasion;
  const { holdings } = account;
  const { destination, scope, invested = 1 } = inside.policy.way;
  if (destination.kind === 'target' && scope.kind === 'whole') {
    const products = weightsOf(holdings, ({ target }) => target);
    return { products, classes: aim.classes, sum: invested };
  }
  const lines = destinationOf(now.drift, destination, scope, inset);
  if (inside.policy.measure === 'products') {
    const products = weightsOf(holdings, ({ id }) => lines.get(id) ?? 0);
    const classes = exposuresOf(holdings, (_, i) => products[i]!, inside);
    return { products, classes, sum: 1 - (lines.get(CASH) ?? 0) };
  }
  const cash = inside.assetClasses.includes(CASH) ? 0 : (lines.get(CASH) ?? 0);
  const wanted = Float64Array.from(inside.assetClasses, (id) => lines.get(id) ?? 0);
  const reference = towardsTarget(occasion, wanted);
  const sum = 1 - cash;
  const reached = exposuresOf(holdings, (_, i) => reference[i]!, inside);
  const fits = reached.every((weight, k) => Math.abs(weight - wanted[k]!) <= NOISE);
  const products = fits
    ? reference
    : nearest({
        holdings,
        low: new Float64Array(holdings.length),
        high: new Float64Array(holdings.length).fill(1),
        sum,
        wanted,
        reference,
        now: now.products,
      })!;
  return { products, classes: wanted, sum };
}

/** Each product moved towards its target as far as the classes inside it move. */
function towardsTarget({ account, aim, now }: Measurement, wanted: Float64Array): Float64Array {
  let moved = 0;
  let distance = 0;
  wanted.forEach((weight, k) => {
    moved += Math.abs(weight - now.classes[k]!);
    distance += Math.abs(aim.classes[k]! - now.classes[k]!);
  });
  const usual = distance > NOISE ? Math.min(1, moved / distance) : 0;
  const shares = wanted.map((weight, k) => {
    const whole = aim.classes[k]! - now.classes[k]!;
    if (Math.abs(whole) <= NOISE) return usual;
    return Math.min(1, Math.max(0, (weight - now.classes[k]!) / whole));
  });
  return Float64Array.from(account.holdings, ({ item, target }, i) => {
    let share = 0;
    for (let k = 0; k < shares.length; k++) share += item.exposures[k]! * shares[k]!;
    const from = now.products[i]!;
    return from + Math.min(1, share) * (target - from);
  });
}
