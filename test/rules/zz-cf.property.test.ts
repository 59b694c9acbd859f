import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Counterfactual,
  type Counterfactuals,
  compilePack,
  type FactValue,
  findCounterfactuals,
  type RulePack,
} from '../../src/rules/index.js';
import {
  AMOUNT_PACKS,
  CASES,
  decideWith,
  isTurned,
  othersOf,
  SMALL_PACKS,
  type Values,
} from './counterfactual-cases.js';
import { DAY } from './make-pack.js';

const PERMITTED = ['allow', 'allow-with-evidence', 'warn'];

type Found = Extract<Counterfactuals, { status: 'found' | 'none' }>;

/** All counterfactuals of up to three changes; none to look at where facts are missing. */
function find(pack: RulePack, facts: Values, most = 1000): Found | undefined {
  const found = findCounterfactuals(compilePack(pack), facts, { ...DAY, most });
  return found.status === 'missing-facts' ? undefined : found;
}

const valuesOf = ({ changes }: Counterfactual): Values =>
  Object.fromEntries(changes.map(({ fact, value }) => [fact, value as FactValue]));

/** All parts of some changes but the whole. */
function partsOf(changes: Values): Values[] {
  const names = Object.keys(changes);
  return Array.from({ length: 2 ** names.length - 1 }, (_, part) =>
    Object.fromEntries(
      names
        .filter((_, index) => (part >> index) % 2 === 1)
        .map((name) => [name, changes[name] as FactValue]),
    ),
  );
}

/** Every assignment of other values to up to `size` things, without the term together with what it rests on. */
function* assignments(facts: Values, size: number): Generator<Values> {
  const others = [...othersOf(facts)];
  function* extend(from: number, left: number): Generator<Values> {
    yield {};
    if (left === 0) return;
    for (let index = from; index < others.length; index++) {
      const [name, values] = others[index] as (typeof others)[number];
      for (const value of values) {
        for (const rest of extend(index + 1, left - 1)) yield { [name]: value, ...rest };
      }
    }
  }
  yield* extend(0, size);
}

describe('each counterfactual', () => {
  it('turns the decision, and no part of it leads as far', () => {
    fc.assert(
      fc.property(fc.oneof(SMALL_PACKS, AMOUNT_PACKS), CASES, (pack, facts) => {
        const found = find(pack, facts, 20);
        const becomes = decideWith(pack);
        for (const one of found?.changes ?? []) {
          const changes = valuesOf(one);
          const permitted = PERMITTED.includes(one.becomes);
          expect(becomes(facts, changes)).toBe(one.becomes);
          expect(isTurned(found!.from, one.becomes, permitted)).toBe(true);
          for (const part of partsOf(changes)) {
            expect(isTurned(found!.from, becomes(facts, part), permitted)).toBe(false);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});

/** The same changes with one step less of one of the numbers. */
function stepsLess(changes: Values, facts: Values): Values[] {
  const was: Values = {
    ...facts,
    risk: Math.max(facts.issuer as number, facts.seller as number),
  };
  return Object.entries(changes).flatMap(([name, value]) => {
    if (typeof value !== 'number') return [];
    const less = value + Math.sign((was[name] as number) - value);
    const { [name]: _, ...others } = changes;
    return [less === was[name] ? others : { ...others, [name]: less }];
  });
}

/** The values of a number on its grid, from the one it has outwards. */
function outwards(fact: string, was: number, value: number): number[] {
  const [step, low, high] = fact === 'amount' ? [5, 0, 600] : [1, 1, 5];
  const grid = Array.from({ length: (high - low) / step + 1 }, (_, index) => low + index * step);
  return value < was ? grid.filter((one) => one < was).reverse() : grid.filter((one) => one > was);
}

describe('each number in a counterfactual', () => {
  it('stands at the boundary: one step less does not turn the decision, what it covers does', () => {
    let looked = 0;
    fc.assert(
      fc.property(fc.oneof(SMALL_PACKS, AMOUNT_PACKS), CASES, (pack, facts) => {
        const found = find(pack, facts, 20);
        const becomes = decideWith(pack);
        for (const one of found?.changes ?? []) {
          const permitted = PERMITTED.includes(one.becomes);
          const isReached = (changes: Values): boolean =>
            isTurned((found as Found).from, becomes(facts, changes), permitted);
          for (const { fact, was, value, is } of one.changes) {
            if (typeof value !== 'number' || typeof was !== 'number') continue;
            looked += 1;
            const grid = outwards(fact, was, value);
            const place = grid.indexOf(value);
            const at = (other: number): boolean => isReached({ ...valuesOf(one), [fact]: other });
            expect(place).toBeGreaterThanOrEqual(0);
            if (place > 0) expect(at(grid[place - 1] as number)).toBe(false);
            const goesOn = grid.slice(place).every(at);
            if (is !== '=') expect([is, goesOn]).toEqual([value < was ? '<=' : '>=', true]);
            else if (one.changes.length === 1) expect(goesOn).toBe(false);
          }
        }
      }),
      { numRuns: 2000 },
    );
    expect(looked).toBeGreaterThan(50);
  });
});

describe('the search', () => {
  it('finds every set of few-valued things that turns the decision, as trying everything does', () => {
    let turned = 0;
    fc.assert(
      fc.property(SMALL_PACKS, CASES, (pack, facts) => {
        const found = find(pack, facts);
        if (found === undefined) return;
        expect(found.searched.complete).toBe(true);
        const becomes = decideWith(pack);
        const reported = new Set(
          found.changes
            .filter(({ becomes }) => isTurned(found.from, becomes, true))
            .map((one) => Object.keys(valuesOf(one)).join()),
        );
        const reaches = new Map<string, boolean>();
        const isReached = (changes: Values): boolean => {
          const key = JSON.stringify(changes);
          const before = reaches.get(key);
          if (before !== undefined) return before;
          const now = isTurned(found.from, becomes(facts, changes), true);
          reaches.set(key, now);
          return now;
        };
        const expected = new Set<string>();
        for (const changes of assignments(facts, 3)) {
          const names = Object.keys(changes);
          if (names.length === 0 || !isReached(changes)) continue;
          const less = [...partsOf(changes), ...stepsLess(changes, facts)];
          if (!less.some(isReached)) expected.add(names.sort().join());
        }
        if (expected.size > 0) turned += 1;
        expect([...reported].sort()).toEqual([...expected].sort());
      }),
      { numRuns: 600 },
    );
    expect(turned).toBeGreaterThan(10);
  });

  it('finds the nearest amount at which the decision turns, as trying every step does', () => {
    let turned = 0;
    fc.assert(
      fc.property(AMOUNT_PACKS, CASES, (pack, facts) => {
        const found = find(pack, facts);
        if (found === undefined) return;
        const becomes = decideWith(pack);
        const was = facts.amount as number;
        for (const side of [-1, 1]) {
          const grid = outwards('amount', was, was + side);
          const expected = grid.find((amount) =>
            isTurned(found.from, becomes(facts, { amount }), true),
          );
          const reported = found.changes
            .filter((one) => isTurned(found.from, one.becomes, true))
            .map(valuesOf)
            .filter((changes) => Object.keys(changes).join() === 'amount')
            .map(({ amount }) => amount as number)
            .find((amount) => grid.includes(amount));
          if (expected !== undefined) turned += 1;
          expect(reported).toBe(expected);
        }
      }),
      { numRuns: 1500 },
    );
    expect(turned).toBeGreaterThan(10);
  });
});
