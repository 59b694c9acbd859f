import {
  parseAdviserFile,
  parseAdviserScores,
  parseRateAdvisersOptions,
  parseTrainingGroups,
  parseTrainingOptions,
  safeParseAdviserFile,
  safeParseAdviserScores,
  safeParseRateAdvisersOptions,
  safeParseTrainingGroups,
  safeParseTrainingOptions,
} from 'aptfolio/schema';
import { fault, type Input, input } from './input.js';

const one = { id: 'a-1', before: 61, after: 70 };

/** Advisers and their trainings. */
export const PEOPLE: Readonly<Record<string, Input>> = {
  'adviser-file': input(
    parseAdviserFile,
    safeParseAdviserFile,
    [
      {
        id: 'a-1',
        tests: [{ id: 't-1', on: '2026-03-02', score: 72, passMark: 70, attempt: 1 }],
        practices: [{ id: 'p-1', on: '2026-03-09', score: 81 }],
        training: [
          {
            ...{ id: 'law', from: '2025-01-01', through: '2025-12-31' },
            ...{ hoursDue: 15, hours: null, whole: true },
          },
        ],
        certificates: [{ id: 'fund-sales', from: '2023-05-01', through: null }],
        dimensions: { branch: 'Pudong' },
      },
    ],
    [
      fault(['tests', 0, 'score'], 101, 'out-of-range', 'adviser.tests[0].score'),
      fault(['training', 0, 'hours'], undefined, 'missing-value', 'adviser.training[0].hours'),
      fault(['practices', 0, 'on'], '2026-02-30', 'invalid-date', 'adviser.practices[0].on'),
    ],
  ),
  'adviser-scores': input(
    parseAdviserScores,
    safeParseAdviserScores,
    [
      [
        { adviser: 'a-1', component: 'practice', cases: 'hard', scores: [71, 64.5] },
        { adviser: 'a-2', component: 'practice', cases: 'hard', n: 4, mean: 70, variance: 36 },
      ],
    ],
    [fault([], {}, 'invalid-type', 'scores')],
  ),
  'rate-advisers-options': input(
    parseRateAdvisersOptions,
    safeParseRateAdvisersOptions,
    [{ weights: { test: 0.4, practice: 0.6 }, adjust: 'holm', confidence: 0.95 }],
    [
      fault(['weights', 'test'], 0, 'out-of-range', 'options.weights.test'),
      fault(['adjust'], 'none', 'unknown-value', 'options.adjust'),
    ],
  ),
  'training-groups': input(
    parseTrainingGroups,
    safeParseTrainingGroups,
    [{ trained: [one, { ...one, id: 'a-2', after: null }], control: [{ ...one, id: 'a-3' }] }],
    [
      fault(['trained', 0, 'before'], -1, 'out-of-range', 'groups.trained[0].before'),
      fault(['control', 0, 'id'], '', 'empty', 'groups.control[0].id'),
    ],
  ),
  'training-options': input(
    parseTrainingOptions,
    safeParseTrainingOptions,
    [
      {
        test: 'paired-t',
        selection: { kind: 'low-scores', groupMean: 72, reliability: 0.7 },
        confidence: 0.95,
      },
      { test: 'paired-t', selection: { kind: 'unknown' }, confidence: 0.95 },
    ],
    [
      fault(['selection', 'kind'], 'random', 'unknown-value', 'options.selection.kind'),
      fault(['selection', 'reliability'], 2, 'out-of-range', 'options.selection.reliability'),
    ],
  ),
};
