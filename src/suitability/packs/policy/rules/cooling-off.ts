import { type Citation, makeCitation } from '../../../../evidence/index.js';
import type { RuleCondition } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { compare, fact, INCREASE, isGiven, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

/** More time to consider is one of the ways of special care for clients of 65 and above; how much is the bank's choice. */
const SPECIAL_CARE: Citation = makeCitation({
  instrument: '金融机构产品适当性管理办法（国家金融监督管理总局令2025年第7号）',
  article: '18',
  address: 'https://www.gov.cn/gongbao/2025/issue_12246/202508/content_7038009.html',
  verified: true,
  inForceFrom: '2026-02-01',
});

const HIGH_RISK: RuleCondition = compare('product.risk', '>=', threshold('coolingRiskFrom'));

/** Time to consider between the warning, or the first contact, and the order. Nobody may set it aside: waiting is enough. */
export const COOLING_OFF_RULES: readonly PolicyRule[] = [
  {
    name: 'cooling-off',
    scope: INCREASE,
    when: HIGH_RISK,
    outcome: 'require',
    satisfiedBy: compare('order.hoursSinceWarning', '>=', threshold('coolingHours')),
    text: label(
      '该产品风险等级为{product.risk}级：风险提示与委托之间须至少相隔{coolingHours}小时。',
      '該產品風險等級為{product.risk}級：風險提示與指示之間須至少相隔{coolingHours}小時。',
      'The product’s risk level is {product.risk}: at least {coolingHours} {coolingHours|hour|hours} must pass between the risk warning and the order.',
    ),
  },
  {
    name: 'cooling-off-senior',
    scope: {
      all: [INCREASE, { not: { left: fact('client.kind'), is: '=', right: 'legal' } }],
    },
    when: {
      all: [
        compare('client.ageYears', '>=', threshold('seniorAgeFrom')),
        compare('product.risk', '>=', threshold('seniorRiskFrom')),
      ],
    },
    outcome: 'require',
    satisfiedBy: compare('order.hoursSinceWarning', '>=', threshold('coolingHoursSenior')),
    // Whoever may be that old is given the time.
    whenUnknown: 'bite',
    sources: [SPECIAL_CARE],
    text: label(
      '客户年满{seniorAgeFrom}周岁，产品风险等级达到{seniorRiskFrom}级：风险提示与委托之间须至少相隔{coolingHoursSenior}小时。',
      '客戶年滿{seniorAgeFrom}歲，產品風險等級達到{seniorRiskFrom}級：風險提示與指示之間須至少相隔{coolingHoursSenior}小時。',
      'For clients of {seniorAgeFrom} and above and products of risk level {seniorRiskFrom} and above, at least {coolingHoursSenior} {coolingHoursSenior|hour|hours} must pass between the risk warning and the order.',
    ),
  },
  {
    name: 'first-contact',
    scope: INCREASE,
    when: { all: [HIGH_RISK, isGiven('order.hoursSinceFirstContact')] },
    outcome: 'require',
    satisfiedBy: compare('order.hoursSinceFirstContact', '>=', threshold('firstContactHours')),
    text: label(
      '该产品风险等级为{product.risk}级：首次就该产品接触客户与委托之间须至少相隔{firstContactHours}小时。',
      '該產品風險等級為{product.risk}級：首次就該產品接觸客戶與指示之間須至少相隔{firstContactHours}小時。',
      'The product’s risk level is {product.risk}: at least {firstContactHours} {firstContactHours|hour|hours} must pass between the first contact about it and the order.',
    ),
  },
];
