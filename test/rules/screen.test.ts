import { describe, expect, it } from 'vitest';
import pack_ from '../../examples/data/rules/lending.json' with { type: 'json' };
import {
  compilePack,
  decide,
  type FactDeclaration,
  type RuleCondition,
  type RuleFacts,
  type RuleOperand,
  type RulePack,
  screen,
} from '../../src/rules/index.js';
import { expectRefusal } from '../refusal.js';
import { DAY, pack, parameter, rule, text, YES_NO } from './make-pack.js';

const lending = compilePack(pack_ as RulePack);

const NUMBER: FactDeclaration = { type: 'number', label: text('a number') };

/** A block, a duty, a referral and a warning, each for a number of its own. */
const FOUR = compilePack(
  pack(
    [
      rule('block', { left: { fact: 'n' }, is: '=', right: 1 }),
      rule(
        'duty',
        { left: { fact: 'n' }, is: '>=', right: 2 },
        { outcome: 'require', satisfiedBy: { holds: 'done' } },
      ),
      rule('refer', { left: { fact: 'n' }, is: '=', right: 3 }, { outcome: 'refer' }),
      rule('warn', { left: { fact: 'n' }, is: '<=', right: 4 }, { outcome: 'warn' }),
    ],
    { n: NUMBER, done: YES_NO },
  ),
);

describe('the golden cases of a pack', () => {
  it('come out as they were worked out by hand', () => {
    const cases = pack_.cases.filter(({ asOf }) => asOf === '2026-03-02');
    const screening = screen(lending, cases.map(({ facts }) => facts) as RuleFacts[], DAY);
    expect(cases.map((_, row) => screening.statusOf(row))).toEqual(
      cases.map(({ expect: { status } }) => status),
    );
  });
});

describe('the statuses of many rows', () => {
  const rows = [
    { n: 1 },
    { n: 2 },
    { n: 3, done: true },
    { n: 4, done: true },
    { n: 5 },
    {},
    { n: 0 },
  ];
  const screening = screen(FOUR, rows, DAY);

  it('are those of the worst rule', () => {
    // 1: block and warn. 2: an open duty beats the warning. 3: the referral beats the warning. 5: open. {}: nobody can say.
    const expected = ['block', 'require', 'refer', 'warn', 'require', 'undetermined', 'warn'];
    expect(rows.map((_, row) => screening.statusOf(row))).toEqual(expected);
  });

  it('can be counted, looked up and listed', () => {
    expect(screening.rows).toBe(7);
    expect(screening.count('require')).toBe(2);
    expect(screening.count('allow')).toBe(0);
    expect(screening.rowsWith('require')).toEqual([1, 4]);
    expect(screening.rowsWith('allow')).toEqual([]);
    expect(screening.has(0, 'block')).toBe(true);
    expect(screening.has(0, 'warn')).toBe(false);
  });

  it('come with the rules that bite or are unknown, the hardest first', () => {
    const hit = (name: string, outcome: string, standing: string) => ({
      rule: name,
      pack: 'test',
      outcome,
      standing,
    });
    expect(screening.firedAt(0)).toEqual([
      hit('block', 'block', 'fired'),
      hit('warn', 'warn', 'fired'),
    ]);
    // The duty is fulfilled, so it does not count as biting.
    expect(screening.firedAt(2)).toEqual([
      hit('refer', 'refer', 'fired'),
      hit('warn', 'warn', 'fired'),
    ]);
    expect(screening.firedAt(5)).toEqual([
      hit('block', 'block', 'unknown'),
      hit('duty', 'require', 'unknown'),
      hit('refer', 'refer', 'unknown'),
      hit('warn', 'warn', 'unknown'),
    ]);
  });

  it('can be asked for the rows of one rule', () => {
    expect(screening.rowsWhere('duty', 'fired')).toEqual([1, 4]);
    expect(screening.rowsWhere('duty', 'satisfied')).toEqual([2, 3]);
    expect(screening.rowsWhere('duty', 'unknown')).toEqual([5]);
  });

  it('lead to full decisions', () => {
    rows.forEach((facts, row) => {
      expect(screening.decide(row)).toEqual(decide(FOUR, facts, DAY));
    });
  });

  it('are frozen, as is all that comes out', () => {
    expect(Object.isFrozen(screening)).toBe(true);
    expect(Object.isFrozen(screening.failures)).toBe(true);
    expect(Object.isFrozen(screening.firedAt(0))).toBe(true);
    expect(Object.isFrozen(screening.firedAt(0)[0])).toBe(true);
    expect(Object.isFrozen(screening.rowsWith('warn'))).toBe(true);
  });

  it('are none of no rows', () => {
    const empty = screen(FOUR, [], DAY);
    expect(empty.rows).toBe(0);
    expect(empty.count('allow')).toBe(0);
    expectRefusal(() => empty.statusOf(0), 'out-of-range', 'row');
  });

  it('stay with their rows over many blocks', () => {
    const many = Array.from({ length: 5000 }, (_, row) => ({ n: row % 7, done: row % 2 === 0 }));
    const found = screen(FOUR, many, DAY);
    expect(found.rowsWith('block')).toEqual([...many.keys()].filter((row) => many[row]?.n === 1));
    // 5000 is 714 times 7 and 2 more, so that 1 comes 715 times.
    expect(found.count('block')).toBe(715);
    const all = ['allow', 'allow-with-evidence', 'warn', 'refer', 'require', 'block'] as const;
    expect(all.reduce((sum, status) => sum + found.count(status), 0)).toBe(5000);
  });
});

