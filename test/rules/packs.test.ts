import { describe, expect, it } from 'vitest';
import lending from '../../examples/data/rules/lending.json';
import {
  checkCases,
  compilePack,
  decide,
  diffPacks,
  lintPack,
  packAt,
  prepareRetention,
  type RulePack,
  type Tightening,
} from '../../src/rules/index.js';
import { expectRefusal } from '../refusal.js';
import { CITATION, DAY, pack, parameter, rule, text, YES_NO } from './make-pack.js';

const law = pack(
  [
    rule('OLD', { left: { fact: 'months' }, is: '>', right: { parameter: 'valid' } }),
    rule(
      'CARE',
      { left: { fact: 'age' }, is: '>=', right: { parameter: 'old' } },
      { outcome: 'require', satisfiedBy: { holds: 'done' } },
    ),
    rule(
      'SOFT',
      { holds: 'done' },
      { outcome: 'warn', override: { roles: ['manager'], evidence: [], fourEyes: false } },
    ),
  ],
  {
    months: { type: 'number', label: text('months') },
    age: { type: 'number', label: text('age') },
    done: YES_NO,
  },
  {
    id: 'law',
    parameters: {
      valid: parameter(12, { stricter: 'lower' }),
      old: parameter(65, { stricter: 'lower' }),
      fixed: parameter(7),
    },
  },
);

/** A policy that makes the law stricter. */
const policy = (tightening: Tightening, more: Partial<RulePack> = {}): RulePack =>
  pack(
    [],
    {},
    { id: 'house', kind: 'policy', tightens: { law: tightening }, messages: {}, ...more },
  );

const value = (number: number, from: '2020-01-01' | '2027-01-01' = '2020-01-01') => [
  { from, value: number, citation: CITATION },
];

describe('a policy', () => {
  const facts = { months: 8, age: 40, done: false };
  const under = (tightening: Tightening, given: Record<string, number | boolean> = facts) =>
    decide([compilePack(law), compilePack(policy(tightening))], given, DAY);

  it('may shorten a period, and its citation stands in the trace', () => {
    expect(decide([compilePack(law)], facts, DAY).status).toBe('allow');
    const own = { instrument: 'House policy', article: '9', verified: true };
    const decision = under({
      parameters: { valid: [{ from: '2020-01-01', value: 6, citation: own }] },
    });
    expect(decision.status).toBe('block');
    expect(decision.findings[0]?.trace.when).toMatchObject({ right: { value: 6, citation: own } });
  });

  it('may not lengthen it, not even for a day in the future', () => {
    const longer = (from: '2020-01-01' | '2027-01-01') => () =>
      under({ parameters: { valid: value(13, from) } });
    const path = 'packs[1].tightens.law.parameters.valid[0].value';
    expectRefusal(longer('2020-01-01'), 'inconsistent', path);
    expectRefusal(longer('2027-01-01'), 'inconsistent', path);
  });

  it('leaves the law as it is on days on which it says nothing itself', () => {
    expect(under({ parameters: { valid: value(6, '2027-01-01') } }).status).toBe('allow');
  });

  it('may not change a parameter of which no side is stricter, or that does not exist', () => {
    expectRefusal(
      () => under({ parameters: { fixed: value(6) } }),
      'inconsistent',
      'packs[1].tightens.law.parameters.fixed',
    );
    expectRefusal(
      () => under({ parameters: { none: value(6) } }),
      'unknown-id',
      'packs[1].tightens.law.parameters.none',
    );
  });

  it('may harden an outcome and may not soften one', () => {
    const old = { months: 1, age: 70, done: true };
    expect(under({}, old).status).toBe('warn');
    expect(under({ outcomes: { SOFT: 'block' } }, old).status).toBe('block');
    expectRefusal(
      () => under({ outcomes: { OLD: 'warn' } }),
      'inconsistent',
      'packs[1].tightens.law.outcomes.OLD',
    );
    expectRefusal(
      () => under({ outcomes: { NONE: 'block' } }),
      'unknown-id',
      'packs[1].tightens.law.outcomes.NONE',
    );
  });

  it('makes a hardened warning undetermined where it is unknown', () => {
    const open = { months: 1, age: 40 };
    expect(under({}, open).status).toBe('allow');
    expect(under({ outcomes: { SOFT: 'block' } }, open).status).toBe('undetermined');
  });

  it('may forbid setting a rule aside', () => {
    const open = { months: 1, age: 40, done: true };
    expect(under({}, open).findings[0]?.override?.roles).toEqual(['manager']);
    expect(under({ noOverride: ['SOFT'] }, open).findings[0]?.override).toBeUndefined();
    expectRefusal(
      () => under({ noOverride: ['NONE'] }),
      'unknown-id',
      'packs[1].tightens.law.noOverride[0]',
    );
  });

  it('gives way to a stricter policy beside it', () => {
    const packs = [
      law,
      policy({ parameters: { valid: value(9) } }),
      policy({ parameters: { valid: value(7) } }, { id: 'branch' }),
    ].map((one) => compilePack(one));
    expect(decide(packs, facts, DAY).status).toBe('block');
    expect(decide([...packs].reverse(), facts, DAY).status).toBe('block');
    expect(decide(packs, { ...facts, months: 7 }, DAY).status).toBe('allow');
  });
});

