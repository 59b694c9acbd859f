import { type Messages, localisedText as text } from '../../../../evidence/index.js';

/** Texts of the rules on personal information. */
export const piplMessages: Messages = Object.freeze({
  'CN-PIPL-19': text(
    '拟保存{retention.plannedYears}年，超过实现目的所必要的{retention.neededYears}年和法律、行政法规要求的{retention.lawYears}年，须缩短保存期限。',
    '擬保存{retention.plannedYears}年，超過實現目的所必要的{retention.neededYears}年和法律、行政法規要求的{retention.lawYears}年，須縮短保存期限。',
    'The data are to be kept for {retention.plannedYears} {retention.plannedYears|year|years}, longer than the {retention.neededYears} that the purpose needs and the {retention.lawYears} that a law asks for. They must be kept for less.',
  ),
  'CN-PIPL-24(1)': text(
    '利用个人信息进行自动化决策，须保证决策的透明度和结果公平、公正。',
    '利用個人資料進行自動化決策，須保證決策的透明度和結果公平、公正。',
    'An automated decision with personal information must be transparent, and its result fair and just.',
  ),
  'CN-PIPL-24(1)-terms': text(
    '不得对个人在交易价格等交易条件上实行不合理的差别待遇。',
    '不得對個人在交易價格等交易條件上實行不合理的差別待遇。',
    'Price and other terms may not differ unreasonably between persons.',
  ),
  'CN-PIPL-24(2)': text(
    '通过自动化决策向个人推送、营销，须同时提供不针对其个人特征的选项，或者便捷的拒绝方式。',
    '通過自動化決策向個人推送、營銷，須同時提供不針對其個人特徵的選項，或者便捷的拒絕方式。',
    'Push messages and marketing by automated decision must come with an option that is not aimed at personal traits, or with an easy way to refuse.',
  ),
  'CN-PIPL-24(2)-refused': text(
    '个人已拒绝自动化推送、营销，不得继续。',
    '個人已拒絕自動化推送、營銷，不得繼續。',
    'The person has refused marketing by automated decision. It may not go on.',
  ),
  'CN-PIPL-24(3)-explain': text(
    '自动化决定对个人权益有重大影响，个人要求说明，须予以说明。',
    '自動化決定對個人權益有重大影響，個人要求說明，須予以說明。',
    'The automated decision has a major effect on the person, who asks for an explanation. It must be given.',
  ),
  'CN-PIPL-24(3)-person': text(
    '个人拒绝仅通过自动化决策作出有重大影响的决定，须由专人决定。',
    '個人拒絕僅通過自動化決策作出有重大影響的決定，須由專人決定。',
    'The person refuses a decision of major effect by automated means alone. A person must decide.',
  ),
  'CN-PIPL-28': text(
    '只有具有特定的目的和充分的必要性，并采取严格保护措施，方可处理敏感个人信息。',
    '只有具有特定的目的和充分的必要性，並採取嚴格保護措施，方可處理敏感個人資料。',
    'Sensitive personal information may be handled only for a specific purpose, where there is sufficient need, and under strict protection.',
  ),
  'CN-PIPL-29': text(
    '处理敏感个人信息，须取得个人的单独同意。',
    '處理敏感個人資料，須取得個人的單獨同意。',
    'Sensitive personal information needs the person’s separate consent.',
  ),
  'CN-PIPL-29-written': text(
    '法律、行政法规要求书面同意，须取得书面同意。',
    '法律、行政法規要求書面同意，須取得書面同意。',
    'A law or administrative regulation asks for consent in writing, and it must be obtained.',
  ),
  'CN-PIPL-31(1)': text(
    '处理不满{childBelowAge}周岁未成年人的个人信息，须取得其父母或者其他监护人的同意。',
    '處理不滿{childBelowAge}周歲未成年人的個人資料，須取得其父母或者其他監護人的同意。',
    'The information of a child under {childBelowAge} needs the consent of a parent or other guardian.',
  ),
  'CN-PIPL-31(2)': text(
    '处理不满{childBelowAge}周岁未成年人的个人信息，须制定专门的处理规则。',
    '處理不滿{childBelowAge}周歲未成年人的個人資料，須制定專門的處理規則。',
    'The information of children under {childBelowAge} needs special rules of its own.',
  ),
});
