import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressedGroups } from '../../../src/kpi/fairness/suppress-groups.js';

const groups = (...sizes: number[]) => sizes.map((n, i) => ({ id: `g${i}`, n }));

describe('suppressedGroups', () => {
  it('hides nothing where no group is small', () => {
    expect(suppressedGroups(groups(5, 9, 0), 5).size).toBe(0);
    expect(suppressedGroups([], 5).size).toBe(0);
  });

  it('hides a second group beside a small one, the smallest', () => {
    expect([...suppressedGroups(groups(50, 4, 20), 5)]).toEqual(['g1', 'g2']);
  });

  it('hides more while the hidden together are too few', () => {
    expect([...suppressedGroups(groups(1, 2, 30, 40), 5)]).toEqual(['g0', 'g1', 'g2']);
    expect([...suppressedGroups(groups(4, 2, 30, 40), 5)]).toEqual(['g1', 'g0']);
  });

  it('leaves nothing small shown, nor one hidden group to be worked out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { maxLength: 8 }),
        fc.integer({ min: 1, max: 8 }),
        (sizes, minimum) => {
          const given = groups(...sizes);
          const hidden = suppressedGroups(given, minimum);
          const shown = given.filter(({ id, n }) => n > 0 && !hidden.has(id));
          expect(shown.every(({ n }) => n >= minimum)).toBe(true);
          if (hidden.size === 0 || shown.length === 0) return;
          const cases = given.reduce((sum, { id, n }) => sum + (hidden.has(id) ? n : 0), 0);
          expect(hidden.size).toBeGreaterThan(1);
          expect(cases).toBeGreaterThanOrEqual(minimum);
        },
      ),
    );
  });
});
