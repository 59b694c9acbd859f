import type { RuleCondition } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import type { PolicyThreshold } from '../thresholds/threshold-names.js';
import { compare, INCREASE, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

const AFTER = 'portfolio.volatilityAfter';

/**
 * The volatility is above the cap of the client's level. Caps rise with the level, so that what is above the highest is too much
 * for everybody, and what is below the lowest for nobody, even where the level is not known.
 */
const ABOVE_CAP: RuleCondition = {
  any: [
    compare(AFTER, '>', threshold('volatilityCapC5')),
    ...[4, 3, 2, 1].map((level) => ({
      all: [
        compare('client.riskLevel', '<=', level),
        compare(AFTER, '>', threshold(`volatilityCapC${level}` as PolicyThreshold)),
      ],
    })),
  ],
};

const ABOVE_LEVEL: RuleCondition = compare('portfolio.riskAfter', '>', 'client.riskLevel');

/**
 * The risk of the whole portfolio against the client's level. An order that raises a risk which is too high is stopped; one that
 * lowers it, or leaves it, goes through even if much remains to be done. Nobody may set this aside.
 */
export const PORTFOLIO_RISK_RULES: readonly PolicyRule[] = [
  {
    name: 'portfolio-volatility',
    scope: INCREASE,
    when: { all: [ABOVE_CAP, compare(AFTER, '>', 'portfolio.volatilityBefore')] },
    outcome: 'block',
    text: label(
      '委托会使整个组合的波动率由{portfolio.volatilityBefore:percent}升至{portfolio.volatilityAfter:percent}，高于{client.riskLevel}级客户的上限，不能办理。',
      '指示會使整個組合的波幅由{portfolio.volatilityBefore:percent}升至{portfolio.volatilityAfter:percent}，高於{client.riskLevel}級客戶的上限，未能辦理。',
      'This order would raise the volatility of the whole portfolio from {portfolio.volatilityBefore:percent} to {portfolio.volatilityAfter:percent}, above the cap for level {client.riskLevel}.',
    ),
  },
  {
    name: 'portfolio-volatility-not-worse',
    when: { all: [ABOVE_CAP, compare(AFTER, '<=', 'portfolio.volatilityBefore')] },
    outcome: 'info',
    text: label(
      '整个组合的波动率仍高于{client.riskLevel}级客户的上限，但委托不会使其上升（由{portfolio.volatilityBefore:percent}至{portfolio.volatilityAfter:percent}），可以办理。',
      '整個組合的波幅仍高於{client.riskLevel}級客戶的上限，但指示不會使其上升（由{portfolio.volatilityBefore:percent}至{portfolio.volatilityAfter:percent}），可以辦理。',
      'The volatility of the whole portfolio stays above the cap for level {client.riskLevel}, but this order does not raise it (from {portfolio.volatilityBefore:percent} to {portfolio.volatilityAfter:percent}), so it may go ahead.',
    ),
  },
  {
    name: 'portfolio-rating',
    scope: INCREASE,
    when: { all: [ABOVE_LEVEL, compare('portfolio.riskAfter', '>', 'portfolio.riskBefore')] },
    outcome: 'block',
    text: label(
      '委托会使整个组合的风险评级由{portfolio.riskBefore}升至{portfolio.riskAfter}，高于客户等级{client.riskLevel}，不能办理。',
      '指示會使整個組合的風險評級由{portfolio.riskBefore}升至{portfolio.riskAfter}，高於客戶等級{client.riskLevel}，未能辦理。',
      'This order would raise the risk rating of the whole portfolio from {portfolio.riskBefore} to {portfolio.riskAfter}, above the client’s level {client.riskLevel}.',
    ),
  },
  {
    name: 'portfolio-rating-not-worse',
    when: { all: [ABOVE_LEVEL, compare('portfolio.riskAfter', '<=', 'portfolio.riskBefore')] },
    outcome: 'info',
    text: label(
      '整个组合的风险评级仍高于客户等级{client.riskLevel}，但委托不会使其上升（由{portfolio.riskBefore}至{portfolio.riskAfter}），可以办理。',
      '整個組合的風險評級仍高於客戶等級{client.riskLevel}，但指示不會使其上升（由{portfolio.riskBefore}至{portfolio.riskAfter}），可以辦理。',
      'The risk rating of the whole portfolio stays above the client’s level {client.riskLevel}, but this order does not raise it (from {portfolio.riskBefore} to {portfolio.riskAfter}), so it may go ahead.',
    ),
  },
];
