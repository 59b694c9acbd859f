import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AptfolioError } from '../../../src/errors/index.js';
import { compileQuestionnaire, lintQuestionnaire } from '../../../src/questionnaire/index.js';
import { forms } from '../scoring/forms.js';
import { wrong } from '../support.js';

const refuses = (form: object): boolean => {
  try {
    compileQuestionnaire(wrong(form));
    return false;
  } catch (error) {
    if (error instanceof AptfolioError) return true;
    throw error;
  }
};

/** A value put in at some place of a form. */
function replaced(value: unknown, path: readonly number[], by: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const key = keys[first % keys.length]!;
  const inner = replaced((value as Record<string, unknown>)[key], rest, by);
  if (!Array.isArray(value)) return { ...value, [key]: inner };
  return value.map((one, index) => (String(index) === key ? inner : one));
}

const ODD = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    'x',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    0,
    1e300,
    true,
    [],
    {},
    [null],
    [[]],
    { answer: 'q0' },
    Symbol('x'),
    1n,
    () => 1,
    Object.create(null),
    new Map(),
    new Date(0),
  ),
  fc.anything(),
);

describe('lint', () => {
  it('finds errors in exactly those forms that do not compile, and never throws', () => {
    fc.assert(
      fc.property(
        forms(),
        fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 }),
        ODD,
        (form, path, odd) => {
          const changed = replaced(form, path, odd);
          fc.pre(typeof changed === 'object' && changed !== null && !Array.isArray(changed));
          expect(lintQuestionnaire(wrong(changed)).status === 'errors').toBe(refuses(changed!));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes ends of bands apart as compiling does', () => {
    const ends = fc.array(
      fc.record(
        {
          to: fc.constantFrom(
            -2000,
            5,
            10,
            2000,
            Number.NaN,
            Number.POSITIVE_INFINITY,
            '5' as never,
          ),
          toIncluded: fc.constantFrom(true, false, 1 as never),
        },
        { requiredKeys: [] },
      ),
      { minLength: 5, maxLength: 5 },
    );
    fc.assert(
      fc.property(forms(), ends, fc.boolean(), (form, sides, meet) => {
        const bands = form.bands.map((band, index) => {
          const next = form.bands[index + 1];
          const end = sides[index]!;
          return meet && next !== undefined && 'to' in end
            ? { ...band, ...end, to: next.from }
            : { ...band, ...end };
        });
        const changed = { ...form, bands };
        expect(lintQuestionnaire(wrong(changed)).status === 'errors').toBe(refuses(changed));
      }),
      { numRuns: 1000 },
    );
  });
});
