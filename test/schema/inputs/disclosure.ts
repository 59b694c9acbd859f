import {
  parseAcknowledgement,
  parseAcknowledgementOptions,
  parseComprehensionAnswers,
  parseComprehensionCheck,
  parseDisclosure,
  parseDisclosureFactsOptions,
  parseDisclosureOptions,
  safeParseAcknowledgement,
  safeParseAcknowledgementOptions,
  safeParseComprehensionAnswers,
  safeParseComprehensionCheck,
  safeParseDisclosure,
  safeParseDisclosureFactsOptions,
  safeParseDisclosureOptions,
} from 'aptfolio/schema';
import { cny, fault, type Input, input, wording } from './input.js';

const hash = 'fedcba9876543210'.repeat(4);

const acknowledgement = {
  disclosureHash: hash,
  locale: 'zh-Hans',
  shownOn: '2026-03-01',
  acknowledgedOn: '2026-03-02',
  how: 'recording',
  reference: 'REC-17',
  by: { id: 'C-1', role: 'representative' },
} as const;

export const DISCLOSURE: Readonly<Record<string, Input>> = {
  disclosure: input(
    parseDisclosure,
    safeParseDisclosure,
    [
      {
        id: 'D1',
        product: 'P1',
        sections: {
          risk: wording,
          direction: wording,
          returns: wording,
          fees: wording,
          liquidity: wording,
          conflicts: { ...wording, en: '' },
        },
        facts: {
          riskRating: 'R2',
          ratingMayChange: true,
          principalMayBeLost: true,
          guarantee: { of: ['principal', 'return'], basis: 'Deposit insurance' },
          fees: [{ rate: 0.015 }, { amount: cny('12.00') }],
          tells: ['manager', 'match-opinion'],
        },
      },
    ],
    [
      fault(['sections', 'risks'], {}, 'unknown-id', 'disclosure.sections.risks'),
      fault(['sections', 'risk', 'fr'], 'R', 'unknown-id', 'disclosure.sections.risk.fr'),
      fault(['sections', 'risk', 'en'], 7, 'invalid-type', 'disclosure.sections.risk.en'),
      fault(['facts', 'riskRating'], 0, 'out-of-range', 'disclosure.facts.riskRating'),
      fault(['facts', 'tells', 0], 'gossip', 'unknown-value', 'disclosure.facts.tells[0]'),
      fault(['facts', 'fees', 0, 'rate'], 1.5, 'out-of-range', 'disclosure.facts.fees[0].rate'),
      fault(
        ['facts', 'fees', 0, 'amount'],
        cny('1.00'),
        'unknown-id',
        'disclosure.facts.fees[0].amount',
      ),
    ],
  ),
  'disclosure-options': input(
    parseDisclosureOptions,
    safeParseDisclosureOptions,
    [{ locales: ['zh-Hans', 'en'], required: ['risk-rating', 'other'] }],
    [
      fault(['locales'], [], 'empty', 'options.locales'),
      fault(['required', 0], 'all', 'unknown-value', 'options.required[0]'),
    ],
  ),
  'disclosure-facts-options': input(
    parseDisclosureFactsOptions,
    safeParseDisclosureFactsOptions,
    [
      {
        regime: 'nfra-insurance',
        locales: ['zh-Hans'],
        asOf: '2026-03-02',
        product: { id: 'P1', rating: 'R2' },
        acknowledgement,
        validDays: 10,
        disclosedFrom: '2026-01-01',
        comprehension: { status: 'passed' },
        reviewFaults: ['misleading'],
      },
    ],
    [
      fault(['regime'], 'mifid', 'unknown-value', 'options.regime'),
      fault(['acknowledgement', 'how'], 'nod', 'unknown-value', 'options.acknowledgement.how'),
      fault(['comprehension', 'status'], 'good', 'unknown-value', 'options.comprehension.status'),
      // Left out it says that nobody has read the texts; `null` says nothing.
      fault(['reviewFaults'], null, 'missing-value', 'options.reviewFaults'),
    ],
  ),
  acknowledgement: input(
    parseAcknowledgement,
    safeParseAcknowledgement,
    [acknowledgement],
    [
      fault(['disclosureHash'], 'D1', 'invalid-format', 'acknowledgement.disclosureHash'),
      fault(['shownOn'], '2026-02-30', 'invalid-date', 'acknowledgement.shownOn'),
      fault(['by', 'role'], 'adviser', 'unknown-value', 'acknowledgement.by.role'),
    ],
  ),
  'acknowledgement-options': input(
    parseAcknowledgementOptions,
    safeParseAcknowledgementOptions,
    [
      {
        disclosureHash: hash,
        asOf: '2026-03-02',
        validDays: 0,
        disclosedFrom: '2026-01-01',
        locales: ['zh-Hans'],
      },
    ],
    [
      fault(['validDays'], -1, 'out-of-range', 'options.validDays'),
      fault(['locales', 0], 'fr', 'unknown-value', 'options.locales[0]'),
    ],
  ),
  'comprehension-check': input(
    parseComprehensionCheck,
    safeParseComprehensionCheck,
    [
      {
        id: 'WMP-1',
        questions: [{ id: 'loss', options: ['yes', 'no'], right: 'yes', mustBeRight: true }],
        passMark: 1,
        attempts: 2,
      },
    ],
    [
      fault(['questions'], [], 'empty', 'check.questions'),
      fault(['questions', 0, 'options'], ['yes'], 'length-mismatch', 'check.questions[0].options'),
      fault(['attempts'], 0, 'out-of-range', 'check.attempts'),
      fault(['questions', 0, 'must'], true, 'unknown-id', 'check.questions[0].must'),
    ],
  ),
  'comprehension-answers': input(
    parseComprehensionAnswers,
    safeParseComprehensionAnswers,
    [{ loss: 'yes' }],
    [fault(['loss'], ['yes'], 'invalid-type', 'answers.loss')],
  ),
};
