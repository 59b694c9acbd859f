import { localisedText, type Messages } from '../evidence/index.js';
import { disclosureMessages } from './disclosure/messages.js';
import { portfolioMessages } from './portfolio/messages.js';
import { suitabilityTerms } from './terms.js';

/** The texts of this room in three languages. */
export const suitabilityMessages: Messages = Object.freeze({
  ...disclosureMessages,
  ...portfolioMessages,
  ...suitabilityTerms,
  'suitability.unknown-law': localisedText(
    '尚不知适用哪一套规则（{fact:term}未知），已按全部可能的规则（{values:term}）判断，并采用最严格的结果。',
    '尚不知適用哪一套規則（{fact:term}未知），已按全部可能的規則（{values:term}）判斷，並採用最嚴格的結果。',
    'It is unknown which law applies ({fact:term}). All that may apply were asked ({values:term}); the strictest answer counts.',
  ),
  'suitability.law-not-at-hand': localisedText(
    '所给规则包中没有适用的规则（{fact:term}：{values:term}），因此不能视为允许。',
    '所給規則包中沒有適用的規則（{fact:term}：{values:term}），因此不能視為允許。',
    'Among the packs given there is none for the law that applies or may apply ({fact:term}: {values:term}), so nothing is allowed by it.',
  ),
  'suitability.reduction-stated': localisedText(
    '本案按降低风险敞口处理（转换为较低风险产品），风险等级和有效期方面的规则因此未予适用；请核对换出的产品。',
    '本案按降低風險敞口處理（轉換為較低風險產品），風險等級和有效期方面的規則因此未予適用；請核對換出的產品。',
    'This counts as lowering the exposure to risk (a switch to a product of lower risk), so rules on level and expiry did not apply; check what is given up.',
  ),
  'suitability.override-forbidden': localisedText(
    '规则 {rule} 不得由任何人豁免。',
    '規則 {rule} 不得由任何人豁免。',
    'Nobody may set rule {rule} aside.',
  ),
  'suitability.override-idle': localisedText(
    '规则 {rule} 在本案中没有可豁免或可恢复的内容。',
    '規則 {rule} 在本案中沒有可豁免或可恢復的內容。',
    'In this case rule {rule} leaves nothing to set aside or to uphold.',
  ),
  'suitability.override-unknown': localisedText(
    '规则 {rule} 尚无法判断：请先补齐缺失的信息，不得以豁免代替。',
    '規則 {rule} 尚無法判斷：請先補齊缺失的資料，不得以豁免代替。',
    'Rule {rule} cannot be decided yet: supply what is missing first; setting it aside is no substitute.',
  ),
  'suitability.override-role': localisedText(
    '只有以下角色可以豁免规则 {rule}：{roles:term}。',
    '只有以下角色可以豁免規則 {rule}：{roles:term}。',
    'Only these roles may set rule {rule} aside: {roles:term}.',
  ),
  'suitability.override-evidence': localisedText(
    '豁免规则 {rule} 还缺少以下材料：{missing:term}。',
    '豁免規則 {rule} 還缺少以下資料：{missing:term}。',
    'To set rule {rule} aside these are still missing on file: {missing:term}.',
  ),
  'suitability.override-second': localisedText(
    '豁免规则 {rule} 须由另一位人员复核同意（{roles:term}）。',
    '豁免規則 {rule} 須由另一位人員覆核同意（{roles:term}）。',
    'A second person must agree to set rule {rule} aside ({roles:term}).',
  ),
});
