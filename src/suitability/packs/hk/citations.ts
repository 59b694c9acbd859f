import type { PlainDate } from '../../../dates/index.js';
import type { Citation } from '../../../evidence/index.js';

/** The day from which paragraph 5.5 of the Code and the Guidelines on platforms apply. */
export const HK_FROM: PlainDate = '2019-07-06';

const GUIDANCE = 'https://sc.sfc.hk/gb/www.sfc.hk';

type Where = Partial<Pick<Citation, 'address' | 'inForceFrom'>> & Pick<Citation, 'verified'>;

/** Paragraph 5.2 was read as the Commission quotes it; of the others only its guidance was read. */
const CODE: Readonly<Record<string, Where>> = {
  '5.2': {
    address: `${GUIDANCE}/web/EN/faqs/intermediaries/supervision/suitability-obligations-of-investment-advisers/compliance-with-suitability-obligations.html`,
    verified: true,
  },
  '5.1A': {
    address:
      'http://www.sfc.hk/web/EN/faqs/intermediaries/supervision/code-of-conduct/2011-06-03.html',
    verified: false,
  },
  '5.5': {
    address: 'https://dev2.charltonslaw.com/sfc-issues-guidance-on-complex-products',
    verified: false,
    inForceFrom: HK_FROM,
  },
};

/** A paragraph of the Code of Conduct of the Securities and Futures Commission. */
export function codeOfConduct(paragraph: string): Citation {
  return Object.freeze({
    instrument:
      'Code of Conduct for Persons Licensed by or Registered with the Securities and Futures Commission',
    article: paragraph,
    ...(CODE[paragraph] ?? { verified: false }),
  });
}

/** A paragraph of the Guidelines on platforms, known from the Commission's own lists. */
export function platformGuidelines(paragraph: string): Citation {
  return Object.freeze({
    instrument: 'Guidelines on Online Distribution and Advisory Platforms',
    article: paragraph,
    address: `${GUIDANCE}/en/Rules-and-standards/Suitability-requirement/Non-complex-and-complex-products/Minimum-information-to-be-provided-and-warning-statements`,
    verified: false,
    inForceFrom: HK_FROM,
  });
}

/** A section of rules under the Securities and Futures Ordinance, known from accounts by others. */
export function rulesUnderOrdinance(chapter: string, article: string, address: string): Citation {
  return Object.freeze({ instrument: chapter, article, address, verified: false });
}

/** A circular of the Monetary Authority that was not read. */
export function monetaryAuthority(subject: string): Citation {
  return Object.freeze({
    instrument: 'Hong Kong Monetary Authority, circulars on investor protection measures',
    article: subject,
    verified: false,
  });
}
