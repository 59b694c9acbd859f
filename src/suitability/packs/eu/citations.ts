import type { PlainDate } from '../../../dates/index.js';
import type { Citation } from '../../../evidence/index.js';
import type { InForce } from '../../../rules/index.js';

/** From when Directive 2014/65/EU and its delegated regulation apply. */
export const MIFID_IN_FORCE: InForce = { from: '2018-01-03' };
/** From when sustainability preferences count: Delegated Regulation (EU) 2021/1253, article 2. */
export const SUSTAINABILITY_IN_FORCE: InForce = { from: '2022-08-02' };
/** From when the Member States apply Directive (EU) 2021/338. */
export const SWITCHING_IN_FORCE: InForce = { from: '2022-02-28' };
/** From when ESMA35-43-3172 applies. */
export const GUIDELINES_IN_FORCE: InForce = { from: '2023-10-03' };

/**
 * A passage of Delegated Regulation (EU) 2017/565 as enacted; its text was read. What (EU) 2021/1253 added is cited with
 * `amended`, and (EU) 2021/1254, which was read too, corrects none of the articles cited.
 */
export function delegated(article: string): Citation {
  return Object.freeze({
    instrument: 'Delegated Regulation (EU) 2017/565',
    article,
    address: 'http://data.europa.eu/eli/reg_del/2017/565/oj',
    verified: true,
    inForceFrom: '2018-01-03',
  });
}

/** A passage of the same as Delegated Regulation (EU) 2021/1253 words it; its text was read. */
export function amended(article: string): Citation {
  return Object.freeze({
    instrument: 'Delegated Regulation (EU) 2017/565, as amended by (EU) 2021/1253',
    article,
    address: 'http://data.europa.eu/eli/reg_del/2021/1253/oj',
    verified: true,
    inForceFrom: '2022-08-02',
  });
}

/**
 * A passage of Directive 2014/65/EU. What was read is the text as enacted, without the changes since; and it binds through the
 * law of each Member State. So nothing counts as compared with the text in force.
 */
export function directive(article: string, inForceFrom: PlainDate = '2018-01-03'): Citation {
  return Object.freeze({
    instrument: 'Directive 2014/65/EU',
    article,
    address: 'http://data.europa.eu/eli/dir/2014/65/oj',
    verified: false,
    inForceFrom,
  });
}

/** A passage of Regulation (EU) No 600/2014; the text as enacted was read, without the changes since. */
export function marketsRegulation(article: string): Citation {
  return Object.freeze({
    instrument: 'Regulation (EU) No 600/2014',
    article,
    address: 'http://data.europa.eu/eli/reg/2014/600/oj',
    verified: false,
    inForceFrom: '2018-01-03',
  });
}

/** A paragraph of ESMA's guidelines on suitability of 3 April 2023, known from a secondary source only. */
export function guideline(article: string): Citation {
  return Object.freeze({
    instrument: 'ESMA35-43-3172 (2023)',
    article,
    verified: false,
    inForceFrom: '2023-10-03',
  });
}
