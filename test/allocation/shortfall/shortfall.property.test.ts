import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  minimiseExpectedShortfall,
  type ShortfallProblem,
  shortfallFrontier,
} from '../../../src/allocation/index.js';
import { expectNear, hasNegativeZero, isDeeplyFrozen } from '../support.js';
import { lossesOf, shortfallOf, solved } from './cases.js';

type Rows = readonly (readonly number[])[];

const CONFIDENCE = fc.constantFrom(0.5, 0.75, 0.9, 0.95);

/** Returns in whole thousandths, so that ties are common; from 2 to 5 assets and 3 to 20 scenarios. */
const ROWS: fc.Arbitrary<Rows> = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 3, max: 20 }))
  .chain(([size, count]) => {
    const one = fc.integer({ min: -100, max: 110 }).map((whole) => whole / 1000);
    const row = fc.array(one, { minLength: size, maxLength: size });
    return fc.array(row, { minLength: count, maxLength: count });
  });

function problemOf(scenarios: Rows): ShortfallProblem {
  return { assets: (scenarios[0] as readonly number[]).map((_, i) => `a${i}`), scenarios };
}

function least(problem: ShortfallProblem, confidence: number): number {
  return solved(problem, { confidence }).expectedShortfall;
}

describe('the least expected shortfall', () => {
  it('is what the definition says of the weights, and no mix of two assets has less', () => {
    fc.assert(
      fc.property(
        ROWS,
        CONFIDENCE,
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 100 }),
        (rows, confidence, i, j, percent) => {
          const problem = problemOf(rows);
          const { weights, expectedShortfall, valueAtRisk } = solved(problem, { confidence });
          const losses = lossesOf(problem, weights);
          expectNear([expectedShortfall], [shortfallOf(losses, confidence)], 1e-14);
          expect(expectedShortfall).toBeGreaterThanOrEqual(valueAtRisk - 1e-15);
          const mix = Object.fromEntries(problem.assets.map((name) => [name, 0]));
          const [a, b] = [i, j].map((k) => problem.assets[k % problem.assets.length] as string) as [
            string,
            string,
          ];
          mix[a] = (mix[a] as number) + percent / 100;
          mix[b] = (mix[b] as number) + 1 - percent / 100;
          const other = shortfallOf(lossesOf(problem, mix), confidence);
          expect(other).toBeGreaterThanOrEqual(expectedShortfall - 1e-14);
        },
      ),
    );
  });

  it('exceeds the value at risk with a probability of at most 1 − confidence', () => {
    fc.assert(
      fc.property(ROWS, CONFIDENCE, (rows, confidence) => {
        const problem = problemOf(rows);
        const { weights, valueAtRisk } = solved(problem, { confidence });
        const losses = lossesOf(problem, weights);
        const beyond = losses.filter((loss) => loss > valueAtRisk + 1e-14).length;
        expect(beyond / losses.length).toBeLessThanOrEqual(1 - confidence + 1e-12);
      }),
    );
  });

  it('does not mind the order of scenarios and of assets', () => {
    fc.assert(
      fc.property(ROWS, CONFIDENCE, (rows, confidence) => {
        const own = least(problemOf(rows), confidence);
        const turned = rows.map((row) => [...row].reverse()).reverse();
        expectNear([least(problemOf(turned), confidence)], [own], 1e-14);
      }),
    );
  });

  it('is the same for scenarios given twice, by probabilities, and as one vector', () => {
    fc.assert(
      fc.property(ROWS, CONFIDENCE, fc.integer({ min: 2, max: 4 }), (rows, confidence, times) => {
        const problem = problemOf(rows);
        const own = least(problem, confidence);
        const twice = least({ ...problem, scenarios: [...rows, ...rows] }, confidence);
        // The first scenario several times, or with so many times the probability.
        const repeated = [
          ...rows,
          ...Array.from({ length: times - 1 }, () => rows[0] as readonly number[]),
        ];
        const probabilities = rows.map((_, t) => (t === 0 ? times : 1) / repeated.length);
        const scenarios = Float64Array.from(rows.flat());
        expectNear(
          [
            twice,
            least({ ...problem, probabilities }, confidence),
            least({ ...problem, scenarios }, confidence),
          ],
          [own, least({ ...problem, scenarios: repeated }, confidence), own],
          1e-14,
        );
      }),
    );
  });

  it('scales with the returns, and falls by what every scenario gains', () => {
    fc.assert(
      fc.property(ROWS, CONFIDENCE, (rows, confidence) => {
        const own = least(problemOf(rows), confidence);
        const change = (f: (r: number) => number) => problemOf(rows.map((row) => row.map(f)));
        expect(
          least(
            change((r) => 4 * r),
            confidence,
          ),
        ).toBe(4 * own);
        expectNear(
          [
            least(
              change((r) => r + 0.01),
              confidence,
            ),
          ],
          [own - 0.01],
          1e-14,
        );
      }),
    );
  });

  it('grows with the confidence and with every rule', () => {
    fc.assert(
      fc.property(ROWS, fc.integer({ min: 20, max: 90 }), (rows, percent) => {
        const problem = problemOf(rows);
        const own = least(problem, 0.75);
        expect(least(problem, 0.9)).toBeGreaterThanOrEqual(own - 1e-15);
        const bounds = { a0: { max: percent / 100 } };
        expect(least({ ...problem, bounds }, 0.75)).toBeGreaterThanOrEqual(own - 1e-15);
      }),
    );
  });

  it('comes frozen, as JSON, from arguments that stay as they are, the same twice', () => {
    fc.assert(
      fc.property(ROWS, CONFIDENCE, (rows, confidence) => {
        const problem = problemOf(rows);
        const before = structuredClone(problem);
        const result = minimiseExpectedShortfall(problem, { confidence });
        const frontier = shortfallFrontier(problem, { confidence, count: 3 });
        expect(problem).toEqual(before);
        for (const one of [result, frontier]) {
          expect(isDeeplyFrozen(one)).toBe(true);
          expect(hasNegativeZero(one)).toBe(false);
          expect(JSON.parse(JSON.stringify(one))).toEqual(one);
        }
        expect(minimiseExpectedShortfall(problem, { confidence })).toEqual(result);
      }),
    );
  });

  it('never falls along the frontier, which is convex', () => {
    fc.assert(
      fc.property(ROWS, CONFIDENCE, (rows, confidence) => {
        const frontier = shortfallFrontier(problemOf(rows), { confidence, count: 6 });
        if (frontier.status !== 'points') throw new Error(frontier.status);
        const shortfalls = frontier.points.map(({ expectedShortfall }) => expectedShortfall);
        const steps = shortfalls.slice(1).map((value, k) => value - (shortfalls[k] as number));
        steps.forEach((step, k) => {
          expect(step).toBeGreaterThanOrEqual((k === 0 ? 0 : (steps[k - 1] as number)) - 1e-13);
        });
      }),
    );
  });
});
