import type { FactDeclaration } from '../../../rules/index.js';
import { amountIn, day, label, oneOf, yesNo } from '../../facts/declare.js';

const CAN_CHANGE = { change: {} } as const;
const PERSONAL = { personal: true } as const;

/** What the rules of Australia read beside the shared vocabulary. */
export const AU_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'au.client.certificateOn': day(
    label(
      '合资格会计师证明的日期',
      '合資格會計師證明的日期',
      'day of the certificate by a qualified accountant',
    ),
  ),
  'au.client.netAssets': amountIn(
    'AUD',
    label('证明所载净资产', '證明所載淨資產', 'net assets as certified'),
    { ...PERSONAL, min: -1e15 },
  ),
  'au.client.grossIncome2y': amountIn(
    'AUD',
    label(
      '证明所载最近两个财政年度中较低一年的总收入',
      '證明所載最近兩個財政年度中較低一年的總收入',
      'gross income as certified in the lower of the last two financial years',
    ),
    PERSONAL,
  ),
  'au.client.inTargetMarket': yesNo(
    label('客户属于目标市场', '客戶屬於目標市場', 'client belongs to the target market'),
  ),
  'au.product.wholesaleOnly': yesNo(
    label('仅可售予批发客户', '僅可售予批發客戶', 'may be sold to wholesale clients only'),
  ),
  'au.product.determinationRequired': yesNo(
    label('须作出目标市场判定', '須作出目標市場判定', 'needs a target market determination'),
  ),
  'au.product.determinationMade': yesNo(
    label('已作出目标市场判定', '已作出目標市場判定', 'target market determination was made'),
  ),
  'au.order.amount': amountIn('AUD', label('产品的价格', '產品的價格', 'price of the product')),
  'au.order.advice': oneOf(
    {
      none: ['没有建议', '沒有建議', 'no advice'],
      general: ['一般建议', '一般建議', 'general advice'],
      personal: ['个人建议', '個人建議', 'personal advice'],
    },
    label('建议的类别', '建議的類別', 'kind of advice'),
  ),
  'au.order.bestInterests': yesNo(
    label(
      '建议系为客户的最佳利益而作',
      '建議乃為客戶的最佳利益而作',
      'the provider acted in the best interests of the client',
    ),
    CAN_CHANGE,
  ),
  'au.order.appropriate': yesNo(
    label('建议对客户是恰当的', '建議對客戶是恰當的', 'the advice is appropriate to the client'),
  ),
  'au.order.incompleteInformation': yesNo(
    label(
      '建议依据的资料不完整或不准确',
      '建議依據的資料不完整或不準確',
      'the advice rests on incomplete or inaccurate information',
    ),
  ),
  'au.order.incompleteWarned': yesNo(
    label(
      '已就资料不完整向客户作出警告',
      '已就資料不完整向客戶作出警告',
      'client was warned of the incomplete information',
    ),
    CAN_CHANGE,
  ),
  'au.order.conflict': yesNo(
    label(
      '客户利益与提供者一方的利益冲突',
      '客戶利益與提供者一方的利益衝突',
      'interests of the client and of the provider’s side conflict',
    ),
  ),
  'au.order.clientPriority': yesNo(
    label(
      '已将客户利益置于优先',
      '已將客戶利益置於優先',
      'the client’s interests were given priority',
    ),
    CAN_CHANGE,
  ),
  'au.order.statementOfAdvice': yesNo(
    label('已交付建议书', '已交付建議書', 'Statement of Advice was given'),
    CAN_CHANGE,
  ),
  'au.order.generalAdviceWarning': yesNo(
    label('已作一般建议警示', '已作一般建議警示', 'general advice warning was given'),
    CAN_CHANGE,
  ),
};
