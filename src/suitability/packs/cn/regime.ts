import type { Candidates } from '../../../rules/index.js';
import { nfra } from './citations.js';

const INVESTMENT = ['nfra-investment'] as const;
const INSURANCE = ['nfra-insurance'] as const;
const SECURITIES = ['csrc'] as const;

/**
 * Which suitability regime a product is under, by its issuer: one counter sells under several. Where the issuer is unknown each of
 * them may apply.
 *
 * Source: 金融机构产品适当性管理办法 (Order No. 7 of 2025), article 3.
 */
export const CN_REGIMES: Readonly<Record<string, Candidates>> = {
  'product.regime': {
    by: 'product.issuerKind',
    values: {
      bank: INVESTMENT,
      'wealth-subsidiary': INVESTMENT,
      'trust-company': INVESTMENT,
      'insurance-asset-manager': INVESTMENT,
      insurer: INSURANCE,
      'securities-firm': SECURITIES,
      'fund-manager': SECURITIES,
      'futures-firm': SECURITIES,
      'private-fund-manager': SECURITIES,
    },
    relative: ['client.professional'],
    otherwise: [...SECURITIES, ...INSURANCE, ...INVESTMENT],
    citation: nfra('3'),
  },
};
