import type { Rule, RuleCondition } from '../../../rules/index.js';
import { cfr17, finra, regBestInterest, STAFF_ON_ACCOUNTS } from './citations.js';
import { US_IN_FORCE } from './parameters.js';

const RECOMMENDED: RuleCondition = {
  left: { fact: 'us.order.recommended' },
  is: '!=',
  right: 'none',
};

/** A recommendation to a retail customer; of a sale as well as of a purchase. */
const TO_RETAIL: RuleCondition = { all: [RECOMMENDED, { holds: 'us.client.retail' }] };

/** Others come under the suitability rule, which gives way where Regulation Best Interest applies. */
const TO_OTHERS: RuleCondition = { all: [RECOMMENDED, { not: { holds: 'us.client.retail' } }] };

/** What a recommendation must meet. The compliance obligation binds the firm, not the single case. */
export const US_RECOMMENDATION_RULES: readonly Rule[] = [
  {
    id: 'US-REG-BI-disclosure',
    citations: [regBestInterest('(a)(2)(i)')],
    inForce: US_IN_FORCE,
    scope: TO_RETAIL,
    when: RECOMMENDED,
    outcome: 'require',
    satisfiedBy: { holds: 'us.order.disclosed' },
  },
  {
    id: 'US-REG-BI-care-A',
    citations: [regBestInterest('(a)(2)(ii)(A)')],
    inForce: US_IN_FORCE,
    scope: TO_RETAIL,
    when: { not: { holds: 'us.order.reasonableBasis' } },
    outcome: 'block',
  },
  {
    id: 'US-REG-BI-care-B',
    citations: [regBestInterest('(a)(1)'), regBestInterest('(a)(2)(ii)(B)')],
    inForce: US_IN_FORCE,
    scope: TO_RETAIL,
    when: { not: { holds: 'us.order.bestInterest' } },
    outcome: 'block',
  },
  {
    id: 'US-REG-BI-care-C',
    citations: [regBestInterest('(a)(2)(ii)(C)')],
    inForce: US_IN_FORCE,
    scope: TO_RETAIL,
    when: { holds: 'us.order.seriesExcessive' },
    outcome: 'block',
  },
  {
    id: 'US-REG-BI-conflict',
    citations: [regBestInterest('(a)(2)(iii)')],
    inForce: US_IN_FORCE,
    scope: TO_RETAIL,
    when: { holds: 'us.order.conflict' },
    outcome: 'require',
    satisfiedBy: { holds: 'us.order.conflictMitigated' },
  },
  {
    id: 'US-REG-BI-account',
    citations: [regBestInterest('(a)(1)'), STAFF_ON_ACCOUNTS],
    inForce: US_IN_FORCE,
    scope: TO_RETAIL,
    when: { left: { fact: 'us.order.recommended' }, is: '=', right: 'account' },
    outcome: 'require',
    satisfiedBy: { holds: 'us.order.accountAlternatives' },
  },
  {
    id: 'US-FINRA-2111',
    citations: [finra('2111(a)'), finra('2111.08')],
    inForce: US_IN_FORCE,
    scope: TO_OTHERS,
    when: { not: { holds: 'us.order.suitable' } },
    outcome: 'block',
  },
  {
    id: 'US-FINRA-2111.05',
    citations: [finra('2111.05(a)'), finra('2111.05(c)')],
    inForce: US_IN_FORCE,
    scope: TO_OTHERS,
    when: {
      any: [{ not: { holds: 'us.order.reasonableBasis' } }, { holds: 'us.order.seriesExcessive' }],
    },
    outcome: 'block',
  },
  // Of an institution that judges for itself only the customer-specific part is fulfilled.
  {
    id: 'US-FINRA-2111(b)',
    citations: [finra('2111(b)'), finra('4512(c)(3)')],
    inForce: US_IN_FORCE,
    scope: TO_OTHERS,
    when: {
      all: [
        {
          left: { fact: 'us.client.totalAssets' },
          is: '>=',
          right: { parameter: 'institutionalAssets' },
        },
        { holds: 'us.client.independentJudgment' },
      ],
    },
    outcome: 'info',
    exceptionTo: ['US-FINRA-2111'],
  },
  {
    id: 'US-FORM-CRS',
    citations: [cfr17('240.17a-14(c)')],
    inForce: US_IN_FORCE,
    scope: { holds: 'us.client.retail' },
    when: { holds: 'us.client.retail' },
    outcome: 'require',
    satisfiedBy: { holds: 'us.client.formCrsDelivered' },
  },
];
