import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What a disclosure lacks. */
export const missingMessages: Messages = Object.freeze({
  'suitability.disclosure-missing-risk': text(
    '缺少风险特征的说明（{locale:term}）。',
    '欠缺風險特徵的說明（{locale:term}）。',
    'Nothing is said of the risk ({locale:term}).',
  ),
  'suitability.disclosure-missing-direction': text(
    '缺少投资方向的说明（{locale:term}）。',
    '欠缺投資方向的說明（{locale:term}）。',
    'Nothing is said of what the money is invested in ({locale:term}).',
  ),
  'suitability.disclosure-missing-returns': text(
    '缺少收益情况的说明（{locale:term}）。',
    '欠缺回報情況的說明（{locale:term}）。',
    'Nothing is said of returns ({locale:term}).',
  ),
  'suitability.disclosure-missing-fees': text(
    '缺少费用的说明（{locale:term}）。',
    '欠缺費用的說明（{locale:term}）。',
    'Nothing is said of fees ({locale:term}).',
  ),
  'suitability.disclosure-missing-liquidity': text(
    '缺少流动性（何时可取回资金）的说明（{locale:term}）。',
    '欠缺流動性（何時可取回資金）的說明（{locale:term}）。',
    'Nothing is said of when the money can be had back ({locale:term}).',
  ),
  'suitability.disclosure-missing-conflicts': text(
    '缺少利益冲突的说明（{locale:term}）；没有冲突也须写明。',
    '欠缺利益衝突的說明（{locale:term}）；沒有衝突亦須寫明。',
    'Nothing is said of conflicts of interest ({locale:term}); if there are none, that must be said.',
  ),
  ...untold('risk-rating', '风险等级', '風險等級', 'the risk rating'),
  ...untold(
    'rating-may-change',
    '风险等级可能调整',
    '風險等級可能調整',
    'that the risk rating may change',
  ),
  ...untold('fee-figures', '费用或者费率的数值', '費用或者費率的數值', 'the fees in figures'),
  ...untold('product-type', '产品类型', '產品類型', 'the type of product'),
  ...untold('manager', '产品管理人', '產品管理人', 'who manages the product'),
  ...untold(
    'scope',
    '投资范围及比例',
    '投資範圍及比例',
    'in what, and in which proportions, the product may invest',
  ),
  ...untold('offering', '募集方式', '募集方式', 'how the product is offered'),
  ...untold('distribution', '收益分配方案', '收益分配方案', 'how the product pays out'),
  ...untold('policy', '保险产品基本信息', '保險產品基本資料', 'the basic facts of the policy'),
  ...untold(
    'uncertain-benefit',
    '保单利益的不确定性',
    '保單利益的不確定性',
    'that the benefits are uncertain',
  ),
  ...untold('cooling-off', '犹豫期及其权利', '猶豫期及其權利', 'the cooling-off period'),
  ...untold(
    'surrender-loss',
    '退保可能遭受的损失',
    '退保可能遭受的損失',
    'what surrender may cost',
  ),
  ...untold('charges', '保费总额和各项费用', '保費總額和各項費用', 'the premiums and all charges'),
  ...untold(
    'principal-loss',
    '可能导致本金亏损的事项',
    '可能導致本金虧損的事項',
    'what may lose principal',
  ),
  ...untold(
    'beyond-principal',
    '可能导致超过原始本金损失的事项',
    '可能導致超過原始本金損失的事項',
    'what may lose more than the principal',
  ),
  ...untold(
    'firm-loss',
    '因机构变化可能导致亏损的事项',
    '因機構變化可能導致虧損的事項',
    'what changes of the firm may cause losses',
  ),
  ...untold(
    'firm-changes',
    '因机构变化影响客户判断的重要事由',
    '因機構變化影響客戶判斷的重要事由',
    'what changes of the firm matter for the client’s judgement',
  ),
  ...untold(
    'limits',
    '行权和解除期限等限制',
    '行權和解除期限等限制',
    'the limits on exercising rights or leaving the contract',
  ),
  ...untold(
    'match-opinion',
    '适当性匹配意见',
    '適當性匹配意見',
    'whether the product suits the client',
  ),
  ...untold(
    'opinion-no-guarantee',
    '匹配意见不构成实质性判断或者保证',
    '匹配意見不構成實質性判斷或者保證',
    'that the match opinion is neither a judgement nor a guarantee',
  ),
  ...untold('other', '其他应当告知的信息', '其他應當告知的資料', 'all else that is due'),
});

function untold(demand: string, hans: string, hant: string, english: string): Messages {
  const key = `suitability.disclosure-untold-${demand}`;
  return { [key]: text(`未告知：${hans}。`, `未告知：${hant}。`, `Not told: ${english}.`) };
}
