import { describe, expect, it } from 'vitest';
import {
  compilePack,
  type FactChange,
  type FactDeclaration,
  findCounterfactuals,
  type RuleCondition,
} from '../../src/rules/index.js';
import { expectRefusal } from '../refusal.js';
import { above, find, lines, number } from './counterfactual-lines.js';
import { DAY, pack, rule, text, YES_NO } from './make-pack.js';

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
      'pack.facts.kind.change.values[0]',
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
