import type { Holding } from '../account/read-holdings.js';
import type { WantedClasses } from '../account/read-target.js';
import type { StandIns } from '../lots/stand-in.js';
import type { Inside } from '../policy/compiled-policy.js';
import { exposuresOf } from './measure.js';
import { nearest } from './nearest.js';

/** Class weights that differ by less are the same: what is behind it is the noise of solving. */
const NOISE = 1e-6;

/** A weight below this is none. */
const NOTHING = 1e-9;

/**
 * Holdings with the product weights that come nearest to wanted asset classes, and of several that do so nearest to what is held: products
 * that are held already are added to, and others bought only where those do not suffice, as few as can be and the most preferred of them.
 *
 * @param now weights of today by place, as shares of what is to be invested.
 */
export function withClassTarget(
  holdings: readonly Holding[],
  now: Float64Array,
  { weights: wanted, products }: WantedClasses,
  inside: Inside,
): StandIns {
  const mayGrow = new Set(products);
  const seek = (allowed: ReadonlySet<string>): Float64Array =>
    nearest({
      holdings,
      low: new Float64Array(holdings.length),
      high: Float64Array.from(holdings, ({ id }, i) =>
        allowed.has(id) ? 1 : Math.min(1, now[i]!),
      ),
      sum: 1,
      wanted,
      reference: now,
      now,
    })!;
  const gapOf = (found: Float64Array): number => {
    const classes = exposuresOf(holdings, (_, i) => found[i]!, inside);
    return classes.reduce((gap, weight, k) => Math.max(gap, Math.abs(weight - wanted[k]!)), 0);
  };
  let best = seek(mayGrow);
  const gap = gapOf(best);
  const held = new Set(holdings.filter(({ value }) => value > 0n).map(({ id }) => id));
  for (const id of [...products].reverse()) {
    if (held.has(id) || mayGrow.size === 1) continue;
    mayGrow.delete(id);
    const without = seek(mayGrow);
    if (gapOf(without) <= gap + NOISE) best = without;
    else mayGrow.add(id);
  }
  const targets = best.map((weight) => (weight < NOTHING ? 0 : Math.min(1, weight)));
  return { holdings: holdings.map((one, i) => ({ ...one, target: targets[i]! })), reasons: [] };
}
