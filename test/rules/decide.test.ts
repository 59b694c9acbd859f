import { describe, expect, it } from 'vitest';
import {
  compilePack,
  type DecisionStatus,
  decide,
  type FactDeclaration,
  prepareDecisions,
  type RuleCondition,
  type RuleFacts,
} from '../../src/rules/index.js';
import { expectRefusal } from '../refusal.js';
import { DAY, pack, parameter, rule, text, YES_NO } from './make-pack.js';

const AB = { a: YES_NO, b: YES_NO };

/** What a block with this condition makes of facts. */
function verdict(
  when: RuleCondition,
  facts: RuleFacts,
  declared: Readonly<Record<string, FactDeclaration>> = AB,
): DecisionStatus {
  return decide([compilePack(pack([rule('R', when)], declared))], facts, DAY).status;
}

/** Given, or left out. */
const given = (name: string, value: boolean | undefined): RuleFacts =>
  value === undefined ? {} : { [name]: value };

/** Kleene's strong three-valued tables: S. C. Kleene, Introduction to Metamathematics (1952), section 64. */
const KLEENE = [
  [true, true, true, true],
  [true, false, false, true],
  [true, undefined, undefined, true],
  [false, true, false, true],
  [false, false, false, false],
  [false, undefined, false, undefined],
  [undefined, true, undefined, true],
  [undefined, false, false, undefined],
  [undefined, undefined, undefined, undefined],
] as const;

const STATUS_OF = new Map<boolean | undefined, DecisionStatus>([
  [true, 'block'],
  [false, 'allow'],
  [undefined, 'undetermined'],
]);

describe('three truth values', () => {
  it.each(KLEENE)('%s and %s is %s, or is %s', (a, b, and, or) => {
    const parts = [{ holds: 'a' }, { holds: 'b' }];
    const facts = { ...given('a', a), ...given('b', b) };
    expect(verdict({ all: parts }, facts)).toBe(STATUS_OF.get(and));
    expect(verdict({ any: parts }, facts)).toBe(STATUS_OF.get(or));
  });

  it.each([
    [true, false],
    [false, true],
    [undefined, undefined],
  ])('not %s is %s', (a, not) => {
    expect(verdict({ not: { holds: 'a' } }, given('a', a))).toBe(STATUS_OF.get(not));
  });

  it('tells absent, none and stale apart, and all three are unknown in a comparison', () => {
    const declared = {
      n: { type: 'number', label: text('n'), maxAgeMonths: 12 },
    } as const satisfies Record<string, FactDeclaration>;
    const above = { left: { fact: 'n' }, is: '>', right: 3 } as const;
    const old = { n: { value: 9, observedOn: '2025-03-01' } } as const;
    const states: readonly (readonly [RuleFacts, DecisionStatus, DecisionStatus])[] = [
      [{}, 'undetermined', 'undetermined'],
      [{ n: null }, 'block', 'allow'],
      [old, 'allow', 'block'],
      [{ n: 9 }, 'allow', 'allow'],
    ];
    for (const [facts, none, stale] of states) {
      expect(verdict({ none: 'n' }, facts, declared)).toBe(none);
      expect(verdict({ stale: 'n' }, facts, declared)).toBe(stale);
    }
    const gaps = [{}, { n: null }, old].map((facts) => {
      const decision = decide([compilePack(pack([rule('R', above)], declared))], facts, DAY);
      return [decision.status, decision.missing.map(({ gap }) => gap)];
    });
    expect(gaps).toEqual([
      ['undetermined', ['absent']],
      ['undetermined', ['none']],
      ['undetermined', ['stale']],
    ]);
  });

  it('keeps a value to the corresponding day and not one day longer', () => {
    const declared = { n: { type: 'number', label: text('n'), maxAgeMonths: 12 } } as const;
    const on = (observedOn: '2025-03-02' | '2025-03-01'): DecisionStatus =>
      verdict({ stale: 'n' }, { n: { value: 1, observedOn } }, declared);
    expect(on('2025-03-02')).toBe('allow');
    expect(on('2025-03-01')).toBe('block');
  });
});

const NUMBERS = {
  x: { type: 'number', label: text('x') },
  y: { type: 'number', label: text('y') },
  d: { type: 'date', label: text('d') },
  e: { type: 'date', label: text('e') },
  t: { type: 'text', label: text('t') },
  l: { type: 'list', label: text('l') },
  m: { type: 'list', label: text('m') },
} as const satisfies Record<string, FactDeclaration>;

