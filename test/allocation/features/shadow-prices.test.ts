import { describe, expect, it } from 'vitest';
import { allocate, type BindingRule } from '../../../src/allocation/index.js';
import { optimal } from '../support.js';
import { type FeatureCase, optimalCases } from './cases.js';
import { gainOf, loosened, withBounds } from './loosen.js';

const H = 2e-6;

/** The gain per unit of loosening a rule, by two steps so that the curvature drops out. */
function slopeOf({ problem }: FeatureCase, rule: BindingRule): number {
  const stated = withBounds(problem);
  const here = optimal(allocate(stated)).objectiveValue;
  const [far, near] = [H, H / 2].map((by) => {
    const value = optimal(allocate(loosened(stated, rule, by))).objectiveValue;
    return gainOf(problem, value, here) / by;
  }) as [number, number];
  return 2 * near - far;
}

describe('a shadow price is what the objective gains when its rule alone is loosened', () => {
  it.each(optimalCases)('$name', (one) => {
    const { binding } = optimal(allocate(one.problem));
    for (const rule of binding) {
      const slope = slopeOf(one, rule);
      const { shadowPrice } = rule;
      const off = Math.abs(slope - shadowPrice);
      // Twelve digits of the objective, divided by the step.
      const room = Math.max(1e-4 * shadowPrice, 1e-8);
      expect(off, `${rule.rule}: ${shadowPrice} against ${slope}`).toBeLessThanOrEqual(room);
    }
  });

  it('is tried on every kind of rule, with unique multipliers and without', () => {
    const seen = new Set(
      optimalCases.flatMap(({ problem }) =>
        optimal(allocate(problem))
          .binding.filter(({ shadowPrice }) => shadowPrice > 1e-6)
          .map(({ kind }) => kind),
      ),
    );
    expect(seen.size).toBe(17);
    const ambiguous = optimalCases.flatMap(({ problem }) =>
      optimal(allocate(problem)).binding.filter(({ unique }) => !unique),
    );
    expect(ambiguous.filter(({ shadowPrice }) => shadowPrice > 1e-6).length).toBeGreaterThan(3);
    expect(ambiguous.filter(({ shadowPrice }) => shadowPrice === 0).length).toBeGreaterThan(3);
  });
});

describe('a rule that does not bind', () => {
  it.each(optimalCases)('gains nothing when it is loosened: $name', ({ problem }) => {
    const stated = withBounds(problem);
    const result = optimal(allocate(stated));
    const bound = new Set(result.binding.map(({ rule }) => rule));
    for (const { id, max } of problem.groups ?? []) {
      if (max === undefined || bound.has(`group-max:${id}`)) continue;
      const looser = loosened(stated, { kind: 'group-max', subject: id, bound: max }, 0.1);
      const { objectiveValue } = optimal(allocate(looser));
      expect(Math.abs(objectiveValue - result.objectiveValue)).toBeLessThan(1e-13);
    }
  });
});
