import type { InForce, Rule, RuleCondition } from '../../../rules/index.js';
import { ADVICE_FROM, corporationsAct, DISTRIBUTION_FROM, WEALTH_FIGURES } from './citations.js';

/** The duties on personal advice, which came first, fix from when the pack can be asked. */
export const AU_IN_FORCE: InForce = { from: ADVICE_FROM };

const INCREASE: RuleCondition = { left: { fact: 'order.effect' }, is: '=', right: 'increase' };
const RETAIL: RuleCondition = { not: { holds: 'au.client.wholesale' } };

function advised(kind: string): RuleCondition {
  return { left: { fact: 'au.order.advice' }, is: '=', right: kind };
}

const PERSONAL_ADVICE: RuleCondition = { all: [advised('personal'), RETAIL] };

/** Personal advice, and arranging what it recommends, is excluded conduct (section 994A). */
const DISTRIBUTION: RuleCondition = {
  all: [
    { not: advised('personal') },
    RETAIL,
    INCREASE,
    { holds: 'au.product.determinationRequired' },
  ],
};

/** Advice to retail clients, target markets and wholesale products. */
export const AU_RULES: readonly Rule[] = [
  {
    id: 'AU-CA-961B',
    citations: [corporationsAct('961B(1)', ADVICE_FROM)],
    inForce: AU_IN_FORCE,
    scope: PERSONAL_ADVICE,
    when: advised('personal'),
    outcome: 'require',
    satisfiedBy: { holds: 'au.order.bestInterests' },
  },
  {
    id: 'AU-CA-961G',
    citations: [corporationsAct('961G', ADVICE_FROM)],
    inForce: AU_IN_FORCE,
    scope: PERSONAL_ADVICE,
    when: { not: { holds: 'au.order.appropriate' } },
    outcome: 'block',
  },
  {
    id: 'AU-CA-961H',
    citations: [corporationsAct('961H', ADVICE_FROM)],
    inForce: AU_IN_FORCE,
    scope: PERSONAL_ADVICE,
    when: { holds: 'au.order.incompleteInformation' },
    outcome: 'require',
    satisfiedBy: { holds: 'au.order.incompleteWarned' },
  },
  {
    id: 'AU-CA-961J',
    citations: [corporationsAct('961J', ADVICE_FROM)],
    inForce: AU_IN_FORCE,
    scope: PERSONAL_ADVICE,
    when: { holds: 'au.order.conflict' },
    outcome: 'require',
    satisfiedBy: { holds: 'au.order.clientPriority' },
  },
  {
    // Time-critical instructions (946C(3)) leave five business days; here the statement comes first.
    id: 'AU-CA-946A',
    citations: [corporationsAct('946A'), corporationsAct('946C(1)')],
    inForce: AU_IN_FORCE,
    scope: PERSONAL_ADVICE,
    when: advised('personal'),
    outcome: 'require',
    satisfiedBy: { holds: 'au.order.statementOfAdvice' },
  },
  {
    id: 'AU-CA-949A',
    citations: [corporationsAct('949A')],
    inForce: AU_IN_FORCE,
    scope: RETAIL,
    when: advised('general'),
    outcome: 'require',
    satisfiedBy: { holds: 'au.order.generalAdviceWarning' },
  },
  {
    id: 'AU-CA-994D',
    citations: [
      corporationsAct('994B(2)', DISTRIBUTION_FROM),
      corporationsAct('994D', DISTRIBUTION_FROM),
      corporationsAct('994A(1)', DISTRIBUTION_FROM),
    ],
    inForce: { from: DISTRIBUTION_FROM },
    scope: DISTRIBUTION,
    when: { not: { holds: 'au.product.determinationMade' } },
    outcome: 'block',
  },
  {
    // That a client outside the target market buys is no breach by itself (994E(2)(b)): a person looks at it.
    id: 'AU-CA-994E',
    citations: [
      corporationsAct('994E(3)', DISTRIBUTION_FROM),
      corporationsAct('994A(1)', DISTRIBUTION_FROM),
    ],
    inForce: { from: DISTRIBUTION_FROM },
    scope: DISTRIBUTION,
    when: { not: { holds: 'au.client.inTargetMarket' } },
    outcome: 'refer',
  },
  {
    id: 'AU-CA-761G',
    citations: [corporationsAct('761G(7)'), WEALTH_FIGURES],
    inForce: AU_IN_FORCE,
    scope: { all: [{ holds: 'au.product.wholesaleOnly' }, INCREASE] },
    when: RETAIL,
    outcome: 'block',
  },
];
