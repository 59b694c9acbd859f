import {
  parseOverride,
  parsePortfolioInput,
  parseSuitabilityAssessment,
  parseSuitabilityCase,
  parseSuitabilityRecord,
  safeParseOverride,
  safeParsePortfolioInput,
  safeParseSuitabilityAssessment,
  safeParseSuitabilityCase,
  safeParseSuitabilityRecord,
} from 'aptfolio/schema';
import { cny, fault, type Input, input, reason } from './input.js';
import { decision, ruleFacts } from './rules.js';

const hash = 'fedcba9876543210'.repeat(4);

const override = {
  rule: 'R1',
  decision: 'set-aside',
  by: { id: 'E-204', role: 'branch-manager' },
  on: '2026-03-02',
  reason: 'The client insists.',
  evidence: { 'warning-shown': 'DOC-17' },
  second: { id: 'E-007', role: 'branch-manager' },
} as const;

const facts = {
  client: { riskLevel: 'C3', income: { value: 300000, observedOn: '2026-01-10' }, more: { n: 1 } },
  product: { issuerRisk: 4 },
  order: { amount: { currency: 'CNY', amount: '50000' } },
  household: { financialAssets: null },
  history: {},
  'client.kind': 'natural',
  portfolio: { deep: { deeper: [] } },
};

const portfolio = {
  currency: 'CNY',
  holdings: [{ id: 'notes', product: 'N1', value: cny('400000') }],
  products: [
    {
      id: 'N1',
      currency: 'CNY',
      issuer: 'Bank A',
      issuerRisk: 'R2',
      sellerRisk: 3,
      liquid: false,
      ofEmployer: false,
      lookThrough: { BOND: 1 },
    },
  ],
  fx: { base: 'CNY', rates: { USD: '7.1' } },
  covariance: { ids: ['BOND'], matrix: [[0.001]] as never },
} as const;

export const SUITABILITY: Readonly<Record<string, Input>> = {
  'suitability-case': input(
    parseSuitabilityCase,
    safeParseSuitabilityCase,
    [
      {
        action: 'switch',
        replaces: { issuerRisk: 'R4', sellerRisk: 5, amount: 1000 },
        facts: facts as never,
      },
    ],
    [
      fault(['action'], 'hold', 'unknown-value', 'case.action'),
      fault(['replaces', 'issuerRisk'], 'R6', 'unknown-value', 'case.replaces.issuerRisk'),
      fault(['replaces', 'issuerRisk'], 6, 'out-of-range', 'case.replaces.issuerRisk'),
      fault(['replace'], {}, 'unknown-id', 'case.replace'),
      fault(['facts'], undefined, 'missing-value', 'case.facts'),
      fault(['facts', 'client'], 3, 'invalid-type', 'case.facts.client'),
      fault(['facts', 'client'], { value: 3 }, 'invalid-format', 'case.facts.client'),
      fault(
        ['facts', 'client', 'income', 'observedOn'],
        '2026-02-30',
        'invalid-date',
        'case.facts.client.income.observedOn',
      ),
      fault(
        ['facts', 'order', 'amount', 'amount'],
        50000,
        'invalid-type',
        'case.facts.order.amount.amount',
      ),
      fault(
        ['facts', 'portfolio', 'deep', 'deeper', 0],
        {},
        'invalid-type',
        'case.facts.portfolio.deep.deeper[0]',
      ),
      fault(['facts', 'client.kind'], Number.NaN, 'not-finite', 'case.facts["client.kind"]'),
    ],
  ),
  override: input(
    parseOverride,
    safeParseOverride,
    [override],
    [
      fault(['decision'], 'ignore', 'unknown-value', 'override.decision'),
      fault(['by', 'role'], undefined, 'missing-value', 'override.by.role'),
      fault(['on'], '2026-02-30', 'invalid-date', 'override.on'),
      fault(['reason'], '', 'empty', 'override.reason'),
      fault(['evidence'], ['DOC-17'], 'invalid-type', 'override.evidence'),
      fault(['secnd'], override.second, 'unknown-id', 'override.secnd'),
    ],
  ),
  'portfolio-input': input(
    parsePortfolioInput,
    safeParsePortfolioInput,
    [
      {
        ...portfolio,
        order: { side: 'switch', product: 'N2', amount: cny('1.00'), from: 'notes' },
      },
      { ...portfolio, order: { side: 'sell', product: 'N1', amount: cny('1.00'), to: 'account' } },
    ],
    [
      fault(['holdings', 0, 'value'], 100, 'invalid-type', 'portfolio.holdings[0].value'),
      fault(['products', 0, 'employer'], true, 'unknown-id', 'portfolio.products[0].employer'),
      fault(
        ['products', 0, 'lookThrough', 'BOND'],
        1.5,
        'out-of-range',
        'portfolio.products[0].lookThrough.BOND',
      ),
      fault(['order', 'side'], 'hold', 'unknown-value', 'portfolio.order.side'),
      fault(['order', 'to'], 'account', 'unknown-id', 'portfolio.order.to'),
      fault(['fx', 'rates', 'USD'], 7.1, 'invalid-type', 'portfolio.fx.rates.USD'),
      fault(['covariance', 'matrix', 0], 1, 'invalid-type', 'portfolio.covariance.matrix[0]'),
    ],
  ),
  'suitability-assessment': input(
    parseSuitabilityAssessment,
    safeParseSuitabilityAssessment,
    [
      {
        status: 'block',
        asOf: '2026-03-02',
        facts: ruleFacts as never,
        decision,
        considered: [{ assumed: { 'product.regime': 'csrc' }, status: 'block', decision }],
        overrides: [override],
        notices: [reason],
      },
    ],
    [
      fault(['considered'], [], 'empty', 'assessment.considered'),
      fault(['overrides', 0, 'on'], undefined, 'missing-value', 'assessment.overrides[0].on'),
      fault(
        ['considered', 0, 'assumed', 'product.regime'],
        1,
        'invalid-type',
        'assessment.considered[0].assumed["product.regime"]',
      ),
    ],
  ),
  'suitability-record': input(
    parseSuitabilityRecord,
    safeParseSuitabilityRecord,
    [
      {
        format: 'aptfolio-record/1',
        kind: 'suitability.assessment',
        asOf: '2026-03-02',
        inputs: {
          facts: { ...ruleFacts, 'client.born': { digest: hash } } as never,
          packs: [{ id: 'house', version: '1', hash }],
          overrides: [override],
        },
        outcome: {
          status: 'block',
          deciding: ['R1'],
          missing: ['client.income'],
          considered: [
            { assumed: { 'product.regime': 'csrc' }, status: 'block', standings: { R1: 'fired' } },
          ],
        },
        versions: { 'aptfolio/suitability': '1' },
        previousHash: null as never,
        hash,
      },
    ],
    [
      fault(['kind'], 'orders.plan', 'unknown-value', 'record.kind'),
      fault(
        ['inputs', 'packs', 0, 'hash'],
        'none',
        'invalid-format',
        'record.inputs.packs[0].hash',
      ),
      fault(
        ['inputs', 'facts', 'client.born', 'digest'],
        'none',
        'invalid-format',
        'record.inputs.facts["client.born"].digest',
      ),
      // The hash covers it, so it is not dropped either.
      fault(['outcome', '$note'], 'a comment', 'unknown-id', 'record.outcome.$note'),
    ],
  ),
};
