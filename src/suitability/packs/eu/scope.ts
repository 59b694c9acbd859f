import type { RuleCondition } from '../../../rules/index.js';

const INCREASE: RuleCondition = { left: { fact: 'order.effect' }, is: '=', right: 'increase' };

/** Investment advice or portfolio management: the services whose suitability must be assessed. */
export const ADVISED: RuleCondition = {
  left: { fact: 'service.kind' },
  is: 'in',
  right: ['investment-advice', 'portfolio-management'],
};

/**
 * The same where the client takes on more risk. Who only gets out of a risk is never held up by a level or by a review that
 * is due.
 */
export const ADVISED_INCREASE: RuleCondition = { all: [ADVISED, INCREASE] };

/** Investment advice alone. */
export const ADVICE: RuleCondition = {
  left: { fact: 'service.kind' },
  is: '=',
  right: 'investment-advice',
};

/** Investment advice to a retail client. */
export const RETAIL_ADVICE: RuleCondition = {
  all: [ADVICE, { left: { fact: 'client.category' }, is: '=', right: 'retail' }],
};

/** Any other service through which the client takes on more risk: its appropriateness is asked for. */
export const UNADVISED_INCREASE: RuleCondition = { all: [{ not: ADVISED }, INCREASE] };

/** Services that only execute, receive or transmit orders. */
export const EXECUTION: RuleCondition = {
  left: { fact: 'service.kind' },
  is: 'in',
  right: ['order-execution', 'order-transmission'],
};

/** A client who is professional as such or has asked to be treated so, for the service and the instrument in question. */
export const PROFESSIONAL: RuleCondition = {
  left: { fact: 'client.category' },
  is: 'in',
  right: ['professional', 'elective-professional'],
};
