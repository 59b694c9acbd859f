import type { RetentionRule } from '../../../../rules/index.js';
import { nfra } from '../citations.js';
import { NFRA_IN_FORCE } from './nfra-rules-scope.js';

/** At least five years after the contract with the client ends; where other rules ask for longer, those count. */
export function nfraRetention(pack: string): RetentionRule {
  return {
    id: `CN-NFRA-17-${pack}`,
    inForce: NFRA_IN_FORCE,
    years: 5,
    after: 'relationship-end',
    scope: {
      left: { fact: 'product.regime' },
      is: 'in',
      right: ['nfra-investment', 'nfra-insurance'],
    },
    citations: [nfra('17')],
  };
}
