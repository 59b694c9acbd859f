import {
  parseChartOptions,
  parseCohortOptions,
  parseDatedSubjects,
  parseEvaluationOptions,
  parseFairnessSplitOptions,
  parseGapOptions,
  parseGroupStates,
  parseKpiTarget,
  parseLikeWithLikeOptions,
  parseMatchOptions,
  parseRiskOptions,
  parseTenureOptions,
  safeParseChartOptions,
  safeParseCohortOptions,
  safeParseDatedSubjects,
  safeParseEvaluationOptions,
  safeParseFairnessSplitOptions,
  safeParseGapOptions,
  safeParseGroupStates,
  safeParseKpiTarget,
  safeParseLikeWithLikeOptions,
  safeParseMatchOptions,
  safeParseRiskOptions,
  safeParseTenureOptions,
} from 'aptfolio/schema';
import { fault, type Input, input, part } from './input.js';
import { SERVICE } from './service.js';

const look = {
  asOf: '2026-06-30',
  dormancy: { days: 365, cause: 'dormant' },
  recordedSince: '2020-01-01',
} as const;

/** How KPIs are charted, aimed at and compared, and clients and alerts looked back at. */
export const COMPARISONS: Readonly<Record<string, Input>> = {
  'chart-options': input(
    parseChartOptions,
    safeParseChartOptions,
    [
      {
        baseline: { first: 12 },
        phases: [{ from: '2026-01', reason: 'new desk', baseline: { periods: ['2026-01'] } }],
        rules: [
          { id: 'beyond', kind: 'beyond', points: 1, of: 1, sigmas: 3 },
          { id: 'trend', kind: 'trend', points: 6 },
          { id: 'turns', kind: 'alternating', points: 14 },
          { id: 'hugging', kind: 'within', points: 15, sigmas: 1 },
        ],
        direction: 'higher-is-better',
      },
      {
        baseline: { without: ['2025-02'] },
        phases: [],
        rules: [{ id: 'two-camps', kind: 'outside', points: 8, sigmas: 1 }],
        direction: 'neutral',
      },
    ],
    [
      fault(['rules', 0, 'sigmas'], -1, 'out-of-range', 'options.rules[0].sigmas'),
      fault(['rules', 3, 'sigmas'], 0, 'out-of-range', 'options.rules[3].sigmas'),
      fault(['rules', 1, 'points'], 1, 'out-of-range', 'options.rules[1].points'),
      fault(['phases', 0, 'reason'], '', 'empty', 'options.phases[0].reason'),
    ],
  ),
  'kpi-target': input(
    parseKpiTarget,
    safeParseKpiTarget,
    [{ green: 0.9, amber: 0.8, direction: 'higher-is-better' }],
    [fault(['direction'], 'neutral', 'unknown-value', 'target.direction')],
  ),
  'group-states': input(
    parseGroupStates,
    safeParseGroupStates,
    [[{ id: 'vulnerable', state: part(SERVICE, 'kpi-state') }]],
    [fault([0, 'state', 'version'], undefined, 'missing-value', 'groups[0].state.version')],
  ),
  'gap-options': input(
    parseGapOptions,
    safeParseGapOptions,
    [
      { reference: { group: 'others' }, adjust: 'holm', suppressBelow: 10, confidence: 0.9 },
      { reference: 'all', adjust: 'bonferroni', suppressBelow: 1, confidence: 0.95 },
    ],
    [
      fault(['suppressBelow'], 0.5, 'invalid-type', 'options.suppressBelow'),
      fault(['confidence'], 1, 'out-of-range', 'options.confidence'),
    ],
  ),
  'fairness-split-options': input(
    parseFairnessSplitOptions,
    safeParseFairnessSplitOptions,
    [{ from: '2026-01-01', to: '2026-07-01' }],
    [fault(['to'], '2026-06-31', 'invalid-date', 'options.to')],
  ),
  'like-with-like-options': input(
    parseLikeWithLikeOptions,
    safeParseLikeWithLikeOptions,
    [
      { standard: { young: 2, old: 0 }, reference: 'north', confidence: 0.95 },
      { standard: 'pooled', reference: 'north', confidence: 0.95 },
    ],
    [fault(['standard', 'young'], -2, 'out-of-range', 'options.standard.young')],
  ),
  'tenure-options': input(
    parseTenureOptions,
    safeParseTenureOptions,
    [{ ...look, unit: 'month', causes: ['cost', 'dormant'] }],
    [
      fault(['dormancy', 'days'], 0, 'out-of-range', 'options.dormancy.days'),
      fault(['causes'], [], 'empty', 'options.causes'),
    ],
  ),
  'cohort-options': input(
    parseCohortOptions,
    safeParseCohortOptions,
    [{ ...look, by: 'quarter', oldest: 12, confidence: 0.95 }],
    [fault(['oldest'], 1201, 'out-of-range', 'options.oldest')],
  ),
  'evaluation-options': input(
    parseEvaluationOptions,
    safeParseEvaluationOptions,
    [
      {
        ...{ looks: ['2025-09-30', '2025-12-31'], horizonDays: 90, asOf: '2026-06-30' },
        ...{ minimumSample: 5, confidence: 0.95 },
      },
    ],
    [fault(['looks', 1], '2025-13-31', 'invalid-date', 'options.looks[1]')],
  ),
  'dated-subjects': input(
    parseDatedSubjects,
    safeParseDatedSubjects,
    [[{ subject: 'c-1', on: '2026-01-10' }]],
    [fault([0, 'subject'], '', 'empty', 'subjects[0].subject')],
  ),
  'match-options': input(
    parseMatchOptions,
    safeParseMatchOptions,
    [{ horizonDays: 90, asOf: '2026-06-30' }],
    [fault(['horizonDays'], 36_526, 'out-of-range', 'options.horizonDays')],
  ),
  'risk-options': input(
    parseRiskOptions,
    safeParseRiskOptions,
    [{ families: ['fraud'], asOf: '2026-04-01T00:00:00+08:00', familyDimension: 'family' }],
    [fault(['families', 0], '', 'empty', 'options.families[0]')],
  ),
};
