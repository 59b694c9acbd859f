import type { DatedParameter, RuleCondition, Term } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { corporationsRegulation, WEALTH_FIGURES } from './citations.js';

/** The figures came with the regime in 2002 and have stood since. */
const SINCE = { from: '2002-03-11' } as const;

/** Figures of the rules of Australia. */
export const AU_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  wholesaleAssets: {
    label: label('批发客户净资产门槛', '批發客戶淨資產門檻', 'net assets of a wholesale client'),
    unit: 'AUD',
    stricter: 'higher',
    history: [{ ...SINCE, value: 2_500_000, citation: WEALTH_FIGURES }],
  },
  wholesaleIncome: {
    label: label('批发客户总收入门槛', '批發客戶總收入門檻', 'gross income of a wholesale client'),
    unit: 'AUD',
    stricter: 'higher',
    history: [{ ...SINCE, value: 250_000, citation: WEALTH_FIGURES }],
  },
  wholesalePrice: {
    label: label(
      '批发客户产品价格门槛',
      '批發客戶產品價格門檻',
      'price that makes the client wholesale',
    ),
    unit: 'AUD',
    stricter: 'higher',
    history: [{ ...SINCE, value: 500_000, citation: corporationsRegulation('7.1.18') }],
  },
  /** Section 761G(7)(c) itself says six months; a regulation makes it two years. */
  certificateMonths: {
    label: label('会计师证明的有效期', '會計師證明的有效期', 'how long a certificate counts'),
    unit: 'months',
    stricter: 'lower',
    history: [{ ...SINCE, value: 24, citation: corporationsRegulation('7.6.02AF') }],
  },
};

/** A certificate of the last two years; without one its figures count for nothing. */
const CERTIFIED: RuleCondition = {
  all: [
    { not: { none: 'au.client.certificateOn' } },
    { left: { fact: 'au.client.certificateOn' }, is: '<=', right: { fact: 'asOf' } },
    {
      left: {
        addMonths: [{ fact: 'au.client.certificateOn' }, { parameter: 'certificateMonths' }],
      },
      is: '>=',
      right: { fact: 'asOf' },
    },
  ],
};

/** What several rules of Australia read. */
export const AU_TERMS: Readonly<Record<string, Term>> = {
  'au.client.wholesale': {
    label: label('批发客户', '批發客戶', 'wholesale client'),
    when: {
      any: [
        { left: { fact: 'au.order.amount' }, is: '>=', right: { parameter: 'wholesalePrice' } },
        {
          all: [
            CERTIFIED,
            {
              any: [
                {
                  left: { fact: 'au.client.netAssets' },
                  is: '>=',
                  right: { parameter: 'wholesaleAssets' },
                },
                {
                  left: { fact: 'au.client.grossIncome2y' },
                  is: '>=',
                  right: { parameter: 'wholesaleIncome' },
                },
              ],
            },
          ],
        },
      ],
    },
  },
};
