import type { InForce, RuleCondition, Term } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { CASE_TERMS } from '../../../facts/terms.js';
import { CAPACITY_TERMS } from '../civil-capacity.js';
import { ACQUIRES, BEARS_MORE, is } from '../conduct-conditions.js';

/** From when the order applies (article 49). */
export const NFRA_IN_FORCE: InForce = { from: '2026-02-01' };

/** The purchase of an investment product, also in a switch. Insurance has rules of its own; redemptions are never stopped. */
export const PURCHASE: RuleCondition = {
  all: [is('product.regime', 'nfra-investment'), ACQUIRES],
};

/** A purchase after which the client bears more risk than before. */
export const RISKIER_PURCHASE: RuleCondition = { all: [PURCHASE, BEARS_MORE] };

/** A purchase by a person; institutions have no age. */
export const PURCHASE_BY_PERSON: RuleCondition = {
  all: [PURCHASE, is('client.kind', 'natural')],
};

/** A purchase for which the risk tolerance counts: it never stands against bearing less. */
export const PURCHASE_BY_ASSESSED: RuleCondition = {
  all: [RISKIER_PURCHASE, { not: { holds: 'client.assessmentWaived' } }],
};

/** The product carries more risk than the client is rated to bear. */
export const ABOVE_LEVEL: Term = {
  label: label(
    '产品风险等级高于客户风险承受能力等级',
    '產品風險等級高於客戶風險承受能力等級',
    'product risk is above the client’s level',
  ),
  when: { left: { fact: 'product.risk' }, is: '>', right: { fact: 'client.riskLevel' } },
};

/**
 * Article 27 names institutions, their products and funds only, so that no natural person is professional here, whatever another
 * regime says.
 */
export const PROFESSIONAL_INVESTOR: Term = {
  label: label('专业机构投资者', '專業機構投資者', 'professional institution'),
  when: { all: [is('client.kind', 'legal'), { holds: 'client.professional' }] },
};

/** The institution may go without an assessment; if there is a level all the same, it binds. */
export const ASSESSMENT_WAIVED: Term = {
  label: label(
    '专业机构投资者，免于测评',
    '專業機構投資者，免於評估',
    'professional institution without an assessment',
  ),
  when: { all: [{ holds: 'client.professionalInvestor' }, { none: 'client.riskLevel' }] },
};

/** What several rules on investment products read. */
export const NFRA_TERMS: Readonly<Record<string, Term>> = {
  ...CASE_TERMS,
  'client.professionalInvestor': PROFESSIONAL_INVESTOR,
  'client.assessmentWaived': ASSESSMENT_WAIVED,
  'order.aboveLevel': ABOVE_LEVEL,
  /** The last of the months counts in full; that it may fall on a holiday does not lengthen it, which is the stricter reading. */
  'client.reassessmentDue': {
    label: label('须重新测评', '須重新評估', 'the client must be assessed again'),
    when: {
      any: [
        {
          left: { fact: 'asOf' },
          is: '>',
          right: { addMonths: [{ fact: 'client.assessedOn' }, { parameter: 'validMonths' }] },
        },
        { holds: 'client.changeReported' },
      ],
    },
  },
  ...CAPACITY_TERMS,
};
