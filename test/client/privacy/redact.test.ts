import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClientView,
  clientFieldRules,
  FIELD_CLASSES,
  fieldRulesFor,
  MASK,
  type PrivacyPolicy,
  redact,
} from '../../../src/client/index.js';
import { canonicalJson } from '../../../src/evidence/index.js';
import { expectRefusal, frozenCopy, isDeeplyFrozen, view, wrong } from '../support.js';

const policy: PrivacyPolicy<'adviser' | 'analyst' | 'nobody'> = {
  fields: [
    ...clientFieldRules,
    { path: 'note', fieldClass: 'internal' },
    { path: 'accounts.*.balance', fieldClass: 'sensitive' },
    { path: 'accounts.*.kind', fieldClass: 'internal' },
  ],
  audiences: {
    adviser: { public: 'show', internal: 'show', personal: 'show', sensitive: 'mask' },
    analyst: { public: 'show', internal: 'show' },
    nobody: {},
  },
};

const record = {
  client: { id: 'cli_lin', birthDate: '1988-02-29', phone: '13800138000' },
  baseCurrency: 'CNY',
  fx: {},
  holdings: [{ id: 'MMF', amount: '118000.00' }, { id: 'STOCK' }],
  note: 'called',
  accounts: { '6222020000000000': { balance: '1.00', kind: 'deposit', pin: '1234' } },
};

