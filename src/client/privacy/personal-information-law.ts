import { type Citation, makeCitation } from '../../evidence/index.js';

/** Automated decisions: explained, and not the only way of deciding; marketing with a way to refuse it. */
export const AUTOMATED_DECISIONS: Citation = article('24');

/** Financial accounts, and everything about children under 14, are sensitive. */
export const SENSITIVE_INFORMATION: Citation = article('28');

/** Sensitive information needs a separate consent, in writing where a law says so. */
export const SEPARATE_CONSENT: Citation = article('29');

/** For children under 14 a parent or guardian consents. */
export const GUARDIAN_CONSENT: Citation = article('31');

function article(number: string): Citation {
  return makeCitation({
    instrument: '中华人民共和国个人信息保护法 (Personal Information Protection Law of China)',
    article: number,
    verified: true,
    inForceFrom: '2021-11-01',
  });
}
