import { type Messages, localisedText as text } from '../../evidence/index.js';

/** How portfolios differ from a selection, and which of its rules they break, in three languages. */
export const alternativesMessages: Messages = Object.freeze({
  'selection.alternative.none': text(
    '没有合适的产品可组成该方案。',
    '沒有合適的產品可組成此方案。',
    'No suitable products can make it up.',
  ),
  'selection.alternative.tracks-worse': text(
    '与目标配置的跟踪误差为{value:percent2}，所选组合为{own:percent2}。',
    '與目標配置的追蹤誤差為{value:percent2}，所選組合為{own:percent2}。',
    'Its tracking error to the target is {value:percent2}, that of the selection {own:percent2}.',
  ),
  'selection.alternative.tracks-better': text(
    '与目标配置的跟踪误差为{value:percent2}，所选组合为{own:percent2}。',
    '與目標配置的追蹤誤差為{value:percent2}，所選組合為{own:percent2}。',
    'Its tracking error to the target is {value:percent2}, that of the selection {own:percent2}.',
  ),
  'selection.alternative.higher-return': text(
    '扣除各项年度费用后的预期收益率为{value:percent2}，所选组合为{own:percent2}；预期收益不构成承诺。',
    '扣除各項年度費用後的預期回報率為{value:percent2}，所選組合為{own:percent2}；預期回報並非保證。',
    'Its expected return after yearly charges is {value:percent2}, that of the selection {own:percent2}; neither is a promise.',
  ),
  'selection.alternative.lower-return': text(
    '扣除各项年度费用后的预期收益率为{value:percent2}，所选组合为{own:percent2}。',
    '扣除各項年度費用後的預期回報率為{value:percent2}，所選組合為{own:percent2}。',
    'Its expected return after yearly charges is {value:percent2}, that of the selection {own:percent2}.',
  ),
  'selection.alternative.more-volatile': text(
    '年化波动率为{value:percent2}，所选组合为{own:percent2}。',
    '年度波幅為{value:percent2}，所選組合為{own:percent2}。',
    'Its volatility is {value:percent2} a year, that of the selection {own:percent2}.',
  ),
  'selection.alternative.less-volatile': text(
    '年化波动率为{value:percent2}，所选组合为{own:percent2}。',
    '年度波幅為{value:percent2}，所選組合為{own:percent2}。',
    'Its volatility is {value:percent2} a year, that of the selection {own:percent2}.',
  ),
  'selection.alternative.dearer': text(
    '每年费用为{value:money}，比所选组合多{by:money}。',
    '每年費用為{value:money}，較所選組合多{by:money}。',
    'It costs {value:money} a year, {by:money} more than the selection.',
  ),
  'selection.alternative.cheaper': text(
    '每年费用为{value:money}，比所选组合少{by:money}。',
    '每年費用為{value:money}，較所選組合少{by:money}。',
    'It costs {value:money} a year, {by:money} less than the selection.',
  ),
  'selection.alternative.dearer-rate': text(
    '每年费率为{value:percent2}，所选组合为{own:percent2}。',
    '每年費率為{value:percent2}，所選組合為{own:percent2}。',
    'It costs {value:percent2} a year, the selection {own:percent2}.',
  ),
  'selection.alternative.cheaper-rate': text(
    '每年费率为{value:percent2}，所选组合为{own:percent2}。',
    '每年費率為{value:percent2}，所選組合為{own:percent2}。',
    'It costs {value:percent2} a year, the selection {own:percent2}.',
  ),
  'selection.alternative.dearer-entry': text(
    '买入费用为{value:money}，比所选组合多{by:money}。',
    '買入費用為{value:money}，較所選組合多{by:money}。',
    'Entering it costs {value:money}, {by:money} more than the selection.',
  ),
  'selection.alternative.cheaper-entry': text(
    '买入费用为{value:money}，比所选组合少{by:money}。',
    '買入費用為{value:money}，較所選組合少{by:money}。',
    'Entering it costs {value:money}, {by:money} less than the selection.',
  ),
  'selection.alternative.dearer-entry-rate': text(
    '买入费率为{value:percent2}，所选组合为{own:percent2}。',
    '買入費率為{value:percent2}，所選組合為{own:percent2}。',
    'Entering it costs {value:percent2}, the selection {own:percent2}.',
  ),
  'selection.alternative.cheaper-entry-rate': text(
    '买入费率为{value:percent2}，所选组合为{own:percent2}。',
    '買入費率為{value:percent2}，所選組合為{own:percent2}。',
    'Entering it costs {value:percent2}, the selection {own:percent2}.',
  ),
  'selection.alternative.dearer-exit': text(
    '卖出现有持仓的费用为{value:money}，比所选组合多{by:money}。',
    '賣出現有持倉的費用為{value:money}，較所選組合多{by:money}。',
    'Selling what is held for it costs {value:money}, {by:money} more than for the selection.',
  ),
  'selection.alternative.cheaper-exit': text(
    '卖出现有持仓的费用为{value:money}，比所选组合少{by:money}。',
    '賣出現有持倉的費用為{value:money}，較所選組合少{by:money}。',
    'Selling what is held for it costs {value:money}, {by:money} less than for the selection.',
  ),
  'selection.alternative.dearer-exit-rate': text(
    '卖出现有持仓的费率为{value:percent2}，所选组合为{own:percent2}。',
    '賣出現有持倉的費率為{value:percent2}，所選組合為{own:percent2}。',
    'Selling what is held for it costs {value:percent2}, for the selection {own:percent2}.',
  ),
  'selection.alternative.cheaper-exit-rate': text(
    '卖出现有持仓的费率为{value:percent2}，所选组合为{own:percent2}。',
    '賣出現有持倉的費率為{value:percent2}，所選組合為{own:percent2}。',
    'Selling what is held for it costs {value:percent2}, for the selection {own:percent2}.',
  ),
  'selection.alternative.longer-lock-up': text(
    '最长封闭期为{value}天，比所选组合长{by}天。',
    '最長鎖定期為{value}日，較所選組合長{by}日。',
    'Longest lock-up, in days: {value}, {by} more than in the selection.',
  ),
  'selection.alternative.shorter-lock-up': text(
    '最长封闭期为{value}天，比所选组合短{by}天。',
    '最長鎖定期為{value}日，較所選組合短{by}日。',
    'Longest lock-up, in days: {value}, {by} fewer than in the selection.',
  ),
  'selection.alternative.longer-lock-up-unknown': text(
    '部分资金没有可预见的赎回日。',
    '部分資金沒有可預見的贖回日。',
    'No day is known on which a part of it could be redeemed.',
  ),
  'selection.alternative.shorter-lock-up-unknown': text(
    '资金全部可以取回，而所选组合有一部分没有可预见的赎回日。',
    '資金可全部取回，而所選組合有一部分沒有可預見的贖回日。',
    'All of it can be redeemed; of the selection, no day is known for a part.',
  ),
  'selection.alternative.money-later': text(
    '全部资金可在{value}天后到账，比所选组合晚{by}天。',
    '全部資金可於{value}日後到賬，較所選組合遲{by}日。',
    'Days until all money can be back: {value}, {by} more than from the selection.',
  ),
  'selection.alternative.money-sooner': text(
    '全部资金可在{value}天后到账，比所选组合早{by}天。',
    '全部資金可於{value}日後到賬，較所選組合早{by}日。',
    'Days until all money can be back: {value}, {by} fewer than from the selection.',
  ),
  'selection.alternative.money-later-unknown': text(
    '没有可预见的全部资金到账日。',
    '沒有可預見的全部資金到賬日。',
    'No day is known on which all its money could be back.',
  ),
  'selection.alternative.money-sooner-unknown': text(
    '全部资金的到账日已知，而所选组合的并非全部已知。',
    '全部資金的到賬日已知，而所選組合的並非全部已知。',
    'The day on which all its money can be back is known; that of the selection is not.',
  ),
  'selection.alternative.goal-likelier': text(
    '达成目标的测算概率为{value:percent}，所选组合为{own:percent}。',
    '達成目標的推算機會率為{value:percent}，所選組合為{own:percent}。',
    'The goal is reached with a projected probability of {value:percent}, with the selection of {own:percent}.',
  ),
  'selection.alternative.goal-less-likely': text(
    '达成目标的测算概率为{value:percent}，所选组合为{own:percent}。',
    '達成目標的推算機會率為{value:percent}，所選組合為{own:percent}。',
    'The goal is reached with a projected probability of {value:percent}, with the selection of {own:percent}.',
  ),
  'selection.alternative.more-products': text(
    '共{value}只产品，所选组合为{own}只。',
    '共{value}項產品，所選組合為{own}項。',
    'Number of products: {value}, against {own} in the selection.',
  ),
  'selection.alternative.fewer-products': text(
    '共{value}只产品，少于所选组合的{own}只。',
    '共{value}項產品，少於所選組合的{own}項。',
    'Number of products: {value}, fewer than the {own} of the selection.',
  ),
  'selection.breaks.not-open': text(
    '包含目前不对您开放的产品：{products}。',
    '包含現時不對閣下開放的產品：{products}。',
    'It holds what is not open to you: {products}.',
  ),
  'selection.breaks.product': text(
    '以下产品的比例不符合起购、追加、赎回或最低持有的要求，或超过单一产品上限：{products}。',
    '以下產品的比例不符合最低認購、追加、贖回或持有的要求，或超過單一產品上限：{products}。',
    'These products do not fit their least purchase, addition, redemption or holding, or are above their limit: {products}.',
  ),
  'selection.breaks.issuer': text(
    '“{name}”的比例为{share:percent}，超过单一发行机构{max:percent}的上限。',
    '「{name}」的比例為{share:percent}，超過單一發行機構{max:percent}的上限。',
    '{name} has {share:percent}, above the limit of {max:percent} per issuer.',
  ),
  'selection.breaks.unknown-issuer': text(
    '发行机构不明的产品合计为{share:percent}，超过{max:percent}的上限。',
    '發行機構不明的產品合計為{share:percent}，超過{max:percent}的上限。',
    'Products whose issuer is not known have {share:percent} in all, above the limit of {max:percent}.',
  ),
  'selection.breaks.group': text(
    '“{name}”组的比例为{share:percent}，不在{min:percent}至{max:percent}之间。',
    '「{name}」組別的比例為{share:percent}，不在{min:percent}至{max:percent}之間。',
    'The group {name} has {share:percent}, not between {min:percent} and {max:percent}.',
  ),
  'selection.breaks.money-needed': text(
    '在{on}前需要{needed:money}，届时只能取回{back:money}。',
    '在{on}前需要{needed:money}，屆時只能取回{back:money}。',
    'By {on} you need {needed:money}, and only {back:money} of it could be back.',
  ),
  'selection.breaks.number': text(
    '产品数目为{number}只，不在规定范围内。',
    '產品數目為{number}項，不在規定範圍內。',
    'Its number of products, {number}, is not within the limits.',
  ),
});
