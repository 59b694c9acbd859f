import { describe, expect, it } from 'vitest';
import { checkConsent, clientMessages } from '../../src/client/index.js';
import { clientTerms } from '../../src/client/terms.js';
import { checkMessages, formatReason, LOCALES, makeReason } from '../../src/evidence/index.js';

/** Purposes for which the library knows what the law asks; a bank may have more. */
const PURPOSES = ['profiling', 'marketing', 'automated-decision', 'sensitive-data'];

/** What a need may lack, exchange rates apart. */
const FIGURES = ['questionnaire', 'transactions', 'essentialMonthly'];

describe('clientTerms', () => {
  it('name the purposes that the library knows and the figures that may be missing, and nothing else', () => {
    const keys = [...PURPOSES, ...FIGURES].map((word) => `client.term.${word}`);
    expect(Object.keys(clientTerms).sort()).toEqual(keys.sort());
    expect(checkMessages(clientTerms)).toEqual([]);
  });

  it('name what a need lacks', () => {
    const parameters = { missing: ['transactions', 'essentialMonthly'] };
    const open = makeReason('client.need-undetermined', 'info', parameters);
    expect(LOCALES.map((locale) => formatReason(clientMessages, open, locale))).toEqual([
      '缺少交易流水、每月必要支出，无法判断。',
      '欠缺交易紀錄、每月必要開支，未能判斷。',
      'This cannot be judged, because the record of transactions, essential monthly spending is missing.',
    ]);
  });

  it('stand in the sentences in place of codes, a purpose of the bank’s own as it stands', () => {
    const say = (purpose: string) => {
      const [reason] = checkConsent([], purpose, { asOf: '2026-03-02' }).reasons;
      return LOCALES.map((locale) => formatReason(clientMessages, reason!, locale));
    };
    expect(say('automated-decision')).toEqual([
      '没有客户对“自动化决策”的同意记录。',
      '沒有客戶對「自動化決策」的同意紀錄。',
      'There is no record of the client’s consent to “automated decisions”.',
    ]);
    expect(say('短信通知')[0]).toBe('没有客户对“短信通知”的同意记录。');
  });
});
