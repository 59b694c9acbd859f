import { describe, expect, it } from 'vitest';
import { createRandom, normalCdf } from '../../src/numerics/index.js';
import { splitmix64, xoshiro128 } from '../../src/numerics/random.js';
import fixture from '../fixtures/numerics/random.json' with { type: 'json' };
import { expectRefusal, wrong } from './support.js';

describe('createRandom', () => {
  it('steps as the reference implementation of xoshiro128**', () => {
    // Outputs of xoshiro128starstar.c (version 1.1) from the state 1, 2, 3, 4, as published in rand_xoshiro.
    const expected = [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ];
    const next = xoshiro128([1, 2, 3, 4]);
    expect(expected.map(() => next())).toEqual(expected);
  });

  it('is seeded as the reference implementation of splitmix64', () => {
    // Outputs of splitmix64.c for the seed 1477776061723855037, as published in rand_xoshiro.
    const expected = [
      1985237415132408290n,
      2979275885539914483n,
      13511426838097143398n,
      8488337342461049707n,
      15141737807933549159n,
    ];
    const found = expected.map((_, i) => splitmix64(1477776061723855037n, BigInt(i + 1)));
    expect(found).toEqual(expected);
  });

  it('draws the uniform numbers of an independent implementation', () => {
    for (const { seed, uniform } of fixture.streams) {
      const random = createRandom(seed);
      expect(uniform.map(() => random.uniform())).toEqual(uniform);
    }
  });

  it('draws normal numbers that are the quantiles of an independent implementation', () => {
    for (const { seed, probabilities } of fixture.streams) {
      const random = createRandom(seed);
      for (const probability of probabilities) {
        expect(Math.abs(normalCdf(random.normal()) - probability)).toBeLessThan(1e-15);
      }
    }
  });

  it('draws numbers whose moments are those of the distributions, within five standard errors', () => {
    const random = createRandom(20260301);
    const count = 100_000;
    let [sum, squares, uniform] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      const value = random.normal();
      sum += value;
      squares += value * value;
      uniform += random.uniform();
    }
    // Var(z) = 1, Var(z²) = 2, Var(u) = 1/12.
    expect(Math.abs(sum / count)).toBeLessThan(5 * Math.sqrt(1 / count));
    expect(Math.abs(squares / count - 1)).toBeLessThan(5 * Math.sqrt(2 / count));
    expect(Math.abs(uniform / count - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / count));
  });

  it('refuses a seed that is no whole number from 0 to 2⁵³ − 1', () => {
    expectRefusal(() => createRandom(-1), 'out-of-range', 'seed');
    expectRefusal(() => createRandom(1.5), 'invalid-type', 'seed');
    expectRefusal(() => createRandom(2 ** 53), 'invalid-type', 'seed');
    expectRefusal(() => createRandom(Number.NaN), 'not-finite', 'seed');
    expectRefusal(() => createRandom(wrong(undefined)), 'missing-value', 'seed');
    expectRefusal(() => createRandom(wrong('7')), 'invalid-type', 'seed');
  });
});
