import { fisherExactTest, twoProportionTest } from '../../statistics/index.js';
import type { ComparedShares } from './comparison.js';
import { fewExpected, noControlGroup } from './sides.js';

/** So many cases of a side, and those of them that count. */
export interface Share {
  readonly successes: number;
  readonly n: number;
}

/** What a test of two shares says. */
export type TestedShares = Pick<ComparedShares, 'statistic' | 'pValue' | 'method' | 'reasons'>;

/** The test of two shares that their cases call for; null where all of both came out alike. */
export function testShares(first: Share, second: Share): TestedShares | null {
  const usual = twoProportionTest(first, second);
  if (usual.status === 'no-variation') return null;
  const exact = exactWhereFew(first, second);
  if (exact !== null) return exact;
  const { statistic, pValue, method, smallestExpected } = usual;
  // Beyond what the exact test takes the usual one has to do.
  const few = smallestExpected < LEAST_EXPECTED ? [fewExpected()] : [];
  return { statistic, pValue, method, reasons: [noControlGroup(), ...few] };
}

/** With fewer to be expected in a cell the usual tests are a rough guide. */
const LEAST_EXPECTED = 5;

/** `fisherExactTest` takes groups of up to so many. */
const MOST_EXACT = 1e9;

/** The test of shares for few cases, of which the statistic is what it counts; null where cases are enough, or all of both came out alike. */
export function exactWhereFew(first: Share, second: Share): TestedShares | null {
  const usual = twoProportionTest(first, second);
  if (usual.status === 'no-variation' || usual.smallestExpected >= LEAST_EXPECTED) return null;
  if (Math.max(first.n, second.n) > MOST_EXACT) return null;
  const test = fisherExactTest(first, second);
  const pValue = test.status === 'tested' ? test.pValue : 1;
  const reasons = [noControlGroup(), fewExpected()];
  return { statistic: first.successes, pValue, method: 'fisher-exact', reasons };
}