describe('comparisons', () => {
  it.each([
    ['<', 2, 3, 'block'],
    ['<', 3, 3, 'allow'],
    ['<=', 3, 3, 'block'],
    ['<=', 4, 3, 'allow'],
    ['=', 3, 3, 'block'],
    ['=', 3, 4, 'allow'],
    ['!=', 3, 4, 'block'],
    ['!=', 3, 3, 'allow'],
    ['>=', 3, 3, 'block'],
    ['>=', 2, 3, 'allow'],
    ['>', 4, 3, 'block'],
    ['>', 3, 3, 'allow'],
  ] as const)('x %s y for %s and %s: %s', (is, x, y, status) => {
    const when = { left: { fact: 'x' }, is, right: { fact: 'y' } };
    expect(verdict(when, { x, y }, NUMBERS)).toBe(status);
  });

  it.each([
    [{ left: { fact: 't' }, is: 'in', right: ['p', 'q'] }, { t: 'q' }, 'block'],
    [{ left: { fact: 't' }, is: 'in', right: ['p', 'q'] }, { t: 'r' }, 'allow'],
    [{ left: { fact: 't' }, is: 'in', right: { fact: 'l' } }, { t: 'r', l: ['r'] }, 'block'],
    [{ left: { fact: 'l' }, is: 'includes', right: { fact: 't' } }, { t: 'r', l: [] }, 'allow'],
    [
      { left: { fact: 'l' }, is: 'overlaps', right: { fact: 'm' } },
      { l: ['a', 'b'], m: ['b'] },
      'block',
    ],
    [
      { left: { fact: 'l' }, is: 'overlaps', right: { fact: 'm' } },
      { l: ['a'], m: ['b'] },
      'allow',
    ],
    [{ left: { fact: 'l' }, is: 'overlaps', right: ['a', 'c'] }, { l: ['c'] }, 'block'],
    [{ left: { fact: 'l' }, is: 'includes', right: 'a' }, {}, 'undetermined'],
  ] as const)('%j with %j: %s', (when, facts, status) => {
    expect(verdict(when as RuleCondition, facts as RuleFacts, NUMBERS)).toBe(status);
  });

  it.each([
    ['0.1 + 0.2 is 0.3', { plus: [{ fact: 'x' }, { fact: 'y' }] }, { x: 0.1, y: 0.2 }, 0.3],
    ['0.3 − 0.1 is 0.2', { minus: [{ fact: 'x' }, { fact: 'y' }] }, { x: 0.3, y: 0.1 }, 0.2],
    ['3 × 0.1 is 0.3', { times: [{ fact: 'x' }, { fact: 'y' }] }, { x: 3, y: 0.1 }, 0.3],
    [
      '20 % of 150,000.05 is 30,000.01',
      { times: [0.2, { fact: 'x' }] },
      { x: 150000.05 },
      30000.01,
    ],
    ['12.34 / 61.7 is 0.2', { over: [{ fact: 'x' }, { fact: 'y' }] }, { x: 12.34, y: 61.7 }, 0.2],
    ['the greatest', { max: [{ fact: 'x' }, { fact: 'y' }, 1] }, { x: 3, y: 4 }, 4],
    ['the least', { min: [{ fact: 'x' }, { fact: 'y' }, 9] }, { x: 3, y: 4 }, 3],
    ['the first that is known', { first: [{ fact: 'x' }, { fact: 'y' }] }, { y: 4 }, 4],
    [
      'years, on the anniversary',
      { years: [{ fact: 'd' }, { fact: 'e' }] },
      { d: '1961-06-15', e: '2026-06-15' },
      65,
    ],
    [
      'years, the day before',
      { years: [{ fact: 'd' }, { fact: 'e' }] },
      { d: '1961-06-15', e: '2026-06-14' },
      64,
    ],
    ['months', { months: [{ fact: 'd' }, { fact: 'e' }] }, { d: '2026-01-31', e: '2026-02-28' }, 1],
    ['days', { days: [{ fact: 'd' }, { fact: 'e' }] }, { d: '2026-02-28', e: '2026-03-01' }, 1],
  ] as const)('reckons exactly: %s', (_, left, facts, expected) => {
    const is = (right: number): DecisionStatus =>
      verdict({ left, is: '=', right } as unknown as RuleCondition, facts as RuleFacts, NUMBERS);
    expect(is(expected)).toBe('block');
    expect(is(expected + 1e-6)).toBe('allow');
  });

  it.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-06-15', 12, '2026-06-15'],
    ['2026-01-31', 1, '2026-02-28'],
  ] as const)('%s plus %i months is %s', (d, months, expected) => {
    const when = {
      left: { addMonths: [{ fact: 'd' }, months] },
      is: '=',
      right: expected,
    } as const;
    expect(verdict(when, { d }, NUMBERS)).toBe('block');
  });

  it('knows on which side a greatest or a least lies although one part is unknown', () => {
    const left = { max: [{ fact: 'x' }, { fact: 'y' }] } as const;
    expect(verdict({ left, is: '>', right: 3 }, { x: 4 }, NUMBERS)).toBe('block');
    expect(verdict({ left, is: '<=', right: 3 }, { x: 4 }, NUMBERS)).toBe('allow');
    expect(verdict({ left, is: '>', right: 3 }, { x: 3 }, NUMBERS)).toBe('undetermined');
    expect(verdict({ left, is: '=', right: 3 }, { x: 4 }, NUMBERS)).toBe('allow');
    const least = { min: [{ fact: 'x' }, { fact: 'y' }] } as const;
    expect(verdict({ left: least, is: '<', right: 3 }, { x: 2 }, NUMBERS)).toBe('block');
    expect(verdict({ left: least, is: '<', right: 3 }, { x: 3 }, NUMBERS)).toBe('undetermined');
  });

  it('does not divide by nothing', () => {
    const left = { over: [{ fact: 'x' }, { fact: 'y' }] } as const;
    expect(verdict({ left, is: '>', right: 3 }, { x: 1, y: 0 }, NUMBERS)).toBe('undetermined');
  });
});

