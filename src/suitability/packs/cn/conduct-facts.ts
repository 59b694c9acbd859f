import type { FactDeclaration } from '../../../rules/index.js';
import { label, listOf, named, oneOf, yesNo } from '../../facts/declare.js';

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
    {
      sale: ['销售', '銷售', 'sale'],
      assessment: ['风险承受能力评估', '風險承受能力評估', 'risk assessment'],
      marketing: ['宣传推介', '宣傳推介', 'marketing'],
      design: ['产品设计', '產品設計', 'product design'],
      rating: ['产品风险评级', '產品風險評級', 'product risk rating'],
      agency: ['委托代理销售', '委託代理銷售', 'sale through an agent'],
      holding: ['产品存续管理', '產品存續管理', 'time for which the product is held'],
      complaint: ['投诉处理', '投訴處理', 'complaint'],
      governance: ['内部管理', '內部管理', 'governance'],
    },
    label('所办理的事项', '所辦理的事項', 'what is being done'),
    { default: 'sale' },
  ),
  'institution.kind': oneOf(
    {
      bank: ['商业银行', '商業銀行', 'commercial bank'],
      'wealth-subsidiary': ['理财公司', '理財公司', 'wealth management company'],
      'trust-company': ['信托公司', '信託公司', 'trust company'],
      insurer: ['保险公司', '保險公司', 'insurer'],
      'insurance-agency': ['保险代理机构', '保險代理機構', 'insurance agency'],
      'insurance-broker': ['保险经纪人', '保險經紀人', 'insurance broker'],
      'securities-firm': ['证券公司', '證券公司', 'securities firm'],
      'futures-firm': ['期货公司', '期貨公司', 'futures firm'],
      'fund-manager': ['基金管理人', '基金管理人', 'fund manager'],
      'fund-seller': ['基金销售机构', '基金銷售機構', 'fund seller'],
      other: ['其他', '其他', 'other'],
    },
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
    named({
      deceived: ['欺骗', '欺騙', 'deceived'],
      misled: ['误导', '誤導', 'misled'],
      'other-harm': ['其他侵害权益的行为', '其他侵害權益的行為', 'other harm'],
    }),
  ),
  'notice.faults': listOf(
    label(
      '告知和风险提示中发现的问题',
      '告知和風險提示中發現的問題',
      'faults found in notices and warnings',
    ),
    named({
      false: ['虚假陈述', '虛假陳述', 'false statement'],
      misleading: ['误导性陈述', '誤導性陳述', 'misleading statement'],
      'material-omission': ['重大遗漏', '重大遺漏', 'material omission'],
      'products-confused': ['混淆产品', '混淆產品', 'products confused'],
      'principal-guaranteed': ['承诺保本', '承諾保本', 'principal guaranteed'],
      'return-guaranteed': ['承诺收益', '承諾收益', 'return guaranteed'],
      overstated: ['夸大', '誇大', 'overstated'],
    }),
  ),
  'private.faults': listOf(
    label(
      '私募产品销售中发现的问题',
      '私募產品銷售中發現的問題',
      'faults found in the sale of a private product',
    ),
    named({
      'public-sale': ['公开募集', '公開募集', 'public sale'],
      'public-promotion': ['公开宣传推介', '公開宣傳推介', 'public promotion'],
      'split-units': ['拆分份额', '拆分份額', 'units split'],
      'split-rights': ['拆分收益权', '拆分收益權', 'rights to the return split'],
      'several-funds': ['分设多只基金', '分設多隻基金', 'several funds set up'],
      'false-promotion': ['虚假宣传', '虛假宣傳', 'false promotion'],
      'custodian-name': [
        '借托管人名义宣传',
        '借託管人名義宣傳',
        'promoted with the custodian’s name',
      ],
    }),
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