describe('two packs', () => {
  it('that call the values of a fact differently mean the same fact', () => {
    const channel = { type: 'text', label: text('channel'), values: ['web'] } as const;
    const onWeb = { left: { fact: 'channel' }, is: '=', right: 'web' } as const;
    const one = pack([rule('A', onWeb)], { channel });
    const labelled = { ...channel, valueLabels: { web: text('on the web') } };
    const other = { ...pack([rule('B', onWeb)], { channel: labelled }), id: 'other' };
    const decided = decide([compilePack(one), compilePack(other)], { channel: 'web' }, DAY);
    expect(decided.deciding).toEqual(['A', 'B']);
  });
});

describe('packAt', () => {
  const first = compilePack({ ...law, inForce: { from: '2020-01-01', to: '2026-02-01' } });
  const second = compilePack({ ...law, version: '2', inForce: { from: '2026-02-01' } });
  it('finds the version of the day before and of the day itself', () => {
    expect(packAt([second, first], '2026-01-31').version).toBe('1');
    expect(packAt([second, first], '2026-02-01').version).toBe('2');
  });

  it('refuses a day before the first, two versions on one day, and another pack', () => {
    expectRefusal(() => packAt([first], '2019-12-31'), 'out-of-range', 'date');
    expectRefusal(() => packAt([first, first], '2020-01-01'), 'inconsistent', 'versions');
    expectRefusal(
      () => packAt([first, compilePack({ ...law, id: 'x' })], '2020-01-01'),
      'inconsistent',
      'versions[1]',
    );
    expectRefusal(() => packAt([first], '2020-13-01' as never), 'invalid-date', 'date');
  });
});

describe('diffPacks', () => {
  it('finds nothing between a pack and itself', () => {
    const difference = diffPacks(compilePack(law), compilePack(law));
    expect(difference.same).toBe(true);
    expect(difference.rules).toEqual({ added: [], removed: [], changed: [] });
  });

  it('names rules and numbers that came, went and changed', () => {
    const [old, care, soft] = law.rules;
    const next = {
      ...law,
      version: '2',
      rules: [{ ...old, outcome: 'refer' }, soft, { ...care, id: 'NEW' }],
      messages: { ...law.messages, NEW: text('new') },
      parameters: { ...law.parameters, valid: parameter(9, { stricter: 'lower' }) },
    } as RulePack;
    const difference = diffPacks(compilePack(law), compilePack(next));
    expect(difference.same).toBe(false);
    expect(difference.rules.added).toEqual(['NEW']);
    expect(difference.rules.removed).toEqual(['CARE']);
    expect(difference.rules.changed.map(({ rule: id, fields }) => [id, fields])).toEqual([
      ['OLD', ['outcome']],
    ]);
    expect(difference.parameters.changed.map(({ name }) => name)).toEqual(['valid']);
    expect(difference.messages.added).toEqual(['NEW']);
    expect(difference.fields).toEqual(['version']);
  });
});

describe('checkCases', () => {
  it('runs the cases of a pack and counts how they meet its rules', () => {
    const { passed, failed, coverage } = checkCases(compilePack(lending as unknown as RulePack));
    expect([passed, failed]).toEqual([6, []]);
    // Counted by hand: L03 hits the income rule; L04, L05 and L06 are in scope and miss it; L01 and L02 are small loans.
    expect(coverage['LEND-INCOME']).toEqual({ hits: 1, misses: 3, unknown: 0, elsewhere: 2 });
  });

  it('reports a case that comes out otherwise', () => {
    const wrong = {
      id: 'W',
      asOf: '2026-03-02',
      facts: { months: 13, age: 1, done: false },
      expect: { status: 'allow' },
      why: 'no',
    } as const;
    const { passed, failed } = checkCases(compilePack({ ...law, cases: [wrong] }));
    expect(passed).toBe(0);
    expect(failed).toEqual([
      {
        id: 'W',
        why: 'no',
        expected: { status: 'allow' },
        found: { status: 'block', deciding: ['OLD'] },
      },
    ]);
  });
});

