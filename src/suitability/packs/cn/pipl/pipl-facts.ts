import type { FactDeclaration } from '../../../../rules/index.js';
import { count, label, listOf, named, oneOf } from '../../../facts/declare.js';
import { states, steps } from '../conduct-facts.js';

/** What the law names as sensitive (article 28), and what else advice needs. */
const SENSITIVE = {
  biometric: ['生物识别', '生物識別', 'biometric data'],
  religion: ['宗教信仰', '宗教信仰', 'religious belief'],
  'special-identity': ['特定身份', '特定身份', 'special identity'],
  health: ['医疗健康', '醫療健康', 'health'],
  'financial-account': ['金融账户', '金融賬戶', 'financial accounts'],
  whereabouts: ['行踪轨迹', '行蹤軌跡', 'whereabouts'],
} as const;

/** Their names in the pack. */
export const SENSITIVE_CATEGORIES: readonly string[] = Object.keys(SENSITIVE);

/** What is done with a person's data, and for what. */
export const PIPL_FACTS: Readonly<Record<string, FactDeclaration>> = {
  /** Who says nothing asks about a decision on a person. */
  'processing.activity': oneOf(
    {
      decision: ['作出决定', '作出決定', 'decision'],
      marketing: ['推送或者营销', '推送或者營銷', 'marketing'],
      collection: ['收集', '收集', 'collection'],
      storage: ['保存', '保存', 'storage'],
    },
    label('个人信息处理活动', '個人資料處理活動', 'what is done with personal information'),
    { default: 'decision' },
  ),
  'data.categories': listOf(
    label('所处理的个人信息类别', '所處理的個人資料類別', 'categories of personal information'),
    named({
      ...SENSITIVE,
      contact: ['联系方式', '聯絡方式', 'contact details'],
      occupation: ['职业', '職業', 'occupation'],
      income: ['收入', '收入', 'income'],
      preferences: ['偏好', '偏好', 'preferences'],
      other: ['其他', '其他', 'other'],
    }),
  ),
  'retention.plannedYears': count(
    'years',
    label('拟保存年限', '擬保存年限', 'years for which the data are to be kept'),
  ),
  'retention.neededYears': count(
    'years',
    label(
      '实现处理目的（含履行监管保存义务）所必要的年限',
      '實現處理目的（含履行監管保存義務）所必要的年限',
      'years that the purpose, duties to keep records included, needs',
    ),
  ),
  'retention.lawYears': count(
    'years',
    label(
      '法律、行政法规规定的保存年限',
      '法律、行政法規規定的保存年限',
      'years that a law or administrative regulation asks for',
    ),
  ),
  ...states({
    'decision.automated': [
      '通过自动化决策方式作出',
      '通過自動化決策方式作出',
      'decision is made by automated means',
    ],
    'decision.automatedOnly': [
      '仅通过自动化决策方式作出',
      '僅通過自動化決策方式作出',
      'decision is made by automated means alone',
    ],
    'decision.majorEffect': [
      '对个人权益有重大影响',
      '對個人權益有重大影響',
      'decision has a major effect on the person’s rights and interests',
    ],
    'decision.refused': [
      '个人拒绝仅通过自动化决策方式作出决定',
      '個人拒絕僅通過自動化決策方式作出決定',
      'person refuses a decision by automated means alone',
    ],
    'decision.explanationAsked': ['个人要求说明', '個人要求說明', 'person asks for an explanation'],
    'terms.unreasonableDifference': [
      '在交易价格等交易条件上实行不合理的差别待遇',
      '在交易價格等交易條件上實行不合理的差別待遇',
      'price or other terms differ unreasonably between persons',
    ],
    'marketing.automated': [
      '通过自动化决策方式推送或者营销',
      '通過自動化決策方式推送或者營銷',
      'pushed or marketed by automated decision',
    ],
    'marketing.refused': [
      '个人已拒绝此类营销',
      '個人已拒絕此類營銷',
      'person has refused such marketing',
    ],
    'consent.writtenRequired': [
      '法律、行政法规要求书面同意',
      '法律、行政法規要求書面同意',
      'a law or administrative regulation asks for written consent',
    ],
  }),
  ...steps({
    'decision.transparent': ['已保证决策透明', '已保證決策透明', 'decision is transparent'],
    'decision.fair': ['已保证结果公平、公正', '已保證結果公平、公正', 'result is fair and just'],
    'decision.explained': ['已向个人说明', '已向個人說明', 'decision was explained to the person'],
    'marketing.generalOption': [
      '已提供不针对个人特征的选项',
      '已提供不針對個人特徵的選項',
      'an option not aimed at personal traits is offered',
    ],
    'marketing.easyRefusal': [
      '已提供便捷的拒绝方式',
      '已提供便捷的拒絕方式',
      'an easy way to refuse is offered',
    ],
    'data.purposeSpecific': ['具有特定的目的', '具有特定的目的', 'purpose is specific'],
    'data.necessary': ['具有充分的必要性', '具有充分的必要性', 'need is sufficient'],
    'data.protected': ['已采取严格保护措施', '已採取嚴格保護措施', 'protection is strict'],
    'consent.separate': [
      '已取得个人的单独同意',
      '已取得個人的單獨同意',
      'person has given separate consent',
    ],
    'consent.written': ['已取得书面同意', '已取得書面同意', 'consent was given in writing'],
    'consent.guardian': [
      '已取得父母或者其他监护人的同意',
      '已取得父母或者其他監護人的同意',
      'parent or other guardian has consented',
    ],
    'minors.rules': [
      '已制定专门的未成年人个人信息处理规则',
      '已制定專門的未成年人個人資料處理規則',
      'special rules for the information of minors are in place',
    ],
  }),
};
