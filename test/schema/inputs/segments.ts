import {
  parseFeatureRows,
  parseKMeansOptions,
  parseLifeStageBounds,
  parseLifeStageFacts,
  parseLifeStageOptions,
  parseRfm,
  parseRfmBounds,
  parseRfmRows,
  parseRfmScoresOptions,
  parseSegmentFacts,
  parseSegmentRows,
  parseSegmentTable,
  safeParseKMeansOptions,
  safeParseLifeStageBounds,
  safeParseLifeStageFacts,
  safeParseLifeStageOptions,
  safeParseRfm,
  safeParseRfmBounds,
  safeParseRfmScoresOptions,
  safeParseSegmentFacts,
  safeParseSegmentTable,
} from 'aptfolio/schema';
import { citation, cny, fault, type Input, input, rowsInput } from './input.js';

const figures = { recencyDays: 10, frequency: 2, monetary: cny('1050.00') };
const never = { recencyDays: null, frequency: 0, monetary: cny('0.00') };
const facts = {
  age: 38.5,
  channel: 'mobile',
  employed: true,
  assets: cny('1282000.00'),
  region: null,
};

export const SEGMENTS: Readonly<Record<string, Input>> = {
  rfm: input(
    parseRfm,
    safeParseRfm,
    [figures, never],
    [
      fault(['recencyDays'], undefined, 'missing-value', 'figures.recencyDays'),
      fault(['frequency'], 0.5, 'invalid-type', 'figures.frequency'),
    ],
  ),
  'rfm-rows': rowsInput(
    parseRfmRows,
    [
      [
        { id: 'a', ...figures },
        { id: 'b', ...never },
      ],
    ],
    [
      fault([0, 'id'], undefined, 'missing-value', 'rows[0].id'),
      fault([1, 'monetary'], '0.00', 'invalid-type', 'rows[1].monetary'),
    ],
  ),
  'rfm-bounds': input(
    parseRfmBounds,
    safeParseRfmBounds,
    [{ recencyDays: [30, 90], frequency: [2, 12], monetary: [cny('1000'), cny('50000')] }],
    [
      fault(['recencyDays', 0], -30, 'out-of-range', 'bounds.recencyDays[0]'),
      fault(['monetary', 1, 'currency'], undefined, 'missing-value', 'bounds.monetary[1].currency'),
    ],
  ),
  'rfm-scores-options': input(
    parseRfmScoresOptions,
    safeParseRfmScoresOptions,
    [{ currency: 'CNY', groups: 4 }],
    [
      fault(['groups'], 101, 'out-of-range', 'options.groups'),
      fault(['currency'], undefined, 'missing-value', 'options.currency'),
    ],
  ),
  'segment-table': input(
    parseSegmentTable,
    safeParseSegmentTable,
    [
      {
        id: 'all-forms',
        rules: [
          {
            id: 'r1',
            segment: 'a',
            when: [
              { fact: 'age', from: 18, above: 17.5, to: 30, below: 30.5 },
              { fact: 'assets', from: cny('1'), above: cny('1'), to: cny('9'), below: cny('9') },
              { fact: 'channel', oneOf: ['mobile', 'web'] },
              { fact: 'employed', is: false },
            ],
            citations: [citation],
          },
        ],
        otherwise: 'b',
      },
    ],
    [
      fault(['rules'], [], 'empty', 'table.rules'),
      fault(['rules', 0, 'when', 0, 'from'], '18', 'invalid-type', 'table.rules[0].when[0].from'),
      fault(['rules', 0, 'when', 0, 'until'], 30, 'unknown-id', 'table.rules[0].when[0].until'),
      fault(
        ['rules', 0, 'when', 1, 'to', 'amount'],
        9,
        'invalid-type',
        'table.rules[0].when[1].to.amount',
      ),
      fault(['rules', 0, 'when', 2, 'oneOf'], [], 'empty', 'table.rules[0].when[2].oneOf'),
      fault(['rules', 0, 'when', 3, 'is'], 'no', 'invalid-type', 'table.rules[0].when[3].is'),
      fault(
        ['rules', 0, 'when', 3, 'fact'],
        undefined,
        'missing-value',
        'table.rules[0].when[3].fact',
      ),
    ],
  ),
  'segment-facts': input(
    parseSegmentFacts,
    safeParseSegmentFacts,
    [facts as never],
    [
      fault(['age'], [38], 'invalid-type', 'facts.age'),
      fault(['age'], Number.NaN, 'not-finite', 'facts.age'),
      fault(['assets', 'amount'], 1282000, 'invalid-type', 'facts.assets.amount'),
    ],
  ),
  'segment-rows': rowsInput(
    parseSegmentRows,
    [[{ id: 'a', facts: facts as never }]],
    [
      fault([0, 'facts'], undefined, 'missing-value', 'rows[0].facts'),
      fault([0, 'facts', 'age'], Number.NaN, 'not-finite', 'rows[0].facts.age'),
    ],
  ),
  'feature-rows': rowsInput(
    parseFeatureRows,
    [[{ id: 'a', features: { trades: 12, share: -0.5 } }]],
    [fault([0, 'features', 'trades'], '12', 'invalid-type', 'rows[0].features.trades')],
  ),
  'k-means-options': input(
    parseKMeansOptions,
    safeParseKMeansOptions,
    [{ k: 4, seed: 7, features: ['trades'], standardise: false, restarts: 8, maxIterations: 50 }],
    [
      fault(['k'], 101, 'out-of-range', 'options.k'),
      fault(['seed'], undefined, 'missing-value', 'options.seed'),
      fault(['features'], [], 'empty', 'options.features'),
      fault(['standardize'], true, 'unknown-id', 'options.standardize'),
    ],
  ),
  'life-stage-bounds': input(
    parseLifeStageBounds,
    safeParseLifeStageBounds,
    [{ adultAge: 18, retirementAge: 63, yearsBefore: 10, youngUntil: 35 }],
    [fault(['retirementAge'], 62.5, 'invalid-type', 'bounds.retirementAge')],
  ),
  'life-stage-facts': input(
    parseLifeStageFacts,
    safeParseLifeStageFacts,
    [{ birthDate: '1988-02-29', retired: false, dependants: [{ age: 7 }] }],
    [fault(['dependants', 0, 'age'], -1, 'out-of-range', 'facts.dependants[0].age')],
  ),
  'life-stage-options': input(
    parseLifeStageOptions,
    safeParseLifeStageOptions,
    [{ asOf: '2026-03-02', adultAge: 18 }],
    [
      fault(['asOf'], undefined, 'missing-value', 'options.asOf'),
      fault(['table'], {}, 'unknown-id', 'options.table'),
    ],
  ),
};