describe('redact', () => {
  it('shows, masks and leaves out by class, and what no rule names to nobody', () => {
    const { record: seen, redacted } = redact(record, 'adviser', policy);
    expect(seen).toEqual({
      client: { id: 'cli_lin', birthDate: '1988-02-29' },
      baseCurrency: 'CNY',
      fx: {},
      holdings: [{ id: MASK, amount: MASK }, { id: MASK }],
      note: 'called',
      accounts: { '6222020000000000': { balance: MASK, kind: 'deposit' } },
    });
    expect(redacted).toEqual([
      { path: 'accounts.*.balance', fieldClass: 'sensitive', treatment: 'mask' },
      { path: 'accounts.*.pin', fieldClass: null, treatment: 'drop' },
      { path: 'client.phone', fieldClass: null, treatment: 'drop' },
      { path: 'holdings.*.amount', fieldClass: 'sensitive', treatment: 'mask' },
      { path: 'holdings.*.id', fieldClass: 'sensitive', treatment: 'mask' },
    ]);
  });

  it('leaves out whole lists and objects of which nothing is left', () => {
    expect(redact(record, 'analyst', policy).record).toEqual({
      baseCurrency: 'CNY',
      fx: {},
      note: 'called',
      accounts: { '6222020000000000': { kind: 'deposit' } },
    });
    expect(redact(record, 'nobody', policy).record).toEqual({});
    expect(redact({}, 'nobody', policy)).toEqual({ record: {}, redacted: [] });
  });

  it('does not tell by its list how long a list was, nor what a name was that is data', () => {
    const paths = redact(record, 'nobody', policy).redacted.map(({ path }) => path);
    expect(paths).toContain('holdings.*.id');
    expect(paths.filter((path) => path.startsWith('holdings'))).toHaveLength(2);
    expect(paths.join()).not.toContain('6222');
    const named = redact({ 张三: 1, a1b2c3: 2, [`x${'y'.repeat(50)}`]: 3 }, 'adviser', policy);
    expect(named.redacted.map(({ path }) => path)).toEqual(['*']);
  });

  it('shows paths so that they can become rules as they are', () => {
    const { redacted } = redact(record, 'nobody', policy);
    const own = redacted.map(({ path }) => ({ path, fieldClass: 'public' }) as const);
    const audiences = { nobody: { public: 'show' } } as const;
    const opened = redact(record, 'nobody', { fields: own, audiences });
    expect(opened.redacted).toEqual([]);
  });

  it('takes the rule that says most, wherever it stands in the list', () => {
    const rules = [
      { path: '**', fieldClass: 'sensitive' },
      { path: 'a.**', fieldClass: 'personal' },
      { path: 'a.*', fieldClass: 'internal' },
      { path: 'a.b', fieldClass: 'public' },
      { path: '*.b', fieldClass: 'sensitive' },
    ] as const;
    const audiences = { x: { public: 'show', internal: 'mask' } } as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([...rules], { minLength: rules.length }), (fields) => {
        const given = { a: { b: 1, c: 2, d: { e: 3 } }, z: { b: 4 } };
        const { record: seen, redacted } = redact(given, 'x', { fields, audiences });
        expect(seen).toEqual({ a: { b: 1, c: MASK } });
        expect(redacted.map(({ path, fieldClass }) => [path, fieldClass])).toEqual([
          ['*.b', 'sensitive'],
          ['a.*', 'internal'],
          ['a.d.e', 'personal'],
        ]);
      }),
    );
  });

  it('judges what is empty by its own place', () => {
    const fields = [{ path: 'a.**', fieldClass: 'public' }] as const;
    const audiences = { x: { public: 'show' } } as const;
    const given = { a: [], b: [], c: {} };
    expect(redact(given, 'x', { fields, audiences }).record).toEqual({ a: [] });
  });

  it('lets nothing through that an audience may not see', () => {
    const secret = fc.constantFrom('S1', 'S2');
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        secret,
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'note', '__proto__'), tie('node'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b'), tree.node), (given) => {
        const result = redact(given, 'analyst', policy);
        expect(canonicalJson(result)).not.toMatch(/S1|S2/);
      }),
    );
  });

  it('is frozen, survives JSON and leaves the record alone', () => {
    const result = redact(frozenCopy(record), 'adviser', frozenCopy(policy));
    expect(isDeeplyFrozen(result)).toBe(true);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('has a class for every part of a client view', () => {
    const audiences = { all: Object.fromEntries(FIELD_CLASSES.map((name) => [name, 'show'])) };
    const parts: Required<ClientView> = {
      client: {
        id: 'a',
        birthDate: '1988-02-29',
        status: 'active',
        retired: false,
        dependants: [{ age: 7 }],
        circumstances: [],
        consents: { profiling: true, marketing: false },
      } satisfies Required<ClientView['client']>,
      baseCurrency: 'CNY',
      fx: { USD: '7.1' },
      holdings: view.holdings,
      liabilities: view.liabilities,
      goals: view.goals,
      cover: [],
      transactions: view.transactions!.slice(0, 3),
      historyFrom: '2025-01-01',
      questionnaire: view.questionnaire!,
      coOwners: [{ id: 'b', level: 'C2' }],
      statements: { acceptedLoss: 0 },
      plannedWithdrawals: [],
      behaviour: {},
    };
    const { record: seen, redacted } = redact(parts, 'all', {
      fields: clientFieldRules,
      audiences,
    });
    expect(redacted).toEqual([]);
    expect(seen).toEqual(parts);
  });

  it.each([
    ['no record', [null, 'adviser', policy], 'missing-value', 'record'],
    ['a list', [[], 'adviser', policy], 'invalid-type', 'record'],
    ['NaN', [{ a: Number.NaN }, 'adviser', policy], 'not-finite', 'record.a'],
    ['undefined', [{ a: { b: undefined } }, 'adviser', policy], 'missing-value', 'record.a.b'],
    [
      'undefined at a key that may be data',
      [{ '11010519491231002X': { b: undefined } }, 'adviser', policy],
      'missing-value',
      'record[*].b',
    ],
    ['no audience', [record, null, policy], 'missing-value', 'audience'],
    ['an unknown audience', [record, 'public', policy], 'unknown-id', 'audience'],
    ['one of the language', [record, 'constructor', policy], 'unknown-id', 'audience'],
    ['no policy', [record, 'adviser', null], 'missing-value', 'policy'],
    [
      'no rules',
      [record, 'adviser', { audiences: { adviser: {} } }],
      'missing-value',
      'policy.fields',
    ],
    ['no audiences', [record, 'adviser', { fields: [] }], 'missing-value', 'policy.audiences'],
    [
      'an unknown treatment',
      [record, 'x', { fields: [], audiences: { x: { public: 'blur' } } }],
      'unknown-value',
      'policy.audiences.x.public',
    ],
    [
      'an unknown class of an audience',
      [record, 'x', { fields: [], audiences: { x: { secret: 'show' } } }],
      'unknown-value',
      'policy.audiences.x.secret',
    ],
    ...(
      [
        [null, 'missing-value', 'policy.fields[0]'],
        [{ path: 'a', fieldClass: 'secret' }, 'unknown-value', 'policy.fields[0].fieldClass'],
        [{ path: '', fieldClass: 'public' }, 'empty', 'policy.fields[0].path'],
        [{ path: 'a..b', fieldClass: 'public' }, 'invalid-format', 'policy.fields[0].path'],
        [{ path: '**.b', fieldClass: 'public' }, 'invalid-format', 'policy.fields[0].path'],
        [
          { path: 'a', fieldClass: 'public', citations: [{}] },
          'missing-value',
          'policy.fields[0].citations[0].instrument',
        ],
      ] as const
    ).map(
      ([rule, code, path]) =>
        [
          `a rule ${JSON.stringify(rule)}`,
          [record, 'x', { fields: [rule], audiences: { x: {} } }],
          code,
          path,
        ] as const,
    ),
    [
      'two rules of one path',
      [record, 'x', { fields: [policy.fields[0], policy.fields[0]], audiences: { x: {} } }],
      'duplicate-id',
      'policy.fields[1].path',
    ],
  ] as const)('refuses %s', (_, [given, audience, rules], code, path) => {
    expectRefusal(() => redact(wrong(given), wrong(audience), wrong(rules)), code, path);
  });

  it('shows no value in an error', () => {
    const given = { client: { phone: '13800138000\ud800' } };
    expect(() => redact(given, 'adviser', policy)).toThrow(
      /^record\.client\.phone: expected a text without half characters$/,
    );
  });
});

