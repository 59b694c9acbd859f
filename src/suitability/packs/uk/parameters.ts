import type { DatedParameter } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { handbook, promotionOrder } from './citations.js';

/** From when the conditions for direct offers of restricted mass market investments apply. */
export const DIRECT_OFFER_FROM = '2023-02-01';

const RAISED =
  'https://www.mondaq.com:443/uk/financial-services/1410186/uk-high-net-worth-individual-and-sophisticated-investor-exemptions-updated';
const REVERTED =
  'https://www.regulatoryandcompliance.com/2024/09/cancelled-in-march-2024-requirements-for-uk-high-net-worth-and-self-certified-investors-changing-from-31-january-2024/';

/** A figure of the statement for high net worth individuals: raised on 2024-01-31, put back on 2024-03-27. */
function highNetWorth(usual: number, raised: number): DatedParameter['history'] {
  const article = '48 and Schedule 5, Part I';
  return [
    {
      from: '2005-07-01',
      to: '2024-01-31',
      value: usual,
      citation: promotionOrder(article, RAISED),
    },
    {
      from: '2024-01-31',
      to: '2024-03-27',
      value: raised,
      citation: promotionOrder(
        `${article}, as amended by the (Amendment) (No. 2) Order 2023`,
        RAISED,
      ),
    },
    {
      from: '2024-03-27',
      value: usual,
      citation: promotionOrder(`${article}, as amended by SI 2024/301`, REVERTED),
    },
  ];
}

/** Figures of the rules of the United Kingdom. */
export const UK_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  coolingOffHours: {
    label: label('冷静期', '冷靜期', 'cooling-off period'),
    unit: 'hours',
    stricter: 'higher',
    history: [{ from: DIRECT_OFFER_FROM, value: 24, citation: handbook('COBS 4.12A.18R') }],
  },
  statementMonths: {
    label: label(
      '投资者声明的有效期',
      '投資者聲明的有效期',
      'how long an investor statement counts',
    ),
    unit: 'months',
    stricter: 'lower',
    history: [{ from: DIRECT_OFFER_FROM, value: 12, citation: handbook('COBS 4.12A.22R') }],
  },
  restrictedShare: {
    label: label(
      '受限投资者可投入的净资产比例上限',
      '受限投資者可投入的淨資產比例上限',
      'largest share of net assets that a restricted investor declares to invest',
    ),
    unit: 'fraction',
    stricter: 'lower',
    history: [{ from: DIRECT_OFFER_FROM, value: 0.1, citation: handbook('COBS 4 Annex 5R') }],
  },
  highNetWorthIncome: {
    label: label(
      '高净值人士收入门槛',
      '高淨值人士收入門檻',
      'income of a high net worth individual',
    ),
    unit: 'GBP',
    stricter: 'higher',
    history: highNetWorth(100_000, 170_000),
  },
  highNetWorthAssets: {
    label: label(
      '高净值人士净资产门槛',
      '高淨值人士淨資產門檻',
      'net assets of a high net worth individual',
    ),
    unit: 'GBP',
    stricter: 'higher',
    history: highNetWorth(250_000, 430_000),
  },
};
