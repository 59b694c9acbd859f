import { describe, expect, it } from 'vitest';
import lending from '../../examples/data/rules/lending.json';
import {
  type Counterfactuals,
  compilePack,
  describeCounterfactual,
  type FactChange,
  type FactDeclaration,
  findCounterfactuals,
  type RuleCondition,
  type RuleFacts,
  type RulePack,
} from '../../src/rules/index.js';
import { expectRefusal } from '../refusal.js';
import { DAY, pack, rule, text, YES_NO } from './make-pack.js';

const LENDING = compilePack(lending as RulePack);

/** What was found, each as a line: the facts, then what it becomes. */
function lines(found: Counterfactuals): string[] {
  if (found.status === 'missing-facts') return found.missing.map(({ fact }) => `? ${fact}`);
  return found.changes.map(({ changes, becomes }) => {
    const parts = changes.map(({ fact, is, value }) => `${fact} ${is} ${String(value)}`);
    return `${parts.join(' & ')} -> ${becomes}`;
  });
}

const number = (change: FactChange, more: Partial<FactDeclaration> = {}): FactDeclaration => ({
  type: 'number',
  label: text('number'),
  change,
  ...more,
});

const above = (fact: string, right: number): RuleCondition => ({ left: { fact }, is: '>', right });
const below = (fact: string, right: number): RuleCondition => ({ left: { fact }, is: '<', right });

/** Counterfactuals under one pack of rules that block. */
function find(
  conditions: readonly RuleCondition[],
  declared: Readonly<Record<string, FactDeclaration>>,
  facts: RuleFacts,
): Counterfactuals {
  const rules = conditions.map((when, index) => rule(`R${index}`, when));
  return findCounterfactuals(compilePack(pack(rules, declared)), facts, DAY);
}

describe('counterfactuals of a loan', () => {
  const under = (facts: RuleFacts) => findCounterfactuals([LENDING], facts, DAY);

  it('name the largest loan: 40 % of 100,000, in hundreds', () => {
    const found = under({ 'client.age': 30, 'client.income': 100_000, 'loan.amount': 40_001 });
    expect(lines(found)).toEqual(['loan.amount <= 40000 -> allow']);
    expect(found).toMatchObject({
      status: 'found',
      from: 'block',
      changes: [{ changes: [{ was: 40_001, unit: 'CNY', label: { en: 'amount of the loan' } }] }],
    });
  });

  it('keep to the steps: 40 % of 99,999 is 39,999.60, the next hundred below is 39,900', () => {
    const found = under({ 'client.age': 30, 'client.income': 99_999, 'loan.amount': 50_000 });
    expect(lines(found)).toEqual(['loan.amount <= 39900 -> allow']);
  });

  it('offer the mildest result first: a small loan, or a guarantor', () => {
    const found = under({ 'client.age': 20, 'client.income': 100_000, 'loan.amount': 20_000 });
    expect(lines(found)).toEqual([
      'loan.amount <= 10000 -> allow',
      'loan.guarantor = true -> allow-with-evidence',
    ]);
  });

  it('say how far one change leads, and what must be added to go on', () => {
    const found = under({ 'client.age': 20, 'client.income': 100_000, 'loan.amount': 45_000 });
    expect(lines(found)).toEqual([
      'loan.amount <= 10000 -> allow',
      'loan.amount <= 40000 -> require',
      'loan.amount <= 40000 & loan.guarantor = true -> allow-with-evidence',
    ]);
  });

  it('are none where nothing that may be changed helps: nobody grows older on request', () => {
    const found = under({ 'client.age': 17, 'client.income': 100_000, 'loan.amount': 5000 });
    expect(found).toMatchObject({ status: 'none', from: 'block', changes: [] });
  });

  it('are no substitute for what is missing', () => {
    const found = under({ 'client.age': 30, 'loan.amount': 20_000 });
    expect(found).toMatchObject({
      status: 'missing-facts',
      from: 'undetermined',
      missing: [{ fact: 'client.income', gap: 'absent' }],
    });
  });

  it('do not count a rule that was set aside', () => {
    const facts = { 'client.age': 20, 'client.income': 100_000, 'loan.amount': 45_000 };
    const options = { ...DAY, setAside: ['LEND-INCOME'] };
    expect(lines(findCounterfactuals(LENDING, facts, options))).toEqual([
      'loan.amount <= 10000 -> allow',
      'loan.guarantor = true -> allow-with-evidence',
    ]);
  });
});