describe('outcomes', () => {
  const outcomes = ['block', 'require', 'refer', 'warn', 'info'] as const;
  const all = outcomes.map((outcome) => rule(`R-${outcome}`, { holds: outcome }, { outcome }));
  const declared = Object.fromEntries(outcomes.map((outcome) => [outcome, YES_NO]));
  const compiled = compilePack(pack(all, declared));
  const facts = (...fired: readonly string[]): RuleFacts =>
    Object.fromEntries(outcomes.map((outcome) => [outcome, fired.includes(outcome)]));

  it.each([
    [[], 'allow', []],
    [['info'], 'allow', []],
    [['info', 'warn'], 'warn', ['R-warn']],
    [['warn', 'refer'], 'refer', ['R-refer']],
    [['refer', 'require'], 'require', ['R-require']],
    [['require', 'block', 'warn'], 'block', ['R-block']],
  ] as const)('of %j the worst wins: %s', (fired, status, deciding) => {
    const decision = decide([compiled], facts(...fired), DAY);
    expect(decision.status).toBe(status);
    expect(decision.deciding).toEqual(deciding);
  });

  it('lets a certain block stand before an unknown one, and an unknown one before a duty', () => {
    const two = compilePack(
      pack(
        [
          rule('R1', { holds: 'a' }),
          rule('R2', { holds: 'b' }),
          rule('R3', { holds: 'c' }, { outcome: 'require' }),
        ],
        {
          ...AB,
          c: YES_NO,
        },
      ),
    );
    expect(decide([two], { a: true, c: true }, DAY).status).toBe('block');
    expect(decide([two], { a: true, c: true }, DAY).missing).toEqual([]);
    const open = decide([two], { a: false, c: true }, DAY);
    expect(open.status).toBe('undetermined');
    expect(open.deciding).toEqual(['R2']);
  });

  it('keeps a duty open until what fulfils it is known to hold', () => {
    const duty = compilePack(
      pack([rule('R', { holds: 'a' }, { outcome: 'require', satisfiedBy: { holds: 'b' } })], AB),
    );
    expect(decide([duty], { a: true }, DAY).status).toBe('require');
    expect(decide([duty], { a: true, b: false }, DAY).status).toBe('require');
    expect(decide([duty], { a: true, b: null }, DAY).status).toBe('require');
    const fulfilled = decide([duty], { a: true, b: true }, DAY);
    expect(fulfilled.status).toBe('allow-with-evidence');
    expect(fulfilled.deciding).toEqual(['R']);
    expect(decide([duty], { a: false }, DAY).status).toBe('allow');
  });

  it('does what a rule says about an unknown condition', () => {
    const unknown = (more: Parameters<typeof rule>[2]): DecisionStatus =>
      decide([compilePack(pack([rule('R', { holds: 'a' }, more)], AB))], {}, DAY).status;
    expect(unknown({ outcome: 'block' })).toBe('undetermined');
    expect(unknown({ outcome: 'require' })).toBe('undetermined');
    expect(unknown({ outcome: 'refer' })).toBe('undetermined');
    expect(unknown({ outcome: 'warn' })).toBe('allow');
    expect(unknown({ outcome: 'info' })).toBe('allow');
    expect(unknown({ outcome: 'block', whenUnknown: 'bite' })).toBe('block');
    expect(unknown({ outcome: 'refer', whenUnknown: 'bite' })).toBe('refer');
    expect(unknown({ outcome: 'warn', whenUnknown: 'bite' })).toBe('warn');
  });

  it('leaves a rule out of scope alone even if its condition is unknown', () => {
    const scoped = compilePack(pack([rule('R', { holds: 'b' }, { scope: { holds: 'a' } })], AB));
    const decision = decide([scoped], { a: false }, { ...DAY, everything: true });
    expect(decision.status).toBe('allow');
    expect(decision.standings).toEqual({ R: 'out-of-scope' });
    expect(decide([scoped], { b: true }, DAY).status).toBe('undetermined');
    expect(decide([scoped], { b: false }, DAY).standings).toEqual({ R: 'not-met' });
  });
});

