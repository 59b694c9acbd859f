import { AptfolioError } from 'aptfolio/errors';
import * as schema from 'aptfolio/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INPUTS } from './inputs/index.js';
import { type Input, replaced } from './inputs/input.js';

type Path = readonly (string | number)[];

const functions = Object.entries(schema).flatMap(([name, value]) =>
  typeof value === 'function' && /^(parse|safeParse)/.test(name)
    ? [{ name, run: value as (value: unknown) => unknown }]
    : [],
);
const parsers = functions.filter(({ name }) => name.startsWith('parse'));
const safeParsers = functions.filter(
  ({ name }) => name.startsWith('safeParse') && name !== 'safeParseKpiEvent',
);

/** Every place in a sample, the whole of it first. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
  return [
    path,
    ...keys.flatMap((key) =>
      placesIn((value as Record<string | number, unknown>)[key], [...path, key]),
    ),
  ];
}

/** A sample of any input in which one place holds anything. */
const damaged: fc.Arbitrary<{ readonly input: Input; readonly value: unknown }> = fc
  .constantFrom(...Object.values(INPUTS))
  .chain((input) =>
    fc.record({ input: fc.constant(input), sample: fc.constantFrom(...input.samples) }),
  )
  .chain(({ input, sample }) =>
    fc.record({
      input: fc.constant(input),
      value: fc
        .record({ at: fc.constantFrom(...placesIn(sample)), value: fc.anything() })
        .map(({ at, value }) => replaced(sample, at, value)),
    }),
  );

describe('whatever they are given,', () => {
  it('the parse functions throw nothing but an AptfolioError', () => {
    expect(parsers.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
        (value) => {
          for (const { run } of parsers) {
            try {
              run(value);
            } catch (error) {
              expect(error).toBeInstanceOf(AptfolioError);
            }
          }
        },
      ),
    );
  });

  it('the safe parse functions throw nothing at all', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
        (value) => {
          for (const { run } of safeParsers) {
            expect(['valid', 'invalid']).toContain(
              (run(value) as schema.ParseResult<unknown>).status,
            );
          }
        },
      ),
    );
  });

  it('the safe parse functions are done at once with what contains itself in many places', () => {
    const loop: Record<string, unknown> = {};
    const keys = ['initial', 'months', 'target', 'view', 'kind', 'date', 'lines', 'P01'];
    for (const key of keys) loop[key] = loop;
    const list: unknown[] = [loop];
    list.push(list, list, list);
    for (const value of [loop, list]) {
      for (const { name, run } of safeParsers) {
        const { status } = run(value) as schema.ParseResult<unknown>;
        expect([name, status]).toEqual([name, 'invalid']);
      }
    }
  });

  it('they agree on a sample that is damaged in one place, and name what they expected in plain words', () => {
    fc.assert(
      fc.property(damaged, ({ input, value }) => {
        const result = input.safeParse(value);
        if (result.status === 'valid') {
          expect(input.parse(value)).toEqual(result.value);
          return;
        }
        expect(() => input.parse(value)).toThrow(AptfolioError);
        for (const { expected } of result.issues) {
          expect(expected).not.toMatch(/zod|invalid input|undefined|nonoptional|expected/i);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
