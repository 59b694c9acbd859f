import type { DatedParameter, Rule, RuleCondition } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { csrc } from '../citations.js';
import { done, during, found, is, ORDINARY, SALE } from '../conduct-conditions.js';
import { CSRC_IN_FORCE } from './csrc-rules.js';

/** Products that a securities, fund or futures firm issued, whoever sells them. */
export const CSRC_PRODUCT: RuleCondition = is('product.regime', 'csrc');

/** A sale to an investor with all protections. */
const TO_ORDINARY: RuleCondition = { all: [CSRC_PRODUCT, ORDINARY] };

export const CSRC_CONDUCT_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  selfReviewMonths: {
    label: label('适当性自查间隔', '適當性自查間隔', 'longest time between self-reviews'),
    unit: 'months',
    stricter: 'lower',
    history: [{ ...CSRC_IN_FORCE, value: 6, citation: csrc('30') }],
  },
};

/** What is due before and in a sale. */
const IN_THE_SALE: readonly Rule[] = [
  {
    id: 'CN-CSRC-23',
    // From memory, and as a fund firm's page tells clients; the article itself was not at hand.
    citations: [csrc('23')],
    inForce: CSRC_IN_FORCE,
    scope: SALE,
    when: TO_ORDINARY,
    outcome: 'require',
    satisfiedBy: done(
      'notice.principalLoss',
      'notice.beyondPrincipal',
      'notice.firmLoss',
      'notice.firmChanges',
      'notice.limits',
      'disclosure.matchOpinion',
    ),
  },
  {
    id: 'CN-CSRC-25-branch',
    citations: [csrc('25')],
    inForce: CSRC_IN_FORCE,
    scope: SALE,
    when: { all: [TO_ORDINARY, is('order.channel', 'branch')] },
    outcome: 'require',
    satisfiedBy: done('record.noticesRecorded'),
  },
  {
    id: 'CN-CSRC-25-online',
    citations: [csrc('25')],
    inForce: CSRC_IN_FORCE,
    scope: SALE,
    // Courts disagree about who buys online inside a branch; the caller says which channel it was.
    when: {
      all: [
        TO_ORDINARY,
        { left: { fact: 'order.channel' }, is: 'in', right: ['online', 'remote'] },
      ],
    },
    outcome: 'require',
    satisfiedBy: done('record.onlineTrace', 'record.onlineConfirmed'),
  },
  {
    id: 'CN-CSRC-32',
    citations: [csrc('32')],
    inForce: CSRC_IN_FORCE,
    scope: SALE,
    when: CSRC_PRODUCT,
    outcome: 'require',
    satisfiedBy: done('record.matchPlan', 'record.notices', 'record.recordings'),
  },
  {
    id: 'CN-CSRC-33-information',
    citations: [csrc('33')],
    inForce: CSRC_IN_FORCE,
    scope: SALE,
    when: { all: [CSRC_PRODUCT, { holds: 'client.informationWithheld' }] },
    outcome: 'block',
  },
];

/** Article 22; what it says of levels is in the pack on sales. */
const FORBIDDEN: readonly Rule[] = [
  {
    id: 'CN-CSRC-22(1)-access',
    citations: [csrc('22(1)')],
    inForce: CSRC_IN_FORCE,
    scope: SALE,
    when: {
      all: [CSRC_PRODUCT, { holds: 'product.accessRequired' }, is('client.meetsAccess', false)],
    },
    outcome: 'block',
  },
  {
    id: 'CN-CSRC-22(2)',
    citations: [csrc('22(2)')],
    inForce: CSRC_IN_FORCE,
    scope: { any: [SALE, during('marketing')] },
    when: { all: [CSRC_PRODUCT, { holds: 'statement.certainty' }] },
    outcome: 'block',
  },
  {
    id: 'CN-CSRC-22(4)',
    citations: [csrc('22(4)')],
    inForce: CSRC_IN_FORCE,
    scope: { any: [SALE, during('marketing')] },
    when: {
      all: [TO_ORDINARY, { holds: 'order.solicited' }, { holds: 'client.objectiveMismatch' }],
    },
    outcome: 'block',
  },
  {
    id: 'CN-CSRC-22(6)',
    citations: [csrc('22(6)')],
    inForce: CSRC_IN_FORCE,
    scope: { any: [SALE, during('marketing')] },
    when: { all: [CSRC_PRODUCT, found('sale.faults', 'deceived', 'misled', 'other-harm')] },
    outcome: 'block',
  },
];

/** After the sale, in disputes and at home. */
const AFTERWARDS: readonly Rule[] = [
  {
    id: 'CN-CSRC-21',
    citations: [csrc('21')],
    inForce: CSRC_IN_FORCE,
    scope: during('holding'),
    when: {
      all: [
        CSRC_PRODUCT,
        { any: [{ holds: 'client.informationChanged' }, { holds: 'product.informationChanged' }] },
      ],
    },
    outcome: 'require',
    satisfiedBy: done('change.gradingAdjusted', 'change.opinionAdjusted', 'change.clientTold'),
  },
  {
    id: 'CN-CSRC-30',
    citations: [csrc('30')],
    inForce: CSRC_IN_FORCE,
    when: during('governance'),
    outcome: 'require',
    satisfiedBy: {
      all: [
        {
          left: { fact: 'asOf' },
          is: '<=',
          right: { addMonths: [{ fact: 'review.lastOn' }, { parameter: 'selfReviewMonths' }] },
        },
        { holds: 'review.reported' },
      ],
    },
  },
  {
    id: 'CN-CSRC-32-reviews',
    citations: [csrc('32')],
    inForce: CSRC_IN_FORCE,
    when: during('governance'),
    outcome: 'require',
    satisfiedBy: done('record.selfReviews'),
  },
  {
    id: 'CN-CSRC-34',
    citations: [csrc('34')],
    inForce: CSRC_IN_FORCE,
    scope: during('complaint'),
    when: TO_ORDINARY,
    outcome: 'require',
    satisfiedBy: done(
      'evidence.assessment',
      'evidence.rating',
      'evidence.match',
      'evidence.notices',
      'evidence.recordings',
    ),
  },
];

/** What 证券期货投资者适当性管理办法 asks of how a product is sold. */
export const CSRC_CONDUCT_RULES: readonly Rule[] = [...IN_THE_SALE, ...FORBIDDEN, ...AFTERWARDS];
