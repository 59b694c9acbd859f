import { describe, expect, it } from 'vitest';
import {
  compileProducts,
  type ExplainOptions,
  formatExplanation,
  type IssuerReturns,
  type Product,
} from '../../../src/products/index.js';
import { bondFund, expectRefusal, isDeeplyFrozen, wrong } from '../support.js';
import { CLASSES, codesOf, explain, sentencesOf } from './support.js';

const assumptions: NonNullable<ExplainOptions['assumptions']> = {
  asOf: '2026-03-01',
  assetClasses: ['BOND'],
  expectedReturn: [0.03],
  covariance: [[0.0025]],
};

/** A note that pays 4.1 % a year if its barrier holds, 0.5 % if not, and at worst loses all. */
const note: IssuerReturns = {
  asOf: '2026-02-27',
  source: 'term-sheet',
  scenarios: [
    { scenario: 'barrier-held', annualReturn: 0.041 },
    { scenario: 'barrier-broken', annualReturn: 0.005 },
    { scenario: 'issuer-fails', annualReturn: -1 },
  ],
};

const names = {
  'term-sheet': { 'zh-Hans': '产品说明书', 'zh-Hant': '條款書', en: 'the term sheet' },
  'barrier-held': { 'zh-Hans': '未触及障碍价', 'zh-Hant': '未觸及界限', en: 'barrier held' },
  'barrier-broken': { 'zh-Hans': '触及障碍价', 'zh-Hant': '觸及界限', en: 'barrier broken' },
  'issuer-fails': { 'zh-Hans': '发行人违约', 'zh-Hant': '發行人違約', en: 'issuer fails' },
};

const issuersOwn = ['issuer-returns-basis', 'issuer-return', 'issuer-returns-no-promise'];

describe('the issuer’s own returns', () => {
  it('are shown as the issuer’s, in the order given, in three languages', () => {
    const explanation = explain(
      { type: 'structured', issuerReturns: note },
      { assumptions, names },
    );
    expect(sentencesOf(explanation, 'returns')).toEqual([
      'The issuer states these annual returns in the term sheet (2026-02-27); they are not worked out from market assumptions.',
      'By the issuer’s figures (barrier held): 4.10% a year.',
      'By the issuer’s figures (barrier broken): 0.50% a year.',
      'By the issuer’s figures (issuer fails): -100.00% a year.',
      'These are the issuer’s own figures; what is paid in the end follows from the terms of the product.',
    ]);
    const returnsIn = (locale: 'zh-Hans' | 'zh-Hant') =>
      formatExplanation(explanation, locale).sections.find(({ section }) => section === 'returns')
        ?.sentences;
    expect(returnsIn('zh-Hans')?.slice(0, 2)).toEqual([
      '以下年化收益率由发行机构在产品说明书（2026-02-27）中列示，并非由市场假设推算。',
      '发行机构数据（未触及障碍价）：每年4.10%。',
    ]);
    expect(returnsIn('zh-Hant')?.slice(0, 2)).toEqual([
      '以下年度回報率由發行機構於條款書（2026-02-27）列示，並非由市場假設推算。',
      '發行機構數字（未觸及界限）：每年4.10%。',
    ]);
    expect(explanation).not.toHaveProperty('scenarios');
  });

  it('are a term deposit’s rate, which the library has a word for', () => {
    const issuerReturns: IssuerReturns = {
      asOf: '2026-03-02',
      source: 'Deposit receipt',
      scenarios: [{ scenario: 'agreed-rate', annualReturn: 0.0155 }],
    };
    const explanation = explain({ type: 'term-deposit', issuerReturns });
    expect(sentencesOf(explanation, 'returns')[1]).toBe(
      'By the issuer’s figures (agreed rate): 1.55% a year.',
    );
    expect(codesOf(explanation, 'returns')).toEqual(issuersOwn);
  });

  it('stand beside scenarios under the assumptions, and beside why there are none', () => {
    const issuerReturns = { ...note, scenarios: note.scenarios.slice(0, 1) };
    const withScenarios = explain({ type: 'wealth-closed', issuerReturns }, { assumptions });
    expect(codesOf(withScenarios, 'returns')).toEqual([
      ...['returns-basis', 'scenario.stress', 'scenario.unfavourable', 'scenario.moderate'],
      ...['scenario.favourable', 'returns-no-promise', ...issuersOwn],
    ]);
    const unknown = { ...assumptions, assetClasses: ['CASH'] };
    const without = explain({ type: 'wealth-closed', issuerReturns }, { assumptions: unknown });
    expect(codesOf(without, 'returns')).toEqual(['returns-not-known', ...issuersOwn]);
  });

  it('are not told before the day of the statement, nor after the product has matured', () => {
    const later: IssuerReturns = { ...note, asOf: '2026-03-03' };
    const early = explain({ type: 'structured', issuerReturns: later }, { assumptions });
    expect(codesOf(early, 'returns')).toEqual(['returns-by-contract']);
    const matured: Partial<Product> = { dealing: { maturity: '2026-03-01' }, issuerReturns: note };
    expect(codesOf(explain(matured), 'returns')).toEqual([]);
  });

  it('are none of a loan', () => {
    expect(codesOf(explain({ type: 'loan', issuerReturns: note }), 'returns')).toEqual([]);
  });
});

describe('a product file with the issuer’s own returns', () => {
  const compile = (change: Partial<Product>) => compileProducts([bondFund(change)], CLASSES);

  it('is copied and frozen', () => {
    const given = structuredClone(note);
    const { byId } = compile({ issuerReturns: given });
    Object.assign(given.scenarios[0]!, { annualReturn: 9 });
    expect(byId.A?.issuerReturns).toEqual(note);
    expect(isDeeplyFrozen(byId.A)).toBe(true);
  });

  it.each([
    [{ asOf: '27 February' }, 'invalid-date', 'asOf'],
    [{ source: '' }, 'empty', 'source'],
    [{ source: undefined }, 'missing-value', 'source'],
    [{ scenarios: [] }, 'empty', 'scenarios'],
    [{ scenario: [] }, 'unknown-id', 'scenario'],
    // Nobody can lose more than all, and 1,000 % a year is taken for a slip, as everywhere.
    [
      { scenarios: [{ scenario: 'a', annualReturn: -1.01 }] },
      'out-of-range',
      'scenarios[0].annualReturn',
    ],
    [
      { scenarios: [{ scenario: 'a', annualReturn: 10.1 }] },
      'out-of-range',
      'scenarios[0].annualReturn',
    ],
    [{ scenarios: [{ scenario: 'a' }] }, 'missing-value', 'scenarios[0].annualReturn'],
    [{ scenarios: [{ scenario: 'a', anualReturn: 0 }] }, 'unknown-id', 'scenarios[0].anualReturn'],
    [
      { scenarios: [note.scenarios[0], note.scenarios[0]] },
      'duplicate-id',
      'scenarios[1].scenario',
    ],
  ] as const)('is refused with %j', (change, code, path) => {
    const issuerReturns = wrong({ ...note, ...change });
    expectRefusal(() => compile({ issuerReturns }), code, `products[0].issuerReturns.${path}`);
  });
});
