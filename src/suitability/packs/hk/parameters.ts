import type { DatedParameter, RuleCondition, Term } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { rulesUnderOrdinance } from './citations.js';

const RULES = 'Securities and Futures (Professional Investor) Rules (Cap. 571D)';

/** Figures of the rules of Hong Kong. */
export const HK_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  professionalPortfolio: {
    label: label(
      '专业投资者的投资组合门槛',
      '專業投資者的投資組合門檻',
      'portfolio of a professional investor',
    ),
    unit: 'HKD',
    stricter: 'higher',
    history: [
      {
        from: '2003-04-01',
        value: 8_000_000,
        citation: rulesUnderOrdinance(
          RULES,
          'individuals, corporations and partnerships: portfolio',
          'https://www.onc.hk/en_US/publication/sfc-standardises-the-rules-for-prescribing-professional-investors?category=18&page=3',
        ),
      },
    ],
  },
  professionalAssets: {
    label: label(
      '法团专业投资者的总资产门槛',
      '法團專業投資者的總資產門檻',
      'total assets of a corporate professional investor',
    ),
    unit: 'HKD',
    stricter: 'higher',
    history: [
      {
        from: '2003-04-01',
        value: 40_000_000,
        citation: rulesUnderOrdinance(
          RULES,
          'corporations and partnerships: total assets',
          'https://www.lexology.com/library/detail.aspx?g=b83641d7-759e-4721-baef-3fa215dc5a7c',
        ),
      },
    ],
  },
};

function ofKind(kind: string): RuleCondition {
  return { left: { fact: 'hk.client.kind' }, is: '=', right: kind };
}

const PORTFOLIO: RuleCondition = {
  left: { fact: 'hk.client.portfolio' },
  is: '>=',
  right: { parameter: 'professionalPortfolio' },
};

const ASSETS: RuleCondition = {
  left: { fact: 'hk.client.totalAssets' },
  is: '>=',
  right: { parameter: 'professionalAssets' },
};

/** What several rules of Hong Kong read. */
export const HK_TERMS: Readonly<Record<string, Term>> = {
  'hk.client.professional': {
    label: label('专业投资者', '專業投資者', 'professional investor'),
    when: {
      any: [
        ofKind('institutional'),
        { all: [ofKind('individual'), PORTFOLIO] },
        { all: [ofKind('corporate'), { any: [PORTFOLIO, ASSETS] }] },
      ],
    },
  },
  /** Wealth alone waives nothing: an individual keeps the protection however large the portfolio is. */
  'hk.client.protected': {
    label: label(
      '适用适合性规定的客户',
      '適用合適性規定的客戶',
      'client to whom the suitability requirement applies',
    ),
    when: {
      not: {
        any: [
          ofKind('institutional'),
          {
            all: [
              ofKind('corporate'),
              { holds: 'hk.client.professional' },
              { holds: 'hk.client.corporateAssessed' },
            ],
          },
        ],
      },
    },
  },
};