describe('a wrong row', () => {
  const rows = [
    { n: 4, done: true },
    { n: 'four' },
    { n: 1 },
    { m: 1 },
    null,
    ['n'],
    { n: { value: 1, observedOn: '2026-03-03' } },
  ] as unknown as RuleFacts[];
  const screening = screen(FOUR, rows, DAY);

  it('has no status and stops no other', () => {
    expect(rows.map((_, row) => screening.statusOf(row))).toEqual([
      'warn',
      undefined,
      'block',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(screening.count('warn') + screening.count('block')).toBe(2);
    expect(screening.rowsWith('allow')).toEqual([]);
    expect(screening.has(1, 'allow')).toBe(false);
    expect(screening.firedAt(1)).toEqual([]);
  });

  it('is told with its place and what was expected there', () => {
    expect(
      screening.failures.map(({ row, issues }) => [row, issues[0]?.code, issues[0]?.path]),
    ).toEqual([
      [1, 'invalid-type', 'rows[1].n'],
      [3, 'unknown-id', 'rows[3].m'],
      [4, 'missing-value', 'rows[4]'],
      [5, 'invalid-type', 'rows[5]'],
      [6, 'inconsistent', 'rows[6].n.observedOn'],
    ]);
  });

  it('is refused by the full decision too', () => {
    expectRefusal(() => screening.decide(1), 'invalid-type', 'rows[1].n');
  });

  it('fails where a decision would, and takes a date beyond the calendar for unknown', () => {
    const late = compilePack(
      pack(
        [
          rule('late', {
            all: [
              { holds: 'asked' },
              { left: { addMonths: [{ fact: 'd' }, 12] }, is: '<', right: { fact: 'asOf' } },
            ],
          }),
        ],
        { d: { type: 'date', label: text('a date') }, asked: YES_NO },
      ),
    );
    const dates = [
      { asked: true, d: '9998-12-31' },
      { asked: true, d: '9999-01-01' },
      // Nobody needs the date here, so it does no harm.
      { asked: false, d: '9999-01-01' },
      { asked: true, d: '2026-02-30' },
    ];
    const found = screen(late, dates, DAY);
    expect(dates.map((_, row) => found.statusOf(row))).toEqual([
      'allow',
      'undetermined',
      'allow',
      undefined,
    ]);
    expect(found.failures.map(({ row }) => row)).toEqual([3]);
  });
});

describe('a row is read', () => {
  const AMOUNT: FactDeclaration = { type: 'amount', unit: 'CNY', label: text('an amount') };
  const amounts = compilePack(
    pack([rule('large', { left: { fact: 'a' }, is: '>', right: 100 })], {
      a: { ...AMOUNT, maxAgeMonths: 12 },
    }),
  );
  const statuses = (...values: unknown[]): unknown[] => {
    const rows = values.map((a) => ({ a })) as RuleFacts[];
    const found = screen(amounts, rows, DAY);
    return rows.map((_, row) => found.statusOf(row));
  };

  it('as an amount or a number, with a source or without', () => {
    expect(
      statuses(101, { currency: 'CNY', amount: '100.01' }, { value: 101, source: 'core banking' }),
    ).toEqual(['block', 'block', 'block']);
    const wrong = [
      { currency: 'USD', amount: '1' },
      { value: undefined },
      { value: 1, source: '' },
      { value: 1, observedOn: '2026-02-30' },
      { value: 1, observedOn: 20260301 },
      { value: null, observedOn: '2026-03-03' },
      { value: 'much', observedOn: '2026-03-01' },
    ];
    expect(statuses(...wrong)).toEqual(wrong.map(() => undefined));
  });

  it('with values that are none, stale or absent as unknown', () => {
    const on = (observedOn: string) => ({ value: 101, observedOn });
    // Twelve months after 2 March 2025 it still counts on 2 March 2026; after 1 March it does not.
    expect(statuses(null, undefined, on('2025-03-02'), on('2025-03-01'))).toEqual([
      'undetermined',
      'undetermined',
      'block',
      'undetermined',
    ]);
  });

  it('whatever order its facts have, and whether it repeats the day', () => {
    const rows = [
      { n: 1, done: true },
      { done: true, n: 1 },
      { asOf: '2026-03-02', n: 1 },
      { asOf: '2026-03-03', n: 1 },
    ];
    const found = screen(FOUR, rows as RuleFacts[], DAY);
    expect(rows.map((_, row) => found.statusOf(row))).toEqual([
      'block',
      'block',
      'block',
      undefined,
    ]);
    expect(found.failures[0]?.issues[0]?.path).toBe('rows[3].asOf');
  });

  it('for what is its own', () => {
    const inherited = Object.create({ n: 1 }) as RuleFacts;
    const bare = Object.assign(Object.create(null), { n: 1 }) as RuleFacts;
    class Row {
      n = 1;
    }
    const rows = [inherited, bare, new Row() as unknown as RuleFacts];
    const found = screen(FOUR, rows, DAY);
    expect(rows.map((_, row) => found.statusOf(row))).toEqual(['undetermined', 'block', 'block']);
  });

  it('without what the row before it said', () => {
    const none = compilePack(
      pack(
        [
          rule('none', { none: 'n' }),
          rule('stale', { stale: 'n' }, { outcome: 'refer' }),
          rule('known', { left: { fact: 'n' }, is: '>', right: 0 }, { outcome: 'warn' }),
        ],
        { n: { ...NUMBER, maxAgeMonths: 1, default: 0 } },
      ),
    );
    const rows = [null, undefined, { value: 1, observedOn: '2026-01-01' }, undefined, 1, undefined];
    const found = screen(none, rows.map((n) => ({ n })) as RuleFacts[], DAY);
    const expected = ['block', 'allow', 'refer', 'allow', 'warn', 'allow'];
    expect(rows.map((_, row) => found.statusOf(row))).toEqual(expected);
    // A row that the quick way gives up half way through leaves nothing behind either.
    const after = [{ n: 1, odd: 1 }, {}] as unknown as RuleFacts[];
    expect(screen(none, after, DAY).statusOf(1)).toBe('allow');
  });
});

describe('values at the edge of what can be said', () => {
  const statusOf = (when: RuleCondition, facts: RuleFacts, declared = { n: NUMBER }): unknown => {
    const one = compilePack(pack([rule('one', when)], declared));
    expect(screen(one, [facts], DAY).statusOf(0)).toBe(decide(one, facts, DAY).status);
    return screen(one, [facts], DAY).statusOf(0);
  };

  it('are found in long lists as in short ones', () => {
    const even = Array.from({ length: 20 }, (_, index) => 2 * index);
    const isEven: RuleCondition = { left: { fact: 'n' }, is: 'in', right: even };
    expect([2, 3, 38, 40].map((n) => statusOf(isEven, { n }))).toEqual([
      'block',
      'allow',
      'block',
      'allow',
    ]);
    expect(statusOf(isEven, { n: null })).toBe('undetermined');
  });

  it('may be no numbers any more, and then are what a decision makes of them', () => {
    const square: RuleOperand = { times: [{ fact: 'n' }, { fact: 'n' }] };
    for (const nothing of [
      { minus: [square, square] },
      { plus: [square, { times: [square, -1] }] },
      { over: [square, square] },
    ] satisfies RuleOperand[]) {
      // `statusOf` compares with the scalar engine.
      statusOf({ left: nothing, is: '=', right: 0 }, { n: 1e300 });
      statusOf({ left: nothing, is: '>', right: 0 }, { n: 1e300 });
      expect(statusOf({ left: nothing, is: '>', right: 3 }, { n: 2 })).toBe('allow');
    }
  });

  it('lie on one side where a part of a maximum is missing', () => {
    const declared = { n: NUMBER, m: NUMBER };
    const higher: RuleOperand = { max: [{ fact: 'n' }, { fact: 'm' }] };
    const above = (right: number): RuleCondition => ({ left: higher, is: '>', right });
    expect(statusOf(above(3), { n: 4 }, declared)).toBe('block');
    expect(statusOf(above(5), { n: 4 }, declared)).toBe('undetermined');
    expect(statusOf({ not: above(3) }, { n: 4 }, declared)).toBe('allow');
    expect(statusOf({ left: higher, is: '=', right: 3 }, { n: 4 }, declared)).toBe('allow');
  });
});

describe('functions of a pack', () => {
  const called = compilePack(
    pack(
      [
        rule('called', {
          left: { call: 'grade', with: [{ fact: 'n' }, { fact: 'words' }] },
          is: '=',
          right: 'high',
        }),
      ],
      { n: NUMBER, words: { type: 'list', label: text('words') } },
    ),
    {
      functions: {
        grade: (value, words) => {
          if (value === 9) throw new TypeError('a fault in the function');
          if (value === undefined) return undefined;
          return (value as number) > 2 && (words as readonly string[]).includes('x')
            ? 'high'
            : 'low';
        },
      },
    },
  );

  it('are called with the values of each row', () => {
    const rows = [{ n: 3, words: ['y', 'x'] }, { n: 3, words: [] }, { words: ['x'] }];
    const found = screen(called, rows, DAY);
    expect(rows.map((_, row) => found.statusOf(row))).toEqual(['block', 'allow', 'undetermined']);
  });

  it('fail where a decision fails over its reasons, though its status needs no function', () => {
    const first: RuleOperand = { first: [{ fact: 'n' }, { call: 'broken', with: [] }] };
    const lazy = compilePack(
      pack([rule('lazy', { left: first, is: '>', right: 0 })], { n: NUMBER }),
      {
        functions: { broken: () => Number.NaN },
      },
    );
    const rows = [{ n: 1 }, { n: 0 }];
    const found = screen(lazy, rows, DAY);
    // The rule bites in the first row only, and only then is what it read set out.
    expect(() => decide(lazy, rows[0] as RuleFacts, DAY)).toThrow(/finite number/);
    expect(decide(lazy, rows[1] as RuleFacts, DAY).status).toBe('allow');
    expect([found.statusOf(0), found.statusOf(1)]).toEqual([undefined, 'allow']);
  });

  it('throw what they throw, as in a decision: that is no fault of the row', () => {
    const faulty = [{ n: 9, words: [] }];
    expect(() => decide(called, faulty[0] as RuleFacts, DAY)).toThrow(TypeError);
    expect(() => screen(called, faulty, DAY)).toThrow(TypeError);
  });
});

describe('several packs', () => {
  it('can make a block of a duty, which nothing fulfils any more', () => {
    const duty = rule('duty', { holds: 'a' }, { outcome: 'require', satisfiedBy: { holds: 'b' } });
    const law = pack([duty], { a: YES_NO, b: YES_NO }, { id: 'law' });
    const policy = pack(
      [],
      {},
      { id: 'policy', kind: 'policy', tightens: { law: { outcomes: { duty: 'block' } } } },
    );
    const rows = [{ a: true, b: true }];
    expect(screen(compilePack(law), rows, DAY).statusOf(0)).toBe('allow-with-evidence');
    const both = [compilePack(law), compilePack(policy)];
    expect(screen(both, rows, DAY).statusOf(0)).toBe('block');
  });
});

describe('two packs that mean different things by one name', () => {
  it('are refused where the one has a fact and the other a term', () => {
    const over: RuleCondition = { left: { fact: 'x' }, is: '>', right: 3 };
    const worked = pack(
      [rule('term', over)],
      { n: NUMBER },
      { id: 'term', terms: { x: { label: text('x'), type: 'number', value: { fact: 'n' } } } },
    );
    const told = pack([rule('fact', over)], { x: NUMBER }, { id: 'fact' });
    const both = [compilePack(worked), compilePack(told)];
    expectRefusal(() => screen(both, [{ n: 4 }], DAY), 'inconsistent', 'packs.terms.x');
    expectRefusal(() => decide(both, { n: 4, x: 1 }, DAY), 'inconsistent', 'packs.terms.x');
  });

  it('each keep their own parameters', () => {
    const limited = (id: string, limit: number): RulePack =>
      pack(
        [rule(`${id}-over`, { left: { fact: 'n' }, is: '>', right: { parameter: 'limit' } })],
        { n: NUMBER },
        { id, parameters: { limit: parameter(limit) } },
      );
    const both = [compilePack(limited('one', 3)), compilePack(limited('two', 5))];
    const found = screen(both, [{ n: 4 }], DAY);
    expect(found.firedAt(0).map(({ rule: id }) => id)).toEqual(['one-over']);
  });
});

describe('bad arguments of a screening', () => {
  it.each([
    [() => screen([], [], DAY), 'empty', 'packs'],
    [() => screen({} as never, [], DAY), 'invalid-type', 'packs'],
    [() => screen(FOUR, undefined as never, DAY), 'missing-value', 'rows'],
    [() => screen(FOUR, {} as never, DAY), 'invalid-type', 'rows'],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    [() => screen(FOUR, [, { n: 1 }] as never, DAY), 'missing-value', 'rows[0]'],
    [() => screen(FOUR, [], undefined as never), 'missing-value', 'options'],
    [() => screen(FOUR, [], {} as never), 'missing-value', 'options.asOf'],
    [() => screen(FOUR, [], { asOf: '2026-02-30' }), 'invalid-date', 'options.asOf'],
    [() => screen(FOUR, [], { asOf: '2019-12-31' }), 'out-of-range', 'options.asOf'],
  ] as const)('are refused: %s', (call, code, path) => {
    expectRefusal(call, code, path);
  });

  const one = screen(FOUR, [{ n: 1 }], DAY);
  it.each([
    [() => one.statusOf(1), 'out-of-range', 'row'],
    [() => one.statusOf(-1), 'out-of-range', 'row'],
    [() => one.statusOf(0.5), 'out-of-range', 'row'],
    [() => one.statusOf('0' as never), 'out-of-range', 'row'],
    [() => one.firedAt(1), 'out-of-range', 'row'],
    [() => one.decide(Number.NaN), 'out-of-range', 'row'],
    [() => one.count('denied' as never), 'unknown-value', 'status'],
    [() => one.rowsWith(undefined as never), 'missing-value', 'status'],
    [() => one.has(0, 'denied' as never), 'unknown-value', 'status'],
    [() => one.rowsWhere('nothing', 'fired'), 'unknown-id', 'rule'],
    [() => one.rowsWhere('block', 'not-met' as never), 'unknown-value', 'standing'],
  ] as const)('of its questions are refused: %s', (call, code, path) => {
    expectRefusal(call, code, path);
  });
});
