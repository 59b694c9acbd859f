import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustPValues, P_VALUE_ADJUSTMENTS } from '../../src/statistics/index.js';
import fixture from '../fixtures/statistics/power.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from './support.js';

describe('adjusted p-values', () => {
  it("are those of R's p.adjust", () => {
    for (const { pValues, adjusted } of fixture.adjusted) {
      for (const method of P_VALUE_ADJUSTMENTS) {
        const actual = adjustPValues(pValues, { adjust: method });
        expect(actual).toHaveLength(pValues.length);
        actual.forEach((p, i) => {
          expectClose(p, adjusted[method][i]!, 1e-13);
        });
      }
    }
    expect(fixture.adjusted).toHaveLength(3);
  });

  it('are never below what was given, keep its order, and follow it wherever it stands', () => {
    const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(list, fc.constantFrom(...P_VALUE_ADJUSTMENTS), (pValues, method) => {
        const adjusted = adjustPValues(pValues, { adjust: method });
        const turned = adjustPValues([...pValues].reverse(), { adjust: method });
        expect([...turned].reverse()).toStrictEqual([...adjusted]);
        pValues.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          pValues.forEach((other, j) => {
            if (p <= other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
          });
        });
        const holm = adjustPValues(pValues, { adjust: 'holm' });
        adjustPValues(pValues, { adjust: 'bonferroni' }).forEach((p, i) => {
          expect(holm[i]).toBeLessThanOrEqual(p);
        });
      }),
    );
  });

  it('are refused for what is no probability or no method', () => {
    expect(adjustPValues([], { adjust: 'holm' })).toStrictEqual([]);
    expectRefusal(
      () => adjustPValues([0.5, 1.5], { adjust: 'holm' }),
      'out-of-range',
      'pValues[1]',
    );
    expectRefusal(
      () => adjustPValues([Number.NaN], { adjust: 'holm' }),
      'not-finite',
      'pValues[0]',
    );
    expectRefusal(() => adjustPValues(wrong(null), { adjust: 'holm' }), 'missing-value', 'pValues');
    expectRefusal(
      () => adjustPValues([0.5], { adjust: wrong('BH') }),
      'unknown-value',
      'options.adjust',
    );
    expectRefusal(() => adjustPValues([0.5], wrong(undefined)), 'missing-value', 'options');
    const misspelt = wrong({ adjust: 'holm', method: 'hochberg' });
    expectRefusal(() => adjustPValues([0.5], misspelt), 'unknown-id', 'options.method');
  });
});
