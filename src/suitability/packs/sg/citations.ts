import type { PlainDate } from '../../../dates/index.js';
import type { Citation } from '../../../evidence/index.js';

/** A section of the Financial Advisers Act 2001 by its number since 2021-12-31; 34 and 36 were 25 and 27 before. The text of 36 was not read. */
export function financialAdvisersAct(section: string): Citation {
  return Object.freeze({
    instrument: 'Financial Advisers Act 2001 (Singapore)',
    article: section,
    ...(section === '34'
      ? { address: 'https://sso.agc.gov.sg/Act/FAA2001?ProvIds=P13-', verified: true }
      : { verified: false }),
  });
}

/** The definition of accredited investors in the Securities and Futures Act 2001, whose text was read. */
export const ACCREDITED_INVESTOR: Citation = Object.freeze({
  instrument: 'Securities and Futures Act 2001 (Singapore)',
  article: '4A(1)(a)(i)',
  address: 'https://sso.agc.gov.sg/Act/SFA2001?Timeline=On&ProvIds=pr4A-',
  verified: true,
});

/** The regulations on classes of investors, known from accounts by others. */
export function classesOfInvestors(subject: string, inForceFrom: PlainDate): Citation {
  return Object.freeze({
    instrument: 'Securities and Futures (Classes of Investors) Regulations 2018 (Singapore)',
    article: subject,
    address: 'https://jdsupra.com/legalnews/the-new-regime-for-accredited-investors-12338',
    verified: false,
    inForceFrom,
  });
}

/** A notice or regulation of which at most a summary was read. */
export function unread(instrument: string, article: string, address?: string): Citation {
  return Object.freeze({
    instrument,
    article,
    ...(address === undefined ? {} : { address }),
    verified: false,
  });
}
