import { describe, expect, it } from 'vitest';
import lending from '../../examples/data/rules/lending.json';
import {
  compilePack,
  type FactDeclaration,
  type Rule,
  type RuleCondition,
  type RuleOperand,
  type RulePack,
} from '../../src/rules/index.js';
import { expectRefusal } from '../refusal.js';
import { CITATION, pack, parameter, rule, text, YES_NO } from './make-pack.js';

const FACTS = {
  a: YES_NO,
  n: { type: 'number', label: text('n') },
  m: { type: 'amount', unit: 'CNY', label: text('m') },
  u: { type: 'amount', unit: 'USD', label: text('u') },
  d: { type: 'date', label: text('d') },
  t: { type: 'text', label: text('t'), values: ['p', 'q'] },
  l: { type: 'list', label: text('l') },
} as const satisfies Record<string, FactDeclaration>;

const good = pack([rule('R', { holds: 'a' })], FACTS);

/** Compiles a pack whose only rule has this condition. */
const withCondition = (when: unknown) => () =>
  compilePack(
    pack([rule('R', when as RuleCondition)], FACTS, { parameters: { limit: parameter(5) } }),
  );

/** Compiles a pack whose only rule differs in these fields. */
const withRule = (more: Readonly<Record<string, unknown>>) => () =>
  compilePack(pack([rule('R', { holds: 'a' }, more as Partial<Rule>)], FACTS));

const withPack = (more: Readonly<Record<string, unknown>>) => () =>
  compilePack({ ...good, ...more } as unknown as RulePack);

