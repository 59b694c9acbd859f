import {
  parseBridgeLines,
  parseCitation,
  parseConflicts,
  parseDecisionRecord,
  parseDietzPeriod,
  parseFlows,
  parseKpiDefinition,
  parseKpiEvent,
  parseKpiState,
  parseMessages,
  parseReason,
  parseServiceKpiOptions,
  parseServicePanelOptions,
  parseServiceQuarter,
  parseValuations,
  safeParseBridgeLines,
  safeParseCitation,
  safeParseConflicts,
  safeParseDecisionRecord,
  safeParseDietzPeriod,
  safeParseFlows,
  safeParseKpiDefinition,
  safeParseKpiEvent,
  safeParseKpiState,
  safeParseMessages,
  safeParseReason,
  safeParseServiceKpiOptions,
  safeParseServicePanelOptions,
  safeParseServiceQuarter,
  safeParseValuations,
} from 'aptfolio/schema';
import { cny, fault, type Input, input } from './input.js';

const description = {
  id: 'renewal',
  version: '1',
  family: 'retention',
  formula: 'renewed / due',
  symbols: 'r / d',
  unit: 'fraction',
  exclusions: [{ id: 'test-account', words: 'accounts of the bank itself' }],
  // Both lengths, since a sample leaves no field out.
  windows: [{ id: 'attribution', words: 'from contact to contract', days: 90, seconds: 0.5 }],
  direction: 'higher-is-better',
  numerator: 'renewed',
  denominator: 'due',
  source: 'handbook',
  minimumSample: 30,
  share: true,
} as const;
const belongs = { kpi: 'renewal', version: '1', excluded: { 'test-account': 2 } };
const times = { times: [1.5, 4], counts: [1, 2] };
const bins = { bins: [17_000], counts: [501] };
const bounded = { bits: 8, exactUpTo: 500 };
const flow = { date: '2024-03-01', amount: cny('-500') } as const;
const text = { 'zh-Hans': '无。', 'zh-Hant': '無。', en: 'None.' };
const citation = {
  instrument: 'Directive 2014/65/EU',
  article: '25(2)',
  address: 'https://eur-lex.europa.eu',
  verified: true,
  inForceFrom: '2018-01-03',
} as const;
const options = { currency: 'CNY', periodsPerYear: 4, minimumSample: 5 } as const;
const hash = 'a'.repeat(64);

