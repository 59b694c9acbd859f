import { describe, expect, it } from 'vitest';
import lending from '../../examples/data/rules/lending.json';
import {
  compilePack,
  describeCounterfactual,
  type FactDeclaration,
  findCounterfactuals,
  type RuleCondition,
  type RuleFacts,
  type RulePack,
} from '../../src/rules/index.js';
import { above, below, find, lines, number } from './counterfactual-lines.js';
import { DAY, pack, rule, text, YES_NO } from './make-pack.js';

const LENDING = compilePack(lending as RulePack);

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

  it('is counted as the facts are from which its term chooses', () => {
    const risk = {
      label: text('risk'),
      type: 'number',
      value: { max: [{ fact: 'issuer' }, { fact: 'seller' }] },
      change: { direction: 'lower', from: 1 },
    } as const;
    const rating = { type: 'number', unit: 'R-level', label: text('rating') } as const;
    const given = pack(
      [rule('R', above('risk', 3))],
      { issuer: rating, seller: rating },
      { terms: { risk } },
    );
    const found = findCounterfactuals(compilePack(given), { issuer: 5, seller: 2 }, DAY);
    const [change] = found.status === 'found' ? found.changes : [];
    expect(describeCounterfactual(change as NonNullable<typeof change>, 'en')).toBe(
      'risk at most R3',
    );
  });

  it('that is a text comes with what it is called, now and then', () => {
    const channel: FactDeclaration = {
      type: 'text',
      label: text('channel'),
      values: ['web', 'desk', 'phone'],
      valueLabels: { web: text('on the web'), desk: text('at the desk'), phone: text('by phone') },
      change: { values: ['desk'] },
    };
    const packs = compilePack(
      pack([rule('R', { left: { fact: 'channel' }, is: '=', right: 'web' })], { channel }),
    );
    const found = findCounterfactuals(packs, { channel: 'web' }, DAY);
    const [change] = found.status === 'found' ? found.changes : [];
    expect(change?.changes[0]?.valueLabels).toEqual({
      web: text('on the web'),
      desk: text('at the desk'),
    });
    expect(describeCounterfactual(change as NonNullable<typeof change>, 'en')).toBe(
      'channel: at the desk',
    );
  });

  it('may have listed values instead of steps', () => {
    expect(one([above('x', 3)], number({ values: [2, 4, 3] }), 5)).toEqual([
      'x = 3 -> allow',
      'x = 2 -> allow',
    ]);
  });
});
