import type { GoldenCase } from '../../../rules/index.js';
import { executionOnly, unadvised } from './cases-facts.js';
import { ARTICLE_57_CRITERIA } from './instrument-facts.js';

const NOT_APPROPRIATE = 'EU-MIFID-25(3)-not-appropriate';
const NO_INFORMATION = 'EU-MIFID-25(3)-no-information';
const RECORD = 'EU-565-56(2)';
/** Nobody has asked what the client understands, and the exemption does not help. */
const MUST_ASK = ['undetermined', NO_INFORMATION, NOT_APPROPRIATE] as const;

/** The test of knowledge and experience, and its warnings. */
const TEST_CASES: readonly GoldenCase[] = [
  unadvised('appropriate', {}, ['allow-with-evidence', RECORD], 'The client understands funds.'),
  unadvised(
    'not-recorded',
    { 'appropriateness.recorded': false },
    ['require', RECORD],
    'Article 56(2): the result is recorded.',
  ),
  unadvised(
    'not-appropriate',
    { 'instrument.type': 'derivative' },
    ['require', NOT_APPROPRIATE],
    'The client understands funds and shares only and has not been warned.',
  ),
  unadvised(
    'not-appropriate-but-warned',
    { 'instrument.type': 'derivative', 'warning.notAppropriate': true },
    ['allow-with-evidence', RECORD, NOT_APPROPRIATE],
    'Once warned, the client may go on.',
  ),
  unadvised(
    'no-information',
    { 'client.suitableTypes': null },
    ['require', NO_INFORMATION],
    'Asked in vain and not warned.',
  ),
  unadvised(
    'no-information-but-warned',
    { 'client.suitableTypes': null, 'warning.cannotAssess': true },
    ['allow-with-evidence', RECORD, NO_INFORMATION],
    'Once warned, the client may go on.',
  ),
  unadvised(
    'no-information-and-the-wrong-warning',
    { 'client.suitableTypes': null, 'warning.notAppropriate': true },
    ['require', NO_INFORMATION],
    'Each case has a warning of its own.',
  ),
  unadvised(
    'professional',
    { 'client.category': 'elective-professional', 'instrument.type': 'derivative' },
    ['allow-with-evidence', RECORD],
    'Article 56(1), second subparagraph: knowledge may be assumed.',
  ),
  unadvised(
    'eligible-counterparty',
    {
      'client.category': 'eligible-counterparty',
      'client.suitableTypes': null,
      'appropriateness.recorded': false,
    },
    ['allow'],
    'Article 30(1): nothing of article 25(3) is owed.',
  ),
  unadvised(
    'selling',
    { 'order.effect': 'reduce', 'instrument.type': 'derivative' },
    ['allow'],
    'Nobody is kept in what is not appropriate.',
  ),
  unadvised(
    'advised-instead',
    { 'service.kind': 'investment-advice', 'instrument.type': 'derivative' },
    ['allow'],
    'Advice is measured by suitability.',
  ),
];

const OTHER_KIND = {
  'instrument.type': 'other',
  'instrument.article57': ARTICLE_57_CRITERIA,
} as const;

/** The exemption of article 25(4). */
const EXECUTION_ONLY_CASES: readonly GoldenCase[] = [
  executionOnly('execution-only', {}, ['allow'], 'A UCITS, at the client’s initiative, told.'),
  executionOnly(
    'execution-only-on-credit',
    { 'order.newCredit': true },
    [...MUST_ASK],
    'New credit takes the exemption away.',
  ),
  executionOnly(
    'execution-only-solicited',
    { 'order.clientInitiative': false },
    [...MUST_ASK],
    'Not at the initiative of the client.',
  ),
  executionOnly(
    'execution-only-untold',
    { 'warning.noAssessment': false },
    [...MUST_ASK],
    'The client must know which protection is lost.',
  ),
  executionOnly(
    'execution-only-in-conflict',
    { 'service.conflictsManaged': false },
    [...MUST_ASK],
    'Article 25(4)(d).',
  ),
  executionOnly(
    'execution-only-when-dealing',
    { 'service.kind': 'other' },
    [...MUST_ASK],
    'Only for executing, receiving and transmitting orders.',
  ),
  executionOnly(
    'execution-only-initiative-unknown',
    { 'order.clientInitiative': null },
    ['undetermined', RECORD, NO_INFORMATION, NOT_APPROPRIATE],
    'Whether anything must be assessed and recorded depends on it.',
  ),
  executionOnly(
    'not-asked-for',
    { 'order.executionOnly': false },
    [...MUST_ASK],
    'Who does not use the exemption has to ask.',
  ),
  executionOnly(
    'complex-but-assessed',
    {
      'instrument.type': 'structured-ucits',
      'client.suitableTypes': ['structured-ucits'],
      'appropriateness.recorded': true,
    },
    ['allow-with-evidence', RECORD],
    'A structured UCITS is complex; the client understands it.',
  ),
  ...(['fund-share', 'structured-ucits', 'derivative'] as const).map((type) =>
    executionOnly(
      `complex-${type}`,
      { 'instrument.type': type, 'instrument.article57': ARTICLE_57_CRITERIA },
      [...MUST_ASK],
      'Complex by name: article 57 is for what article 25(4)(a) does not name.',
    ),
  ),
  executionOnly(
    'share',
    {
      'instrument.type': 'share',
      'instrument.admitted': true,
      'instrument.embedsDerivative': false,
    },
    ['allow'],
    'Article 25(4)(a)(i).',
  ),
  executionOnly(
    'share-not-admitted',
    {
      'instrument.type': 'share',
      'instrument.admitted': false,
      'instrument.embedsDerivative': false,
    },
    [...MUST_ASK],
    'Article 25(4)(a)(i): admitted to trading.',
  ),
  executionOnly(
    'bond',
    {
      'instrument.type': 'bond',
      'instrument.admitted': true,
      'instrument.embedsDerivative': false,
      'instrument.hardToUnderstand': false,
    },
    ['allow'],
    'Article 25(4)(a)(ii).',
  ),
  executionOnly(
    'bond-with-a-derivative',
    {
      'instrument.type': 'bond',
      'instrument.admitted': true,
      'instrument.embedsDerivative': true,
      'instrument.hardToUnderstand': false,
    },
    [...MUST_ASK],
    'Article 25(4)(a)(ii): no derivative inside.',
  ),
  executionOnly(
    'money-market-hard-to-understand',
    {
      'instrument.type': 'money-market',
      'instrument.embedsDerivative': false,
      'instrument.hardToUnderstand': true,
    },
    [...MUST_ASK],
    'Article 25(4)(a)(iii).',
  ),
  executionOnly(
    'structured-deposit',
    { 'instrument.type': 'structured-deposit', 'instrument.hardToUnderstand': false },
    ['allow'],
    'Article 25(4)(a)(v).',
  ),
  executionOnly('other-by-article-57', OTHER_KIND, ['allow'], 'All six criteria of article 57.'),
  executionOnly(
    'other-with-five-criteria',
    { ...OTHER_KIND, 'instrument.article57': ARTICLE_57_CRITERIA.slice(1) },
    [...MUST_ASK],
    'It is a derivative, which is enough.',
  ),
];

/** Cases that the pack answers alone, worked out from the articles. */
export const EU_APPROPRIATENESS_CASES: readonly GoldenCase[] = [
  ...TEST_CASES,
  ...EXECUTION_ONLY_CASES,
];
