import type { GoldenCase } from '../../../../rules/index.js';
import { caseWith } from './base-case.js';

const HIGH_RISK = { 'product.issuerRisk': 4 } as const;
const SENIOR = { 'client.birthDate': '1961-06-15', 'product.sellerRisk': 3 } as const;

/** Cases on the time to consider. */
export function coolingOffCases(): readonly GoldenCase[] {
  return [
    caseWith(
      'P-COOLING-1',
      HIGH_RISK,
      'require',
      ['cooling-off'],
      'rating 4 by the issuer, and no warning yet',
    ),
    caseWith(
      'P-COOLING-2',
      { ...HIGH_RISK, 'order.hoursSinceWarning': 23 },
      'require',
      ['cooling-off'],
      '23 of 24 hours',
    ),
    caseWith(
      'P-COOLING-3',
      { ...HIGH_RISK, 'order.hoursSinceWarning': 24 },
      'allow-with-evidence',
      ['cooling-off'],
      '24 hours have passed',
    ),
    caseWith(
      'P-COOLING-4',
      { ...SENIOR, 'order.hoursSinceWarning': 47 },
      'require',
      ['cooling-off-senior'],
      '65 on the birthday itself, 47 of 48 hours',
    ),
    caseWith(
      'P-COOLING-5',
      { ...SENIOR, 'order.hoursSinceWarning': 48 },
      'allow-with-evidence',
      ['cooling-off-senior'],
      '48 hours have passed',
    ),
    caseWith(
      'P-COOLING-6',
      { ...SENIOR, 'client.birthDate': '1961-06-16' },
      'allow',
      [],
      'a day before the 65th birthday, and rating 3 is below 4',
    ),
    caseWith(
      'P-COOLING-7',
      { ...SENIOR, 'product.sellerRisk': 2 },
      'allow',
      [],
      'rating 2 is below 3',
    ),
    caseWith(
      'P-COOLING-8',
      { ...SENIOR, 'client.birthDate': undefined },
      'require',
      ['cooling-off-senior'],
      'whoever may be 65 is given the time',
    ),
    caseWith(
      'P-COOLING-9',
      { ...SENIOR, 'client.kind': 'legal', 'client.birthDate': undefined },
      'allow',
      [],
      'a company has no age',
    ),
    caseWith(
      'P-COOLING-10',
      { ...HIGH_RISK, 'order.hoursSinceWarning': 30, 'order.hoursSinceFirstContact': 20 },
      'require',
      ['first-contact'],
      '20 of 24 hours since the first contact',
    ),
    caseWith(
      'P-COOLING-11',
      { ...HIGH_RISK, 'order.hoursSinceWarning': 24, 'order.hoursSinceFirstContact': 24 },
      'allow-with-evidence',
      ['cooling-off', 'first-contact'],
      'both times have passed',
    ),
  ];
}
