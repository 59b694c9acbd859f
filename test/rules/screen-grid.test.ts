import { describe, expect, it } from 'vitest';
import {
  compilePack,
  decide,
  type FactDeclaration,
  type GridFacts,
  type RuleFacts,
  screenGrid,
} from '../../src/rules/index.js';
import { expectRefusal } from '../refusal.js';
import { DAY, pack, rule, text, YES_NO } from './make-pack.js';

const LEVEL: FactDeclaration = { type: 'number', label: text('a level'), min: 1, max: 5 };

/** A client, a product, a pair and an order each have a rule of their own. */
const SUITS = compilePack(
  pack(
    [
      rule('minor', { left: { fact: 'age' }, is: '<', right: 18 }),
      rule('private', { holds: 'private' }, { outcome: 'refer' }),
      rule('level', { left: { fact: 'risk' }, is: '>', right: { fact: 'level' } }),
      rule(
        'care',
        {
          all: [
            { left: { fact: 'age' }, is: '>=', right: 65 },
            { left: { fact: 'risk' }, is: '>=', right: 4 },
          ],
        },
        { outcome: 'require', satisfiedBy: { holds: 'care' } },
      ),
    ],
    {
      age: { type: 'number', label: text('age'), min: 0 },
      level: LEVEL,
      risk: LEVEL,
      private: YES_NO,
      care: YES_NO,
      d: { type: 'date', label: text('a date') },
    },
  ),
);

const clients: readonly RuleFacts[] = [
  { age: 17, level: 5 },
  { age: 30, level: 3 },
  { age: 70, level: 5 },
  { age: 30 },
];
const products: readonly RuleFacts[] = [
  { risk: 3, private: false },
  { risk: 4, private: false },
  { risk: 1, private: true },
];

/** By client, worked out by hand: 17 is too young; level 3 bears no risk 4; at 70 risk 4 asks for care; a level is missing. */
const EXPECTED = [
  ['block', 'block', 'block'],
  ['allow', 'block', 'refer'],
  ['allow', 'require', 'refer'],
  ['undetermined', 'undetermined', 'undetermined'],
];

describe('a grid of clients and products', () => {
  const grid = screenGrid(SUITS, { clients, products }, DAY);

  it('has the status of every pair', () => {
    expect(clients.map((_, i) => products.map((__, j) => grid.statusAt(i, j)))).toEqual(EXPECTED);
  });

  it('can be counted and listed by client and by product', () => {
    expect([grid.clients, grid.products, grid.failed]).toEqual([4, 3, 0]);
    expect(grid.count('block')).toBe(4);
    expect(grid.countByClient('block')).toEqual([3, 1, 0, 0]);
    expect(grid.countByProduct('block')).toEqual([1, 2, 1]);
    expect(grid.productsFor(1, 'block')).toEqual([1]);
    expect(grid.clientsFor(0, 'allow')).toEqual([1, 2]);
  });

  it('is the same from the other side, with more products than clients', () => {
    const turned = screenGrid(SUITS, { clients: clients.slice(0, 2), products }, DAY);
    expect([0, 1].map((i) => products.map((_, j) => turned.statusAt(i, j)))).toEqual(
      EXPECTED.slice(0, 2),
    );
    expect(turned.countByClient('block')).toEqual([3, 1]);
    expect(turned.countByProduct('block')).toEqual([1, 2, 1]);
    expect(turned.productsFor(1, 'block')).toEqual([1]);
    expect(turned.clientsFor(1, 'block')).toEqual([0, 1]);
  });

  it('takes what is shared as said of every pair', () => {
    const cared = screenGrid(SUITS, { clients, products, shared: { care: true } }, DAY);
    expect(cared.statusAt(2, 1)).toBe('allow-with-evidence');
    expect(cared.statusAt(2, 0)).toBe('allow');
  });

  it('tells the rules that bite whether they were kept or not', () => {
    const kept = screenGrid(SUITS, { clients, products }, { ...DAY, rules: true });
    expect(kept.firedAt(1, 1)).toEqual([
      { rule: 'level', pack: 'test', outcome: 'block', standing: 'fired' },
    ]);
    expect(kept.firedAt(2, 1).map(({ rule: id }) => id)).toEqual(['care']);
    expect(grid.firedAt(1, 1)).toEqual(kept.firedAt(1, 1));
    expect(grid.firedAt(3, 2)).toEqual(kept.firedAt(3, 2));
  });

  it('leads to full decisions', () => {
    expect(grid.decide(1, 2)).toEqual(decide(SUITS, { ...clients[1], ...products[2] }, DAY));
  });

  it('is the same in slices', () => {
    const slices = [clients.slice(0, 2), clients.slice(2)].map((some) => {
      return screenGrid(SUITS, { clients: some, products }, DAY);
    });
    const statuses = slices.flatMap((slice) =>
      Array.from({ length: slice.clients }, (_, i) =>
        products.map((__, j) => slice.statusAt(i, j)),
      ),
    );
    expect(statuses).toEqual(EXPECTED);
  });

  it('stays right over many blocks and many like products', () => {
    const many = Array.from({ length: 2500 }, (_, i) => ({ age: 20, level: 1 + (i % 5) }));
    const wide = Array.from({ length: 40 }, (_, j) => ({ risk: 1 + (j % 5), private: false }));
    const found = screenGrid(SUITS, { clients: many, products: wide }, DAY);
    // Of 25 pairs of levels 15 have no risk above the client's.
    expect(found.count('allow')).toBe((2500 * 40 * 15) / 25);
    expect(found.productsFor(2498, 'allow')).toEqual([...wide.keys()].filter((j) => j % 5 <= 3));
    expect(found.clientsFor(39, 'allow')).toEqual([...many.keys()].filter((i) => i % 5 === 4));
  });

  it('tells how far it has come', () => {
    const seen: (readonly [number, number])[] = [];
    const many = Array.from({ length: 1500 }, () => ({ age: 20 }));
    screenGrid(
      SUITS,
      { clients: many, products },
      { ...DAY, onProgress: (done, total) => seen.push([done, total]) },
    );
    expect(seen.at(-1)).toEqual([4500, 4500]);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.map(([done]) => done)).toEqual(
      [...seen.map(([done]) => done)].sort((a, b) => a - b),
    );
  });

  it('may have an empty side', () => {
    for (const empty of [
      { clients: [], products },
      { clients, products: [] },
    ]) {
      const found = screenGrid(SUITS, empty, DAY);
      expect(found.count('allow') + found.failed).toBe(0);
      expect(found.countByClient('allow')).toEqual(empty.clients.map(() => 0));
    }
  });
});

