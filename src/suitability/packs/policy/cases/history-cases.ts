import type { GoldenCase } from '../../../../rules/index.js';
import { caseWith } from './base-case.js';

/** Cases on the order against earlier ones. */
export function historyCases(): readonly GoldenCase[] {
  return [
    caseWith(
      'P-REPEAT-1',
      { 'history.sameOrderMinutesAgo': 60 },
      'require',
      ['duplicate-order'],
      'within 60 minutes',
    ),
    caseWith('P-REPEAT-2', { 'history.sameOrderMinutesAgo': 61 }, 'allow', [], 'after 60 minutes'),
    caseWith(
      'P-REPEAT-3',
      { 'history.sameOrderMinutesAgo': 5, 'order.repeatConfirmed': true },
      'allow-with-evidence',
      ['duplicate-order'],
      'the client wants a second one',
    ),
    caseWith(
      'P-REPEAT-4',
      { 'history.sameOrderMinutesAgo': undefined },
      'require',
      ['duplicate-order'],
      'whoever cannot look asks',
    ),
    caseWith(
      'P-REPEAT-5',
      { 'history.sameOrderOn': '2026-06-10' },
      'warn',
      ['repeated-order'],
      '10 to 15 June: 5 days',
    ),
    caseWith(
      'P-REPEAT-6',
      { 'history.sameOrderOn': '2026-06-09' },
      'allow',
      [],
      '9 to 15 June: 6 days',
    ),
    caseWith('P-REPEAT-7', { 'history.orders24h': 9 }, 'allow', [], '9 + 1 = 10, not more than 10'),
    caseWith(
      'P-REPEAT-8',
      { 'history.orders24h': 10 },
      'refer',
      ['order-count'],
      '10 + 1 = 11, more than 10',
    ),
    caseWith(
      'P-REPEAT-9',
      { 'history.orderSum24h': 1950000 },
      'allow',
      [],
      '1,950,000 + 50,000 = 2,000,000, not more',
    ),
    caseWith(
      'P-REPEAT-10',
      { 'history.orderSum24h': 1950001 },
      'refer',
      ['order-sum'],
      '2,000,001 is more than 2,000,000',
    ),
    caseWith(
      'P-SIZE-1',
      { 'history.medianOrderAmount': 10000 },
      'allow',
      [],
      '50,000 = 5 x 10,000, not more',
    ),
    caseWith(
      'P-SIZE-2',
      { 'history.medianOrderAmount': 9999 },
      'require',
      ['order-size'],
      '50,000 is more than 5 x 9,999 = 49,995',
    ),
    caseWith(
      'P-SIZE-3',
      { 'history.medianOrderAmount': 100, 'order.amountConfirmed': true },
      'allow-with-evidence',
      ['order-size'],
      'the client means it',
    ),
    caseWith(
      'P-SIZE-4',
      { 'history.medianOrderAmount': null },
      'allow',
      [],
      'a first order of 50,000, below 100,000',
    ),
    caseWith(
      'P-SIZE-5',
      { 'history.medianOrderAmount': null, 'order.amount': 100000 },
      'require',
      ['first-order-size'],
      'a first order of exactly 100,000',
    ),
    caseWith(
      'P-SIZE-6',
      { 'history.medianOrderAmount': undefined },
      'require',
      ['order-size'],
      'whoever cannot look asks; 50,000 is below what a first order needs confirmed',
    ),
    caseWith(
      'P-SIZE-7',
      { 'history.medianOrderAmount': 100, 'order.effect': 'reduce', 'order.side': 'sell' },
      'require',
      ['order-size'],
      'a sale is asked for again too',
    ),
  ];
}