describe('exceptions', () => {
  const facts = { a: YES_NO, b: YES_NO, c: YES_NO };
  const chain = compilePack(
    pack(
      [
        rule('GENERAL', { holds: 'a' }),
        rule('SPECIAL', { holds: 'b' }, { outcome: 'require', exceptionTo: ['GENERAL'] }),
        rule('MORE-SPECIAL', { holds: 'c' }, { outcome: 'warn', exceptionTo: ['SPECIAL'] }),
      ],
      facts,
    ),
  );
  it.each([
    [{ a: true, b: false, c: false }, 'block', ['GENERAL']],
    [{ a: true, b: true, c: false }, 'require', ['SPECIAL']],
    [{ a: true, b: true, c: true }, 'block', ['GENERAL']],
    [{ a: false, b: false, c: true }, 'warn', ['MORE-SPECIAL']],
    [{ a: true, b: false }, 'block', ['GENERAL']],
    [{ a: true, c: false }, 'undetermined', ['GENERAL', 'SPECIAL']],
    [{ a: true, b: true }, 'undetermined', ['GENERAL', 'SPECIAL']],
  ] as const)('%j is %s', (given_, status, deciding) => {
    const decision = decide([chain], given_, DAY);
    expect(decision.status).toBe(status);
    expect(decision.deciding).toEqual(deciding);
  });

  it('names the rule that bites instead', () => {
    const { findings } = decide([chain], { a: true, b: true, c: false }, DAY);
    const general = findings.find(({ rule: id }) => id === 'GENERAL');
    expect(general?.standing).toBe('excepted');
    expect(general?.exceptedBy).toEqual(['SPECIAL']);
  });

  it('does not count an exception that was set aside', () => {
    const decision = decide(
      [chain],
      { a: true, b: true, c: false },
      { ...DAY, setAside: ['SPECIAL'] },
    );
    expect(decision.status).toBe('block');
  });
});

