import type { RetentionRule } from '../../../../rules/index.js';
import { csrc } from '../citations.js';
import { is } from '../conduct-conditions.js';
import { CSRC_IN_FORCE } from './csrc-rules.js';

/** At least twenty years. */
export function csrcRetention(pack: string): RetentionRule {
  return {
    id: `CN-CSRC-32-${pack}`,
    inForce: CSRC_IN_FORCE,
    years: 20,
    after: 'decision',
    scope: is('product.regime', 'csrc'),
    citations: [csrc('32')],
  };
}
