import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destinationOf } from '../../../src/rebalancing/destination/destination-of.js';
import { zoneOf } from '../../../src/rebalancing/destination/zone.js';
import { compileBands } from '../../../src/rebalancing/drift/compile-bands.js';
import { compileGroups } from '../../../src/rebalancing/drift/compile-groups.js';
import type { Drift } from '../../../src/rebalancing/drift/drift.js';
import { driftOf } from '../../../src/rebalancing/drift/drift-of.js';
import type {
  ClassGroup,
  PlainDestination,
  Scope,
} from '../../../src/rebalancing/policy/policy.js';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const GROUPS: readonly ClassGroup[] = [
  { id: 'outer', members: ['inner', 'c'] },
  { id: 'inner', members: ['a', 'b'] },
];
const NEAR = 1e-9;

const weights = fc
  .array(fc.integer({ min: 0, max: 20 }), { minLength: IDS.length, maxLength: IDS.length })
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => {
    const sum = parts.reduce((a, b) => a + b, 0);
    return new Map(IDS.map((id, i) => [id, parts[i]! / sum]));
  });

/** Weights of which a part is free money, or is missing. */
const current = fc.tuple(weights, fc.integer({ min: -20, max: 30 })).map(([shares, percent]) => {
  if (percent === 0) return shares;
  const cash = percent / 100;
  return new Map(
    [...shares, ['cash', 0]].map(([id, share]) => [
      id as string,
      id === 'cash' ? cash : (share as number) * (1 - cash),
    ]),
  );
});

const size = fc.integer({ min: 0, max: 10 }).map((n) => n / 100);

const band = fc.record({
  absolute: size,
  relative: fc.constantFrom(0.1, 0.25, 1),
  combine: fc.constantFrom('narrower' as const, 'wider' as const),
  at: fc.constantFrom('beyond' as const, 'reached' as const),
});

const rules = fc.record({
  default: fc.oneof(band, fc.record({ above: band, below: band })),
  byId: fc.dictionary(fc.constantFrom(...IDS, 'inner', 'outer'), band),
  reentry: fc.constantFrom(1, 0.6),
});

const destinations: fc.Arbitrary<PlainDestination> = fc.oneof(
  fc.constant({ kind: 'target' as const }),
  fc.constant({ kind: 'edge' as const }),
  fc.constantFrom(0, 0.5, 1).map((ofBand) => ({ kind: 'fraction' as const, ofBand })),
  size.map((drift) => ({ kind: 'inner' as const, drift })),
);

const cases = (groups: readonly ClassGroup[]) =>
  fc.record({ current, target: weights, rules, destination: destinations }).map((one) => {
    const bands = compileBands(one.rules, 'bands', { groups: compileGroups(groups, 'groups') });
    return { ...one, bands, drift: driftOf(one.current, one.target, bands, new Set()) };
  });

const WHOLE: Scope = { kind: 'whole' };
const BREACHED: Scope = { kind: 'breached' };

const sumOf = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

const weightOf = (result: ReadonlyMap<string, number>, id: string, members = [id]): number =>
  sumOf(members.map((member) => result.get(member) ?? 0));

const single = ({ lines }: Drift) => lines.filter(({ kind }) => kind !== 'group');