export const SERVICE: Readonly<Record<string, Input>> = {
  flows: input(
    parseFlows,
    safeParseFlows,
    [[{ date: '2024-01-01', amount: -1000 }, flow]],
    [
      fault([0, 'amount'], '-1000', 'invalid-type', 'flows[0].amount'),
      fault([1, 'amount', 'currency'], 'RMB', 'unknown-value', 'flows[1].amount.currency'),
      fault([0, 'date'], '2024-01-01T00:00', 'invalid-format', 'flows[0].date'),
    ],
  ),
  valuations: input(
    parseValuations,
    safeParseValuations,
    [[{ date: '2024-12-31', value: 7 }]],
    [fault([0, 'value'], undefined, 'missing-value', 'valuations[0].value')],
  ),
  'dietz-period': input(
    parseDietzPeriod,
    safeParseDietzPeriod,
    [{ from: '2024-01-01', to: '2024-12-31', opening: cny('1'), closing: cny('2'), flows: [flow] }],
    [
      fault(['flows'], {}, 'invalid-type', 'period.flows'),
      fault(['opening', 'amount'], '', 'invalid-format', 'period.opening.amount'),
    ],
  ),
  'bridge-lines': input(
    parseBridgeLines,
    safeParseBridgeLines,
    [[{ id: 'market', amount: cny('-20.50') }]],
    [fault([0, 'amount'], -20.5, 'invalid-type', 'lines[0].amount')],
  ),
  'kpi-definition': input(
    parseKpiDefinition,
    safeParseKpiDefinition,
    [
      { ...description, kind: 'proportion', periodsPerYear: 4 },
      { ...description, kind: 'count-ratio' },
      {
        ...description,
        kind: 'ratings',
        scale: { lowest: 1, highest: 5 },
        measure: { name: 'top-box', boxes: 2 },
      },
      {
        ...description,
        kind: 'ratings',
        scale: { lowest: 0, highest: 10 },
        measure: { name: 'net-promoter' },
      },
      { ...description, kind: 'detection', measure: 'f1' },
      { ...description, kind: 'amount-ratio', currency: 'CNY', periodsPerYear: 4 },
      { ...description, kind: 'amount-per-count', currency: 'CNY' },
      { ...description, kind: 'amount-bridge', currency: 'CNY', lines: ['market'] },
      { ...description, kind: 'rate', per: 1000 },
      { ...description, kind: 'within-limit', limit: 8 },
      { ...description, kind: 'durations', measure: { name: 'mean' } },
      ...[
        { name: 'survival', time: 365 } as const,
        { name: 'median' } as const,
        { name: 'restricted-mean', until: 730 } as const,
        { name: 'incidence', cause: 'fees', time: 365 } as const,
      ].map((measure) => ({
        ...description,
        kind: 'survival' as const,
        timeUnit: 'day',
        longest: 36_525,
        causes: ['fees', 'moved'],
        measure,
        interval: 'log-log' as const,
      })),
      { ...description, kind: 'measurements', measure: 'mean', range: { lowest: 0, highest: 100 } },
      { ...description, kind: 'tally', categories: ['fees', 'moved'], of: 'fees' },
      { ...description, kind: 'funnel', steps: ['reached', 'bought'] },
      { ...description, kind: 'durations', measure: { name: 'quantile', probability: 0.5 } },
    ],
    [
      fault(['kind'], 'average', 'unknown-value', 'definition.kind'),
      fault(['family'], 'sales', 'unknown-value', 'definition.family'),
      fault(['periodsPerYear'], 0, 'out-of-range', 'definition.periodsPerYear'),
      fault(['share'], 1, 'invalid-type', 'definition.share'),
      fault(['measure'], 'f1', 'unknown-id', 'definition.measure'),
    ],
  ),
  'kpi-state': input(
    parseKpiState,
    safeParseKpiState,
    [
      { ...belongs, kind: 'proportion', data: { successes: 412, trials: 486 } },
      { ...belongs, kind: 'count-ratio', data: { numerator: 9, denominator: 4 } },
      { ...belongs, kind: 'ratings', data: { counts: [1, 0, 2] } },
      {
        ...belongs,
        kind: 'detection',
        data: { truePositives: 1, falsePositives: 2, falseNegatives: 3 },
      },
      {
        ...belongs,
        kind: 'amount-per-count',
        data: { amount: cny('9600'), amounts: 1, count: 96 },
      },
      {
        ...belongs,
        kind: 'amount-ratio',
        data: {
          ...{ numerator: cny('1'), numeratorRest: -5 },
          ...{ denominator: cny('2'), denominatorRest: 7, cases: 3 },
        },
      },
      {
        ...belongs,
        kind: 'amount-bridge',
        data: { opening: cny('1'), lines: { market: cny('1') }, closing: cny('2'), cases: 1 },
      },
      { ...belongs, kind: 'rate', data: { count: 3, exposure: 1200 } },
      { ...belongs, kind: 'within-limit', data: { within: 6, over: 2, open: 1 } },
      {
        ...belongs,
        kind: 'durations',
        data: { kind: 'exact', ...bounded, closed: times, open: times },
      },
      {
        ...belongs,
        kind: 'durations',
        data: {
          kind: 'binned',
          ...bounded,
          closed: bins,
          open: bins,
          sum: [751.5],
          min: 1.5,
          max: 1.5,
        },
      },
      { ...belongs, kind: 'survival', data: { rows: [{ time: 30, left: [1, 0], stayed: 2 }] } },
      {
        ...belongs,
        kind: 'measurements',
        data: { n: 1, min: 1.5, max: 1.5, sum: [1.5], squares: [2.25] },
      },
      { ...belongs, kind: 'tally', data: { counts: [4, 1] } },
      { ...belongs, kind: 'funnel', data: { stopped: [90, 10], open: [5, 0] } },
    ],
    [
      fault(['data', 'trials'], 1.5, 'invalid-type', 'state.data.trials'),
      fault(['kind'], 'tally', 'missing-value', 'state.data.counts'),
    ],
  ),
  'kpi-event': input(
    (value) => parseKpiEvent('amount-bridge', value),
    (value) => safeParseKpiEvent('amount-bridge', value),
    [{ opening: cny('1'), lines: { market: cny('1') }, closing: cny('2'), cases: 1 }],
    [
      fault(['lines', 'market'], '1', 'invalid-type', 'event.lines.market'),
      fault(['duration'], 1, 'unknown-id', 'event.duration'),
    ],
  ),
  'service-kpi-options': input(
    parseServiceKpiOptions,
    safeParseServiceKpiOptions,
    [
      {
        ...options,
        slaHours: 8,
        responseHours: 4,
        resolutionHours: 24,
        scale: { lowest: 1, highest: 5 },
        attributionDays: 90,
        acquisitionSteps: ['contacted', 'opened'],
        leavingCauses: ['service', 'cost'],
        reopenDays: 30,
        processSteps: ['started', 'signed'],
        followUpDays: 7,
        apdexSeconds: 4,
      },
    ],
    [
      fault(['scale', 'highest'], 4.5, 'invalid-type', 'options.scale.highest'),
      fault(['apdexSeconds'], 0, 'out-of-range', 'options.apdexSeconds'),
    ],
  ),
  'service-panel-options': input(
    parseServicePanelOptions,
    safeParseServicePanelOptions,
    [{ ...options, confidence: 0.9 }],
    [
      fault(['confidence'], 1, 'out-of-range', 'options.confidence'),
      fault(['slaHours'], 8, 'unknown-id', 'options.slaHours'),
    ],
  ),
  'service-quarter': input(
    parseServiceQuarter,
    safeParseServiceQuarter,
    [
      {
        period: '2026-Q2',
        satisfactionSurvey: { scale: [1, 5], before: { '4': 2 }, after: { '5': 3 } },
        assets: { openAUM: '10', netFlow: '1', marketEffect: '1', closeAUM: '12' },
        retention: { renewalsDue: 4, renewed: 3, clientsAtStart: 9, clientsLost: 1, aumLost: '1' },
        acquisition: {
          newClients: 2,
          campaignReached: 9,
          campaignConverted: 2,
          newClientsFromCampaigns: 1,
        },
        risk: {
          truePositives: 1,
          falsePositives: 1,
          falseNegatives: 0,
          handlingHours: [2.5],
          slaHours: 8,
        },
      },
    ],
    [
      fault(
        ['satisfactionSurvey', 'before', 'good'],
        2,
        'unknown-id',
        'quarter.satisfactionSurvey.before.good',
      ),
      fault(
        ['satisfactionSurvey', 'scale'],
        [1],
        'length-mismatch',
        'quarter.satisfactionSurvey.scale',
      ),
      fault(['period'], '', 'empty', 'quarter.period'),
      fault(['periods'], '2026-Q2', 'unknown-id', 'quarter.periods'),
    ],
  ),
  citation: input(
    parseCitation,
    safeParseCitation,
    [citation],
    [fault(['verified'], 'yes', 'invalid-type', 'citation.verified')],
  ),
  reason: input(
    parseReason,
    safeParseReason,
    [
      {
        code: 'app.wait',
        severity: 'info',
        parameters: { days: 3, name: '', held: true, value: cny('1'), ids: ['P01'] },
        citations: [citation],
      },
    ],
    [
      fault(['severity'], 'fatal', 'unknown-value', 'reason.severity'),
      fault(['parameters', 'days'], Number.NaN, 'not-finite', 'reason.parameters.days'),
      fault(['parameters', 'ids', 0], 1, 'invalid-type', 'reason.parameters.ids[0]'),
    ],
  ),
  messages: input(
    parseMessages,
    safeParseMessages,
    [{ 'app.none': text }],
    [fault(['app.none', 'en'], undefined, 'missing-value', 'messages["app.none"].en')],
  ),
  conflicts: input(
    parseConflicts,
    safeParseConflicts,
    [[text]],
    [fault([0, 'fr'], 'Aucun.', 'unknown-id', 'conflicts[0].fr')],
  ),
  'decision-record': input(
    parseDecisionRecord,
    safeParseDecisionRecord,
    [
      {
        format: 'aptfolio-record/1',
        kind: 'app.limit',
        asOf: '2026-03-02',
        inputs: { $note: 'kept', rows: [null, 1] },
        outcome: 9000,
        versions: { app: '7' },
        previousHash: null,
        hash,
      },
    ],
    [
      fault(['hash'], 'A'.repeat(64), 'invalid-format', 'record.hash'),
      fault(['inputs'], undefined, 'missing-value', 'record.inputs'),
      fault(['inputs', 'rows', 1], Number.NaN, 'not-finite', 'record.inputs.rows[1]'),
      fault(['previousHash'], 'none', 'invalid-format', 'record.previousHash'),
    ],
  ),
};
