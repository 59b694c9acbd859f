import type { Citation } from '../evidence/index.js';

const NFRA = {
  instrument: '金融机构产品适当性管理办法（国家金融监督管理总局令2025年第7号）',
  address: 'https://www.gov.cn/gongbao/2025/issue_12246/202508/content_7038009.html',
  inForceFrom: '2026-02-01',
  verified: true,
} as const;

/** The text of the amended version has not been compared with an official copy. */
const CSRC = {
  instrument: '证券期货投资者适当性管理办法',
  inForceFrom: '2017-07-01',
  verified: false,
} as const;

/** Nothing may be sold to a client whom it does not suit. */
export const NFRA_SUITABLE_ONLY: Citation = Object.freeze({ ...NFRA, article: '12' });

/** An assessment counts for twelve months. */
export const NFRA_VALIDITY: Citation = Object.freeze({ ...NFRA, article: '29' });

/** A client outside the lowest category may insist after a special written warning. */
export const CSRC_INSISTING: Citation = Object.freeze({ ...CSRC, article: '19' });

/** Above the level, nothing may be proposed to ordinary clients, nor sold to the lowest category. */
export const CSRC_PROHIBITED: Citation = Object.freeze({ ...CSRC, article: '22' });
