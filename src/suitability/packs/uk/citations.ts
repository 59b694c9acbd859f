import type { PlainDate } from '../../../dates/index.js';
import type { Citation } from '../../../evidence/index.js';

const HANDBOOK = 'https://public-ui-fcahandbook-dev.azurewebsites.net/handbook';

/** Where the text of a provision of the FCA Handbook was read; a provision that is not here was not read. */
const READ: Readonly<Record<string, readonly [address: string, inForceFrom: PlainDate]>> = {
  'COBS 9A.2.1R': [`${HANDBOOK}/cobs9a/cobs9as2`, '2018-10-01'],
  'COBS 9A.3.2R': [`${HANDBOOK}/cobs9a/cobs9as3`, '2018-10-01'],
  'COBS 10.3.1R': [`${HANDBOOK}/cobs10/cobs10s3`, '2018-01-03'],
  'COBS 10.3.2R': [`${HANDBOOK}/cobs10/cobs10s3`, '2018-01-03'],
  'COBS 10A.2.1R': [
    'https://handbook.fca.org.uk/handbook/COBS/10A/2.html?date=2023-03-30&timeline=True',
    '2018-10-01',
  ],
  'COBS 10.7.2R': [
    'https://handbook.fca.org.uk/handbook/COBS/10/7.html?date=2016-04-04&timeline=True',
    '2007-11-01',
  ],
  'PROD 1.3.3R': [
    'https://handbook.fca.org.uk/handbook/PROD/1/3.html?date=2104-01-01&timeline=True',
    '2018-01-03',
  ],
  'PROD 3.3.1R': [
    'https://handbook.fca.org.uk/handbook/PROD/3/3.html?date=2024-12-25',
    '2018-01-03',
  ],
};

/** A provision of the FCA Handbook, as `COBS 9A.2.1R`. */
export function handbook(provision: string): Citation {
  const read = READ[provision];
  return Object.freeze({
    instrument: 'FCA Handbook',
    article: provision,
    ...(read === undefined
      ? { verified: false }
      : { address: read[0], verified: true, inForceFrom: read[1] }),
  });
}

/** An article of the Financial Promotion Order, of which only accounts by others were read. */
export function promotionOrder(article: string, address: string): Citation {
  return Object.freeze({
    instrument:
      'Financial Services and Markets Act 2000 (Financial Promotion) Order 2005 (SI 2005/1529)',
    article,
    address,
    verified: false,
  });
}
