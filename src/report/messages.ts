import { type Messages, localisedText as text } from '../evidence/index.js';

/** What proposals and their scenarios are called, and why a proposal is not shown, in three languages. */
export const reportMessages: Messages = Object.freeze({
  'report.no-promise': text(
    '以上收益情景仅为假设测算，不构成收益承诺；投资可能损失本金。',
    '以上回報情景僅屬假設推算，並非回報承諾；投資可能損失本金。',
    'These returns are scenarios, not a promise. You may get back less than you invested.',
  ),
  'report.missing-allocation': text(
    '缺少资产配置，建议书不予出示。',
    '欠缺資產配置，建議書不予出示。',
    'There is no allocation, so the proposal is not shown.',
  ),
  'report.missing-selection': text(
    '缺少产品选择，建议书不予出示。',
    '欠缺產品選擇，建議書不予出示。',
    'No products have been selected, so the proposal is not shown.',
  ),
  'report.missing-costs': text(
    '缺少费用披露，建议书不予出示。',
    '欠缺費用披露，建議書不予出示。',
    'The costs are not disclosed, so the proposal is not shown.',
  ),
  'report.missing-conflicts': text(
    '缺少利益冲突说明，建议书不予出示。',
    '欠缺利益衝突聲明，建議書不予出示。',
    'The bank has not stated its conflicts of interest, so the proposal is not shown.',
  ),
  'report.scenario.unfavourable': text(
    '不利情景（每二十年约一年更差）',
    '不利情景（約每二十年有一年更差）',
    'Unfavourable (one year in twenty is worse)',
  ),
  'report.scenario.middle': text('中等情景', '中等情景', 'Middle'),
  'report.scenario.favourable': text(
    '有利情景（每二十年约一年更好）',
    '有利情景（約每二十年有一年更好）',
    'Favourable (one year in twenty is better)',
  ),
  'report.bridge.contributions': text('期间投入', '期內供款', 'Contributions'),
  'report.bridge.entry-fees': text('申购费用', '認購費', 'Entry fees'),
  'report.bridge.markets-and-annual-fees': text(
    '市场变动（已扣年费）',
    '市場變動（已扣年費）',
    'Markets, after annual fees',
  ),
});
