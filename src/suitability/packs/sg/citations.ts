import type { PlainDate } from '../../../dates/index.js';
import type { Citation } from '../../../evidence/index.js';

/** The day on which the 2020 Revised Edition, with today's numbers of sections, came into operation. */
const REVISED_EDITION_FROM: PlainDate = '2021-12-31';

/** A section of the Financial Advisers Act 2001; of section 36 (27 until 2021-12-30) the text was not read. */
export function financialAdvisersAct(section: string): Citation {
  return Object.freeze({
    instrument: 'Financial Advisers Act 2001 (Singapore)',
    article: section,
    ...(section === '34'
      ? { address: 'https://sso.agc.gov.sg/Act/FAA2001?ProvIds=P13-', verified: true }
      : { verified: false }),
    inForceFrom: REVISED_EDITION_FROM,
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
