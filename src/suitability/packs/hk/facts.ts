import type { FactDeclaration } from '../../../rules/index.js';
import { amountIn, label, oneOf, yesNo } from '../../facts/declare.js';

const CAN_CHANGE = { change: {} } as const;
const PERSONAL = { personal: true } as const;

/** What the rules of Hong Kong read beside the shared vocabulary. */
export const HK_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'hk.client.kind': oneOf(
    {
      individual: ['个人', '個人', 'individual'],
      corporate: ['法团', '法團', 'corporation'],
      institutional: ['机构专业投资者', '機構專業投資者', 'institutional professional investor'],
    },
    label('客户类型（香港）', '客戶類型（香港）', 'kind of client in Hong Kong'),
  ),
  'hk.client.corporateAssessed': yesNo(
    label(
      '法团专业投资者经评估并已同意豁免适合性规定',
      '法團專業投資者經評估並已同意豁免合適性規定',
      'corporate professional investor was assessed and agreed to go without the suitability requirement',
    ),
  ),
  'hk.client.portfolio': amountIn('HKD', label('投资组合', '投資組合', 'portfolio'), PERSONAL),
  'hk.client.totalAssets': amountIn('HKD', label('总资产', '總資產', 'total assets'), PERSONAL),
  'hk.client.profileKnown': yesNo(
    label(
      '已确立客户的财务状况、投资经验及投资目标',
      '已確立客戶的財政狀況、投資經驗及投資目標',
      'financial situation, investment experience and objectives are established',
    ),
    CAN_CHANGE,
  ),
  'hk.client.derivativeKnowledge': yesNo(
    label('对衍生工具有认识', '對衍生工具有認識', 'has knowledge of derivatives'),
  ),
  'hk.client.vulnerable': yesNo(label('弱势客户', '弱勢客戶', 'vulnerable client'), PERSONAL),
  'hk.product.complex': yesNo(label('复杂产品', '複雜產品', 'complex product')),
  'hk.product.derivative': oneOf(
    {
      none: ['并非衍生产品', '並非衍生產品', 'no derivative product'],
      'exchange-traded': ['在交易所买卖', '在交易所買賣', 'exchange-traded'],
      unlisted: ['非上市', '非上市', 'unlisted'],
    },
    label('衍生产品类别', '衍生產品類別', 'kind of derivative product'),
  ),
  'hk.product.professionalOnly': yesNo(
    label('仅可售予专业投资者', '僅可售予專業投資者', 'may be sold to professional investors only'),
  ),
  'hk.order.suitable': yesNo(
    label(
      '经评估适合该客户',
      '經評估適合該客戶',
      'assessed as suitable for the client in all the circumstances',
    ),
  ),
  'hk.order.minimumInformation': yesNo(
    label(
      '已提供复杂产品的最低限度资料',
      '已提供複雜產品的最低限度資料',
      'minimum information on the complex product was provided',
    ),
    CAN_CHANGE,
  ),
  'hk.order.warningStatements': yesNo(
    label(
      '已提供复杂产品的警告声明',
      '已提供複雜產品的警告聲明',
      'warning statements on the complex product were provided',
    ),
    CAN_CHANGE,
  ),
  'hk.order.derivativeRisksExplained': yesNo(
    label(
      '已解释衍生产品的相关风险',
      '已解釋衍生產品的相關風險',
      'risks of the derivative product were explained',
    ),
    CAN_CHANGE,
  ),
  'hk.order.derivativeWarned': yesNo(
    label(
      '已就该衍生产品作出警告并提供适当意见',
      '已就該衍生產品作出警告並提供適當意見',
      'client was warned about the derivative product and given appropriate advice',
    ),
    CAN_CHANGE,
  ),
  'hk.order.extraCare': yesNo(
    label(
      '已采取额外保障措施（如由同伴或另一职员见证）',
      '已採取額外保障措施（如由同伴或另一職員見證）',
      'extra safeguards were taken, such as a companion or a second member of staff',
    ),
    CAN_CHANGE,
  ),
};