describe('a permitted case', () => {
  it('is told from where on it would be stopped', () => {
    const found = find([above('amount', 120_000)], { amount: number({}) }, { amount: 50_000 });
    expect(lines(found)).toEqual(['amount >= 120001 -> block']);
  });

  it('is told on both sides', () => {
    const rules = [above('amount', 120_000), below('amount', 10_000)];
    const found = find(rules, { amount: number({}) }, { amount: 50_000 });
    // 40,001 less of 50,000 are 80 %, 70,001 more of 120,001 are 58 %.
    expect(lines(found)).toEqual(['amount >= 120001 -> block', 'amount <= 9999 -> block']);
  });

  it('is told with what it would come to depend on something unknown', () => {
    const when = { all: [above('amount', 100), { holds: 'known' }] };
    const declared = { amount: number({}), known: YES_NO };
    expect(lines(find([when], declared, { amount: 50 }))).toEqual([
      'amount >= 101 -> undetermined',
    ]);
  });

  it('that two things must stop together names both', () => {
    const when = { all: [above('amount', 100), { holds: 'borrowed' }] };
    const declared = { amount: number({}), borrowed: { ...YES_NO, change: {} } };
    expect(lines(find([when], declared, { amount: 50, borrowed: false }))).toEqual([
      'amount >= 101 & borrowed = true -> block',
    ]);
  });
});

describe('a number', () => {
  const one = (rules: readonly RuleCondition[], declared: FactDeclaration, value: number) =>
    lines(find(rules, { x: declared }, { x: value }));

  it('stands on the grid that starts at its `from`', () => {
    expect(one([above('x', 100)], number({ from: 30, step: 25 }), 210)).toEqual([
      'x <= 80 -> allow',
    ]);
  });

  it('is decimal where the steps are: 0.3 is three steps of 0.1', () => {
    expect(one([above('x', 0.3)], number({ step: 0.1 }), 0.7)).toEqual(['x <= 0.3 -> allow']);
    expect(one([above('x', 1.1)], number({ step: 0.1 }), 1.2)).toEqual(['x <= 1.1 -> allow']);
    expect(one([below('x', 0.07)], number({ step: 0.01 }), 0.01)).toEqual(['x >= 0.07 -> allow']);
  });

  it('goes only where it may', () => {
    const rules = [above('x', 100)];
    expect(one(rules, number({ direction: 'higher' }), 200)).toEqual([]);
    expect(one(rules, number({ from: 101 }), 200)).toEqual([]);
    expect(one(rules, number({}, { min: 101 }), 200)).toEqual([]);
    expect(one([below('x', 100)], number({ to: 99 }), 50)).toEqual([]);
    expect(one([below('x', 100)], number({}, { max: 99 }), 50)).toEqual([]);
  });

  it('is whole where only whole ones may be given', () => {
    const whole = number({ step: 0.5 }, { whole: true });
    expect(one([above('x', 7.5)], whole, 9)).toEqual(['x <= 7 -> allow']);
  });

  it('that is 0 or negative has steps too', () => {
    expect(one([below('x', -3)], number({}), -10)).toEqual(['x >= -3 -> allow']);
    expect(one([below('x', 4)], number({}), 0)).toEqual(['x >= 4 -> allow']);
  });

  it('is exact far away', () => {
    expect(one([above('x', 1e12)], number({}), 5)).toEqual(['x >= 1000000000001 -> block']);
    const stopped = find([above('x', 1e12)], { x: number({}) }, { x: 9e12 });
    expect(lines(stopped)).toEqual(['x <= 1000000000000 -> allow']);
  });

  it('with few values is tried value by value: 3 alone between two faults', () => {
    const gap: RuleCondition = { any: [above('x', 3), below('x', 3)] };
    expect(one([gap], number({ from: 1, to: 5 }), 5)).toEqual(['x = 3 -> allow']);
  });

  it('with many values is found between a least and a greatest, and not said to go on', () => {
    const rules = [above('x', 12_000), below('x', 10_000)];
    expect(one(rules, number({}), 500)).toEqual(['x = 10000 -> allow']);
    expect(one(rules, number({}), 90_000)).toEqual(['x = 12000 -> allow']);
  });

  it('that is unknown is proposed from the end of its scale', () => {
    const waited = number({ direction: 'higher', from: 0, to: 72 });
    const cool = rule(
      'COOL',
      { holds: 'warned' },
      {
        outcome: 'require',
        satisfiedBy: { left: { fact: 'hours' }, is: '>=', right: 24 },
      },
    );
    const packs = compilePack(pack([cool], { hours: waited, warned: YES_NO }));
    const found = findCounterfactuals(packs, { warned: true, hours: null }, DAY);
    expect(lines(found)).toEqual(['hours >= 24 -> allow-with-evidence']);
    expect(found).not.toHaveProperty('changes[0].changes[0].was');
  });

  it('may have listed values instead of steps', () => {
    expect(one([above('x', 3)], number({ values: [2, 4, 3] }), 5)).toEqual([
      'x = 3 -> allow',
      'x = 2 -> allow',
    ]);
  });
});

