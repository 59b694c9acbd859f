import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What a product holds and costs, in words for clients. */
export const figureMessages: Messages = Object.freeze({
  'products.issued-by': text(
    '发行或管理机构：{issuer}。',
    '發行或管理機構：{issuer}。',
    'It is issued or managed by {issuer}.',
  ),
  'products.priced-in': text(
    '产品以{currency:term}计价。',
    '產品以{currency:term}計價。',
    'It is priced in {currency:term}.',
  ),
  'products.holds-class': text(
    '{class}占{share:percent}。',
    '{class}佔{share:percent}。',
    'It holds {share:percent} in {class}.',
  ),
  'products.holds-product': text(
    '其中{share:percent}通过“{inside}”持有。',
    '其中{share:percent}透過「{inside}」持有。',
    '{share:percent} is held through “{inside}”.',
  ),
  'products.amounts-currency': text(
    '以下金额以投资所用的货币计算。',
    '以下金額以投資所用的貨幣計算。',
    'Amounts below are in the currency of the investment.',
  ),
  'products.unit-step': text(
    '买入和卖出的份额须为{units}的整数倍。',
    '買入及賣出的單位須為{units}的整數倍。',
    'Units are bought and sold in multiples of {units}.',
  ),
  'products.minimum-purchase': text(
    '起购金额为{minimum}。',
    '最低認購額為{minimum}。',
    'The smallest purchase is {minimum}.',
  ),
  'products.minimum-purchase-and-addition': text(
    '首次购买不少于{minimum}，追加购买不少于{addition}。',
    '首次認購不少於{minimum}，其後加購不少於{addition}。',
    'The smallest first purchase is {minimum}, the smallest further one {addition}.',
  ),
  'products.maximum-holding': text(
    '每位客户最多可持有{maximum}。',
    '每位客戶最多可持有{maximum}。',
    'One client may hold {maximum} at most.',
  ),
  'products.cost-annual-none': text(
    '不收取年度费用。',
    '不收取年度費用。',
    'There are no annual charges.',
  ),
  'products.cost-annual': text(
    '年度费用合计为持有金额的{rate:percent2}，已从产品资产中扣除，无须另付。',
    '年度費用合計為持有金額的{rate:percent2}，已從產品資產中扣除，毋須另付。',
    'The annual charges come to {rate:percent2} of what you hold; they are taken from the product’s assets and not billed to you.',
  ),
  'products.cost-loan': text(
    '这是您的欠款，其费用为合同约定的利息及收费。',
    '這是閣下的欠款，其費用為合約訂明的利息及收費。',
    'This is a debt: it costs you the interest and the charges of its contract.',
  ),
  'products.cost-loan-annual': text(
    '产品文件列明的费用为每年欠款金额的{rate:percent2}。',
    '產品文件列明的費用為每年欠款金額的{rate:percent2}。',
    'The charges stated for it come to {rate:percent2} of what you owe a year.',
  ),
  'products.cost-annual-part': text(
    '其中{part:term}为每年{rate:percent2}。',
    '其中{part:term}為每年{rate:percent2}。',
    'Of these, {part:term} takes {rate:percent2} a year.',
  ),
  'products.cost-entry-none': text('买入不收费。', '買入不收費。', 'Buying is free of charge.'),
  'products.cost-entry': text(
    '买入费率为投资金额的{rate:percent2}。',
    '買入費率為投資金額的{rate:percent2}。',
    'Buying costs {rate:percent2} of the amount invested.',
  ),
  'products.cost-entry-tier': text(
    '买入金额达到{from}时，费率为投资金额的{rate:percent2}。',
    '買入金額達{from}時，費率為投資金額的{rate:percent2}。',
    'From {from} on, buying costs {rate:percent2} of the amount invested.',
  ),
  'products.cost-entry-below': text(
    '买入金额不满{to}时，费率为投资金额的{rate:percent2}。',
    '買入金額不足{to}時，費率為投資金額的{rate:percent2}。',
    'Below {to}, buying costs {rate:percent2} of the amount invested.',
  ),
  'products.cost-entry-flat-any': text(
    '每笔买入收费{flat}。',
    '每筆買入收費{flat}。',
    'Each purchase costs {flat}.',
  ),
  'products.cost-entry-flat-below': text(
    '买入金额不满{to}时，每笔收费{flat}。',
    '買入金額不足{to}時，每筆收費{flat}。',
    'Below {to}, each purchase costs {flat}.',
  ),
  'products.cost-entry-flat': text(
    '买入金额达到{from}时，每笔收费{flat}。',
    '買入金額達{from}時，每筆收費{flat}。',
    'From {from} on, each purchase costs {flat}.',
  ),
  'products.cost-plus': text(
    '另每笔加收{amount}。',
    '另每筆加收{amount}。',
    'To this come {amount} for each order.',
  ),
  'products.cost-least': text(
    '该项费用最低为{amount}。',
    '該項費用最低為{amount}。',
    'The fee is at least {amount}.',
  ),
  'products.cost-most': text(
    '该项费用最高为{amount}。',
    '該項費用最高為{amount}。',
    'The fee is {amount} at most.',
  ),
  'products.cost-exit-fixed-any': text(
    '每次退出收费{flat}。',
    '每次退出收費{flat}。',
    'Getting out costs {flat} for each redemption.',
  ),
  'products.cost-exit-fixed-first': text(
    '持有不满{toDays}天时退出，每次收费{flat}。',
    '持有不足{toDays}日時退出，每次收費{flat}。',
    'Getting out before the {toDays}-day mark costs {flat} for each redemption.',
  ),
  'products.cost-exit-fixed': text(
    '持有满{fromDays}天但不满{toDays}天时退出，每次收费{flat}。',
    '持有滿{fromDays}日但不足{toDays}日時退出，每次收費{flat}。',
    'Getting out from the {fromDays}-day mark on, but before the {toDays}-day mark, costs {flat} for each redemption.',
  ),
  'products.cost-exit-fixed-last': text(
    '持有满{fromDays}天后退出，每次收费{flat}。',
    '持有滿{fromDays}日後退出，每次收費{flat}。',
    'Getting out from the {fromDays}-day mark on costs {flat} for each redemption.',
  ),
  'products.cost-impact': text(
    '大额交易还会使价格朝不利方向变动：一笔{amount}（相当于一天的成交额）约使价格变动{rate:percent2}。',
    '大額交易亦會使價格朝不利方向變動：一筆{amount}（相當於一日的成交額）約使價格變動{rate:percent2}。',
    'Large orders also move the price against you: one of {amount}, which is what is traded on a day, by about {rate:percent2}.',
  ),
  'products.cost-impact-yours': text(
    '按您的金额，交易本身还会使价格朝不利方向变动约{rate:percent2}，买入和卖出时各一次。',
    '按閣下的金額，交易本身亦會使價格朝不利方向變動約{rate:percent2}，買入及賣出時各一次。',
    'An order as large as yours also moves the price against you: by about {rate:percent2}, on buying and again on selling.',
  ),
  'products.cost-exit-none': text(
    '取回资金不收费。',
    '取回資金不收費。',
    'Getting out is free of charge.',
  ),
  'products.cost-exit-any': text(
    '退出时收取退出金额的{rate:percent2}。',
    '退出時收取退出金額的{rate:percent2}。',
    'Getting out costs {rate:percent2} of what is taken out.',
  ),
  'products.cost-exit-first': text(
    '持有不满{toDays}天时退出，收取退出金额的{rate:percent2}。',
    '持有不足{toDays}日時退出，收取退出金額的{rate:percent2}。',
    'Getting out before the {toDays}-day mark costs {rate:percent2} of what is taken out.',
  ),
  'products.cost-exit': text(
    '持有满{fromDays}天但不满{toDays}天时退出，收取退出金额的{rate:percent2}。',
    '持有滿{fromDays}日但不足{toDays}日時退出，收取退出金額的{rate:percent2}。',
    'Getting out from the {fromDays}-day mark on, but before the {toDays}-day mark, costs {rate:percent2} of what is taken out.',
  ),
  'products.cost-exit-free': text(
    '持有满{fromDays}天后退出不收费。',
    '持有滿{fromDays}日後退出不收費。',
    'Getting out from the {fromDays}-day mark on is free of charge.',
  ),
  'products.cost-exit-last': text(
    '持有满{fromDays}天后退出，收取退出金额的{rate:percent2}。',
    '持有滿{fromDays}日後退出，收取退出金額的{rate:percent2}。',
    'Getting out from the {fromDays}-day mark on costs {rate:percent2} of what is taken out.',
  ),
  'products.cost-performance': text(
    '年化收益超过{hurdle:percent2}的部分，管理人提取{rate:percent}作为业绩报酬。',
    '年度回報超過{hurdle:percent2}的部分，管理人收取{rate:percent}作為業績報酬。',
    'Of the annual return above {hurdle:percent2} the manager takes {rate:percent} as a performance fee.',
  ),
  'products.cost-spread': text(
    '买卖价差：买入价和卖出价各偏离中间价{rate:percent2}。',
    '買賣差價：買入價及賣出價各偏離中間價{rate:percent2}。',
    'The buying and the selling price are each {rate:percent2} away from the middle price.',
  ),
  'products.cost-rebate': text(
    '销售机构从年度费用中获得持有金额每年{rate:percent2}的报酬。',
    '分銷機構從年度費用中收取持有金額每年{rate:percent2}的報酬。',
    'Out of the annual charges the distributor is paid {rate:percent2} a year of what you hold.',
  ),
  'products.cost-commission': text(
    '销售机构从买入费用中获得投资金额{rate:percent2}的报酬。',
    '分銷機構從買入費用中收取投資金額{rate:percent2}的報酬。',
    'Out of the entry fee the distributor is paid {rate:percent2} of the amount invested.',
  ),
  'products.cost-in-money': text(
    '按您的金额计算，第一年费用合计约{firstYear:money}，此后每年约{ongoing:money}。',
    '按閣下的金額計算，第一年費用合計約{firstYear:money}，其後每年約{ongoing:money}。',
    'For your amount the costs come to about {firstYear:money} in the first year and {ongoing:money} in every year after.',
  ),
  'products.cost-in-money-in-all': text(
    '按您的金额计算，整个持有期内费用合计约{total:money}。',
    '按閣下的金額計算，整個持有期內費用合計約{total:money}。',
    'For your amount the costs of the whole holding period come to about {total:money}.',
  ),
  'products.cost-reduction-days': text(
    '持有{days}天，费用按年计使收益率降低{reduction:percent2}。',
    '持有{days}日，費用按年計使回報率降低{reduction:percent2}。',
    'The costs lower the return by {reduction:percent2} a year (holding period in days: {days}).',
  ),
  'products.cost-reduction': text(
    '持有{years:number}年，费用平均每年使收益率降低{reduction:percent2}。',
    '持有{years:number}年，費用平均每年使回報率降低{reduction:percent2}。',
    'The costs lower the return by {reduction:percent2} a year (holding period in years: {years:number}).',
  ),
});
