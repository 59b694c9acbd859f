import type { Rule, RuleCondition } from '../../../rules/index.js';
import {
  ACCREDITED_INVESTOR,
  classesOfInvestors,
  financialAdvisersAct,
  unread,
} from './citations.js';
import { SAFEGUARDS_REVISED, SG_IN_FORCE } from './parameters.js';

const INCREASE: RuleCondition = { left: { fact: 'order.effect' }, is: '=', right: 'increase' };
const RECOMMENDED: RuleCondition = { holds: 'sg.order.recommended' };

/** Accredited investors go without these protections (Financial Advisers Regulations). */
const RETAIL: RuleCondition = { not: { holds: 'sg.client.accredited' } };

const RECOMMENDED_TO_RETAIL: RuleCondition = { all: [RECOMMENDED, RETAIL] };

function specified(kind: string): RuleCondition {
  return {
    all: [{ left: { fact: 'sg.product.specified' }, is: '=', right: kind }, RETAIL, INCREASE],
  };
}

function boughtKind(kind: string): RuleCondition {
  return {
    all: [{ left: { fact: 'sg.product.kind' }, is: '=', right: kind }, INCREASE],
  };
}

const SALE_NOTICE = 'MAS Notice SFA 04-N12';
const SALE_NOTICE_ADDRESS = 'https://www.mas.gov.sg/regulation/notices/notice-sfa-04-n12';
const REVISED_ADDRESS =
  'https://www.rajahtannasia.com/viewpoints/financial-advisers-to-enhance-transaction-safeguards-for-vulnerable-retail-clients-by-29-december-2025/';

/** Recommendations, knowledge of products, accredited investors, selected clients and second thoughts. */
export const SG_RULES: readonly Rule[] = [
  {
    id: 'SG-FAA-34',
    citations: [financialAdvisersAct('34')],
    inForce: SG_IN_FORCE,
    scope: RECOMMENDED_TO_RETAIL,
    when: RECOMMENDED,
    outcome: 'require',
    satisfiedBy: { holds: 'sg.order.informationDisclosed' },
  },
  {
    id: 'SG-FAA-36',
    citations: [financialAdvisersAct('36')],
    inForce: SG_IN_FORCE,
    scope: RECOMMENDED_TO_RETAIL,
    when: { not: { holds: 'sg.order.reasonableBasis' } },
    outcome: 'block',
  },
  {
    id: 'SG-FAA-N16',
    citations: [unread('MAS Notice FAA-N16', 'know your client')],
    inForce: SG_IN_FORCE,
    scope: RECOMMENDED_TO_RETAIL,
    when: RECOMMENDED,
    outcome: 'require',
    satisfiedBy: {
      any: [{ holds: 'sg.client.factFindComplete' }, { holds: 'sg.client.factFindDeclined' }],
    },
  },
  {
    id: 'SG-N12-knowledge',
    citations: [
      unread(SALE_NOTICE, 'customer knowledge assessment', SALE_NOTICE_ADDRESS),
      unread('MAS Notice FAA-N16', 'customer knowledge assessment'),
    ],
    inForce: SG_IN_FORCE,
    scope: specified('unlisted'),
    when: { not: { holds: 'sg.client.knowledgePassed' } },
    outcome: 'require',
    satisfiedBy: { holds: 'sg.order.adviceGiven' },
  },
  {
    id: 'SG-N12-account',
    citations: [unread(SALE_NOTICE, 'customer account review', SALE_NOTICE_ADDRESS)],
    inForce: SG_IN_FORCE,
    scope: specified('listed'),
    when: { not: { holds: 'sg.client.accountReviewPassed' } },
    outcome: 'refer',
  },
  {
    id: 'SG-SFA-4A',
    citations: [ACCREDITED_INVESTOR, classesOfInvestors('consent', '2019-04-08')],
    inForce: SG_IN_FORCE,
    scope: { all: [{ holds: 'sg.product.accreditedOnly' }, INCREASE] },
    when: { not: { holds: 'sg.client.accredited' } },
    outcome: 'block',
  },
  {
    id: 'SG-FAA-N20',
    citations: [
      unread('MAS Notice FAA-N20', 'selected client'),
      unread(
        'MAS Guidelines FAA-G14',
        'pre-transaction checks',
        'https://www.mas.gov.sg/regulation/guidelines/guidelines-on-the-remuneration-framework-for-representatives-and-supervisors-balanced-scorecard-framework-reference-checks-and-pretransaction-checks-faag14',
      ),
    ],
    inForce: { ...SG_IN_FORCE, to: SAFEGUARDS_REVISED },
    scope: RECOMMENDED_TO_RETAIL,
    when: { holds: 'sg.client.twoMarks' },
    outcome: 'require',
    satisfiedBy: { holds: 'sg.order.callBackDone' },
  },
  {
    // Who is a selected client under the revised notices was not read, so that the firm's own finding counts.
    id: 'SG-FAA-N20-revised',
    citations: [
      unread('MAS Notice FAA-N20', 'selected client', REVISED_ADDRESS),
      unread('MAS Notice FAA-N16', 'trusted individual', REVISED_ADDRESS),
    ],
    inForce: { from: SAFEGUARDS_REVISED },
    scope: RECOMMENDED_TO_RETAIL,
    when: { holds: 'sg.client.selected' },
    outcome: 'require',
    satisfiedBy: {
      all: [
        { holds: 'sg.order.callBackDone' },
        { holds: 'sg.order.callBackRecorded' },
        { holds: 'sg.order.trustedIndividual' },
      ],
    },
  },
  {
    id: 'SG-free-look',
    citations: [unread('MAS notices on life policies', 'free-look period')],
    inForce: SG_IN_FORCE,
    when: boughtKind('life-policy'),
    outcome: 'info',
  },
  {
    id: 'SG-cancellation',
    citations: [
      unread('MAS notices on unlisted collective investment schemes', 'cancellation period'),
    ],
    inForce: SG_IN_FORCE,
    when: boughtKind('unit-trust'),
    outcome: 'info',
  },
];