describe('dates', () => {
  const dated = pack(
    [
      rule(
        'OLD',
        { holds: 'a' },
        { inForce: { from: '2020-01-01', to: '2026-02-01' }, outcome: 'warn' },
      ),
      rule('NEW', { holds: 'a' }, { inForce: { from: '2026-02-01' } }),
    ],
    AB,
  );
  it('applies a rule from its first day and no longer on the day it ends', () => {
    const compiled = compilePack(dated);
    expect(decide([compiled], { a: true }, { asOf: '2026-01-31' }).deciding).toEqual(['OLD']);
    expect(decide([compiled], { a: true }, { asOf: '2026-02-01' }).deciding).toEqual(['NEW']);
  });

  it('takes the value that a parameter has on the day', () => {
    const history = [
      {
        from: '2020-01-01',
        to: '2025-01-01',
        value: 50,
        citation: { instrument: 'A', article: '1', verified: true },
      },
      {
        from: '2025-01-01',
        value: 40,
        citation: { instrument: 'A', article: '2', verified: true },
      },
    ] as const;
    const limit = { ...parameter(0), history };
    const when = { left: { fact: 'x' }, is: '>', right: { parameter: 'limit' } } as const;
    const compiled = compilePack(pack([rule('R', when)], NUMBERS, { parameters: { limit } }));
    expect(decide([compiled], { x: 45 }, { asOf: '2024-12-31' }).status).toBe('allow');
    expect(decide([compiled], { x: 45 }, { asOf: '2025-01-01' }).status).toBe('block');
  });

  it('says that a pack has no rule in force, and refuses a day before the pack', () => {
    const late = compilePack({
      ...dated,
      rules: dated.rules.slice(1),
      messages: { NEW: text('new') },
    });
    const decision = decide([late], { a: true }, { asOf: '2025-01-01' });
    expect(decision.status).toBe('allow');
    expect(decision.notices.map(({ code }) => code)).toEqual(['rules.none-in-force']);
    expectRefusal(() => decide([late], {}, { asOf: '2019-12-31' }), 'out-of-range', 'options.asOf');
  });

  it('refuses a day on or after the end of the pack', () => {
    const ended = compilePack({ ...dated, inForce: { from: '2020-01-01', to: '2026-03-01' } });
    expect(decide([ended], { a: false }, { asOf: '2026-02-28' }).status).toBe('allow');
    expectRefusal(
      () => decide([ended], {}, { asOf: '2026-03-01' }),
      'out-of-range',
      'options.asOf',
    );
  });
});

describe('conflicts', () => {
  it('names two duties that cannot both be fulfilled, and allows nothing', () => {
    const needs = { outcome: 'require', satisfiedBy: { holds: 'b' } } as const;
    const forbids = { outcome: 'require', satisfiedBy: { not: { holds: 'b' } } } as const;
    const compiled = compilePack(
      pack([rule('NEEDS', { holds: 'a' }, needs), rule('FORBIDS', { holds: 'a' }, forbids)], AB),
    );
    for (const b of [true, false]) {
      const decision = decide([compiled], { a: true, b }, DAY);
      expect(decision.conflicts).toEqual([{ rules: ['FORBIDS', 'NEEDS'], fact: 'b' }]);
      expect(decision.status).toBe('require');
    }
    expect(decide([compiled], { a: false }, DAY).conflicts).toEqual([]);
  });
});