describe('other facts', () => {
  const request = text('assess the client again first');
  const assessed: FactDeclaration = {
    type: 'date',
    label: text('day of the assessment'),
    change: { label: request, values: ['asOf'] },
  };
  const old: RuleCondition = {
    left: { addMonths: [{ fact: 'assessed' }, 12] },
    is: '<',
    right: { fact: 'asOf' },
  };

  it('take the day of the decision where `asOf` is listed', () => {
    const found = find([old], { assessed }, { assessed: '2024-01-01' });
    expect(lines(found)).toEqual(['assessed = 2026-03-02 -> allow']);
    expect(found).toMatchObject({ changes: [{ changes: [{ request, was: '2024-01-01' }] }] });
  });

  it('have their listed values tried, the present one left out', () => {
    const kind: FactDeclaration = {
      type: 'text',
      values: ['a', 'b', 'c'],
      label: text('kind'),
      change: { values: ['a', 'b'] },
    };
    const when: RuleCondition = { left: { fact: 'kind' }, is: 'in', right: ['b', 'c'] };
    expect(lines(find([when], { kind }, { kind: 'b' }))).toEqual(['kind = a -> allow']);
  });

  it('can be lists', () => {
    const held: FactDeclaration = {
      type: 'list',
      label: text('held'),
      change: { values: [['x'], ['x', 'y']] },
    };
    const when: RuleCondition = { not: { left: { fact: 'held' }, is: 'includes', right: 'y' } };
    expect(lines(find([when], { held }, { held: ['x'] }))).toEqual(['held = x,y -> allow']);
  });

  it('that nobody gave can be what fulfils a duty', () => {
    const duty = rule(
      'DUTY',
      { holds: 'sold' },
      {
        outcome: 'require',
        satisfiedBy: { holds: 'warned' },
      },
    );
    const packs = compilePack(pack([duty], { sold: YES_NO, warned: { ...YES_NO, change: {} } }));
    expect(lines(findCounterfactuals(packs, { sold: true }, DAY))).toEqual([
      'warned = true -> allow-with-evidence',
    ]);
  });

  it('that are stale are known again once they are changed', () => {
    const level: FactDeclaration = { ...number({ direction: 'higher', to: 5 }), maxAgeMonths: 12 };
    const found = find(
      [{ stale: 'level' }],
      { level: { ...level, min: 4 } },
      {
        level: { value: 4, observedOn: '2024-01-01' },
      },
    );
    expect(lines(found)).toEqual(['level >= 4 -> allow']);
  });

  it('of which a listed value is impossible are refused', () => {
    const kind: FactDeclaration = {
      type: 'text',
      values: ['a'],
      label: text('kind'),
      change: { values: ['z'] },
    };
    const when: RuleCondition = { left: { fact: 'kind' }, is: '=', right: 'a' };
    expectRefusal(
      () => find([when], { kind }, { kind: 'a' }),
      'unknown-value',
      'packs.test.facts.kind.change.values[0]',
    );
  });
});

describe('a term', () => {
  const rating = (change?: FactChange): FactDeclaration => ({
    type: 'number',
    label: text('rating'),
    min: 1,
    max: 5,
    ...(change === undefined ? {} : { change }),
  });
  const risk = {
    label: text('product risk rating (the higher one)'),
    type: 'number',
    value: { max: [{ fact: 'issuer' }, { fact: 'seller' }] },
    change: { direction: 'lower', from: 1, to: 5 },
  } as const;
  const match = rule('MATCH', { left: { fact: 'risk' }, is: '>', right: { fact: 'level' } });
  const declared = { issuer: rating(), seller: rating(), level: rating() };

  it('can be changed as a whole', () => {
    const packs = compilePack(pack([match], declared, { terms: { risk } }));
    const found = findCounterfactuals(packs, { issuer: 4, seller: 5, level: 3 }, DAY);
    expect(lines(found)).toEqual(['risk <= 3 -> allow']);
    expect(found).toMatchObject({ changes: [{ changes: [{ was: 5, label: risk.label }] }] });
  });

  it('is not changed together with what it rests on', () => {
    const facts = { ...declared, seller: rating({ direction: 'lower' }) };
    const other = rule('OTHER', above('seller', 4));
    const packs = compilePack(pack([match, other], facts, { terms: { risk } }));
    const found = findCounterfactuals(packs, { issuer: 4, seller: 5, level: 3 }, DAY);
    expect(lines(found)).toEqual([]);
    expect(found).toMatchObject({ searched: { facts: ['risk', 'seller'], complete: true } });
  });

  it('that is a condition takes its other value', () => {
    const fits = {
      label: text('it fits'),
      when: { not: { holds: 'strange' } },
      change: {},
    } as const;
    const when: RuleCondition = { not: { holds: 'fits' } };
    const packs = compilePack(pack([rule('FIT', when)], { strange: YES_NO }, { terms: { fits } }));
    const found = findCounterfactuals(packs, { strange: true }, DAY);
    expect(lines(found)).toEqual(['fits = true -> allow']);
  });

  it('whose change is malformed is refused with its path', () => {
    const faulty = (change: object) => () =>
      compilePack(pack([match], declared, { terms: { risk: { ...risk, change } } }));
    expectRefusal(faulty({ step: 0 }), 'out-of-range', 'pack.terms.risk.change.step');
    expectRefusal(faulty({ steps: 1 }), 'unknown-value', 'pack.terms.risk.change.steps');
  });
});