describe('a product of which a part is missing', () => {
  it('counts with what is known of it', () => {
    const lowest = compilePack(
      pack(
        [
          rule('over', {
            left: { fact: 'n' },
            is: '>',
            right: { min: [{ fact: 'a' }, { fact: 'b' }] },
          }),
        ],
        { n: LEVEL, a: LEVEL, b: LEVEL },
      ),
    );
    const some = {
      clients: [{ n: 3 }, { n: 3 }, { n: 3 }],
      products: [{ a: 1 }, { a: 2 }, { a: 4 }],
    };
    const grid = screenGrid(lowest, some, DAY);
    // The lower one is at most 1, at most 2, at most 4: only of the last nobody can say whether 3 is above it.
    expect(grid.countByProduct('block')).toEqual([3, 3, 0]);
    expect(grid.countByProduct('undetermined')).toEqual([0, 0, 3]);
    const wide = { clients: [{ n: 1 }, { n: 2 }], products: [{ a: 1 }, { a: 1, b: 2 }, { b: 4 }] };
    const turned = screenGrid(lowest, wide, DAY);
    expect([0, 1].map((i) => [0, 1, 2].map((j) => turned.statusAt(i, j)))).toEqual([
      ['undetermined', 'allow', 'undetermined'],
      ['block', 'block', 'undetermined'],
    ]);
  });
});

describe('a wrong client or product', () => {
  const grid = screenGrid(
    SUITS,
    {
      clients: [...clients.slice(0, 2), { age: -1, level: 3 }],
      products: [products[0] as RuleFacts, { risk: 9 }],
    },
    DAY,
  );

  it('fails with all its pairs and no others', () => {
    expect(grid.statusAt(0, 0)).toBe('block');
    expect(grid.statusAt(1, 0)).toBe('allow');
    expect(grid.statusAt(2, 0)).toBeUndefined();
    expect(grid.statusAt(1, 1)).toBeUndefined();
    expect(grid.failed).toBe(4);
    expect(grid.productsFor(2, 'allow')).toEqual([]);
    expect(grid.firedAt(2, 0)).toEqual([]);
  });

  it('is told with its place', () => {
    expect(grid.failures.clients.map(({ row, issues }) => [row, issues[0]?.path])).toEqual([
      [2, 'grid.clients[2].age'],
    ]);
    expect(grid.failures.products.map(({ row, issues }) => [row, issues[0]?.path])).toEqual([
      [1, 'grid.products[1].risk'],
    ]);
    expectRefusal(() => grid.decide(2, 0), 'out-of-range', 'grid.clients[2].age');
    expectRefusal(() => grid.decide(0, 1), 'out-of-range', 'grid.products[1].risk');
  });
});

