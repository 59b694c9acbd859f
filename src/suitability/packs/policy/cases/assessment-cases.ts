import type { GoldenCase } from '../../../../rules/index.js';
import { caseWith } from './base-case.js';

/** Cases on the age of the risk assessment. The order is of 15 June 2026, and an assessment counts for 12 months. */
export function assessmentCases(): readonly GoldenCase[] {
  return [
    caseWith(
      'P-ASSESSMENT-1',
      { 'client.assessedOn': '2025-06-15' },
      'allow',
      [],
      '15 June 2025 + 12 months = 15 June 2026, which still counts',
    ),
    caseWith(
      'P-ASSESSMENT-2',
      { 'client.assessedOn': '2025-06-14' },
      'block',
      ['assessment-age'],
      '14 June 2025 + 12 months = 14 June 2026, which was yesterday',
    ),
    caseWith(
      'P-ASSESSMENT-3',
      { 'client.assessedOn': null },
      'block',
      ['assessment-age'],
      'never assessed',
    ),
    caseWith(
      'P-ASSESSMENT-4',
      { 'client.assessedOn': undefined },
      'undetermined',
      ['assessment-age'],
      'nobody said whether and when the client was assessed',
    ),
    caseWith(
      'P-ASSESSMENT-5',
      { 'client.assessedOn': '2026-06-15' },
      'allow',
      [],
      'assessed on the day of the order',
    ),
    caseWith(
      'P-ASSESSMENT-6',
      { 'client.assessedOn': '2026-06-16' },
      'block',
      ['assessment-age'],
      'assessed a day after the order: nobody buys first and is assessed afterwards',
    ),
    caseWith(
      'P-ASSESSMENT-7',
      { 'client.professional': true, 'client.assessedOn': null },
      'allow',
      [],
      'a professional investor need not be assessed',
    ),
    caseWith(
      'P-ASSESSMENT-8',
      { 'client.professional': true, 'client.assessedOn': undefined },
      'allow',
      [],
      'whether a professional investor was assessed need not be known',
    ),
    caseWith(
      'P-ASSESSMENT-9',
      { 'client.professional': undefined, 'client.assessedOn': '2025-06-14' },
      'undetermined',
      ['assessment-age'],
      'a day too old, unless the client is professional, which nobody said',
    ),
    caseWith(
      'P-ASSESSMENT-10',
      { 'client.professional': undefined, 'client.assessedOn': '2025-06-15' },
      'allow',
      [],
      'recent enough whether the client is professional or not',
    ),
    caseWith(
      'P-ASSESSMENT-11',
      { 'client.assessedOn': null, 'order.effect': 'reduce', 'order.side': 'sell' },
      'allow',
      [],
      'a sale needs no assessment',
    ),
  ];
}
