import { describe, expect, it } from 'vitest';
import { type QuadraticProgram, solveQp } from '../../src/numerics/index.js';
import fixture from '../fixtures/numerics/linear-programs.json' with { type: 'json' };
import { expectClose, type Optimum, optimalityResidual } from './support.js';

type Fixture = (typeof fixture.programs)[number];

function programOf({ c, a, b, g, h, lower, upper }: Fixture): QuadraticProgram {
  return {
    hessian: new Float64Array(c.length * c.length),
    linear: Float64Array.from(c),
    equalities: { matrix: Float64Array.from(a.flat()), rhs: Float64Array.from(b) },
    inequalities: { matrix: Float64Array.from(g.flat()), rhs: Float64Array.from(h) },
    lower: Float64Array.from(lower, (bound) => bound ?? Number.NEGATIVE_INFINITY),
    upper: Float64Array.from(upper, (bound) => bound ?? Number.POSITIVE_INFINITY),
  };
}

describe('linear programs', () => {
  for (const kind of ['portfolio', 'general', 'degenerate', 'transport']) {
    it(`of kind ${kind} come to the answer of HiGHS, with proof`, () => {
      const cases = fixture.programs.filter((program) => program.kind === kind);
      cases.forEach((expected, index) => {
        const program = programOf(expected);
        const result = solveQp(program);
        expect(result.status, `${kind} ${index}`).toBe(expected.status);
        if (expected.objective === null) return;
        const found = result as Optimum;
        expectClose(found.objective + 100, expected.objective + 100, 1e-12);
        expect(optimalityResidual(program, found), `${kind} ${index}`).toBeLessThan(1e-13);
      });
      expect(cases.length).toBeGreaterThan(10);
    });
  }
});
