import type { GoldenCase } from '../../../../rules/index.js';
import { caseWith } from './base-case.js';

/** Cases on the positive and the negative target market. */
export function targetMarketCases(): readonly GoldenCase[] {
  return [
    caseWith(
      'P-TARGET-1',
      { 'client.segment': 'private' },
      'refer',
      ['target-segment'],
      'meant for retail clients',
    ),
    caseWith(
      'P-TARGET-2',
      { 'product.excludedSegments': ['retail'], 'product.targetSegments': ['professional'] },
      'block',
      ['excluded-segment'],
      'retail clients are in the negative target market',
    ),
    caseWith(
      'P-TARGET-3',
      { 'product.targetSegments': null },
      'allow',
      [],
      'the manufacturer names no segments',
    ),
    caseWith(
      'P-TARGET-4',
      { 'product.targetSegments': undefined },
      'undetermined',
      ['target-segment'],
      'nobody looked at the target market',
    ),
    caseWith(
      'P-TARGET-5',
      { 'product.targetLevelMin': 4 },
      'refer',
      ['target-level'],
      'meant for level 4 and above',
    ),
    caseWith(
      'P-TARGET-6',
      { 'product.targetLevelMin': 3 },
      'allow',
      [],
      'meant for level 3 and above',
    ),
    caseWith(
      'P-TARGET-7',
      { 'product.targetLevelMin': 4, 'product.excludedLevelMax': 3 },
      'block',
      ['excluded-level'],
      'not for level 3 and below',
    ),
    caseWith(
      'P-TARGET-8',
      { 'product.targetHorizonYears': 5 },
      'allow',
      [],
      'meant for 5 years and more',
    ),
    caseWith(
      'P-TARGET-9',
      { 'product.targetHorizonYears': 6 },
      'refer',
      ['target-horizon'],
      'meant for 6 years and more',
    ),
    caseWith(
      'P-TARGET-10',
      { 'product.targetHorizonYears': 6, 'product.excludedHorizonBelow': 5.5 },
      'block',
      ['excluded-horizon'],
      'not below 5.5 years',
    ),
    caseWith(
      'P-TARGET-11',
      { 'client.objective': 'speculation' },
      'refer',
      ['target-objective'],
      'meant for growth and income',
    ),
    caseWith(
      'P-TARGET-12',
      { 'client.objective': 'capital-preservation' },
      'block',
      ['excluded-objective'],
      'not for keeping the capital',
    ),
    caseWith(
      'P-TARGET-13',
      { 'client.lossBearing': 0.2 },
      'allow',
      [],
      'exactly what it is meant for',
    ),
    caseWith(
      'P-TARGET-14',
      { 'client.lossBearing': 0.19 },
      'refer',
      ['target-loss-bearing'],
      '19 % is below 20 %',
    ),
    caseWith(
      'P-TARGET-15',
      { 'client.lossBearing': 0.04 },
      'block',
      ['excluded-loss-bearing'],
      '4 % is below 5 %',
    ),
  ];
}
