import type { PlainDate } from '../../../dates/index.js';
import type { Citation } from '../../../evidence/index.js';

/** An article of the personal information protection law of 2021-08-20, whose text was read. */
export function pipl(article: string): Citation {
  return read('中华人民共和国个人信息保护法', article, '2021-11-01');
}

/** An article of the securities law as revised on 2019-12-28, whose text was read. */
export function securitiesLaw(article: string): Citation {
  return read('中华人民共和国证券法', article, '2020-03-01');
}

/** An article of the futures and derivatives law of 2022-04-20, whose text was read. */
export function futuresLaw(article: string): Citation {
  return read('中华人民共和国期货和衍生品法', article, '2022-08-01');
}

/** An article of the securities investment fund law as amended on 2015-04-24, whose text was read. */
export function fundLaw(article: string): Citation {
  return read('中华人民共和国证券投资基金法', article, '2015-04-24');
}

/** An article of the regulation on private funds of 2023-07-03, whose text was read. */
export function privateFundRegulation(article: string): Citation {
  return read('私募投资基金监督管理条例', article, '2023-09-01');
}

/** The first days come from the general knowledge of these laws; their articles were read. */
function read(instrument: string, article: string, inForceFrom: PlainDate): Citation {
  return Object.freeze({ instrument, article, verified: true, inForceFrom });
}
