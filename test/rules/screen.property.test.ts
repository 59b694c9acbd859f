import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AptfolioError, type Issue } from '../../src/errors/index.js';
import {
  type CompiledPack,
  compilePack,
  prepareDecisions,
  type RuleFacts,
  type RulePack,
  type Screening,
  screen,
  screenGrid,
} from '../../src/rules/index.js';
import { DAY } from './make-pack.js';
import { FACTS, FUNCTIONS, packs, rows } from './screen-arbitraries.js';

/** What somebody finds of one case: all that a screening keeps, or why it cannot be decided. */
interface Found {
  readonly status: string | undefined;
  readonly rules: readonly string[];
  readonly issues: readonly Issue[];
}

const KEPT = ['fired', 'satisfied', 'unknown'] as const;

/** The scalar engine's word, one row after the other. */
function decidedOneByOne(
  list: readonly CompiledPack[],
  cases: readonly RuleFacts[],
): readonly Found[] {
  const decideOne = prepareDecisions(list, DAY);
  return cases.map((facts, row) => {
    try {
      const { status, findings } = decideOne(facts);
      const kept = findings.filter(({ standing }) => KEPT.some((one) => one === standing));
      const found = kept.map(({ rule, outcome, standing }) => `${rule} ${outcome} ${standing}`);
      return { status, rules: found.sort(), issues: [] };
    } catch (error) {
      if (!(error instanceof AptfolioError)) throw error;
      const issues = error.issues.map((issue) => ({
        ...issue,
        path: issue.path.replace(/^facts/, `rows[${row}]`),
      }));
      return { status: undefined, rules: [], issues };
    }
  });
}

function found(screening: Screening, list: readonly CompiledPack[]): readonly Found[] {
  const outcomes = new Map(
    list.flatMap(({ pack }) => pack.rules.map(({ id, outcome }) => [id, outcome] as const)),
  );
  const rules = Array.from({ length: screening.rows }, () => [] as string[]);
  for (const [rule, outcome] of outcomes) {
    for (const standing of KEPT) {
      for (const row of screening.rowsWhere(rule, standing)) {
        rules[row]?.push(`${rule} ${outcome} ${standing}`);
      }
    }
  }
  const failed = new Map(screening.failures.map(({ row, issues }) => [row, issues]));
  return rules.map((kept, row) => ({
    status: screening.statusOf(row),
    rules: kept.sort(),
    issues: failed.get(row) ?? [],
  }));
}

const compiled = (...list: readonly RulePack[]): readonly CompiledPack[] =>
  list.map((pack) => compilePack(pack, { functions: FUNCTIONS }));

const bothPacks = fc.tuple(packs('one', 'P'), packs('two', 'Q'));

/** More rows than one word of bits. */
const manyRows = fc.array(rows(), { maxLength: 40 });