describe('fieldRulesFor', () => {
  const classOf = (path: string, birthDate: `${number}-${number}-${number}` | null) => {
    const rules = fieldRulesFor(clientFieldRules, { birthDate, asOf: '2026-03-02' });
    return rules.find((rule) => rule.path === path)?.fieldClass;
  };

  // 不满十四周岁 excludes the fourteenth birthday: Civil Code of China, article 1259.
  it('makes everything personal sensitive until the day before the fourteenth birthday', () => {
    expect(classOf('goals.**', '2012-03-03')).toBe('sensitive');
    expect(classOf('goals.**', '2012-03-02')).toBe('personal');
    expect(classOf('baseCurrency', '2012-03-03')).toBe('public');
  });

  it('takes a person of unknown age for a child', () => {
    expect(classOf('client.birthDate', null)).toBe('sensitive');
  });

  it('cites the law whose text was read', () => {
    const rules = fieldRulesFor(clientFieldRules, { birthDate: null, asOf: '2026-03-02' });
    const sensitive = rules.filter(({ fieldClass }) => fieldClass === 'sensitive');
    for (const { citations } of sensitive) {
      expect(citations).toMatchObject([{ article: '28', verified: true }]);
    }
    expect(isDeeplyFrozen(rules) && isDeeplyFrozen(clientFieldRules)).toBe(true);
  });

  it.each([
    ['no subject', undefined, 'missing-value', 'subject'],
    ['no age at all', { asOf: '2026-03-02' }, 'missing-value', 'subject.birthDate'],
    ['no day', { birthDate: null }, 'missing-value', 'subject.asOf'],
    [
      'a bad day',
      { birthDate: '2012-02-30', asOf: '2026-03-02' },
      'invalid-date',
      'subject.birthDate',
    ],
  ] as const)('refuses %s', (_, subject, code, path) => {
    expectRefusal(() => fieldRulesFor(clientFieldRules, wrong(subject)), code, path);
  });
});