describe('the search', () => {
  const flags = Array.from({ length: 12 }, (_, index) => `f${index}`);
  const declared = Object.fromEntries(flags.map((name) => [name, { ...YES_NO, change: {} }]));
  const facts = Object.fromEntries(flags.map((name) => [name, false]));
  /** Two of the twelve must be true, whichever. */
  const pairs: RuleCondition = {
    not: {
      any: flags.flatMap((one, index) =>
        flags.slice(index + 1).map((other) => ({ all: [{ holds: one }, { holds: other }] })),
      ),
    },
  };
  const packs = compilePack(pack([rule('TWO', pairs)], declared));

  it('stops at as many as are wanted, in the order of names', () => {
    const found = findCounterfactuals(packs, facts, { ...DAY, most: 2 });
    expect(lines(found)).toEqual([
      'f0 = true & f1 = true -> allow',
      'f0 = true & f10 = true -> allow',
    ]);
  });

  it('finds all pairs of twelve', () => {
    const found = findCounterfactuals(packs, facts, { ...DAY, most: 1000 });
    // 12 × 11 / 2 pairs; no three, for a pair of them would do.
    expect(lines(found)).toHaveLength(66);
  });

  it('changes no more at once than it is told', () => {
    const found = findCounterfactuals(packs, facts, { ...DAY, size: 1 });
    expect(found).toMatchObject({ status: 'none', searched: { size: 1, complete: true } });
  });

  it('makes no more decisions than it may, and says so', () => {
    const found = findCounterfactuals(packs, facts, { ...DAY, most: 1000, budget: 20 });
    // The case itself, twelve single changes, then the first seven pairs.
    expect(found).toMatchObject({ searched: { decisions: 20, complete: false } });
    expect(lines(found)).toHaveLength(7);
  });

  it('leaves out what no rule that stops anything reads', () => {
    const more = {
      ...declared,
      idle: { ...YES_NO, change: {} },
      warned: { ...YES_NO, change: {} },
    };
    const warning = rule('WARN', { holds: 'warned' }, { outcome: 'warn' });
    const found = findCounterfactuals(
      compilePack(pack([rule('ONE', { not: { holds: 'f0' } }), warning], more)),
      { f0: false, idle: false, warned: false },
      DAY,
    );
    expect(found).toMatchObject({ searched: { facts: ['f0'] } });
  });

  it('sees what only an exception reads', () => {
    const special = rule('SPECIAL', { holds: 'f1' }, { outcome: 'info', exceptionTo: ['ALL'] });
    const all = rule('ALL', { holds: 'fixed' });
    const found = findCounterfactuals(
      compilePack(pack([all, special], { fixed: YES_NO, f1: { ...YES_NO, change: {} } })),
      { fixed: true, f1: false },
      DAY,
    );
    expect(lines(found)).toEqual(['f1 = true -> allow']);
  });

  it('weighs two numbers against each other: each as little as possible, the other after it', () => {
    const sum: RuleCondition = {
      left: { plus: [{ fact: 'a' }, { fact: 'b' }] },
      is: '>',
      right: 100,
    };
    const lower = number({ direction: 'lower', from: 50 });
    // Neither alone: 50 + 70 and 80 + 50 are more than 100. Together 50 + 50 are not, the only way.
    const found = find([sum], { a: lower, b: lower }, { a: 80, b: 70 });
    expect(lines(found)).toEqual(['a <= 50 & b <= 50 -> allow']);
    const wider = find(
      [sum],
      { a: lower, b: number({ direction: 'lower', from: 40 }) },
      { a: 80, b: 70 },
    );
    // With b at 40, a need only come down to 60; with a at 50, b to 50. Of 80 and 70 that is 25 % and 43 %, or 38 % and 29 %.
    expect(lines(wider)).toEqual(['a <= 50 & b <= 50 -> allow', 'a <= 60 & b <= 40 -> allow']);
  });

  it('gives the same whatever the order of packs and facts, and changes no argument', () => {
    const other = compilePack(
      pack([rule('OTHER', { not: { holds: 'f3' } })], declared, { id: 'other' }),
    );
    const reversed = Object.fromEntries(Object.entries(facts).reverse());
    const options = Object.freeze({ ...DAY });
    const one = findCounterfactuals(Object.freeze([packs, other]), Object.freeze(facts), options);
    expect(findCounterfactuals([other, packs], reversed, DAY)).toEqual(one);
    expect(Object.isFrozen(one)).toBe(true);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(lines(one)[0]).toBe('f0 = true & f3 = true -> allow');
  });

  it.each([
    ['most', 0],
    ['most', 1.5],
    ['size', 0],
    ['size', 6],
    ['budget', 0],
    ['budget', Number.NaN],
  ])('refuses %s of %s', (name, value) => {
    const code =
      value === 1.5 ? 'invalid-type' : Number.isNaN(value) ? 'not-finite' : 'out-of-range';
    const options = { ...DAY, [name]: value };
    expectRefusal(() => findCounterfactuals(packs, facts, options), code, `options.${name}`);
  });

  it('refuses what is no fact of the packs, and a day that is missing', () => {
    expectRefusal(() => findCounterfactuals(packs, { tall: 1 }, DAY), 'unknown-id', 'facts.tall');
    const none = {} as typeof DAY;
    expectRefusal(() => findCounterfactuals(packs, facts, none), 'missing-value', 'options.asOf');
  });
});

