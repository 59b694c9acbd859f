import {
  parseAnswers,
  parseGroupMembers,
  parseJointLevelOptions,
  parseLevelStanding,
  parseOwners,
  parsePastAssessments,
  parseQuestionnaireResult,
  parseRetestOptions,
  parseRetestPolicy,
  parseScoreOptions,
  safeParseAnswers,
  safeParseGroupMembers,
  safeParseJointLevelOptions,
  safeParseLevelStanding,
  safeParseOwners,
  safeParsePastAssessments,
  safeParseQuestionnaireResult,
  safeParseRetestOptions,
  safeParseRetestPolicy,
  safeParseScoreOptions,
} from 'aptfolio/schema';
import { citation, fault, type Input, input, reason, wording } from './input.js';
import { questionnaire } from './questionnaire-form.js';

const score = {
  score: 62.5,
  level: 'C3',
  distanceToNextBand: 2.5,
  nextLevel: 'C4',
  distanceToLowerBand: 12.5,
} as const;
const dimension = { ...score, raw: 25, capsLevel: true } as const;
const finding = {
  kind: 'control',
  id: 'young-pensioner',
  truth: 'held',
  effect: 'cap',
  level: 'C3',
  binding: true,
  evidence: [
    { operand: { answer: 'Q04', row: 'shares' }, value: 2 },
    { operand: { points: 'Q01' }, value: -2.5 },
    { operand: { score: 'overall' }, value: null },
    { operand: { band: 'level' }, value: 3 },
    { operand: { fact: 'employed' }, value: true },
    { operand: { measure: 'changed-answers', items: ['Q01'] }, value: 1 },
    { operand: { lookup: [0, 1000], by: { answer: 'Q01', row: 'r' } }, value: 'above' },
    { operand: { minus: [{ points: 'Q01' }, 1] }, value: [0, 2] },
    { operand: { times: [{ points: 'Q01' }, 2] }, value: 3 },
  ],
  missing: ['facts.age'],
  text: wording,
} as const;
const scored = {
  status: 'scored',
  level: 'C3',
  weightedLevel: 'C4',
  lowestLevel: 'C3',
  dimensions: {
    capacity: dimension,
    // On the scale of points a score may lie below 0 or above 100, and a dimension may have no band.
    tolerance: {
      ...dimension,
      score: -104.25,
      level: null,
      distanceToNextBand: null,
      nextLevel: null,
      distanceToLowerBand: null,
      capsLevel: false,
    },
  },
  overall: { ...score, score: 340 },
  determinedBy: ['capacity', 'young-pensioner'],
  findings: [finding],
  contributions: [{ item: 'Q01', dimension: 'capacity', points: 10, maximum: 10, share: 1 }],
  singleAnswerChanges: [{ item: 'Q04', row: 'shares', option: 0, value: 3, level: null as never }],
  hidden: ['Q02'],
  imputed: [],
  assessedOn: '2026-03-02',
  validThrough: '2027-03-02',
  reasons: [reason],
  definition: { id: 'RTQ', version: '3' },
} as const;
const rule = { from: '2026-02-01', to: '2030-01-01', citation } as const;