describe('destinationOf', () => {
  for (const [name, groups] of [
    ['without groups', []],
    ['with groups in groups', GROUPS],
  ] as const) {
    it(`gives weights of at least 0 that sum to 1, ${name}`, () => {
      fc.assert(
        fc.property(
          cases(groups),
          fc.constantFrom(WHOLE, BREACHED),
          ({ drift, destination }, scope) => {
            const result = destinationOf(drift, destination, scope);
            expect([...result.keys()].sort()).toEqual(single(drift).map(({ id }) => id));
            expect(Math.min(...result.values())).toBeGreaterThanOrEqual(0);
            expect(Math.abs(sumOf(result.values()) - 1)).toBeLessThan(1e-11);
            expect(result.get('cash') ?? 0).toBe(0);
          },
        ),
      );
    });

    it(`leaves nothing that would trigger at the next look, ${name}`, () => {
      fc.assert(
        fc.property(
          cases(groups),
          fc.constantFrom(WHOLE, BREACHED),
          ({ drift, destination, bands, target }, scope) => {
            const result = destinationOf(drift, destination, scope);
            const after = driftOf(result, target, bands, new Set(drift.triggered));
            expect(after.triggered).toEqual([]);
          },
        ),
      );
    });

    it(`takes the first point on the straight way that is within every zone, ${name}`, () => {
      fc.assert(
        fc.property(cases(groups), ({ drift, destination }) => {
          fc.pre(!drift.lines.some(({ kind }) => kind === 'cash'));
          const result = destinationOf(drift, destination, WHOLE);
          const at = (step: number) =>
            new Map(
              single(drift).map((line) => [line.id, line.current - (step / 1000) * line.drift]),
            );
          const isWithin = (point: ReadonlyMap<string, number>) =>
            drift.lines.every((line) => {
              const { low, high } = zoneOf(line, destination);
              const weight = weightOf(point, line.id, line.members && [...line.members]);
              return low - NEAR <= weight && weight <= high + NEAR;
            });
          let step = 0;
          while (step < 1000 && !isWithin(at(step))) step++;
          expect(isWithin(result)).toBe(true);
          const [near, far] = [at(step), at(Math.max(0, step - 1))];
          for (const { id } of single(drift)) {
            const [from, to] = [near.get(id)!, far.get(id)!].sort((a, b) => a - b);
            expect(result.get(id)!).toBeGreaterThanOrEqual(from! - NEAR);
            expect(result.get(id)!).toBeLessThanOrEqual(to! + NEAR);
          }
        }),
        { numRuns: 60 },
      );
    });

    it(`moves nothing away from its target for the whole account, ${name}`, () => {
      fc.assert(
        fc.property(cases(groups), ({ drift, destination }) => {
          const result = destinationOf(drift, destination, WHOLE);
          for (const { id, target, drift: before } of single(drift)) {
            const after = result.get(id)! - target;
            expect(Math.abs(after)).toBeLessThanOrEqual(Math.abs(before) + NEAR);
            expect(after * before).toBeGreaterThanOrEqual(-NEAR);
          }
        }),
      );
    });
  }

  it('brings what has triggered to the nearest point of its zone, unless the others are at the edges of their bands', () => {
    fc.assert(
      fc.property(cases([]), ({ drift, destination }) => {
        const result = destinationOf(drift, destination, BREACHED);
        const isOut = ({ triggered, kind }: Drift['lines'][number]) => triggered || kind === 'cash';
        const strays = single(drift)
          .filter(({ triggered, kind }) => triggered && kind !== 'cash')
          .map((line) => {
            const { low, high } = zoneOf(line, destination);
            return result.get(line.id)! - Math.min(high, Math.max(low, line.current));
          });
        for (const stray of strays.filter((by) => Math.abs(by) > NEAR)) {
          for (const { id, below, above, target } of single(drift).filter((line) => !isOut(line))) {
            const edge = stray > 0 ? above : below;
            if (target > 0) expect(Math.abs(result.get(id)! - edge)).toBeLessThan(NEAR);
          }
        }
      }),
    );
  });

  it('moves the others to one side only', () => {
    fc.assert(
      fc.property(cases([]), ({ drift, destination }) => {
        const result = destinationOf(drift, destination, BREACHED);
        const moves = single(drift)
          .filter(({ triggered, kind }) => !triggered && kind !== 'cash')
          .map(({ id, current: before }) => result.get(id)! - before)
          .filter((move) => Math.abs(move) > NEAR);
        expect(new Set(moves.map(Math.sign)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not depend on the order of weights and groups', () => {
    fc.assert(
      fc.property(cases(GROUPS), fc.constantFrom(WHOLE, BREACHED), (one, scope) => {
        const groups = compileGroups([...GROUPS].reverse(), 'groups');
        const bands = compileBands(one.rules, 'bands', { groups });
        const turned = driftOf(
          new Map([...one.current].reverse()),
          new Map([...one.target].reverse()),
          bands,
          new Set(),
        );
        expect([...destinationOf(turned, one.destination, scope)]).toEqual([
          ...destinationOf(one.drift, one.destination, scope),
        ]);
      }),
    );
  });
});
