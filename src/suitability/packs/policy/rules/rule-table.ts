import { ASSESSMENT_RULES } from './assessment.js';
import { CONCENTRATION_RULES } from './concentration.js';
import { COOLING_OFF_RULES } from './cooling-off.js';
import { CURRENCY_RULES } from './currency.js';
import { HOLDING_PERIOD_RULES } from './holding-period.js';
import { KNOWLEDGE_RULES } from './knowledge.js';
import { LEVERAGE_RULES } from './leverage.js';
import { LIMIT_RULES } from './limits.js';
import { LIQUIDITY_RULES } from './liquidity.js';
import { ORDER_SIZE_RULES } from './order-size.js';
import type { PolicyRule } from './policy-rule.js';
import { PORTFOLIO_RISK_RULES } from './portfolio-risk.js';
import { PRODUCT_STATUS_RULES } from './product-status.js';
import { REPEAT_RULES } from './repeats.js';
import { TARGET_MARKET_RULES } from './target-market.js';

/** Every rule that a bank can have in its policy. */
export const RULE_TABLE: readonly PolicyRule[] = [
  ...CONCENTRATION_RULES,
  ...LIQUIDITY_RULES,
  ...HOLDING_PERIOD_RULES,
  ...ASSESSMENT_RULES,
  ...KNOWLEDGE_RULES,
  ...CURRENCY_RULES,
  ...LEVERAGE_RULES,
  ...PORTFOLIO_RISK_RULES,
  ...TARGET_MARKET_RULES,
  ...REPEAT_RULES,
  ...COOLING_OFF_RULES,
  ...PRODUCT_STATUS_RULES,
  ...LIMIT_RULES,
  ...ORDER_SIZE_RULES,
];
