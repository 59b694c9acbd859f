import type { FactDeclaration } from '../../../rules/index.js';
import { label, listOf, oneOf, yesNo } from '../../facts/declare.js';

/** A name in simplified and traditional Chinese and in English. */
type Name = readonly [hans: string, hant: string, english: string];

/** What has been done or not, and can still be done. */
export function steps(
  names: Readonly<Record<string, Name>>,
): Readonly<Record<string, FactDeclaration>> {
  return Object.fromEntries(
    Object.entries(names).map(([fact, name]) => [fact, yesNo(label(...name), { change: {} })]),
  );
}

/** What is so or not, whatever anybody would like. */
export function states(
  names: Readonly<Record<string, Name>>,
): Readonly<Record<string, FactDeclaration>> {
  return Object.fromEntries(
    Object.entries(names).map(([fact, name]) => [fact, yesNo(label(...name))]),
  );
}

/** What of the client is known. `false`: what was given is untrue or incomplete; `null`: asked for and withheld. */
const INFORMATION = steps({
  'information.identity': [
    '已取得真实完整的基本信息',
    '已取得真實完整的基本資料',
    'basic data are known, true and complete',
  ],
  'information.finances': [
    '已取得真实完整的收入、资产、负债等财务状况',
    '已取得真實完整的收入、資產、負債等財務狀況',
    'income, assets and liabilities are known, true and complete',
  ],
  'information.financialAssets': [
    '已取得真实完整的金融资产状况',
    '已取得真實完整的金融資產狀況',
    'financial assets are known, true and complete',
  ],
  'information.experience': [
    '已取得真实完整的投资知识和经验',
    '已取得真實完整的投資知識和經驗',
    'investment knowledge and experience are known, true and complete',
  ],
  'information.ability': [
    '已取得真实完整的专业能力情况',
    '已取得真實完整的專業能力情況',
    'professional ability is known, true and complete',
  ],
  'information.objectives': [
    '已了解投资目的、期限和期望收益',
    '已了解投資目的、期限和期望收益',
    'purpose, horizon and expected return are known',
  ],
  'information.riskPreference': [
    '已了解风险偏好和可承受的损失',
    '已了解風險偏好和可承受的損失',
    'risk preference and bearable loss are known',
  ],
  'information.required': [
    '已了解法律、产品规则或者合同要求的其他信息',
    '已了解法律、產品規則或者合約要求的其他資料',
    'what else law, product rules or contract ask for is known',
  ],
});

/** What the client was told, in the words of both regimes. */
const DISCLOSURES = steps({
  'disclosure.matchOpinion': [
    '已告知适当性匹配意见',
    '已告知適當性匹配意見',
    'client was told the match opinion',
  ],
  'disclosure.other': [
    '已告知其他应当告知的信息',
    '已告知其他應當告知的資料',
    'client was told all else that is due',
  ],
  'disclosure.comprehensible': [
    '告知方式便于接受和理解',
    '告知方式便於接受和理解',
    'client was told in a form easy to take in and understand',
  ],
});

const RECORDS = steps({
  'record.notices': [
    '已保存告知、警示资料',
    '已保存告知、警示資料',
    'notices and warnings are on file',
  ],
  'record.recordings': [
    '已保存录音录像资料（须录制的）',
    '已保存錄音錄像資料（須錄製的）',
    'sound and video recordings, where due, are on file',
  ],
});

/** What more than one pack on conduct reads. */
export const CONDUCT_FACTS: Readonly<Record<string, FactDeclaration>> = {
  /** Who says nothing asks about a sale. */
  'conduct.activity': oneOf(
    [
      'sale',
      'assessment',
      'marketing',
      'design',
      'rating',
      'agency',
      'holding',
      'complaint',
      'governance',
    ],
    label('所办理的事项', '所辦理的事項', 'what is being done'),
    { default: 'sale' },
  ),
  'institution.kind': oneOf(
    [
      'bank',
      'wealth-subsidiary',
      'trust-company',
      'insurer',
      'insurance-agency',
      'insurance-broker',
      'securities-firm',
      'futures-firm',
      'fund-manager',
      'fund-seller',
      'other',
    ],
    label('机构类型', '機構類型', 'kind of institution'),
  ),
  'product.principalAtRisk': yesNo(
    label('可能导致本金损失', '可能導致本金損失', 'product may lose principal'),
  ),
  'client.informationChanged': yesNo(
    label('客户信息已变化', '客戶資料已變化', 'information on the client has changed'),
  ),
  'product.accessRequired': yesNo(
    label(
      '产品或者市场设有准入要求',
      '產品或者市場設有准入要求',
      'product or market has access requirements',
    ),
  ),
  'sale.faults': listOf(
    label('发现的侵害客户权益的行为', '發現的侵害客戶權益的行為', 'harmful acts that were found'),
    { values: ['deceived', 'misled', 'other-harm'] },
  ),
  'notice.faults': listOf(
    label(
      '告知和风险提示中发现的问题',
      '告知和風險提示中發現的問題',
      'faults found in notices and warnings',
    ),
    {
      values: [
        'false',
        'misleading',
        'material-omission',
        'products-confused',
        'principal-guaranteed',
        'return-guaranteed',
        'overstated',
      ],
    },
  ),
  'private.faults': listOf(
    label(
      '私募产品销售中发现的问题',
      '私募產品銷售中發現的問題',
      'faults found in the sale of a private product',
    ),
    {
      values: [
        'public-sale',
        'public-promotion',
        'split-units',
        'split-rights',
        'several-funds',
        'false-promotion',
        'custodian-name',
      ],
    },
  ),
  'change.opinionAdjusted': yesNo(
    label('已调整适当性匹配意见', '已調整適當性匹配意見', 'match opinion was adjusted'),
    { change: {} },
  ),
  'change.clientTold': yesNo(
    label('已将变化告知客户', '已將變化告知客戶', 'client was told of the change'),
    {
      change: {},
    },
  ),
  ...INFORMATION,
  ...DISCLOSURES,
  ...RECORDS,
};
