import type { PlainDate } from '../../../dates/index.js';
import type { Citation } from '../../../evidence/index.js';

const AUSTLII = 'http://classic.austlii.edu.au/au/legis/cth/consol_act/ca2001172';

/** From when the duties on personal advice had to be met. */
export const ADVICE_FROM: PlainDate = '2013-07-01';

/** The first day of the design and distribution obligations. */
export const DISTRIBUTION_FROM: PlainDate = '2021-10-05';

/** Where the text of a section was read; a section that is not here was not read. */
const READ: Readonly<Record<string, string>> = {
  '961B(1)': 'https://ato.gov.au/law/view/fulldocument?filename=PAC20010050&filenumber=154',
  '946C(1)': 'https://www.ato.gov.au/law/view/print?DocID=PAC%2F20010050%2F946C&PiT=99991231235958',
  '994A(1)': `${AUSTLII}/s994a.html`,
  '994B(2)': 'https://www.ato.gov.au/law/view/document?LocID=%22PAC%2F20010050%2F994B(3)%22',
  '994E(3)': 'http://beta.worldlii.org/au/legis/cth/consol_act/ca2001172/s994e.html',
};

/** A section of the Corporations Act 2001. */
export function corporationsAct(section: string, inForceFrom?: PlainDate): Citation {
  const address = READ[section];
  return Object.freeze({
    instrument: 'Corporations Act 2001 (Australia)',
    article: section,
    ...(address === undefined ? { verified: false } : { address, verified: true }),
    ...(inForceFrom === undefined ? {} : { inForceFrom }),
  });
}

/** Regulation 7.1.28 with the figures of wealth, whose text was read. */
export const WEALTH_FIGURES: Citation = Object.freeze({
  instrument: 'Corporations Regulations 2001 (Australia)',
  article: '7.1.28',
  address: 'https://ato.gov.au/law/view/document?DocID=REG%2F20010193%2F7.1.28&PiT=99991231235958',
  verified: true,
});

/** A regulation known from accounts by others. */
export function corporationsRegulation(regulation: string): Citation {
  return Object.freeze({
    instrument: 'Corporations Regulations 2001 (Australia)',
    article: regulation,
    address: 'https://www.semper.com.au/the-corporations-act/',
    verified: false,
  });
}

/** What the Securities and Investments Commission says on records, of which an information sheet was read. */
export const RECORDS_OF_ADVICE: Citation = Object.freeze({
  instrument: 'ASIC, record-keeping obligations for personal advice (Australia)',
  article: 'seven years',
  address:
    'https://asic.gov.au/for-finance-professionals/afs-licensees/limited-afs-licensees/limited-afs-licensees-advice-conduct-and-disclosure-obligations/',
  verified: false,
});