describe('a sentence', () => {
  const label = { 'zh-Hans': '交易金额', 'zh-Hant': '交易金額', en: 'amount of the order' };
  const amount = { fact: 'amount', label, unit: 'CNY', was: 1, is: '<=', value: 120_000 } as const;
  const request = {
    'zh-Hans': '先重新进行风险测评',
    'zh-Hant': '先重新進行風險評估',
    en: 'assess the client again first',
  };
  const assessed = { fact: 'assessedOn', label, is: '=', value: '2026-03-02', request } as const;

  it('says what must be different', () => {
    const one = { changes: [amount], becomes: 'allow' } as const;
    expect(describeCounterfactual(one, 'en')).toBe('amount of the order at most 120,000 CNY');
    expect(describeCounterfactual(one, 'zh-Hans')).toBe('交易金额不超过120,000 CNY');
    expect(describeCounterfactual(one, 'zh-Hant')).toBe('交易金額不超過120,000 CNY');
  });

  it('says a request as it is, and joins several changes', () => {
    const both = { changes: [amount, assessed], becomes: 'allow' } as const;
    expect(describeCounterfactual(both, 'en')).toBe(
      'amount of the order at most 120,000 CNY, and assess the client again first',
    );
    expect(describeCounterfactual(both, 'zh-Hans')).toBe(
      '交易金额不超过120,000 CNY，并且先重新进行风险测评',
    );
  });

  it.each([
    [
      { ...amount, is: '>=', value: 0.25, unit: 'fraction' } as const,
      'amount of the order at least 25%',
    ],
    [
      { ...amount, is: '=', value: 1, unit: 'hours' } as const,
      'amount of the order exactly 1 hour',
    ],
    [{ ...amount, is: '=', value: true } as const, 'amount of the order: yes'],
    [{ ...amount, is: '=', value: 'a' } as const, 'amount of the order: “a”'],
    [{ ...amount, is: '=', value: ['a', 'b'] } as const, 'amount of the order: “a”, “b”'],
    [
      { ...assessed, is: '>=', value: 24, unit: 'hours' } as const,
      'assess the client again first: at least 24 hours',
    ],
    [{ ...assessed, value: 'a' } as const, 'assess the client again first: “a”'],
    [{ ...assessed, value: true } as const, 'assess the client again first'],
  ])('of %j is in words', (change, expected) => {
    expect(describeCounterfactual({ changes: [change], becomes: 'allow' }, 'en')).toBe(expected);
  });

  it('in an unknown language is refused', () => {
    const one = { changes: [amount], becomes: 'allow' } as const;
    expectRefusal(() => describeCounterfactual(one, 'fr' as 'en'), 'unknown-value', 'locale');
  });
});