export const QUESTIONNAIRE: Readonly<Record<string, Input>> = {
  questionnaire,
  answers: input(
    parseAnswers,
    safeParseAnswers,
    [{ Q01: 2, Q02: null, Q03: [0, 2] as never, Q04: { shares: 1 } as never, Q05: -12.5 }],
    [
      fault(['Q01'], '2', 'invalid-type', 'answers.Q01'),
      fault(['Q01'], Number.NaN, 'not-finite', 'answers.Q01'),
      fault(['Q03', 1], -1, 'out-of-range', 'answers.Q03[1]'),
      fault(['Q04', 'shares'], 1.5, 'invalid-type', 'answers.Q04.shares'),
    ],
  ),
  'score-options': input(
    parseScoreOptions,
    safeParseScoreOptions,
    [
      {
        asOf: '2026-03-02',
        missing: 'most-cautious',
        facts: { age: 38, employed: true, region: 'SH', children: null },
        secondsTaken: 240.5,
        previous: { answers: { Q01: 1 }, level: 'C2' },
      },
    ],
    [
      fault(['missing'], 'zero', 'unknown-value', 'options.missing'),
      fault(['facts', 'age'], [38], 'invalid-type', 'options.facts.age'),
      fault(['secondsTaken'], -1, 'out-of-range', 'options.secondsTaken'),
      fault(['previous', 'score'], 60, 'unknown-id', 'options.previous.score'),
    ],
  ),
  'questionnaire-result': input(
    parseQuestionnaireResult,
    safeParseQuestionnaireResult,
    [
      scored,
      {
        status: 'incomplete',
        missing: ['Q01'],
        missingFacts: ['facts.age'],
        reasons: [reason],
        definition: { id: 'RTQ', version: '3' },
      },
      {
        status: 'stopped',
        findings: [{ ...finding, kind: 'knock-out', effect: 'stop', level: null, binding: false }],
        assessedOn: '2026-03-02',
        reasons: [],
        definition: { id: 'RTQ', version: '3' },
      },
    ],
    [
      fault(['status'], 'done', 'unknown-value', 'result.status'),
      fault(['status'], 'incomplete', 'missing-value', 'result.missing'),
      fault(['level'], null, 'missing-value', 'result.level'),
      fault(
        ['dimensions', 'capacity', 'score'],
        Infinity,
        'not-finite',
        'result.dimensions.capacity.score',
      ),
      fault(
        ['dimensions', 'capacity', 'level'],
        3,
        'unknown-value',
        'result.dimensions.capacity.level',
      ),
      fault(
        ['findings', 0, 'evidence', 0, 'operand'],
        'Q04',
        'invalid-type',
        'result.findings[0].evidence[0].operand',
      ),
      fault(['validThrough'], '2027-02-29', 'invalid-date', 'result.validThrough'),
      fault(['reasons', 0, 'severity'], 'fatal', 'unknown-value', 'result.reasons[0].severity'),
    ],
  ),
  owners: input(
    parseOwners,
    safeParseOwners,
    [[{ id: 'a', level: 'C2' }]],
    [
      fault([0, 'level'], 2, 'unknown-value', 'owners[0].level'),
      fault([0, 'id'], undefined, 'missing-value', 'owners[0].id'),
    ],
  ),
  'group-members': input(
    parseGroupMembers,
    safeParseGroupMembers,
    [
      [
        { id: 'a', level: 'C2', knowledge: null, owns: true, trades: false },
        { id: 'b', level: null, knowledge: 'C4', owns: false, trades: true },
      ],
    ],
    [
      fault([], [], 'empty', 'members'),
      fault([0, 'level'], 'R2', 'unknown-value', 'members[0].level'),
      fault([1, 'trades'], 1, 'invalid-type', 'members[1].trades'),
    ],
  ),
  'joint-level-options': input(
    parseJointLevelOptions,
    safeParseJointLevelOptions,
    [{ referFrom: 1 }],
    [
      fault(['referFrom'], 0, 'out-of-range', 'options.referFrom'),
      fault(['refer'], 1, 'unknown-id', 'options.refer'),
    ],
  ),
  'past-assessments': input(
    parsePastAssessments,
    safeParsePastAssessments,
    [
      [
        {
          id: 'a',
          assessedAt: '2026-03-02',
          level: 'C2',
          institution: 'BANK',
          confirmed: false,
          definition: 'RTQ',
        },
        {
          id: 'b',
          assessedAt: '2026-06-12T20:00:00.123+08:00',
          level: 'C4',
          institution: 'BANK',
          confirmed: true,
          definition: 'RTQ',
        },
      ],
    ],
    [
      fault([0, 'assessedAt'], '2/3/2026', 'invalid-format', 'history[0].assessedAt'),
      // Without an offset it names no instant.
      fault([1, 'assessedAt'], '2026-06-12T20:00:00', 'invalid-format', 'history[1].assessedAt'),
      fault([1, 'assessedAt'], '2026-02-30T20:00Z', 'invalid-date', 'history[1].assessedAt'),
      fault([0, 'confirmed'], 'yes', 'invalid-type', 'history[0].confirmed'),
      fault([1, 'level'], undefined, 'missing-value', 'history[1].level'),
    ],
  ),
  'retest-policy': input(
    parseRetestPolicy,
    safeParseRetestPolicy,
    [
      {
        id: 'CN',
        zone: 'Asia/Shanghai',
        limits: [{ ...rule, perDay: 2, perTwelveMonths: 8 }],
        validity: [{ ...rule, months: 12 }],
        confirmation: [rule],
        raiseNotice: [{ ...rule, days: 0 }],
      },
    ],
    [
      fault(['limits', 0, 'perDay'], 0, 'out-of-range', 'policy.limits[0].perDay'),
      fault(['limits', 0, 'until'], '2030-01-01', 'unknown-id', 'policy.limits[0].until'),
      fault(['validity', 0, 'citation'], undefined, 'missing-value', 'policy.validity[0].citation'),
      fault(
        ['confirmation', 0, 'from'],
        '2026-02-30',
        'invalid-date',
        'policy.confirmation[0].from',
      ),
      fault(['raiseNotice'], undefined, 'missing-value', 'policy.raiseNotice'),
    ],
  ),
  'retest-options': input(
    parseRetestOptions,
    safeParseRetestOptions,
    [{ asOf: '2026-06-15', institution: 'BANK', changeReportedAt: '2026-06-12T20:00Z' }],
    [
      fault(['changeReportedAt'], 'June', 'invalid-format', 'options.changeReportedAt'),
      fault(['calendar'], {}, 'unknown-id', 'options.calendar'),
    ],
  ),
  'level-standing': input(
    parseLevelStanding,
    safeParseLevelStanding,
    [
      {
        status: 'needs-confirmation',
        level: 'C2',
        change: { from: 'C2', to: 'C4' },
        reasons: [reason],
      },
      { status: 'accepted', level: 'C2', change: null, reasons: [] },
    ],
    [
      fault(['status'], 'pending', 'unknown-value', 'previous.status'),
      fault(['status'], 'accepted', 'invalid-type', 'previous.change'),
      fault(['change', 'to'], 'C6', 'unknown-value', 'previous.change.to'),
    ],
  ),
};
