import type { FactDeclaration } from '../../../rules/index.js';
import { amountIn, label, oneOf, yesNo } from '../../facts/declare.js';

const CAN_CHANGE = { change: {} } as const;
const PERSONAL = { personal: true } as const;

/** What the rules of the United States read beside the shared vocabulary. */
export const US_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'us.client.retail': yesNo(
    label(
      '零售客户（自然人，用于个人、家庭或住户）',
      '零售客戶（自然人，用於個人、家庭或住戶）',
      'retail customer: a natural person, for personal, family or household purposes',
    ),
  ),
  'us.client.totalAssets': amountIn('USD', label('总资产', '總資產', 'total assets'), PERSONAL),
  'us.client.independentJudgment': yesNo(
    label(
      '能独立评估风险并已明确表示自行判断',
      '能獨立評估風險並已明確表示自行判斷',
      'can evaluate risks independently and has affirmatively said to exercise independent judgment',
    ),
  ),
  'us.client.essentialFactsKnown': yesNo(
    label(
      '已掌握客户及代理人权限的基本事实',
      '已掌握客戶及代理人權限的基本事實',
      'essential facts on the customer and on those acting for the customer are known',
    ),
    CAN_CHANGE,
  ),
  'us.client.formCrsDelivered': yesNo(
    label(
      '已交付客户关系摘要（Form CRS）',
      '已交付客戶關係摘要（Form CRS）',
      'relationship summary (Form CRS) was delivered',
    ),
    CAN_CHANGE,
  ),
  'us.client.trustedContactAsked': yesNo(
    label(
      '已尽合理努力取得可信联系人',
      '已盡合理努力取得可信聯絡人',
      'reasonable efforts were made to obtain a trusted contact person',
    ),
    CAN_CHANGE,
  ),
  'us.client.impaired': yesNo(
    label(
      '有理由相信客户因身心障碍无法保护自身利益',
      '有理由相信客戶因身心障礙無法保護自身利益',
      'believed to be unable to protect own interests because of an impairment',
    ),
    PERSONAL,
  ),
  'us.client.exploitationSuspected': yesNo(
    label(
      '有理由相信存在金融剥削',
      '有理由相信存在金融剝削',
      'financial exploitation is reasonably believed',
    ),
    PERSONAL,
  ),
  'us.client.netWorth': amountIn(
    'USD',
    label(
      '净资产（本人或与配偶共同，不含主要住所）',
      '淨資產（本人或與配偶共同，不含主要住所）',
      'net worth, alone or with the spouse, without the primary residence',
    ),
    { ...PERSONAL, min: -1e15 },
  ),
  'us.client.income2y': amountIn(
    'USD',
    label(
      '最近两年中较低一年的个人收入',
      '最近兩年中較低一年的個人收入',
      'own income in the lower of the two most recent years',
    ),
    PERSONAL,
  ),
  'us.client.jointIncome2y': amountIn(
    'USD',
    label(
      '最近两年中较低一年与配偶的合计收入',
      '最近兩年中較低一年與配偶的合計收入',
      'income with the spouse in the lower of the two most recent years',
    ),
    PERSONAL,
  ),
  'us.client.incomeExpected': yesNo(
    label(
      '合理预期本年收入仍达该水平',
      '合理預期本年收入仍達該水平',
      'the same income level is reasonably expected in the current year',
    ),
  ),
  'us.product.accreditedOnly': yesNo(
    label(
      '仅向合格投资者（accredited investor）发售',
      '僅向認可投資者（accredited investor）發售',
      'offered to accredited investors only',
    ),
  ),
  'us.order.recommended': oneOf(
    {
      none: ['没有推荐', '沒有推薦', 'nothing'],
      transaction: ['交易', '交易', 'a transaction'],
      strategy: ['投资策略', '投資策略', 'an investment strategy'],
      account: ['账户', '賬戶', 'an account'],
    },
    label('推荐的内容', '推薦的內容', 'what is recommended'),
  ),
  'us.order.disclosed': yesNo(
    label(
      '已书面充分披露关系与利益冲突的重要事实',
      '已書面充分披露關係與利益衝突的重要事實',
      'material facts on the relationship and on conflicts were disclosed in writing',
    ),
    CAN_CHANGE,
  ),
  'us.order.reasonableBasis': yesNo(
    label(
      '了解风险、收益与成本，且有理由相信对部分客户有利',
      '了解風險、收益與成本，且有理由相信對部分客戶有利',
      'risks, rewards and costs are understood and could be in the best interest of some retail customers',
    ),
  ),
  'us.order.bestInterest': yesNo(
    label(
      '有理由相信符合该客户的最佳利益',
      '有理由相信符合該客戶的最佳利益',
      'reasonably believed to be in the best interest of this customer',
    ),
  ),
  'us.order.seriesExcessive': yesNo(
    label(
      '与此前的推荐合并看来过度',
      '與此前的推薦合併看來過度',
      'excessive when taken together with earlier recommendations',
    ),
  ),
  'us.order.suitable': yesNo(
    label('有理由相信适合该客户', '有理由相信適合該客戶', 'reasonably believed to be suitable'),
  ),
  'us.order.conflict': yesNo(
    label(
      '存在使本机构利益优先的诱因',
      '存在使本機構利益優先的誘因',
      'there is an incentive to place the firm’s interest ahead',
    ),
  ),
  'us.order.conflictMitigated': yesNo(
    label('该诱因已缓解或消除', '該誘因已緩解或消除', 'the incentive was mitigated or eliminated'),
    CAN_CHANGE,
  ),
  'us.order.accountAlternatives': yesNo(
    label(
      '已比较账户类型或转存方案（含维持现状）',
      '已比較帳戶類型或轉存方案（含維持現狀）',
      'account types or rollover choices, staying put included, were compared',
    ),
    CAN_CHANGE,
  ),
};
