import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES, makeReason } from '../../src/evidence/index.js';
import { checkTargetMarket, type TargetClient } from '../../src/products/index.js';
import { selectionMessages } from '../../src/selection/index.js';
import { selectionTerms } from '../../src/selection/terms.js';

/** A target market that asks everything of a client; every fact of a client is in the type. */
const FACTS: Readonly<Record<Exclude<keyof TargetClient, 'traits'>, true>> = {
  kind: true,
  knowledge: true,
  objective: true,
  horizonYears: true,
  lossCapacity: true,
};
const asking = {
  clientKinds: ['retail'],
  minimumKnowledge: 50,
  objectives: ['growth'],
  minimumHorizonYears: 3,
  minimumLossCapacity: 0.1,
  not: ['over-65', 'lowest-category', 'needs-money-within-a-year'],
};

describe('selectionTerms', () => {
  it('name every fact that can be missing, and no other', () => {
    const { missing } = checkTargetMarket({ targetMarket: asking }, {});
    expect(missing.filter((fact) => !fact.startsWith('traits.')).sort()).toEqual(
      Object.keys(FACTS).sort(),
    );
    const keys = missing.map((fact) => `selection.term.${fact}`);
    expect(Object.keys(selectionTerms).sort()).toEqual(keys.sort());
    expect(checkMessages(selectionTerms)).toEqual([]);
  });

  it('stand in the sentences in place of codes', () => {
    const missing = ['horizonYears', 'traits.over-65'];
    const reason = makeReason('selection.change.facts', 'info', { missing });
    expect(LOCALES.map((locale) => formatReason(selectionMessages, reason, locale))).toEqual([
      '须先补充以下信息：投资期限、是否年满65周岁。',
      '須先補充以下資料：投資年期、是否年滿65歲。',
      'These facts would have to be known: investment horizon, whether you are over 65.',
    ]);
  });
});

describe('numbers of days in English', () => {
  const write = (code: string, parameters: object) =>
    formatReason(selectionMessages, makeReason(code, 'info', { ...parameters }), 'en');

  it.each([1, 90])('read well for %i', (days) => {
    const told = [
      write('selection.lock-up-too-long', { days, maximum: days }),
      write('selection.no-way-out', { maximum: days }),
      write('selection.change.lock-up', { days }),
      write('selection.alternative.longer-lock-up', { value: days, by: days }),
      write('selection.alternative.money-sooner', { value: days, by: days }),
      write('selection.breaks.number', { number: days }),
      write('selection.nothing-eligible', { count: days }),
    ];
    for (const text of told) expect(text).not.toMatch(/\b\d+ (days|products)\b|\ban? \d/);
  });
});
