import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES, makeReason } from '../../src/evidence/index.js';
import { questionnaireMessages, REQUIRED_FACTORS } from '../../src/questionnaire/index.js';
import { questionnaireTerms } from '../../src/questionnaire/terms.js';

/** The dimensions of the library's own instruments; capacity and tolerance have sentences of their own. */
const DIMENSIONS = ['knowledge', 'objective', 'horizon'];

describe('questionnaireTerms', () => {
  it('name every factor, dimension and language that a text can be filled with, and no other', () => {
    const words = [...REQUIRED_FACTORS, ...DIMENSIONS, ...LOCALES];
    const keys = words.map((word) => `questionnaire.term.${word}`);
    expect(Object.keys(questionnaireTerms).sort()).toEqual(keys.sort());
    expect(checkMessages(questionnaireTerms)).toEqual([]);
  });

  it('stand in the sentences in place of codes', () => {
    const reason = makeReason('questionnaire.lint-factor-missing', 'warn', { factor: 'maxLoss' });
    expect(LOCALES.map((locale) => formatReason(questionnaireMessages, reason, locale))).toEqual([
      '没有题目涉及“可承受的最大损失”这一评估要素。',
      '沒有題目涉及「可承受的最大虧損」這項評估要素。',
      'No item asks about “largest loss that can be borne”.',
    ]);
  });
});
