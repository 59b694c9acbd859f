import type { Citation } from '../../evidence/index.js';
import type { RetestPolicy } from './policy.js';

const NFRA = {
  instrument:
    '金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025)',
  address: 'https://www.gov.cn/gongbao/2025/issue_12246/202508/content_7038009.html',
  verified: true,
  inForceFrom: '2026-02-01',
} as const;

const ARTICLE_29_1: Citation = Object.freeze({ ...NFRA, article: '29(1)' });
const ARTICLE_29_2: Citation = Object.freeze({ ...NFRA, article: '29(2)' });

/** No Chinese rule; the number of days is a practitioner's reading of the guideline. */
const GUIDELINE_5: Citation = Object.freeze({
  instrument: 'ESMA35-43-3172, guidelines on MiFID II suitability (2023)',
  article: 'guideline 5, paragraph 58',
  verified: false,
  inForceFrom: '2023-10-03',
});

/**
 * The rules of mainland China for wealth products and trusts, in force since 2026-02-01: at most two
 * assessments on one day and eight in any twelve months at one institution; an assessment counts for
 * twelve months; a level that differs from the last must be confirmed again.
 *
 * Earlier days have no rule here. The notice of a recent raise is no law in China: it is good practice
 * after the European guidelines, not compared with their text, and a bank may leave it out.
 *
 * Source: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025),
 * article 29; ESMA35-43-3172 (2023), guideline 5.
 *
 * @example
 * ```ts
 * import { CN_RETEST_POLICY } from 'aptfolio/questionnaire';
 *
 * CN_RETEST_POLICY.zone; // => 'Asia/Shanghai'
 * CN_RETEST_POLICY.limits[0].perTwelveMonths; // => 8
 * CN_RETEST_POLICY.limits[0].citation.article; // => '29(1)'
 * ```
 */
export const CN_RETEST_POLICY: RetestPolicy = Object.freeze({
  id: 'CN-NFRA-2025-7',
  zone: 'Asia/Shanghai',
  limits: Object.freeze([
    Object.freeze({
      from: '2026-02-01',
      perDay: 2,
      perTwelveMonths: 8,
      citation: ARTICLE_29_1,
    } as const),
  ]),
  validity: Object.freeze([
    Object.freeze({ from: '2026-02-01', months: 12, citation: ARTICLE_29_2 } as const),
  ]),
  confirmation: Object.freeze([
    Object.freeze({ from: '2026-02-01', citation: ARTICLE_29_1 } as const),
  ]),
  raiseNotice: Object.freeze([
    Object.freeze({ from: '2023-10-03', days: 5, citation: GUIDELINE_5 } as const),
  ]),
});
