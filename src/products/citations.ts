import type { Citation } from '../evidence/index.js';

const NFRA = {
  instrument: '金融机构产品适当性管理办法（国家金融监督管理总局令2025年第7号）',
  address: 'https://www.gov.cn/gongbao/2025/issue_12246/202508/content_7038009.html',
  inForceFrom: '2026-02-01',
  verified: true,
} as const;

/** Where issuer and distributor differ, the higher rating counts; changes are disclosed. */
export const NFRA_RATINGS: Citation = Object.freeze({ ...NFRA, article: '22' });

/** What clients are told before they buy: the product, its rating, its risks, its charges. */
export const NFRA_DISCLOSURE: Citation = Object.freeze({ ...NFRA, article: '31' });