describe('a pair that alone cannot be decided', () => {
  const later = compilePack(
    pack(
      [
        rule('later', {
          left: { call: 'half', with: [{ fact: 'm' }, { fact: 'n' }] },
          is: '>',
          right: 1,
        }),
      ],
      { m: { type: 'number', label: text('m') }, n: { type: 'number', label: text('n') } },
    ),
    // A function that breaks its word for one pair: it must not return what is no number.
    { functions: { half: (m, n) => (m === 1 && n === 2 ? Number.NaN : 0) } },
  );

  it('fails alone, and says why when it is asked', () => {
    const grid = screenGrid(
      later,
      { clients: [{ m: 1 }, { m: 2 }], products: [{ n: 1 }, { n: 2 }] },
      DAY,
    );
    expect(grid.statusAt(0, 0)).toBe('allow');
    expect(grid.statusAt(0, 1)).toBeUndefined();
    expect(grid.statusAt(1, 0)).toBe('allow');
    expect(grid.failed).toBe(1);
    expect(grid.failures).toEqual({ clients: [], products: [] });
    expect(() => grid.decide(0, 1)).toThrow(/functions.half/);
  });
});

describe('bad arguments of a grid', () => {
  const given = (facts: Partial<Record<keyof GridFacts, unknown>>, options: object = DAY) =>
    screenGrid(SUITS, { clients, products, ...facts } as never, options as never);

  it.each([
    ['no grid', () => screenGrid(SUITS, undefined as never, DAY), 'missing-value', 'grid'],
    ['clients that are no list', () => given({ clients: {} }), 'invalid-type', 'grid.clients'],
    ['no products', () => given({ products: undefined }), 'missing-value', 'grid.products'],
    ['shared facts that are none', () => given({ shared: 'x' }), 'invalid-type', 'grid.shared'],
    [
      'a wrong shared fact',
      () => given({ shared: { care: 1 } }),
      'invalid-type',
      'grid.shared.care',
    ],
    ['an unknown shared fact', () => given({ shared: { x: 1 } }), 'unknown-id', 'grid.shared.x'],
    [
      'a fact of clients that is shared',
      () => given({ shared: { level: 1 } }),
      'inconsistent',
      'grid.clients[0].level',
    ],
    [
      'a fact of clients that a product has as well',
      () => given({ products: [...products, { risk: 1, age: 3 }] }),
      'inconsistent',
      'grid.products[3].age',
    ],
    ['no options', () => given({}, null as never), 'missing-value', 'options'],
    ['a day that is none', () => given({}, { asOf: 'x' }), 'invalid-date', 'options.asOf'],
    [
      'rules that are no yes',
      () => given({}, { ...DAY, rules: 1 }),
      'invalid-type',
      'options.rules',
    ],
    [
      'progress that is no function',
      () => given({}, { ...DAY, onProgress: 1 }),
      'invalid-type',
      'options.onProgress',
    ],
    ['a client too far', () => given({}).statusAt(4, 0), 'out-of-range', 'client'],
    ['a product too far', () => given({}).statusAt(0, 3), 'out-of-range', 'product'],
    ['a client that is none', () => given({}).productsFor(-1, 'allow'), 'out-of-range', 'client'],
    ['a product that is none', () => given({}).clientsFor(3, 'allow'), 'out-of-range', 'product'],
    ['a status that is none', () => given({}).count('yes' as never), 'unknown-value', 'status'],
  ] as const)('are refused: %s', (_, call, code, path) => {
    expectRefusal(call, code, path);
  });

  it('may repeat the day, and say of a fact that they say nothing', () => {
    const silent = [{ risk: 1, private: false, level: undefined, asOf: '2026-03-02' }];
    const grid = given({ products: silent as unknown as RuleFacts[] });
    expect(grid.statusAt(1, 0)).toBe('allow');
    expect(grid.decide(1, 0).status).toBe('allow');
  });
});