describe('lintPack', () => {
  const faults = (given: RulePack) =>
    lintPack(compilePack(given)).findings.map(({ fault, path }) => `${fault} ${path}`);

  it('finds nothing in a pack that is in order', () => {
    expect(faults(lending as unknown as RulePack)).toEqual([]);
  });

  it('finds rules that no case hits or misses', () => {
    const always = rule('ALWAYS', { any: [{ holds: 'a' }, { not: { holds: 'a' } }] });
    const cases = [
      { id: 'C', asOf: '2026-03-02', facts: { a: true }, expect: { status: 'block' }, why: 'w' },
    ] as const;
    const never = rule('NEVER', { all: [{ holds: 'a' }, { not: { holds: 'a' } }] });
    expect(faults(pack([always, never], { a: YES_NO }, { cases }))).toEqual([
      'not-missed rules.ALWAYS',
      'not-hit rules.NEVER',
    ]);
  });

  it('finds citations that are missing, unverified, or younger than their rule', () => {
    const cases = [
      { id: 'C', asOf: '2026-03-02', facts: { a: true }, expect: { status: 'block' }, why: 'w' },
      { id: 'D', asOf: '2026-03-02', facts: { a: false }, expect: { status: 'allow' }, why: 'w' },
    ] as const;
    const cite = (id: string, citations: (typeof CITATION | object)[]) =>
      rule(id, { holds: 'a' }, { citations: citations as never });
    const given = pack(
      [
        cite('BARE', []),
        cite('OPEN', [{ ...CITATION, verified: false }]),
        cite('EARLY', [{ ...CITATION, inForceFrom: '2021-01-01' }]),
      ],
      { a: YES_NO },
      { cases },
    );
    expect(faults(given)).toEqual([
      'no-citation rules.BARE',
      'before-its-law rules.EARLY',
      'unverified-citation rules.OPEN',
    ]);
  });

  it('finds days without a value, rules that are never in force, and what nothing reads', () => {
    const above = { left: { fact: 'n' }, is: '>', right: { parameter: 'p' } } as const;
    const p = {
      label: text('p'),
      history: [{ from: '2020-01-01', to: '2025-01-01', value: 1, citation: CITATION }],
    } as const;
    const cases = [
      { id: 'C', asOf: '2024-01-01', facts: { n: 2 }, expect: { status: 'block' }, why: 'w' },
      { id: 'D', asOf: '2024-01-01', facts: { n: 1 }, expect: { status: 'allow' }, why: 'w' },
    ] as const;
    const given = pack(
      [
        rule('GAP', above),
        rule('PAST', above, { inForce: { from: '2010-01-01', to: '2011-01-01' } }),
      ],
      { n: { type: 'number', label: text('n') } },
      { parameters: { p, unread: parameter(1) }, cases },
    );
    const found = lintPack(compilePack(given)).findings;
    expect(found.map(({ fault, path }) => `${fault} ${path}`)).toEqual([
      'parameter-gap rules.GAP',
      'never-in-force rules.PAST',
      'not-hit rules.PAST',
      'unused parameters.unread',
    ]);
    expect(found[0]?.text).toBe('reads p, which has no value on 2025-01-01');
  });

  it('finds an answer that turns lenient when the risk rises', () => {
    const facts = {
      risk: { type: 'number', label: text('risk'), min: 1, max: 5, whole: true, riskier: 'higher' },
    } as const;
    const cases = [3, 4].map((risk) => ({
      id: `C${risk}`,
      asOf: '2026-03-02',
      facts: { risk },
      expect: { status: risk === 3 ? 'block' : 'allow' },
      why: 'w',
    })) as unknown as RulePack['cases'];
    const odd = rule('ODD', { left: { fact: 'risk' }, is: '=', right: 3 });
    const [finding] = lintPack(compilePack(pack([odd], facts, { cases: cases ?? [] }))).findings;
    expect(finding?.fault).toBe('not-monotone');
    expect(finding?.text).toContain('ODD stops 3 and lets 4 pass');
  });

  it('finds a constant that counts where nobody knows', () => {
    const left = { first: [{ fact: 'n' }, 0] } as const;
    const given = pack([rule('R', { left, is: '>', right: 2 })], {
      n: { type: 'number', label: text('n') },
    });
    expect(faults(given)).toContain('default-in-first rules.R');
  });

  it('finds duties that cannot both be fulfilled', () => {
    const duty = (id: string, satisfiedBy: { holds: 'b' } | { not: { holds: 'b' } }) =>
      rule(id, { holds: 'a' }, { outcome: 'require', satisfiedBy });
    const given = pack([duty('DO', { holds: 'b' }), duty('DO-NOT', { not: { holds: 'b' } })], {
      a: YES_NO,
      b: YES_NO,
    });
    expect(faults(given)).toContain('contradictory-duties rules.DO');
  });
});

describe('prepareRetention', () => {
  const keep = (id: string, years: number, more: object = {}) => ({
    id,
    inForce: { from: '2020-01-01' },
    years,
    after: 'decision',
    citations: [CITATION],
    ...more,
  });
  it('lists the rules on keeping that apply, or may apply, on the day', () => {
    const retention = [
      keep('ALL', 5),
      keep('DONE', 20, { scope: { holds: 'done' } }),
      keep('PAST', 9, { inForce: { from: '2020-01-01', to: '2026-03-02' } }),
    ] as unknown as RulePack['retention'];
    const compiled = compilePack({ ...law, retention: retention ?? [] });
    const ids = (facts: Record<string, boolean>) =>
      prepareRetention([compiled], DAY)(facts).map(({ id }) => id);
    expect(ids({ done: false })).toEqual(['ALL']);
    expect(ids({ done: true })).toEqual(['ALL', 'DONE']);
    expect(ids({})).toEqual(['ALL', 'DONE']);
  });
});
