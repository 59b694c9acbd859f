import type { Citation } from '../../../evidence/index.js';

/** An article of 金融机构产品适当性管理办法 (NFRA order 2025 No. 7), whose full text was read. */
export function nfra(article: string): Citation {
  return Object.freeze({
    instrument: '金融机构产品适当性管理办法（国家金融监督管理总局令2025年第7号）',
    article,
    address: 'https://www.gov.cn/gongbao/2025/issue_12246/202508/content_7038009.html',
    verified: true,
    inForceFrom: '2026-02-01',
  });
}

/**
 * An article of 证券期货投资者适当性管理办法 (CSRC). Copies of some articles were read; none says which amendment it gives, so
 * nothing counts as compared with the text in force.
 */
export function csrc(article: string): Citation {
  return Object.freeze({
    instrument: '证券期货投资者适当性管理办法',
    article,
    verified: false,
    inForceFrom: '2017-07-01',
  });
}

/** An article of the Civil Code whose text was read. */
export function civilCode(article: string): Citation {
  return Object.freeze({ instrument: '中华人民共和国民法典', article, verified: true });
}

/** An article of the Civil Code from memory. */
export function civilCodeUnread(article: string): Citation {
  return Object.freeze({ ...civilCode(article), verified: false });
}

/** The passage leaves a number open; what stands here instead is a choice that a bank makes its own. */
export function leftOpenBy(citation: Citation): Citation {
  return Object.freeze({ ...citation, verified: false });
}
