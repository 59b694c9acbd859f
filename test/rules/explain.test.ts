import { describe, expect, it } from 'vitest';
import lending from '../../examples/data/rules/lending.json';
import { LOCALES, type Locale } from '../../src/evidence/index.js';
import {
  compilePack,
  decide,
  type Explanation,
  explain,
  type RuleDecision,
  type RuleFacts,
  type RulePack,
  writeExplanation,
} from '../../src/rules/index.js';
import { expectRefusal } from '../refusal.js';
import { DAY } from './make-pack.js';

const LENDING = compilePack(lending as RulePack);

const lend = (facts: RuleFacts): RuleDecision =>
  decide(LENDING, facts, { ...DAY, everything: true });

/** Age 20 and a loan above 10,000 with a guarantor; the income was seen too long ago. */
const STALE: RuleFacts = {
  'client.age': { value: 20, source: 'identity card', observedOn: '2026-02-01' },
  'client.income': { value: 100_000, source: 'payslip', observedOn: '2024-01-31' },
  'loan.amount': { value: { currency: 'CNY', amount: '45000' } },
  'loan.guarantor': true,
};

const nodes = (tree: Explanation): Explanation[] => [tree, ...tree.parts.flatMap(nodes)];

const written = (decision: RuleDecision, locale: Locale = 'en'): string =>
  writeExplanation(explain(decision, locale));

describe('the explanation of a decision', () => {
  const tree = explain(lend(STALE), 'en');

  it('begins with what was decided, on which day, because of which rules', () => {
    expect(tree.kind).toBe('decision');
    expect(tree.text).toBe('2026-03-02: undetermined. Facts are missing. Deciding: LEND-INCOME.');
    expect(explain(lend(STALE), 'zh-Hans').text).toBe(
      '2026-03-02：缺少信息，无法判断。决定性规则：LEND-INCOME。',
    );
    expect(explain(lend(STALE), 'zh-Hant').text).toBe(
      '2026-03-02：欠缺資料，無法判斷。決定性規則：LEND-INCOME。',
    );
  });

  it('has a node for every rule, with where it stands and its text filled in', () => {
    const rules = tree.parts.filter(({ kind }) => kind === 'rule').map(({ text }) => text);
    expect(rules).toEqual([
      'LEND-INCOME (facts are missing): cannot be decided yet: A loan of 45,000 is more than 40.0% of the income, unknown.',
      'LEND-GUARANTOR (applies, the duty is fulfilled): Under 21 a loan above 10,000 needs a guarantor.',
      'LEND-AGE (its condition does not hold): Nobody under 18 may borrow.',
    ]);
  });

  it('shows below a rule what was compared, with values, labels and units', () => {
    const [income, guarantor] = tree.parts as [Explanation, Explanation];
    expect(income.parts[0]).toMatchObject({
      kind: 'condition',
      truth: true,
      text: 'applies where: amount of the loan (45,000 CNY) is above a small loan (10,000 CNY)',
    });
    expect(income.parts[1]).toMatchObject({
      truth: 'unknown',
      text: 'when: amount of the loan (45,000 CNY) is above multiple of the income × annual income (unknown)',
    });
    const both = guarantor.parts[0] as Explanation;
    expect(both).toMatchObject({ text: 'when: all of these hold', truth: true });
    expect(both.parts[0]?.text).toBe('age (20 years) is below 21 years');
    expect(guarantor.parts[1]?.text).toBe('fulfilled if: a guarantor signs (yes)');
  });

  it('says of every value where it comes from, since when it is known, and why it is not', () => {
    const values = nodes(tree)
      .filter(({ kind }) => kind === 'value')
      .map(({ text }) => text);
    expect(values).toContain('age: 20 years, source: identity card, observed on 2026-02-01');
    expect(values).toContain(
      'annual income: unknown (too old), source: payslip, observed on 2024-01-31',
    );
    expect(values).toContain('missing: annual income (too old)');
  });

  it('cites the law of rules and of parameters', () => {
    const multiple = nodes(tree).find(({ text }) => text === 'multiple of the income: 0.4');
    expect(multiple?.parts).toEqual([
      { kind: 'citation', text: 'House policy, 2 (2025)', parts: [] },
    ]);
    expect(tree.parts[0]?.parts.at(-1)?.text).toBe('House policy, 2');
  });

  it('ends with the packs', () => {
    expect(tree.parts.at(-1)).toEqual({ kind: 'pack', text: 'pack lending, version 1', parts: [] });
  });

  it('is written with every digit, so that one fen too much is seen', () => {
    const amount = { currency: 'CNY', amount: '40000.01' };
    const facts = { 'client.age': 30, 'client.income': 100_000, 'loan.amount': amount };
    expect(written(lend(facts))).toContain(
      '✓ when: amount of the loan (40,000.01 CNY) is above multiple of the income × annual income (40,000 CNY)',
    );
  });

  it('says who may set a rule aside, and with what', () => {
    const facts = { 'client.age': 30, 'client.income': 100_000, 'loan.amount': 40_001 };
    expect(written(lend(facts))).toContain(
      'can be set aside in a single case by: credit-officer; on file: income-proof; a second person must agree',
    );
  });

  it('is the same tree for the same decision, frozen, and leaves the decision as it was', () => {
    const decision = lend(STALE);
    const before = JSON.stringify(decision);
    for (const locale of LOCALES) {
      const one = explain(decision, locale);
      expect(explain(lend(STALE), locale)).toEqual(one);
      expect(JSON.parse(JSON.stringify(one))).toEqual(one);
      expect(nodes(one).every((node) => Object.isFrozen(node) && Object.isFrozen(node.parts))).toBe(
        true,
      );
    }
    expect(JSON.stringify(decision)).toBe(before);
  });

  it('has as many lines as the tree has nodes, two spaces for each level', () => {
    const lines = writeExplanation(tree).trimEnd().split('\n');
    expect(lines).toHaveLength(nodes(tree).length);
    expect(lines[1]).toMatch(/^ {2}LEND-INCOME/);
    expect(lines[2]).toMatch(/^ {4}✓ applies where/);
    expect(lines.filter((line) => /^ *\? /.test(line))).toHaveLength(1);
  });

  it('refuses a language that the library does not speak', () => {
    expectRefusal(() => explain(lend(STALE), 'fr' as Locale), 'unknown-value', 'locale');
    expectRefusal(() => explain(undefined as never, 'en'), 'missing-value', 'decision');
  });
});
