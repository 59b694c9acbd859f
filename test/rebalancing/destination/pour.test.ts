import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Limit, pour, type Vessel } from '../../../src/rebalancing/destination/pour.js';

const vessel = (id: string, rate: number, room: number): Vessel => ({ id, rate, room });

const limit = (room: number, ...ids: readonly string[]): Limit => ({ ids: new Set(ids), room });

describe('pour', () => {
  it('shares an amount at the rates', () => {
    const poured = pour(6, [vessel('a', 1, 9), vessel('b', 2, 9)], []);
    expect([...poured]).toEqual([
      ['a', 2],
      ['b', 4],
    ]);
  });

  it('goes on with the others when one is full', () => {
    // Both fill alike until a is full at 1; b takes the other 3.
    const poured = pour(4, [vessel('a', 1, 1), vessel('b', 1, 9)], []);
    expect([...poured.values()]).toEqual([1, 3]);
  });

  it('stops all vessels under a limit that is reached', () => {
    // a and b together stop at 2, one each; c takes the rest.
    const vessels = [vessel('a', 1, 9), vessel('b', 1, 9), vessel('c', 1, 9)];
    expect([...pour(7, vessels, [limit(2, 'a', 'b')]).values()]).toEqual([1, 1, 5]);
    // Limits within limits: a and b stop at one each, c at 3 as the three may take 5.
    const nested = [limit(2, 'a', 'b'), limit(5, 'a', 'b', 'c')];
    expect([...pour(7, vessels, nested).values()]).toEqual([1, 1, 3]);
  });

  it('leaves over what nothing takes', () => {
    expect([...pour(9, [vessel('a', 1, 2), vessel('b', 3, 1)], []).values()]).toEqual([2, 1]);
    expect([...pour(9, [], []).values()]).toEqual([]);
    expect([...pour(9, [vessel('a', 1, 2)], [limit(0, 'a')]).values()]).toEqual([0]);
  });

  it('does what many small steps do', () => {
    const amounts = fc.integer({ min: 1, max: 40 }).map((n) => n / 10);
    const cases = fc.record({
      amount: amounts,
      vessels: fc.array(fc.tuple(amounts, amounts), { minLength: 1, maxLength: 5 }),
      inner: amounts,
      outer: amounts,
    });
    fc.assert(
      fc.property(cases, ({ amount, vessels, inner, outer }) => {
        const all = vessels.map(([rate, room], i) => vessel(`v${i}`, rate, room));
        const limits = [limit(inner, 'v0', 'v1'), limit(outer, 'v0', 'v1', 'v2')];
        const poured = pour(amount, all, limits);
        const stepped = inSteps(amount, all, limits);
        for (const { id } of all) {
          expect(Math.abs(poured.get(id)! - stepped.get(id)!)).toBeLessThan(0.02);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The same by adding a ten-thousandth at a time wherever it still fits. */
function inSteps(
  amount: number,
  vessels: readonly Vessel[],
  limits: readonly Limit[],
): ReadonlyMap<string, number> {
  const taken = new Map(vessels.map(({ id }) => [id, 0]));
  const under = ({ ids }: Limit): number =>
    [...ids].reduce((sum, id) => sum + (taken.get(id) ?? 0), 0);
  for (let left = amount; left > 0; ) {
    const open = vessels.filter(
      ({ id, room }) =>
        taken.get(id)! < room && limits.every((one) => !one.ids.has(id) || under(one) < one.room),
    );
    if (open.length === 0) break;
    for (const { id, rate } of open) {
      const step = Math.min(left, rate / 10_000);
      taken.set(id, taken.get(id)! + step);
      left -= step;
    }
  }
  return taken;
}
