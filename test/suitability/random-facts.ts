import fc from 'fast-check';
import type { CompiledPack, FactDeclaration, RuleFacts } from '../../src/rules/index.js';

/** Dates around the boundaries of the Chinese rules on 2026-06-15. */
const DATES = [
  '1950-01-01',
  '1961-06-15',
  '1961-06-16',
  '1985-01-01',
  '2008-06-15',
  '2012-06-16',
  '2025-06-14',
  '2025-06-15',
  '2026-01-10',
];

/** A value that a fact may have, `null` among them. */
function anyValueOf({ type, values, min = 0, max, whole }: FactDeclaration): fc.Arbitrary<unknown> {
  const none = { arbitrary: fc.constant(null), weight: 1 };
  const some = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ arbitrary, weight: 6 }, none);
  switch (type) {
    case 'boolean':
      return some(fc.boolean());
    case 'date':
      return some(fc.constantFrom(...DATES));
    case 'text':
      return some(fc.constantFrom(...(values ?? ['x', 'y'])));
    case 'list':
      return some(fc.subarray([...(values ?? ['x', 'y'])]));
    default: {
      const low = Math.max(min, 0);
      const high = Math.min(max ?? 2_000_000, 2_000_000);
      return some(
        whole === true
          ? fc.integer({ min: Math.ceil(low), max: Math.floor(high) })
          : fc.integer({ min: Math.ceil(low), max: Math.floor(high) }),
      );
    }
  }
}

/** Random facts: those of a case that travels with a pack, with a few given another value and a few taken away. */
export function randomFacts(packs: readonly CompiledPack[]): fc.Arbitrary<RuleFacts> {
  const declared = Object.assign({}, ...packs.map(({ pack }) => pack.facts)) as Record<
    string,
    FactDeclaration
  >;
  const cases = packs.flatMap(({ pack }) => (pack.cases ?? []).map(({ facts }) => facts));
  const names = [...new Set(cases.flatMap((facts) => Object.keys(facts)))].filter(
    (name) => declared[name] !== undefined,
  );
  const change = fc.constantFrom(...names).chain((name) =>
    fc.oneof(
      {
        arbitrary: anyValueOf(declared[name] as FactDeclaration).map(
          (value) => [name, value] as const,
        ),
        weight: 4,
      },
      { arbitrary: fc.constant([name, undefined] as const), weight: 1 },
    ),
  );
  return fc
    .tuple(fc.constantFrom(...cases), fc.array(change, { maxLength: 8 }))
    .map(([base, changes]) => {
      const { asOf: _, ...facts } = { ...base, ...Object.fromEntries(changes) } as Record<
        string,
        unknown
      >;
      return Object.fromEntries(
        Object.entries(facts).filter(([, value]) => value !== undefined),
      ) as RuleFacts;
    });
}
