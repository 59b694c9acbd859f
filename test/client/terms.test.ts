import { describe, expect, it } from 'vitest';
import { checkConsent, clientMessages } from '../../src/client/index.js';
import { clientTerms } from '../../src/client/terms.js';
import { checkMessages, formatReason, LOCALES } from '../../src/evidence/index.js';

/** Purposes for which the library knows what the law asks; a bank may have more. */
const PURPOSES = ['profiling', 'marketing', 'automated-decision', 'sensitive-data'];

describe('clientTerms', () => {
  it('name the purposes that the library knows, and nothing else', () => {
    const keys = PURPOSES.map((purpose) => `client.term.${purpose}`);
    expect(Object.keys(clientTerms).sort()).toEqual(keys.sort());
    expect(checkMessages(clientTerms)).toEqual([]);
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
