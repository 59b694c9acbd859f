import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agglomerate, leafOrder } from '../../../src/allocation/hierarchical/agglomerate.js';

/** Items and the distances between them: few and whole, so that most are equal to others. */
const draw = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    pairs: fc.array(fc.integer({ min: 1, max: 4 }), {
      minLength: size * size,
      maxLength: size * size,
    }),
    linkage: fc.constantFrom('single' as const, 'complete' as const),
  }),
);
type Draw = Parameters<Parameters<typeof draw.map>[0]>[0];

function distancesOf({ size, pairs }: Draw): Float64Array {
  return Float64Array.from(pairs, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return i === j ? 0 : (pairs[Math.max(i, j) * size + Math.min(i, j)] as number);
  });
}

/** By the definition: of all pairs of clusters, in the order of their first items, the first nearest one. */
function byDefinition(distances: Float64Array, { size, linkage }: Draw): (readonly number[])[] {
  let clusters = Array.from({ length: size }, (_, i) => ({ id: i, items: [i] }));
  const extreme = linkage === 'single' ? Math.min : Math.max;
  return Array.from({ length: size - 1 }, (_, k) => {
    let best = { a: 0, b: 1, height: Number.POSITIVE_INFINITY };
    clusters.forEach((first, a) => {
      clusters.slice(a + 1).forEach((second, offset) => {
        const all = first.items.flatMap((i) => second.items.map((j) => distances[i * size + j]));
        const height = extreme(...(all as number[]));
        if (height < best.height) best = { a, b: a + 1 + offset, height };
      });
    });
    const parts = [clusters[best.a], clusters[best.b]].flatMap((part) => part ?? []);
    const items = parts.flatMap((part) => part.items);
    const ids = parts.map(({ id }) => id).sort((x, y) => x - y);
    clusters = clusters.flatMap((cluster, c) => {
      if (c === best.a) return [{ id: size + k, items }];
      return c === best.b ? [] : [cluster];
    });
    return [...ids, best.height, items.length];
  });
}

describe('agglomerate', () => {
  it('merges as the definition says, ties too', () => {
    fc.assert(
      fc.property(draw, (drawn) => {
        const distances = distancesOf(drawn);
        const merges = agglomerate(distances, drawn.size, drawn.linkage);
        expect(merges.map(({ left, right, height, size }) => [left, right, height, size])).toEqual(
          byDefinition(distances, drawn),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('has every item once among its leaves', () => {
    fc.assert(
      fc.property(draw, (drawn) => {
        const order = leafOrder(agglomerate(distancesOf(drawn), drawn.size, drawn.linkage));
        expect([...order].sort((a, b) => a - b)).toEqual([...Array(drawn.size).keys()]);
      }),
    );
  });
});