describe('compilePack', () => {
  it('accepts a pack, freezes a copy of it and hashes its content', () => {
    const compiled = compilePack(lending as unknown as RulePack);
    const again = compilePack(JSON.parse(JSON.stringify(lending)) as RulePack);
    expect(compiled.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(again.hash).toBe(compiled.hash);
    expect(Object.isFrozen(compiled.pack.rules[0]?.when)).toBe(true);
    expect(Object.isFrozen(lending.rules)).toBe(false);
  });

  it('gives another hash for another content, and the same for another order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(good).reverse()) as unknown as RulePack;
    expect(compilePack(reversed).hash).toBe(compilePack(good).hash);
    expect(compilePack({ ...good, version: '2' }).hash).not.toBe(compilePack(good).hash);
  });

  it.each([
    [undefined, 'missing-value', 'pack'],
    [[], 'invalid-type', 'pack'],
    [{ ...good, rules: undefined }, 'missing-value', 'pack.rules'],
  ] as const)('refuses %j', (value, code, path) => {
    expectRefusal(() => compilePack(value as unknown as RulePack), code, path);
  });

  it.each([
    [{ id: '' }, 'empty', 'pack.id'],
    [{ kind: 'custom' }, 'unknown-value', 'pack.kind'],
    [{ inForce: { from: '2020-02-30' } }, 'invalid-date', 'pack.inForce.from'],
    [{ inForce: { from: '2020-02-02', to: '2020-02-02' } }, 'inconsistent', 'pack.inForce.to'],
    [{ title: { en: 'Test' } }, 'missing-value', 'pack.title["zh-Hans"]'],
    [{ rule: [] }, 'unknown-value', 'pack.rule'],
    [{ rules: {} }, 'invalid-type', 'pack.rules'],
    [{ messages: {} }, 'unknown-message', 'pack.rules[0].message'],
    [
      { messages: { R: { en: 'only', 'zh-Hans': '只' } } },
      'missing-value',
      'pack.messages.R["zh-Hant"]',
    ],
    [{ messages: { R: text('{nobody} knows') } }, 'unknown-id', 'pack.messages.R.en'],
    [
      { facts: { ...FACTS, x: { type: 'money', label: text('x') } } },
      'unknown-value',
      'pack.facts.x.type',
    ],
    [
      { facts: { ...FACTS, x: { type: 'amount', label: text('x') } } },
      'missing-value',
      'pack.facts.x.unit',
    ],
    [
      { facts: { ...FACTS, x: { ...FACTS.t, valueLabels: { r: text('r') } } } },
      'unknown-value',
      'pack.facts.x.valueLabels.r',
    ],
    [
      { facts: { ...FACTS, x: { ...FACTS.t, valueLabels: { p: { en: 'p' } } } } },
      'missing-value',
      'pack.facts.x.valueLabels.p["zh-Hans"]',
    ],
    [
      { facts: { ...FACTS, x: { ...FACTS.t, valueLabels: ['p'] } } },
      'invalid-type',
      'pack.facts.x.valueLabels',
    ],
    [
      { facts: { ...FACTS, x: { type: 'text', label: text('x'), valueLabels: { p: text('p') } } } },
      'unknown-value',
      'pack.facts.x.valueLabels.p',
    ],
    [{ facts: { ...FACTS, 'x-y': YES_NO } }, 'invalid-format', 'pack.facts["x-y"]'],
    [
      { facts: { ...FACTS, asOf: { type: 'date', label: text('x') } } },
      'invalid-format',
      'pack.facts.asOf',
    ],
    [{ facts: { ...FACTS, x: { ...YES_NO, min: 3 } } }, 'inconsistent', 'pack.facts.x.min'],
    [
      { facts: { ...FACTS, x: { ...FACTS.n, min: 3, max: 2 } } },
      'inconsistent',
      'pack.facts.x.max',
    ],
    [
      { facts: { ...FACTS, x: { ...FACTS.d, change: {} } } },
      'missing-value',
      'pack.facts.x.change.values',
    ],
    [
      { facts: { ...FACTS, x: { ...FACTS.n, change: { step: 0 } } } },
      'out-of-range',
      'pack.facts.x.change.step',
    ],
    [{ terms: { a: { label: text('a'), when: { none: 'n' } } } }, 'duplicate-id', 'pack.terms.a'],
    [
      { terms: { z: { label: text('z'), type: 'number', value: { fact: 'd' } } } },
      'invalid-type',
      'pack.terms.z.value',
    ],
    [{ parameters: { n: parameter(1) } }, 'duplicate-id', 'pack.parameters.n'],
    [
      { parameters: { p: parameter('x', { stricter: 'lower' }) } },
      'inconsistent',
      'pack.parameters.p.stricter',
    ],
    [{ tightens: {} }, 'inconsistent', 'pack.tightens'],
    [
      {
        retention: [
          { id: 'K', inForce: { from: '2020-01-01' }, years: 0, after: 'decision', citations: [] },
        ],
      },
      'out-of-range',
      'pack.retention[0].years',
    ],
    [
      { cases: [{ id: 'C', asOf: '2026-01-01', facts: {}, expect: { status: 'yes' }, why: 'w' }] },
      'unknown-value',
      'pack.cases[0].expect.status',
    ],
  ] as const)('refuses a pack with %j', (more, code, path) => {
    expectRefusal(withPack(more), code, path);
  });

  it.each([
    [{}, 'missing-value', 'pack.rules[0].when'],
    [{ holds: 'nobody' }, 'unknown-id', 'pack.rules[0].when.holds'],
    [{ holds: 'n' }, 'invalid-type', 'pack.rules[0].when.holds'],
    [{ none: 'nobody' }, 'unknown-id', 'pack.rules[0].when.none'],
    [{ all: [] }, 'empty', 'pack.rules[0].when.all'],
    [{ all: [{ holds: 'a' }], any: [{ holds: 'a' }] }, 'unknown-value', 'pack.rules[0].when.any'],
    [{ not: { holds: 'a', also: 1 } }, 'unknown-value', 'pack.rules[0].when.not.also'],
    [{ left: { fact: 'n' }, is: 'above', right: 1 }, 'unknown-value', 'pack.rules[0].when.is'],
    [
      { left: { fact: 'n' }, is: '>', right: { fact: 'nobody' } },
      'unknown-id',
      'pack.rules[0].when.right.fact',
    ],
    [
      { left: { fact: 'n' }, is: '>', right: { parameter: 'none' } },
      'unknown-id',
      'pack.rules[0].when.right.parameter',
    ],
    [{ left: { fact: 'n' }, is: '>', right: 'three' }, 'invalid-type', 'pack.rules[0].when.right'],
    [
      { left: { fact: 'n' }, is: '>', right: { fact: 'd' } },
      'invalid-type',
      'pack.rules[0].when.right',
    ],
    [{ left: { fact: 't' }, is: '>', right: 'p' }, 'invalid-type', 'pack.rules[0].when.left'],
    [{ left: { fact: 'd' }, is: '>', right: 'soon' }, 'invalid-type', 'pack.rules[0].when.right'],
    [{ left: { fact: 't' }, is: '=', right: 'r' }, 'unknown-value', 'pack.rules[0].when.right'],
    [
      { left: { fact: 't' }, is: 'in', right: ['p', 'r'] },
      'unknown-value',
      'pack.rules[0].when.right',
    ],
    [{ left: { fact: 't' }, is: 'in', right: 'p' }, 'invalid-type', 'pack.rules[0].when.right'],
    [
      { left: { fact: 't' }, is: 'includes', right: 'p' },
      'invalid-type',
      'pack.rules[0].when.left',
    ],
    [
      { left: { fact: 'm' }, is: '>', right: { fact: 'u' } },
      'currency-mismatch',
      'pack.rules[0].when.right',
    ],
    [
      { left: { plus: [{ fact: 'm' }, { fact: 'u' }] }, is: '>', right: 1 },
      'currency-mismatch',
      'pack.rules[0].when.left.plus',
    ],
    [
      { left: { plus: [{ fact: 'd' }] }, is: '>', right: 1 },
      'invalid-type',
      'pack.rules[0].when.left.plus[0]',
    ],
    [
      { left: { minus: [{ fact: 'n' }] }, is: '>', right: 1 },
      'length-mismatch',
      'pack.rules[0].when.left.minus',
    ],
    [
      { left: { years: [{ fact: 'd' }, 3] }, is: '>', right: 1 },
      'invalid-type',
      'pack.rules[0].when.left.years[1]',
    ],
    [
      { left: { call: 'f', with: [] }, is: '>', right: 1 },
      'unknown-id',
      'pack.rules[0].when.left.call',
    ],
    [{ left: { root: [1] }, is: '>', right: 1 }, 'unknown-value', 'pack.rules[0].when.left'],
    [
      { left: { fact: 'n', or: 1 }, is: '>', right: 1 },
      'unknown-value',
      'pack.rules[0].when.left.or',
    ],
  ] as const)('refuses the condition %j', (when, code, path) => {
    expectRefusal(withCondition(when), code, path);
  });

  it('refuses what would silently say less than it seems to', () => {
    const until = { from: '2020-01-01', until: '2021-01-01' };
    expectRefusal(withRule({ inForce: until }), 'unknown-value', 'pack.rules[0].inForce.until');
    const list = { left: ['p'], is: 'includes', right: { fact: 't' } };
    expectRefusal(withCondition(list), 'invalid-type', 'pack.rules[0].when.left');
    const kind = { ...FACTS.t, default: 'r' };
    const withDefault = withPack({ facts: { ...FACTS, kind } });
    expectRefusal(withDefault, 'unknown-value', 'pack.facts.kind.default');
    const candidates = { t: { by: 't', values: {}, otherwise: [], citation: CITATION } };
    expectRefusal(withPack({ candidates }), 'empty', 'pack.candidates.t.otherwise');
  });

  it('refuses conditions and values that are nested without end', () => {
    let condition: RuleCondition = { holds: 'a' };
    let operand: RuleOperand = { fact: 'n' };
    for (let i = 0; i < 40; i++) {
      condition = { not: condition };
      operand = { plus: [operand, 1] };
    }
    expect(withCondition(condition)).toThrow(/nested up to 30 deep/);
    expect(withCondition({ left: operand, is: '>', right: 1 })).toThrow(/nested up to 30 deep/);
  });

  it.each([
    [{ id: 7 }, 'invalid-type', 'pack.rules[0].id'],
    [{ outcome: 'allow' }, 'unknown-value', 'pack.rules[0].outcome'],
    [{ satisfiedBy: { holds: 'a' } }, 'inconsistent', 'pack.rules[0].satisfiedBy'],
    [{ whenUnknown: 'ignore' }, 'inconsistent', 'pack.rules[0].whenUnknown'],
    [{ outcome: 'warn', whenUnknown: 'undetermined' }, 'inconsistent', 'pack.rules[0].whenUnknown'],
    [{ whenUnkown: 'bite' }, 'unknown-value', 'pack.rules[0].whenUnkown'],
    [{ exceptionTo: ['S'] }, 'unknown-id', 'pack.rules[0].exceptionTo[0]'],
    [{ exceptionTo: ['R'] }, 'inconsistent', 'pack.rules[0].exceptionTo'],
    [
      { citations: [{ instrument: 'A', article: '1' }] },
      'missing-value',
      'pack.rules[0].citations[0].verified',
    ],
    [{ inForce: {} }, 'missing-value', 'pack.rules[0].inForce.from'],
    [
      { override: { roles: [], evidence: [], fourEyes: true } },
      'empty',
      'pack.rules[0].override.roles',
    ],
    [{ message: 'other' }, 'unknown-message', 'pack.rules[0].message'],
  ] as const)('refuses a rule with %j', (more, code, path) => {
    const call =
      'message' in more ? withPack({ rules: [rule('R', { holds: 'a' }, more)] }) : withRule(more);
    expectRefusal(call, code, path);
  });

  it('refuses two rules of one id', () => {
    const twice = [rule('R', { holds: 'a' }), rule('R', { holds: 'a' })];
    expectRefusal(() => compilePack(pack(twice, FACTS)), 'duplicate-id', 'pack.rules[1].id');
  });

  it('refuses exceptions that go in a circle, and names it', () => {
    const circle = ['A', 'B', 'C'].map((id, index, ids) =>
      rule(id, { holds: 'a' }, { exceptionTo: [ids[(index + 1) % 3] as string] }),
    );
    const call = () => compilePack(pack(circle, FACTS));
    expectRefusal(call, 'inconsistent', 'pack.rules[0].exceptionTo');
    expect(call).toThrow(/A → C → B → A/);
  });

  it('refuses terms that go in a circle', () => {
    const term = (other: string) => ({ label: text('t'), when: { not: { holds: other } } });
    expectRefusal(
      () => compilePack({ ...good, terms: { x: term('y'), y: term('x') } }),
      'inconsistent',
      'pack.terms.x',
    );
  });

  it.each([
    [
      'overlap',
      [{ from: '2020-01-01', to: '2024-01-02' }, { from: '2024-01-01' }],
      'pack.parameters.p.history[1].from',
    ],
    [
      'follow an entry without an end',
      [{ from: '2020-01-01' }, { from: '2024-01-01' }],
      'pack.parameters.p.history[1].from',
    ],
    [
      'descend',
      [
        { from: '2024-01-01', to: '2025-01-01' },
        { from: '2020-01-01', to: '2021-01-01' },
      ],
      'pack.parameters.p.history[1].from',
    ],
  ] as const)('refuses values of a parameter that %s', (_, spans, path) => {
    const history = spans.map((span) => ({ ...span, value: 1, citation: CITATION }));
    const p = { label: text('p'), history };
    expectRefusal(() => compilePack({ ...good, parameters: { p } }), 'inconsistent', path);
  });

  it('refuses values of a parameter that are of two kinds', () => {
    const history = [
      { from: '2020-01-01', to: '2021-01-01', value: 1, citation: CITATION },
      { from: '2021-01-01', value: 'one', citation: CITATION },
    ] as const;
    expectRefusal(
      () => compilePack({ ...good, parameters: { p: { label: text('p'), history } } }),
      'invalid-type',
      'pack.parameters.p.history[1].value',
    );
  });

  it('refuses what is no JSON and a function that is none', () => {
    expectRefusal(withPack({ version: () => '1' }), 'invalid-type', 'pack.version');
    const functions = { f: 'code' } as never;
    expectRefusal(() => compilePack(good, { functions }), 'invalid-type', 'options.functions.f');
  });
});
