import type { GoldenCase } from '../../../../rules/index.js';
import { caseWith } from './base-case.js';

const WORSE = { 'portfolio.volatilityBefore': 0.09, 'portfolio.volatilityAfter': 0.101 } as const;

/** A level that is not known, where nothing else asks for it. */
const NO_LEVEL = {
  'client.riskLevel': undefined,
  'product.targetLevelMin': null,
  'product.excludedLevelMax': null,
  'portfolio.riskBefore': 1,
  'portfolio.riskAfter': 1,
} as const;

/** Cases on the risk of the whole portfolio. */
export function riskCases(): readonly GoldenCase[] {
  return [
    caseWith(
      'P-VOLATILITY-1',
      { 'portfolio.volatilityAfter': 0.1 },
      'allow',
      [],
      'at the cap of level 3, 10 %',
    ),
    caseWith(
      'P-VOLATILITY-2',
      WORSE,
      'block',
      ['portfolio-volatility'],
      '10.1 % is above the 10 % of level 3, and 9 % before it',
    ),
    caseWith(
      'P-VOLATILITY-3',
      { 'portfolio.volatilityBefore': 0.15, 'portfolio.volatilityAfter': 0.12 },
      'allow',
      [],
      '12 % is above 10 %, but the order lowers it from 15 %',
    ),
    caseWith(
      'P-VOLATILITY-4',
      { 'portfolio.volatilityBefore': 0.12, 'portfolio.volatilityAfter': 0.12 },
      'allow',
      [],
      'above 10 % as before: the order does not make it worse',
    ),
    caseWith(
      'P-VOLATILITY-5',
      { ...WORSE, 'client.riskLevel': 4 },
      'allow',
      [],
      '10.1 % is below the 15 % of level 4',
    ),
    caseWith(
      'P-VOLATILITY-6',
      {
        ...NO_LEVEL,
        'portfolio.volatilityAfter': 0.26,
      },
      'block',
      ['portfolio-volatility'],
      '26 % is above the 25 % of the highest level, so the level need not be known',
    ),
    caseWith(
      'P-VOLATILITY-7',
      NO_LEVEL,
      'undetermined',
      ['portfolio-volatility'],
      '6 % is too much for level 1 or 2 alone, and the level is not known',
    ),
    caseWith(
      'P-VOLATILITY-8',
      { ...WORSE, 'order.effect': 'reduce', 'order.side': 'sell' },
      'allow',
      [],
      'a sale is never stopped by the level',
    ),
    caseWith('P-RATING-1', { 'portfolio.riskAfter': 3 }, 'allow', [], 'rating 3 for level 3'),
    caseWith(
      'P-RATING-2',
      { 'portfolio.riskBefore': 3, 'portfolio.riskAfter': 3.1 },
      'block',
      ['portfolio-rating'],
      '3.1 is above level 3, and 3 before it',
    ),
    caseWith(
      'P-RATING-3',
      { 'portfolio.riskBefore': 4, 'portfolio.riskAfter': 3.5 },
      'allow',
      [],
      '3.5 is above level 3, but the order lowers it from 4',
    ),
  ];
}
