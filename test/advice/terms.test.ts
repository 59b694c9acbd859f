import { describe, expect, it } from 'vitest';
import { adviceMessages, CASE_STATES, type CaseEvent } from '../../src/advice/index.js';
import { adviceTerms } from '../../src/advice/terms.js';
import { checkMessages, formatReason, LOCALES, makeReason } from '../../src/evidence/index.js';

const EVENTS: Readonly<Record<CaseEvent['kind'], true>> = {
  advice: true,
  consent: true,
  execute: true,
  complete: true,
  review: true,
  close: true,
};

describe('adviceTerms', () => {
  it('name every stage and every event of a case, and nothing else', () => {
    const keys = [...CASE_STATES, ...Object.keys(EVENTS)].map((word) => `advice.term.${word}`);
    expect(Object.keys(adviceTerms).sort()).toEqual(keys.sort());
    expect(checkMessages(adviceTerms)).toEqual([]);
  });

  it('stand in the sentences in place of codes', () => {
    const parameters = { state: 'in-service', event: 'consent' };
    const reason = makeReason('advice.event-does-not-fit', 'block', parameters);
    expect(LOCALES.map((locale) => formatReason(adviceMessages, reason, locale))).toEqual([
      '个案处于“持续服务中”阶段，不能接受“客户同意”。',
      '個案處於「持續服務中」階段，不能接受「客戶同意」。',
      'The stage of the case is “in service”, so “consent of the client” does not fit now.',
    ]);
  });
});
