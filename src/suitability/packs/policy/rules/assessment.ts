import type { RuleCondition } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { compare, fact, INCREASE, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

/** The corresponding day of the last month still counts; a month without such a day ends on its last one. */
const TOO_OLD: RuleCondition = compare('asOf', '>', {
  addMonths: [fact('client.assessedOn'), threshold('assessmentMonths')],
});

/** Never, too long ago, or only after the order. */
const NOT_ASSESSED: RuleCondition = {
  any: [{ none: 'client.assessedOn' }, TOO_OLD, compare('client.assessedOn', '>', 'asOf')],
};

/**
 * How long a risk assessment counts. Not every law sets a term; where it sets none, the bank must. Nobody may set it aside: to
 * assess the client is enough. Professional investors need no assessment, but only who is known to be one.
 */
export const ASSESSMENT_RULES: readonly PolicyRule[] = [
  {
    name: 'assessment-age',
    scope: { all: [INCREASE, { not: { holds: 'client.professional' } }] },
    when: NOT_ASSESSED,
    outcome: 'block',
    // Without the day: whoever was never assessed has none.
    text: label(
      '客户最近{assessmentMonths}个月内没有做过风险测评，不能办理；须先测评，再购买。',
      '客戶最近{assessmentMonths}個月內未曾接受風險評估，未能辦理；須先評估，方可購買。',
      'The client’s risk tolerance has not been assessed within the {assessmentMonths}-month period that counts: it must be assessed before the purchase.',
    ),
  },
];
