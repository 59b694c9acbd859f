import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/products/index.js';
import type { RebalancingPolicy } from '../../../src/rebalancing/index.js';
import { decide } from '../simple.js';
import { cny } from '../support.js';

/** A product of an account: what is held in whole units of money, its part of the target, and its terms. */
interface Line {
  readonly held: number;
  readonly part: number;
  readonly terms: Pick<Product, 'minimumPurchase'> &
    Partial<Pick<Product, 'minimumRedemption' | 'minimumHolding'>>;
}

const amounts = fc.constantFrom('500', '1000', '2000');

const lines: fc.Arbitrary<readonly Line[]> = fc
  .array(
    fc.record({
      held: fc.oneof(fc.constant(0), fc.integer({ min: 200, max: 5000 })),
      part: fc.integer({ min: 0, max: 8 }),
      terms: fc.record(
        {
          minimumPurchase: fc.oneof(fc.constant('1'), amounts),
          minimumRedemption: amounts,
          minimumHolding: amounts,
        },
        { requiredKeys: ['minimumPurchase'] },
      ),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .filter((all) => all.some(({ held }) => held > 0) && all.some(({ part }) => part > 0));

const destinations = fc.constantFrom<RebalancingPolicy['destination']>(
  { kind: 'target' },
  { kind: 'edge' },
  { kind: 'fraction', ofBand: 0.5 },
);

/** Least and most that a product may be worth, and how many trades lead there. */
type Range = readonly [low: number, high: number, trades: 0 | 1];

/** What rounding may take from a line; the bands are that much narrower, so that what is found here is there for certain. */
const ROUNDING = 0.05;

/** All that a product can come to within its band, without a trade, by a purchase, by a sale of all or of a part. */
function rangesOf(
  { held, terms }: Line,
  target: number,
  band: number,
  total: number,
): readonly Range[] {
  const [low, high] = [(target - band) * total + ROUNDING, (target + band) * total - ROUNDING];
  const ranges: Range[] = [[held, held, 0]];
  if (target > 0) ranges.push([held + Number(terms.minimumPurchase), Number.POSITIVE_INFINITY, 1]);
  if (held > 0) {
    ranges.push([0, 0, 1]);
    ranges.push([
      Number(terms.minimumHolding ?? 0.01),
      held - Number(terms.minimumRedemption ?? 0.01),
      1,
    ]);
  }
  const least = target - band <= 0 ? 0 : low;
  return ranges
    .map(([from, to, trades]): Range => [Math.max(from, least), Math.min(to, high), trades])
    .filter(([from, to]) => from <= to);
}

/** The fewest trades that bring everything inside with all money invested; infinitely many where none do. */
function fewest(all: readonly (readonly Range[])[], total: number): number {
  const [first, ...rest] = all;
  const from = (i: number, low: number, high: number, trades: number): number => {
    if (i === all.length) return low <= total && total <= high ? trades : Number.POSITIVE_INFINITY;
    return Math.min(
      ...all[i]!.map(([least, most, one]) => from(i + 1, low + least, high + most, trades + one)),
      Number.POSITIVE_INFINITY,
    );
  };
  return first === undefined && rest.length === 0 ? 0 : from(0, 0, 0, 0);
}

describe('what is said of the fewest trades', () => {
  it('holds of the trades as they are made', () => {
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom(0.02, 0.05, 0.1),
        destinations,
        fc.option(fc.nat(3), { nil: undefined }),
        (all, band, destination, residual) => {
          const ids = all.map((_, i) => `P${i}`);
          const parts = all.reduce((sum, { part }) => sum + part, 0);
          const total = all.reduce((sum, { held }) => sum + held, 0);
          const targets = all.map(({ part }) => part / parts);
          const result = decide({
            account: {
              positions: all.flatMap(({ held }, i) =>
                held === 0 ? [] : [{ product: ids[i]!, value: cny(held.toFixed(2)) }],
              ),
              target: Object.fromEntries(
                targets.flatMap((weight, i) => (weight === 0 ? [] : [[ids[i]!, weight]])),
              ),
            },
            products: Object.fromEntries(all.map(({ terms }, i) => [ids[i]!, terms])),
            policy: {
              measure: 'products',
              bands: { default: { absolute: band } },
              trading: { fewestTrades: true },
              ...(destination && { destination }),
              ...(residual !== undefined &&
                residual < all.length && { residualProduct: ids[residual]! }),
            },
          });
          const saidOf = (code: string) =>
            result.reasons.find((reason) => reason.code === `rebalancing.${code}`);
          const isOut = result.after.drift.triggered.length > 0;
          const least = fewest(
            all.map((line, i) => rangesOf(line, targets[i]!, band, total)),
            total,
          );
          for (const said of [saidOf('fewest-trades'), saidOf('few-trades')]) {
            if (said === undefined) continue;
            expect(isOut).toBe(false);
            expect(said.parameters.count).toBe(result.trades.length);
          }
          if (saidOf('fewest-trades') !== undefined)
            expect(least).toBeGreaterThanOrEqual(result.trades.length);
          if (saidOf('bands-out-of-reach') !== undefined) {
            expect(isOut).toBe(true);
            expect(least).toBe(Number.POSITIVE_INFINITY);
          }
          // What can be brought back is.
          if (Number.isFinite(least) && result.before.drift.triggered.length > 0)
            expect(isOut).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });
});
