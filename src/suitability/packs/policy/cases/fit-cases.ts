import type { GoldenCase } from '../../../../rules/index.js';
import { caseWith } from './base-case.js';

/** Cases on the product against what the client can wait for, knows and owes. */
export function fitCases(): readonly GoldenCase[] {
  return [
    caseWith(
      'P-HOLDING-1',
      { 'product.holdingYears': 5 },
      'allow',
      [],
      '5 years for a horizon of 5',
    ),
    caseWith(
      'P-HOLDING-2',
      { 'product.holdingYears': 6 },
      'refer',
      ['holding-period-refer'],
      '6 years for a horizon of 5',
    ),
    caseWith(
      'P-HOLDING-3',
      { 'product.holdingYears': 8 },
      'refer',
      ['holding-period-refer'],
      '8 - 5 = 3, not more than 3',
    ),
    caseWith(
      'P-HOLDING-4',
      { 'product.holdingYears': 8.5 },
      'block',
      ['holding-period-block'],
      '8.5 - 5 = 3.5, more than 3',
    ),
    caseWith(
      'P-HOLDING-5',
      { 'product.holdingYears': undefined },
      'undetermined',
      ['holding-period-block', 'holding-period-refer'],
      'nobody said how long the product should be held',
    ),
    caseWith(
      'P-KNOWLEDGE-1',
      { 'product.complexity': 3 },
      'allow',
      [],
      'complexity 3 for knowledge 3',
    ),
    caseWith(
      'P-KNOWLEDGE-2',
      { 'product.complexity': 4 },
      'require',
      ['knowledge-test'],
      'complexity 4 for knowledge 3: a test first; 4 - 3 = 1 is within reach',
    ),
    caseWith(
      'P-KNOWLEDGE-3',
      { 'product.complexity': 4, 'client.knowledgeTestPassed': true },
      'allow-with-evidence',
      ['knowledge-test'],
      'the test was passed',
    ),
    caseWith(
      'P-KNOWLEDGE-4',
      { 'product.complexity': 5, 'client.knowledgeTestPassed': true },
      'refer',
      ['knowledge-gap'],
      '5 - 3 = 2, more than 1: even after the test a person must decide',
    ),
    caseWith(
      'P-LEVERAGE-1',
      { 'order.borrowed': true },
      'block',
      ['borrowed-money'],
      'paid with borrowed money',
    ),
    caseWith(
      'P-LEVERAGE-2',
      { 'order.borrowed': undefined },
      'undetermined',
      ['borrowed-money'],
      'nobody asked',
    ),
    caseWith(
      'P-LEVERAGE-3',
      { 'product.leverage': 1.5 },
      'refer',
      ['leveraged-product'],
      'leverage for level 3, meant for 4 and above',
    ),
    caseWith(
      'P-LEVERAGE-4',
      { 'product.leverage': 1.5, 'client.riskLevel': 4 },
      'allow',
      [],
      'leverage for level 4',
    ),
  ];
}