describe('facts', () => {
  const declared = {
    n: { type: 'number', label: text('n'), min: 0, max: 10, whole: true },
    m: { type: 'amount', unit: 'CNY', label: text('m') },
    d: { type: 'date', label: text('d') },
    b: YES_NO,
    t: { type: 'text', label: text('t'), values: ['p', 'q'] },
    l: { type: 'list', label: text('l'), values: ['p', 'q'] },
    effect: { type: 'text', label: text('e'), values: ['increase', 'reduce'], default: 'increase' },
  } as const satisfies Record<string, FactDeclaration>;
  const above = { left: { fact: 'm' }, is: '>', right: 100 } as const;
  const compiled = compilePack(
    pack(
      [rule('R', above, { scope: { left: { fact: 'effect' }, is: '=', right: 'increase' } })],
      declared,
    ),
  );
  it.each([
    [{ n: 'three' }, 'invalid-type', 'facts.n'],
    [{ n: 3.5 }, 'invalid-type', 'facts.n'],
    [{ n: 11 }, 'out-of-range', 'facts.n'],
    [{ n: -1 }, 'out-of-range', 'facts.n'],
    [{ n: Number.NaN }, 'not-finite', 'facts.n'],
    [{ d: '2026-02-30' }, 'invalid-date', 'facts.d'],
    [{ b: 'yes' }, 'invalid-type', 'facts.b'],
    [{ b: 1 }, 'invalid-type', 'facts.b'],
    [{ t: 'r' }, 'unknown-value', 'facts.t'],
    [{ l: ['p', 'r'] }, 'unknown-value', 'facts.l[1]'],
    [{ l: 'p' }, 'invalid-type', 'facts.l'],
    [{ m: { currency: 'USD', amount: '5' } }, 'currency-mismatch', 'facts.m.currency'],
    [{ m: { currency: 'CNY', amount: '5,0' } }, 'invalid-format', 'facts.m.amount'],
    [{ nn: 3 }, 'unknown-id', 'facts.nn'],
    [{ 'n.m': 3 }, 'unknown-id', 'facts["n.m"]'],
    [{ n: { value: 3, observedOn: '2026-03-03' } }, 'inconsistent', 'facts.n.observedOn'],
    [{ n: { value: 'x' } }, 'invalid-type', 'facts.n'],
    [{ n: { value: undefined } }, 'missing-value', 'facts.n.value'],
    [{ asOf: '2026-03-01' }, 'inconsistent', 'facts.asOf'],
  ] as const)('refuses %j: %s at %s', (facts, code, path) => {
    expectRefusal(() => decide([compiled], facts as unknown as RuleFacts, DAY), code, path);
  });

  it('reads an amount of money as a number in its currency', () => {
    const m = (amount: string): RuleFacts => ({ m: { currency: 'CNY', amount } });
    expect(decide([compiled], m('100.00'), DAY).status).toBe('allow');
    expect(decide([compiled], m('100.01'), DAY).status).toBe('block');
  });

  it('takes the day of the decision as a fact if it is the same, and a default where nothing is said', () => {
    expect(decide([compiled], { asOf: '2026-03-02', m: 200 }, DAY).status).toBe('block');
    expect(decide([compiled], { m: 200, effect: 'reduce' }, DAY).status).toBe('allow');
  });

  it('lets a fact that is undefined be absent', () => {
    const facts = { m: undefined } as unknown as RuleFacts;
    expect(decide([compiled], facts, DAY).missing.map(({ fact }) => fact)).toEqual(['m']);
  });

  it('tells in the trace where a fact came from', () => {
    const facts = { m: { value: 200, source: 'core banking', observedOn: '2026-03-01' } } as const;
    const [finding] = decide([compiled], facts, DAY).findings;
    expect(finding?.trace.when).toMatchObject({
      kind: 'comparison',
      truth: true,
      left: {
        fact: 'm',
        value: 200,
        source: 'core banking',
        observedOn: '2026-03-01',
        unit: 'CNY',
      },
      right: { value: 100 },
    });
  });

  it('does not change its arguments and freezes what it returns', () => {
    const facts = Object.freeze({ m: Object.freeze({ value: 200 }) });
    const decision = decide([compiled], facts, DAY);
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(isFrozen));
    expect(isFrozen(decision)).toBe(true);
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  });
});

