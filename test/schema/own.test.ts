import {
  addFacts,
  CYCLE_TABLE,
  clientFieldRules,
  clientReferencePaths,
  ISO_20022_CATEGORIES,
  LIQUIDITY_STEPS,
  lifeStageTable,
  measureRfm,
  openLedger,
} from 'aptfolio/client';
import {
  acceptAssessment,
  CN_RETEST_POLICY,
  compileQuestionnaire,
  crossTabulate,
  grableLytton,
  type QuestionnaireDefinition,
  RISK_LEVELS,
  scoreQuestionnaire,
  timeHorizonSection,
  twelveItemQuestionnaire,
} from 'aptfolio/questionnaire';
import * as schema from 'aptfolio/schema';
import { describe, expect, it } from 'vitest';

const viaJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const form: QuestionnaireDefinition = {
  id: 'two-questions',
  version: '2',
  validMonths: 12,
  mandatory: ['loss'],
  bands: [
    { from: 0, level: 'C1' },
    { from: 50, level: 'C3' },
  ],
  overallWeights: { capacity: 0.5, tolerance: 0.5 },
  items: [
    { id: 'horizon', factor: 'horizon', dimension: 'capacity', weight: 1, points: [0, 5, 10] },
    { id: 'loss', factor: 'maxLoss', dimension: 'tolerance', weight: 1, points: [0, 4, 10] },
  ],
  knockOuts: [
    { id: 'no-time', when: { left: { answer: 'horizon' }, is: '=', right: 0 }, outcome: 'stop' },
  ],
  ceilings: [
    { id: 'region', when: { left: { fact: 'region' }, is: '!=', right: 'SH' }, level: 'C1' },
  ],
};
const score = (answers: Record<string, number>, facts: Record<string, string> = { region: '' }) =>
  scoreQuestionnaire(compileQuestionnaire(form), answers, { asOf: '2026-03-02', facts });

const points = scoreQuestionnaire(
  compileQuestionnaire(grableLytton.definition),
  Object.fromEntries(grableLytton.definition.items.map(({ id }) => [id, 0])),
  { asOf: '2026-03-02' },
);
const first = acceptAssessment(null, 'C2', { confirmed: false });
const { ledger } = addFacts(openLedger('cli_lin'), [
  {
    path: 'client.retired',
    value: { said: [null] },
    asOf: '2026-01-05',
    source: 'app',
    confidence: 1,
  },
]);
const rfm = measureRfm([], { asOf: '2026-03-02', currency: 'CNY' });

describe('what the library makes itself and a store gives back', () => {
  it.each([
    ['a level', schema.parseQuestionnaireResult, score({ horizon: 2, loss: 1 })],
    ['a level on the scale of points', schema.parseQuestionnaireResult, points],
    ['no level yet', schema.parseQuestionnaireResult, score({ horizon: 2 })],
    [
      'no level, as a fact is missing',
      schema.parseQuestionnaireResult,
      score({ horizon: 2, loss: 2 }, {}),
    ],
    ['a stop', schema.parseQuestionnaireResult, score({ horizon: 0, loss: 2 })],
    ['a standing', schema.parseLevelStanding, first],
    [
      'a standing to be confirmed',
      schema.parseLevelStanding,
      acceptAssessment(first, 'C4', {
        confirmed: false,
        citations: [CN_RETEST_POLICY.limits[0]!.citation],
      }),
    ],
    ['a ledger', schema.parseFactLedger, ledger],
    [
      'a table of agreement',
      schema.parseAgreementTable,
      crossTabulate([['C2', 'C4']], RISK_LEVELS),
    ],
  ] as const)('is read as it is: %s', (_, parse, made) => {
    expect(parse(viaJson(made))).toEqual(made);
  });

  it('is read with what it holds beyond: figures with failures', () => {
    const { failures: _, ...figures } = rfm;
    expect(schema.parseRfm(viaJson(rfm))).toEqual(figures);
  });
});

describe('what the library brings as data', () => {
  it.each([
    ['a form', schema.parseQuestionnaire, twelveItemQuestionnaire],
    ['a published form', schema.parseQuestionnaire, grableLytton.definition],
    [
      'a form with a section',
      schema.parseQuestionnaire,
      {
        ...grableLytton.definition,
        items: [...grableLytton.definition.items, ...timeHorizonSection.items],
        knockOuts: [timeHorizonSection.knockOut],
      },
    ],
    ['rules for retests', schema.parseRetestPolicy, CN_RETEST_POLICY],
    ['classes of fields', schema.parseFieldRules, clientFieldRules],
    ['paths of references', schema.parsePseudonymPolicy, { references: clientReferencePaths }],
    ['the table of life stages', schema.parseSegmentTable, lifeStageTable()],
    ['the table of phases', schema.parseSegmentTable, CYCLE_TABLE],
    ['steps of liquidity', schema.parseBalanceSheetOptions, { liquiditySteps: LIQUIDITY_STEPS }],
    [
      'categories of codes',
      schema.parseCashFlowPolicy,
      {
        incomes: [],
        irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
        debtService: [],
        essentialPayments: [],
        essentialShareOfCardSpending: 0.7,
        categories: ISO_20022_CATEGORIES,
      },
    ],
  ] as const)('fits its schema: %s', (_, parse, data) => {
    expect(parse(viaJson(data))).toEqual(data);
    expect(parse(data)).toEqual(data);
  });
});
