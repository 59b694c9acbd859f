import {
  parseAgreementTable,
  parseKappaOptions,
  parseRatings,
  parseReliabilityOptions,
  parseResponses,
  safeParseAgreementTable,
  safeParseKappaOptions,
  safeParseRatings,
  safeParseReliabilityOptions,
  safeParseResponses,
} from 'aptfolio/schema';
import { fault, type Input, input } from './input.js';

export const RELIABILITY: Readonly<Record<string, Input>> = {
  responses: input(
    parseResponses,
    safeParseResponses,
    [
      [
        [1, 2.5, null],
        [-4, 5, 0],
      ],
      [{ q1: 1, q2: null }],
    ],
    [
      fault([], [], 'empty', 'responses'),
      fault([0, 1], '2', 'invalid-type', 'responses[0][1]'),
      fault([1], { q1: Number.NaN }, 'not-finite', 'responses[1].q1'),
    ],
  ),
  'reliability-options': input(
    parseReliabilityOptions,
    safeParseReliabilityOptions,
    [
      {
        items: ['q1', 'q2'],
        counts: [3, 0],
        reverse: { q2: { min: -1, max: 5 } },
        missing: 'listwise',
        confidence: 0.9,
        seed: 7,
      },
    ],
    [
      fault(['items'], [], 'empty', 'options.items'),
      fault(['counts', 1], 0.5, 'invalid-type', 'options.counts[1]'),
      fault(['reverse', 'q2'], [1, 5], 'invalid-type', 'options.reverse.q2'),
      fault(['confidence'], 1, 'out-of-range', 'options.confidence'),
    ],
  ),
  'agreement-table': input(
    parseAgreementTable,
    safeParseAgreementTable,
    [
      [
        [20, 5],
        [3, 22],
      ],
    ],
    [
      fault([], [], 'empty', 'table'),
      fault([0, 1], -5, 'out-of-range', 'table[0][1]'),
      fault([1, 0], 0.3, 'invalid-type', 'table[1][0]'),
    ],
  ),
  'kappa-options': input(
    parseKappaOptions,
    safeParseKappaOptions,
    [{ weights: 'linear', confidence: 0.99 }],
    [fault(['weights'], 'cubic', 'unknown-value', 'options.weights')],
  ),
  ratings: input(
    parseRatings,
    safeParseRatings,
    [
      [
        [9, -2.5],
        [6, 1],
      ],
    ],
    [
      fault([0], 9, 'invalid-type', 'ratings[0]'),
      fault([1, 1], Infinity, 'not-finite', 'ratings[1][1]'),
    ],
  ),
};
