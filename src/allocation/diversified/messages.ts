import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts for what the most diversified portfolio has to say. */
export const diversificationMessages: Messages = Object.freeze({
  'allocation.diversified': text(
    '各项持仓单独计算的波动率合计，是组合波动率的{ratio:number}倍；在既定要求下，没有其他组合的分散程度更高。分散投资并不能避免亏损。',
    '各項持倉單獨計算的波幅合計，是組合波幅的{ratio:number}倍；在既定要求下，並無其他組合的分散程度更高。分散投資並不能避免虧損。',
    'The volatilities of the holdings, each by itself, come to {ratio:number} {ratio|time|times} that of the portfolio; under the requirements no other is more diversified. Diversification does not rule out losses.',
  ),
  'allocation.diversified-without-risk': text(
    '各项持仓的风险相互完全抵消，因此分散比率没有上限。',
    '各項持倉的風險互相完全抵銷，因此分散比率並無上限。',
    'The risks of the holdings cancel each other out, so that the ratio of diversification has no limit.',
  ),
  'allocation.not-diversifying': text(
    '未配置{subject}：其走势与现有组合过于接近，加入后不会使风险更加分散，或其比例已受其他要求限制。',
    '並無配置{subject}：其走勢與現有組合過於接近，加入後不會令風險更加分散，或其比例已受其他要求限制。',
    '{subject} is not held: it moves too much with the portfolio to spread the risk any further, or another requirement leaves no room for it.',
  ),
  'allocation.riskless-not-diversifying': text(
    '未配置{subject}：其本身没有风险，持有它不会使风险更加分散。',
    '並無配置{subject}：其本身並無風險，持有它不會令風險更加分散。',
    '{subject} is not held: it has no risk, so that holding it does not spread the risk any further.',
  ),
  'allocation.no-positive-diversification': text(
    '在现有要求下，任何组合持仓的波动率合计均不超过其空头头寸的波动率合计，分散比率不会高于0，因此不存在可证明为分散程度最高的组合。',
    '在現有要求下，任何組合持倉的波幅合計均不超過其淡倉的波幅合計，分散比率不會高於0，因此並無可證明為分散程度最高的組合。',
    'Under these requirements the volatilities of what a portfolio holds never come to more than those of its short positions. No ratio of diversification is above 0, so no portfolio can be proved to have the highest.',
  ),
  'allocation.nothing-to-diversify': text(
    '在现有要求下，没有任何组合承担风险，因此没有可供分散的风险。',
    '在現有要求下，並無任何組合承擔風險，因此並無可供分散的風險。',
    'Under these requirements no portfolio takes any risk, so there is none to diversify.',
  ),
});
