import { describe, expectTypeOf, it } from 'vitest';
import {
  type Clustering,
  kMeans,
  type SegmentAssignment,
  type SegmentFacts,
  type SegmentRule,
} from '../../../src/client/index.js';
import type { RiskLevel } from '../../../src/questionnaire/index.js';

describe('segment types', () => {
  it('make the reader look at the status before what is missing', () => {
    const tell = (found: SegmentAssignment): readonly string[] => {
      expectTypeOf(found.segment).toEqualTypeOf<string | null>();
      if (found.status === 'undetermined') return found.missing;
      // @ts-expect-error only what is undetermined lacks something
      return found.missing;
    };
    expectTypeOf(tell).returns.toEqualTypeOf<readonly string[]>();
  });

  it('do not let a bound of money stand beside one that is a number', () => {
    const when: SegmentRule['when'] = [
      // @ts-expect-error both must be money, or both numbers
      { fact: 'assets', from: { currency: 'CNY', amount: '1' }, below: 2 },
    ];
    expectTypeOf(when).toEqualTypeOf<SegmentRule['when']>();
  });

  it('keep a clustering out of facts and levels', () => {
    const found = kMeans([], { k: 1, seed: 1, features: ['x'] });
    expectTypeOf(found.purpose).toEqualTypeOf<'description'>();
    expectTypeOf<Clustering>().not.toExtend<SegmentFacts>();
    expectTypeOf<Clustering>().not.toExtend<RiskLevel>();
    if (found.status === 'clustered') {
      expectTypeOf(found.clusters[0]!.cluster).not.toExtend<RiskLevel>();
    }
  });
});
