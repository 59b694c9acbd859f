import type { LocalisedText } from '../../../../evidence/index.js';
import type { OverridePermission, RuleCondition } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { compare, INCREASE, isGiven } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';
import type { PolicyRuleName } from './rule-names.js';

/** Outside the target market, but within a portfolio for which it makes sense. */
const FOR_THE_PORTFOLIO: OverridePermission = {
  roles: ['compliance-officer'],
  evidence: ['diversification-or-hedging-reason'],
  fourEyes: false,
};

/** Outside the positive target market; where the manufacturer has set nothing (`null`) nobody is outside. */
function outside(
  criterion: string,
  set: string,
  beyond: RuleCondition,
  text: LocalisedText,
): PolicyRule {
  return {
    name: `target-${criterion}` as PolicyRuleName,
    scope: INCREASE,
    when: { all: [isGiven(set), beyond] },
    outcome: 'refer',
    override: FOR_THE_PORTFOLIO,
    text,
  };
}

/** Inside the negative target market, for which nobody can make an exception. */
function excluded(
  criterion: string,
  set: string,
  within: RuleCondition,
  text: LocalisedText,
): PolicyRule {
  return {
    name: `excluded-${criterion}` as PolicyRuleName,
    scope: INCREASE,
    when: { all: [isGiven(set), within] },
    outcome: 'block',
    exceptionTo: [`target-${criterion}` as PolicyRuleName],
    text,
  };
}

/** For whom a product is meant, and for whom it must not be, criterion by criterion. */
export const TARGET_MARKET_RULES: readonly PolicyRule[] = [
  outside(
    'segment',
    'product.targetSegments',
    { not: compare('product.targetSegments', 'includes', 'client.segment') },
    label(
      '该产品面向的客户类别为{product.targetSegments}，客户属于{client.segment}。',
      '該產品面向的客戶類別為{product.targetSegments}，客戶屬於{client.segment}。',
      'The product is meant for the client segments {product.targetSegments}; this client is in {client.segment}.',
    ),
  ),
  excluded(
    'segment',
    'product.excludedSegments',
    compare('product.excludedSegments', 'includes', 'client.segment'),
    label(
      '该产品不得向{client.segment}类客户销售。',
      '該產品不得向{client.segment}類客戶銷售。',
      'The product must not be sold to clients of the segment {client.segment}.',
    ),
  ),
  outside(
    'level',
    'product.targetLevelMin',
    compare('client.riskLevel', '<', 'product.targetLevelMin'),
    label(
      '该产品面向{product.targetLevelMin}级及以上的客户，客户为{client.riskLevel}级。',
      '該產品面向{product.targetLevelMin}級或以上的客戶，客戶為{client.riskLevel}級。',
      'The product is meant for clients of level {product.targetLevelMin} and above; this client’s level is {client.riskLevel}.',
    ),
  ),
  excluded(
    'level',
    'product.excludedLevelMax',
    compare('client.riskLevel', '<=', 'product.excludedLevelMax'),
    label(
      '该产品不得向{product.excludedLevelMax}级及以下的客户销售，客户为{client.riskLevel}级。',
      '該產品不得向{product.excludedLevelMax}級或以下的客戶銷售，客戶為{client.riskLevel}級。',
      'The product must not be sold to clients of level {product.excludedLevelMax} and below; this client’s level is {client.riskLevel}.',
    ),
  ),
  outside(
    'horizon',
    'product.targetHorizonYears',
    compare('client.horizonYears', '<', 'product.targetHorizonYears'),
    label(
      '该产品面向投资期限不短于{product.targetHorizonYears}年的客户，客户的投资期限为{client.horizonYears}年。',
      '該產品面向投資年期不短於{product.targetHorizonYears}年的客戶，客戶的投資年期為{client.horizonYears}年。',
      'The product is meant for horizons of at least {product.targetHorizonYears} {product.targetHorizonYears|year|years}; this client’s horizon is {client.horizonYears} {client.horizonYears|year|years}.',
    ),
  ),
  excluded(
    'horizon',
    'product.excludedHorizonBelow',
    compare('client.horizonYears', '<', 'product.excludedHorizonBelow'),
    label(
      '该产品不得向投资期限短于{product.excludedHorizonBelow}年的客户销售，客户的投资期限为{client.horizonYears}年。',
      '該產品不得向投資年期短於{product.excludedHorizonBelow}年的客戶銷售，客戶的投資年期為{client.horizonYears}年。',
      'The product must not be sold for horizons below {product.excludedHorizonBelow} {product.excludedHorizonBelow|year|years}; this client’s horizon is {client.horizonYears} {client.horizonYears|year|years}.',
    ),
  ),
  outside(
    'objective',
    'product.targetObjectives',
    { not: compare('product.targetObjectives', 'includes', 'client.objective') },
    label(
      '该产品面向的投资目标为{product.targetObjectives}，客户的目标为{client.objective}。',
      '該產品面向的投資目標為{product.targetObjectives}，客戶的目標為{client.objective}。',
      'The product is meant for the objectives {product.targetObjectives}; this client’s objective is {client.objective}.',
    ),
  ),
  excluded(
    'objective',
    'product.excludedObjectives',
    compare('product.excludedObjectives', 'includes', 'client.objective'),
    label(
      '该产品不得用于{client.objective}这一投资目标。',
      '該產品不得用於{client.objective}這一投資目標。',
      'The product must not be sold for the objective {client.objective}.',
    ),
  ),
  outside(
    'loss-bearing',
    'product.targetLossBearing',
    compare('client.lossBearing', '<', 'product.targetLossBearing'),
    label(
      '该产品面向能够承受{product.targetLossBearing:percent}损失的客户，客户能够承受{client.lossBearing:percent}。',
      '該產品面向能夠承受{product.targetLossBearing:percent}損失的客戶，客戶能夠承受{client.lossBearing:percent}。',
      'The product is meant for clients who can bear to lose {product.targetLossBearing:percent} of what they invest; this client can bear {client.lossBearing:percent}.',
    ),
  ),
  excluded(
    'loss-bearing',
    'product.excludedLossBearingBelow',
    compare('client.lossBearing', '<', 'product.excludedLossBearingBelow'),
    label(
      '该产品不得向承受不了{product.excludedLossBearingBelow:percent}损失的客户销售，客户能够承受{client.lossBearing:percent}。',
      '該產品不得向承受不了{product.excludedLossBearingBelow:percent}損失的客戶銷售，客戶能夠承受{client.lossBearing:percent}。',
      'The product must not be sold to clients who cannot bear to lose {product.excludedLossBearingBelow:percent} of what they invest; this client can bear {client.lossBearing:percent}.',
    ),
  ),
];