describe('a screening', () => {
  it('finds of every row what the scalar engine finds, whatever packs and facts are', () => {
    fc.assert(
      fc.property(bothPacks, manyRows, (two, cases) => {
        const list = compiled(...two);
        expect(found(screen(list, cases, DAY), list)).toEqual(decidedOneByOne(list, cases));
      }),
      { numRuns: 150 },
    );
  });

  it('names the rules that bite or are unknown in the order of a decision', () => {
    fc.assert(
      fc.property(bothPacks, manyRows, (two, cases) => {
        const list = compiled(...two);
        const screening = screen(list, cases, DAY);
        cases.forEach((_, row) => {
          if (screening.statusOf(row) === undefined) return;
          const { findings } = screening.decide(row);
          const expected = findings.filter(({ standing }) => /fired|unknown/.test(standing));
          expect(screening.firedAt(row)).toEqual(
            expected.map(({ rule, pack, outcome, standing }) => ({
              rule,
              pack,
              outcome,
              standing,
            })),
          );
        });
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on the order of rows, facts, rules and packs', () => {
    fc.assert(
      fc.property(bothPacks, manyRows, (two, cases) => {
        const turned = two.map((pack) => ({ ...pack, rules: [...pack.rules].reverse() })).reverse();
        const mirrored = cases.map((facts) => Object.fromEntries(Object.entries(facts).reverse()));
        const list = compiled(...two);
        const straight = found(screen(list, cases, DAY), list);
        const other = compiled(...turned);
        const reverse = found(screen(other, [...mirrored].reverse(), DAY), other);
        const essence = (all: readonly Found[]): unknown =>
          all.map(({ status, rules }) => ({ status, rules }));
        expect(essence([...reverse].reverse())).toEqual(essence(straight));
      }),
      { numRuns: 40 },
    );
  });

  it('finds of a row the same beside others as alone', () => {
    fc.assert(
      fc.property(packs('one', 'P'), manyRows, (one, cases) => {
        const list = compiled(one);
        const together = screen(list, cases, DAY);
        cases.forEach((facts, row) => {
          const alone = screen(list, [facts], DAY);
          expect(together.statusOf(row)).toBe(alone.statusOf(0));
          expect(together.firedAt(row)).toEqual(alone.firedAt(0));
        });
      }),
      { numRuns: 20 },
    );
  });

  it('leaves its arguments as they are', () => {
    fc.assert(
      fc.property(packs('one', 'P'), manyRows, (one, cases) => {
        const before = structuredClone(cases);
        screen(compiled(one), cases, DAY).count('block');
        expect(cases).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

/** Facts dealt out to clients, products and what is shared, with some of which nobody says anything. */
const grids = fc
  .tuple(...Object.keys(FACTS).map(() => fc.integer({ min: 0, max: 3 })))
  .chain((sides) => {
    const on = (side: number) => Object.keys(FACTS).filter((_, index) => sides[index] === side);
    const clients = on(0).length === 0 ? fc.constant({}) : rows(on(0));
    const products = on(1).length === 0 ? fc.constant({}) : rows(on(1));
    const shared = on(2).length === 0 ? fc.constant({}) : rows(on(2));
    return fc.record({
      clients: fc.array(clients, { maxLength: 40 }),
      products: fc.array(products, { maxLength: 40 }),
      shared,
    });
  });

describe('a grid', () => {
  it('finds of every pair what the scalar engine finds of the facts of both', () => {
    fc.assert(
      fc.property(bothPacks, grids, fc.boolean(), (two, grid, keepRules) => {
        const list = compiled(...two);
        const decideOne = prepareDecisions(list, DAY);
        fc.pre(!throws(() => screenGrid(list, { ...grid, clients: [], products: [] }, DAY)));
        const screening = screenGrid(list, grid, { ...DAY, rules: keepRules });
        let failed = 0;
        grid.clients.forEach((client, i) => {
          grid.products.forEach((product, j) => {
            const facts = { ...grid.shared, ...known(client), ...known(product) };
            const [alone] = decidedOneByOne(list, [facts]);
            expect(screening.statusAt(i, j)).toBe(alone?.status);
            const hits = screening.firedAt(i, j);
            expect(
              hits.map(({ rule, outcome, standing }) => `${rule} ${outcome} ${standing}`).sort(),
            ).toEqual(alone?.rules.filter((one) => !one.endsWith('satisfied')));
            if (alone?.status === undefined) {
              failed++;
              expect(() => screening.decide(i, j)).toThrow(AptfolioError);
            } else expect(screening.decide(i, j)).toEqual(decideOne(facts));
          });
        });
        expect(screening.failed).toBe(failed);
      }),
      { numRuns: 60 },
    );
  });

  it('counts and lists what it says of single pairs', () => {
    fc.assert(
      fc.property(bothPacks, grids, (two, grid) => {
        const list = compiled(...two);
        fc.pre(!throws(() => screenGrid(list, { ...grid, clients: [], products: [] }, DAY)));
        const screening = screenGrid(list, grid, DAY);
        for (const status of ['allow', 'block', 'undetermined', 'require'] as const) {
          const places = grid.clients.map((_, i) =>
            [...grid.products.keys()].filter((j) => screening.statusAt(i, j) === status),
          );
          expect(grid.clients.map((_, i) => screening.productsFor(i, status))).toEqual(places);
          expect(screening.countByClient(status)).toEqual(places.map(({ length }) => length));
          const clientsOf = grid.products.map((_, j) =>
            [...grid.clients.keys()].filter((i) => places[i]?.includes(j)),
          );
          expect(grid.products.map((_, j) => screening.clientsFor(j, status))).toEqual(clientsOf);
          expect(screening.countByProduct(status)).toEqual(clientsOf.map(({ length }) => length));
          expect(screening.count(status)).toBe(places.flat().length);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** Only what is said, as an absent fact is not told from one that is `undefined`. */
function known(facts: RuleFacts): RuleFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function throws(step: () => unknown): boolean {
  try {
    step();
    return false;
  } catch (error) {
    if (error instanceof AptfolioError) return true;
    throw error;
  }
}
