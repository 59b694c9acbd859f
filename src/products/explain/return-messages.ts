import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What a product may return, by assumptions and by its issuer's word, in words for clients. */
export const returnMessages: Messages = Object.freeze({
  'products.returns-by-contract': text(
    '给付多少由合同约定，不能由市场假设推算，因此这里不列示收益情形。',
    '給付多少由合約訂明，不能由市場假設推算，因此此處不列示回報情景。',
    'What it pays is settled by its contract and cannot be worked out from market assumptions, so no scenarios are shown here.',
  ),
  'products.returns-not-known': text(
    '市场假设不包括{classes}，因此无法给出收益情形。',
    '市場假設並不包括{classes}，因此未能提供回報情景。',
    'The market assumptions do not cover {classes}, so no scenarios can be given.',
  ),
  'products.returns-basis': text(
    '以下情形按截至{assumptionsAsOf}的市场假设、持有{years:number}年估算，已扣除费用。',
    '以下情景按截至{assumptionsAsOf}的市場假設、持有{years:number}年估算，已扣除費用。',
    'The scenarios below follow from market assumptions as of {assumptionsAsOf}, after costs (holding period in years: {years:number}).',
  ),
  'products.returns-basis-days': text(
    '以下情形按截至{assumptionsAsOf}的市场假设、持有{days}天估算，已扣除费用。',
    '以下情景按截至{assumptionsAsOf}的市場假設、持有{days}日估算，已扣除費用。',
    'The scenarios below follow from market assumptions as of {assumptionsAsOf}, after costs (holding period in days: {days}).',
  ),
  'products.scenario.stress': text(
    '压力情形：年化{annualReturn:percent}（约{percentile:percent}的结果更差）。',
    '壓力情景：年率{annualReturn:percent}（約{percentile:percent}的結果更差）。',
    'Stress: {annualReturn:percent} a year (about {percentile:percent} of outcomes are worse).',
  ),
  'products.scenario.unfavourable': text(
    '不利情形：年化{annualReturn:percent}（约{percentile:percent}的结果更差）。',
    '不利情景：年率{annualReturn:percent}（約{percentile:percent}的結果更差）。',
    'Unfavourable: {annualReturn:percent} a year (about {percentile:percent} of outcomes are worse).',
  ),
  'products.scenario.moderate': text(
    '中等情形：年化{annualReturn:percent}（约{percentile:percent}的结果更差）。',
    '中等情景：年率{annualReturn:percent}（約{percentile:percent}的結果更差）。',
    'Moderate: {annualReturn:percent} a year (about {percentile:percent} of outcomes are worse).',
  ),
  'products.scenario.favourable': text(
    '有利情形：年化{annualReturn:percent}（约{percentile:percent}的结果更差）。',
    '有利情景：年率{annualReturn:percent}（約{percentile:percent}的結果更差）。',
    'Favourable: {annualReturn:percent} a year (about {percentile:percent} of outcomes are worse).',
  ),
  'products.scenario-value.stress': text(
    '压力情形：期末约为{endValue:money}，年化{annualReturn:percent}（约{percentile:percent}的结果更差）。',
    '壓力情景：期末約為{endValue:money}，年率{annualReturn:percent}（約{percentile:percent}的結果更差）。',
    'Stress: about {endValue:money} at the end, or {annualReturn:percent} a year (about {percentile:percent} of outcomes are worse).',
  ),
  'products.scenario-value.unfavourable': text(
    '不利情形：期末约为{endValue:money}，年化{annualReturn:percent}（约{percentile:percent}的结果更差）。',
    '不利情景：期末約為{endValue:money}，年率{annualReturn:percent}（約{percentile:percent}的結果更差）。',
    'Unfavourable: about {endValue:money} at the end, or {annualReturn:percent} a year (about {percentile:percent} of outcomes are worse).',
  ),
  'products.scenario-value.moderate': text(
    '中等情形：期末约为{endValue:money}，年化{annualReturn:percent}（约{percentile:percent}的结果更差）。',
    '中等情景：期末約為{endValue:money}，年率{annualReturn:percent}（約{percentile:percent}的結果更差）。',
    'Moderate: about {endValue:money} at the end, or {annualReturn:percent} a year (about {percentile:percent} of outcomes are worse).',
  ),
  'products.scenario-value.favourable': text(
    '有利情形：期末约为{endValue:money}，年化{annualReturn:percent}（约{percentile:percent}的结果更差）。',
    '有利情景：期末約為{endValue:money}，年率{annualReturn:percent}（約{percentile:percent}的結果更差）。',
    'Favourable: about {endValue:money} at the end, or {annualReturn:percent} a year (about {percentile:percent} of outcomes are worse).',
  ),
  'products.returns-no-promise': text(
    '以上是假设下的估算，不是收益承诺；实际结果可能更好，也可能比压力情形更差。',
    '以上是假設下的估算，並非回報保證；實際結果可能更好，亦可能比壓力情景更差。',
    'These are estimates under assumptions and no promise: the outcome may be better, and it may be worse than the stress scenario.',
  ),
  'products.issuer-returns-basis': text(
    '以下年化收益率由发行机构在{source}（{asOf}）中列示，并非由市场假设推算。',
    '以下年度回報率由發行機構於{source}（{asOf}）列示，並非由市場假設推算。',
    'The issuer states these annual returns in {source} ({asOf}); they are not worked out from market assumptions.',
  ),
  'products.issuer-return': text(
    '发行机构数据（{scenario:term}）：每年{annualReturn:percent2}。',
    '發行機構數字（{scenario:term}）：每年{annualReturn:percent2}。',
    'By the issuer’s figures ({scenario:term}): {annualReturn:percent2} a year.',
  ),
  'products.issuer-returns-no-promise': text(
    '以上是发行机构自己的数据；最终得到多少，以产品条款为准。',
    '以上是發行機構本身的數字；最終收取多少，以產品條款為準。',
    'These are the issuer’s own figures; what is paid in the end follows from the terms of the product.',
  ),
});
