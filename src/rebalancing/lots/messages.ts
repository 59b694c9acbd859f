import type { Messages } from '../../evidence/index.js';

/** What the reasons about lots, tax and losses say, in three languages. */
export const lotMessages: Messages = Object.freeze({
  'rebalancing.loss-harvested': {
    'zh-Hans':
      '{product}：较成本亏损{loss:percent2}，卖出以实现亏损抵减税款，资金转入{substitute}。',
    'zh-Hant':
      '{product}：較成本虧損{loss:percent2}，賣出以實現虧損抵減稅款，資金轉入{substitute}。',
    en: '{product} is {loss:percent2} below its cost. It is sold so that the loss lowers tax, and the money goes to {substitute}.',
  },
  'rebalancing.no-substitute': {
    'zh-Hans': '{product}虽有可实现的亏损，但未指定替代产品，因此保留。',
    'zh-Hant': '{product}雖有可實現的虧損，但未指定替代產品，因此保留。',
    en: '{product} has a loss that could be taken, but no product is named to take its place, so it is kept.',
  },
  'rebalancing.loss-would-be-spoilt': {
    'zh-Hans':
      '{product}：{tradedOn}有同一产品的买入，前后{days}天内亏本卖出的亏损不能抵税；{from}起不再受限。',
    'zh-Hant':
      '{product}：{tradedOn}有同一產品的買入，前後{days}日內虧本賣出的虧損不能抵稅；{from}起不再受限。',
    en: '{product}: a purchase of the same product falls on {tradedOn}. A sale at a loss in the {days}-day period before or after a purchase does not lower tax; from {from} it does again.',
  },
  'rebalancing.would-spoil-loss': {
    'zh-Hans':
      '{product}于{tradedOn}亏本卖出，前后{days}天内买回会使该亏损不能抵税；{from}起可以买入。',
    'zh-Hant':
      '{product}於{tradedOn}虧本賣出，前後{days}日內買回會使該虧損不能抵稅；{from}起可以買入。',
    en: '{product} was sold at a loss on {tradedOn}. Buying it in the {days}-day period before or after would spoil the loss for tax; it can be bought from {from}.',
  },
  'rebalancing.loss-would-be-spoilt-by-identical': {
    'zh-Hans':
      '{product}：{tradedOn}有视为相同的产品{other}的买入，前后{days}天内亏本卖出的亏损不能抵税；{from}起不再受限。',
    'zh-Hant':
      '{product}：{tradedOn}有視為相同的產品{other}的買入，前後{days}日內虧本賣出的虧損不能抵稅；{from}起不再受限。',
    en: '{product}: a purchase of {other}, which counts as the same, falls on {tradedOn}. A sale at a loss in the {days}-day period before or after a purchase does not lower tax; from {from} it does again.',
  },
  'rebalancing.would-spoil-loss-by-identical': {
    'zh-Hans':
      '与{product}视为相同的产品{other}于{tradedOn}亏本卖出，前后{days}天内买入{product}会使该亏损不能抵税；{from}起可以买入。',
    'zh-Hant':
      '與{product}視為相同的產品{other}於{tradedOn}虧本賣出，前後{days}日內買入{product}會使該虧損不能抵稅；{from}起可以買入。',
    en: '{other}, which counts as the same as {product}, was sold at a loss on {tradedOn}. Buying {product} in the {days}-day period before or after would spoil the loss for tax; it can be bought from {from}.',
  },
  'rebalancing.identical-to-be-bought': {
    'zh-Hans': '{product}：视为相同的产品{other}需要买入，同日亏本卖出的亏损不能抵税，因此保留。',
    'zh-Hant': '{product}：視為相同的產品{other}需要買入，同日虧本賣出的虧損不能抵稅，因此保留。',
    en: '{product}: {other}, which counts as the same, is to be bought. A sale at a loss on the same day would not lower tax, so it is kept.',
  },
  'rebalancing.identical-may-be-sold': {
    'zh-Hans':
      '与{product}视为相同的产品{other}今日可能亏本卖出，买入{product}会使该亏损不能抵税。',
    'zh-Hant':
      '與{product}視為相同的產品{other}今日可能虧本賣出，買入{product}會使該虧損不能抵稅。',
    en: '{other}, which counts as the same as {product}, may be sold at a loss today. Buying {product} would spoil the loss for tax.',
  },
  'rebalancing.identical-stands-in': {
    'zh-Hans':
      '{other}与{product}视为相同，且处于亏损，今日换成{product}会使该亏损不能抵税，因此计入{product}的目标占比。',
    'zh-Hant':
      '{other}與{product}視為相同，且處於虧損，今日換成{product}會使該虧損不能抵稅，因此計入{product}的目標比重。',
    en: '{other} counts as the same as {product} and stands at a loss, which a change to {product} would spoil for tax: what is held of it counts for the target of {product}.',
  },
  'rebalancing.stands-in': {
    'zh-Hans': '在{from}之前{product}不宜买回，其替代产品{substitute}计入{product}的目标占比。',
    'zh-Hant': '在{from}之前{product}不宜買回，其替代產品{substitute}計入{product}的目標比重。',
    en: '{product} must not be bought back before {from} if its loss is to count; until then {substitute} stands in for it and counts for its target.',
  },
  'rebalancing.gain-budget': {
    'zh-Hans': '{product}：交易金额减少{amount:money}，使已实现收益不超过预算。',
    'zh-Hant': '{product}：交易金額減少{amount:money}，使已實現收益不超過預算。',
    en: '{product}: {amount:money} less is traded, so that realised gains stay within their budget.',
  },
  'rebalancing.tax-budget': {
    'zh-Hans': '{product}：交易金额减少{amount:money}，使税款不超过预算。',
    'zh-Hant': '{product}：交易金額減少{amount:money}，使稅款不超過預算。',
    en: '{product}: {amount:money} less is traded, so that tax stays within its budget.',
  },
  'rebalancing.cost-not-known': {
    'zh-Hans': '{product}：批次{lots}的买入成本未知，无法计算收益和税款。',
    'zh-Hant': '{product}：批次{lots}的買入成本未知，無法計算收益及稅款。',
    en: '{product}: what the lots {lots} cost is not known, so gain and tax cannot be reckoned.',
  },
  'rebalancing.holding-cost-not-known': {
    'zh-Hans': '{product}：买入成本未知，无法计算收益和税款。',
    'zh-Hant': '{product}：買入成本未知，無法計算收益及稅款。',
    en: '{product}: what it cost is not known, so gain and tax cannot be reckoned.',
  },
  'rebalancing.lots-not-named': {
    'zh-Hans': '{product}：只卖出客户指定的批次，其余批次保留。',
    'zh-Hant': '{product}：只賣出客戶指定的批次，其餘批次保留。',
    en: '{product}: only the lots that were named for sale are sold; the others are kept.',
  },
});
