import type { GoldenCase } from '../../../../rules/index.js';
import { caseWith } from './base-case.js';

/** Plenty of everything, so that only the amount counts. */
const LARGE = {
  'household.financialAssets': 100000000,
  'household.liquidAssets': 50000000,
  'history.medianOrderAmount': 4000000,
} as const;

/** Cases on the product’s status, and on how much one client may invest. */
export function limitCases(): readonly GoldenCase[] {
  return [
    caseWith(
      'P-STATUS-1',
      { 'product.status': 'subscription-suspended' },
      'block',
      ['not-open'],
      'no purchases for now',
    ),
    caseWith(
      'P-STATUS-2',
      { 'product.status': undefined },
      'undetermined',
      ['not-open'],
      'nobody looked',
    ),
    caseWith(
      'P-STATUS-3',
      { 'product.status': 'redemption-suspended', 'order.effect': 'reduce', 'order.side': 'sell' },
      'block',
      ['redemption-suspended'],
      'cannot be redeemed',
    ),
    caseWith(
      'P-STATUS-4',
      { 'product.status': 'closed', 'order.effect': 'reduce', 'order.side': 'switch' },
      'block',
      ['not-open'],
      'a switch buys the product that is closed',
    ),
    caseWith(
      'P-STATUS-5',
      { 'product.status': 'closed', 'order.effect': 'reduce', 'order.side': 'sell' },
      'allow',
      [],
      'what is closed can be sold',
    ),
    caseWith('P-LIMIT-1', { ...LARGE, 'order.amount': 999999 }, 'allow', [], 'below 1,000,000'),
    caseWith(
      'P-LIMIT-2',
      { ...LARGE, 'order.amount': 1000000 },
      'refer',
      ['order-approval'],
      'exactly 1,000,000 needs approval',
    ),
    caseWith(
      'P-LIMIT-3',
      { 'history.orderSumToday': 4950000 },
      'allow',
      [],
      '4,950,000 + 50,000 = 5,000,000, not more',
    ),
    caseWith(
      'P-LIMIT-4',
      { 'history.orderSumToday': 4950001 },
      'block',
      ['daily-amount'],
      '5,000,001 is more than 5,000,000',
    ),
    caseWith(
      'P-LIMIT-5',
      { 'product.clientDailyLimit': 60000, 'history.productSumToday': 10000 },
      'allow',
      [],
      '10,000 + 50,000 = 60,000, not more',
    ),
    caseWith(
      'P-LIMIT-6',
      { 'product.clientDailyLimit': 60000, 'history.productSumToday': 10001 },
      'block',
      ['product-daily-limit'],
      '60,001 is more than 60,000',
    ),
    caseWith(
      'P-LIMIT-7',
      { 'product.clientLimit': 150000 },
      'allow',
      [],
      '100,000 + 50,000 = 150,000, not more',
    ),
    caseWith(
      'P-LIMIT-8',
      { 'product.clientLimit': 149999 },
      'block',
      ['product-client-limit'],
      '150,000 is more than 149,999',
    ),
  ];
}