describe('packs together', () => {
  const one = pack([rule('R1', { holds: 'a' })], { a: YES_NO });
  const two = pack([rule('R2', { holds: 'a' }, { outcome: 'warn' })], { a: YES_NO }, { id: 'two' });
  it('gives one answer under all of them, whatever their order', () => {
    const [first, second] = [compilePack(one), compilePack(two)];
    const decision = decide([first, second], { a: true }, DAY);
    expect(decision.status).toBe('block');
    expect(decision.findings.map(({ rule: id }) => id)).toEqual(['R1', 'R2']);
    expect(decide([second, first], { a: true }, DAY)).toEqual(decision);
    expect(decision.packs.map(({ id }) => id)).toEqual(['test', 'two']);
  });

  it.each([
    ['a pack given twice', { ...one }, 'duplicate-id', 'packs[1]'],
    ['a rule id used twice', { ...one, id: 'two' }, 'duplicate-id', 'packs'],
    [
      'a fact of two types',
      pack(
        [rule('R2', { left: { fact: 'a' }, is: '=', right: 1 })],
        { a: { type: 'number', label: text('a') } },
        { id: 'two' },
      ),
      'inconsistent',
      'packs.facts.a',
    ],
  ] as const)('refuses %s', (_, other, code, path) => {
    const packs = [compilePack(one), compilePack(other)];
    expectRefusal(() => decide(packs, {}, DAY), code, path);
  });

  it('refuses what is no compiled pack, and no pack at all', () => {
    expectRefusal(() => decide([one as never], {}, DAY), 'invalid-type', 'packs[0]');
    expectRefusal(() => decide([], {}, DAY), 'empty', 'packs');
    expectRefusal(() => decide(one as never, {}, DAY), 'invalid-type', 'packs');
  });

  it('lets terms of one name read the parameters of their own packs', () => {
    const terms = {
      big: {
        label: text('big'),
        when: { left: { fact: 'x' }, is: '>', right: { parameter: 'limit' } },
      },
    } as const;
    const make = (id: string, value: number) =>
      compilePack(
        pack([rule(`R-${id}`, { holds: 'big' })], NUMBERS, {
          id,
          terms,
          parameters: { limit: parameter(value) },
        }),
      );
    const { standings } = decide([make('low', 10), make('high', 20)], { x: 15 }, DAY);
    expect(standings).toEqual({ 'R-low': 'fired', 'R-high': 'not-met' });
  });

  it('marks every decision in which an unverified text takes part', () => {
    const unverified = rule(
      'R2',
      { holds: 'a' },
      { citations: [{ instrument: 'B', article: '2', verified: false }] },
    );
    const pair = [compilePack(one), compilePack(pack([unverified], { a: YES_NO }, { id: 'two' }))];
    const decision = decide(pair, { a: false }, DAY);
    expect(decision.verified).toBe(false);
    expect(decision.packs.map(({ verified }) => verified)).toEqual([true, false]);
    expect(decision.notices.map(({ code }) => code)).toEqual(['rules.unverified']);
    expect(decide(pair.slice(0, 1), { a: false }, DAY).verified).toBe(true);
  });
});

describe('functions', () => {
  it('calls a named function with the values, and unknown ones as undefined', () => {
    const when = { left: { call: 'double', with: [{ fact: 'x' }] }, is: '>', right: 10 } as const;
    const functions = { double: (x: unknown) => (typeof x === 'number' ? 2 * x : undefined) };
    const compiled = compilePack(pack([rule('R', when)], NUMBERS), { functions });
    expect(decide([compiled], { x: 6 }, DAY).status).toBe('block');
    expect(decide([compiled], { x: 5 }, DAY).status).toBe('allow');
    const unknown = decide([compiled], {}, DAY);
    expect(unknown.missing.map(({ fact }) => fact)).toEqual(['x']);
    const broken = compilePack(pack([rule('R', when)], NUMBERS), {
      functions: { double: () => Number.NaN },
    });
    expectRefusal(() => decide([broken], { x: 6 }, DAY), 'invalid-type', 'functions.double');
  });
});

describe('prepareDecisions', () => {
  it('decides as decide does', () => {
    const compiled = compilePack(pack([rule('R', { holds: 'a' })], AB));
    const decideOne = prepareDecisions([compiled], DAY);
    for (const facts of [{}, { a: true }, { a: false }]) {
      expect(decideOne(facts)).toEqual(decide([compiled], facts, DAY));
    }
  });
});

describe('a duty that bites while it is unknown', () => {
  const duty = { outcome: 'require', whenUnknown: 'bite', satisfiedBy: { holds: 'b' } } as const;
  const compiled = compilePack(pack([rule('R', { holds: 'a' }, duty)], AB));
  it.each([
    [{}, 'require', 'unknown'],
    [{ b: false }, 'require', 'unknown'],
    [{ b: true }, 'allow-with-evidence', 'satisfied'],
    [{ a: false }, 'allow', 'not-met'],
  ] as const)('%j is %s', (facts, status, standing) => {
    const decision = decide([compiled], facts, DAY);
    expect(decision.status).toBe(status);
    expect(decision.standings.R).toBe(standing);
  });
});

describe('setting a rule aside', () => {
  const compiled = compilePack(pack([rule('R', { holds: 'a' })], AB));
  const aside = (facts: RuleFacts) => decide([compiled], facts, { ...DAY, setAside: ['R'] });
  it('lets it pass with evidence where it bites, and is no substitute for a missing fact', () => {
    expect(aside({ a: true }).status).toBe('allow-with-evidence');
    expect(aside({ a: true }).standings).toEqual({ R: 'overridden' });
    expect(aside({ a: false }).status).toBe('allow');
    expect(aside({}).status).toBe('undetermined');
  });
});
