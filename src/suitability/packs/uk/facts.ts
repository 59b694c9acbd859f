import type { FactDeclaration } from '../../../rules/index.js';
import { amountIn, count, day, label, oneOf, yesNo } from '../../facts/declare.js';

const CAN_CHANGE = { change: {} } as const;
const PERSONAL = { personal: true } as const;

/** What the rules of the United Kingdom read beside the shared vocabulary. */
export const UK_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'uk.client.category': oneOf(
    {
      retail: ['零售客户', '零售客戶', 'retail client'],
      professional: ['专业客户', '專業客戶', 'professional client'],
      'eligible-counterparty': ['合格对手方', '合資格對手方', 'eligible counterparty'],
    },
    label('客户类别', '客戶類別', 'client category'),
  ),
  'uk.client.knowledgeKnown': yesNo(
    label(
      '已取得客户的知识与经验信息',
      '已取得客戶的知識與經驗資料',
      'knowledge and experience of the client are known',
    ),
    CAN_CHANGE,
  ),
  'uk.client.situationKnown': yesNo(
    label(
      '已取得客户的财务状况及承受亏损能力信息',
      '已取得客戶的財務狀況及承受虧損能力資料',
      'financial situation and ability to bear losses are known',
    ),
    CAN_CHANGE,
  ),
  'uk.client.objectivesKnown': yesNo(
    label(
      '已取得客户的投资目标及风险容忍度信息',
      '已取得客戶的投資目標及風險容忍度資料',
      'investment objectives and risk tolerance are known',
    ),
    CAN_CHANGE,
  ),
  'uk.client.investorStatement': oneOf(
    {
      restricted: ['受限投资者', '受限投資者', 'restricted investor'],
      'high-net-worth': ['高净值投资者', '高淨值投資者', 'high net worth investor'],
      'certified-sophisticated': [
        '经认证的成熟投资者',
        '經認證的成熟投資者',
        'certified sophisticated investor',
      ],
      'self-certified-sophisticated': [
        '自我认证的成熟投资者',
        '自我認證的成熟投資者',
        'self-certified sophisticated investor',
      ],
    },
    label('投资者声明的类别', '投資者聲明的類別', 'kind of investor statement signed'),
  ),
  'uk.client.statementOn': day(
    label('投资者声明的签署日期', '投資者聲明的簽署日期', 'day of the investor statement'),
    {
      change: {
        label: label(
          '先重新签署投资者声明',
          '先重新簽署投資者聲明',
          'have the client sign a new investor statement first',
        ),
        values: ['asOf'],
      },
    },
  ),
  'uk.client.annualIncome': amountIn(
    'GBP',
    label('上一财政年度收入', '上一財政年度收入', 'income in the last financial year'),
    PERSONAL,
  ),
  'uk.client.netAssets': amountIn(
    'GBP',
    label(
      '净资产（不含主要住所、养老金及人寿保单）',
      '淨資產（不含主要住所、退休金及人壽保單）',
      'net assets without the primary residence, pensions and life policies',
    ),
    { ...PERSONAL, min: -1e15 },
  ),
  'uk.client.restrictedInvested12m': amountIn(
    'GBP',
    label(
      '过去十二个月投入受限零售投资的金额',
      '過去十二個月投入受限零售投資的金額',
      'invested in restricted mass market investments in the last twelve months',
    ),
    PERSONAL,
  ),
  'uk.product.complex': yesNo(label('复杂产品', '複雜產品', 'complex product')),
  'uk.product.closed': yesNo(
    label(
      '已停止向新客户销售的产品',
      '已停止向新客戶銷售的產品',
      'product closed to new customers',
    ),
  ),
  'uk.product.promotionClass': oneOf(
    {
      none: ['不受限制', '不受限制', 'not restricted'],
      'restricted-mass-market': [
        '受限的大众市场投资',
        '受限的大眾市場投資',
        'restricted mass market investment',
      ],
    },
    label(
      '金融推广的限制类别',
      '金融推廣的限制類別',
      'class of product for the marketing restrictions',
    ),
  ),
  'uk.product.targetMarket': oneOf(
    {
      inside: ['属于目标市场', '屬於目標市場', 'inside the target market'],
      outside: ['不属于目标市场', '不屬於目標市場', 'outside the target market'],
    },
    label(
      '客户与目标市场的关系',
      '客戶與目標市場的關係',
      'whether the client belongs to the target market',
    ),
  ),
  'uk.order.service': oneOf(
    {
      advice: ['投资建议', '投資建議', 'advice'],
      'portfolio-management': ['投资组合管理', '投資組合管理', 'portfolio management'],
      'non-advised': ['不含建议', '不含建議', 'without advice'],
    },
    label('服务类别', '服務類別', 'kind of service'),
  ),
  'uk.order.amount': amountIn('GBP', label('交易金额', '交易金額', 'amount of the order'), {
    change: { direction: 'lower', step: 1, from: 0 },
  }),
  'uk.order.suitable': yesNo(
    label('经评估适合该客户', '經評估適合該客戶', 'assessed as suitable for the client'),
  ),
  'uk.order.reportGiven': yesNo(
    label(
      '已在成交前提供适合性报告',
      '已在成交前提供合適性報告',
      'suitability report was given before the transaction',
    ),
    CAN_CHANGE,
  ),
  'uk.order.reportDeferred': yesNo(
    label(
      '远程通讯无法事先交付报告，客户同意事后收取且可选择推迟交易',
      '遙距通訊無法事先交付報告，客戶同意事後收取且可選擇延遲交易',
      'distance communication prevents prior delivery, the client agreed to a later report and could have delayed',
    ),
    CAN_CHANGE,
  ),
  'uk.order.appropriate': yesNo(
    label(
      '经评估客户具备理解风险的知识与经验',
      '經評估客戶具備理解風險的知識與經驗',
      'assessed as appropriate to the client’s knowledge and experience',
    ),
  ),
  'uk.order.warnedNotAppropriate': yesNo(
    label(
      '已警告客户该产品不恰当',
      '已警告客戶該產品並不恰當',
      'client was warned that the product is not appropriate',
    ),
    CAN_CHANGE,
  ),
  'uk.order.warnedNotAssessed': yesNo(
    label(
      '已警告客户因信息不足无法评估',
      '已警告客戶因資料不足無法評估',
      'client was warned that too little is known to assess',
    ),
    CAN_CHANGE,
  ),
  'uk.order.foreseeableHarm': yesNo(
    label('预见会对客户造成损害', '預見會對客戶造成損害', 'harm to the client is foreseeable'),
  ),
  'uk.order.directOffer': yesNo(
    label(
      '源于直接要约的金融推广',
      '源於直接要約的金融推廣',
      'in response to a direct offer financial promotion',
    ),
  ),
  'uk.order.firstWithFirm': yesNo(
    label(
      '客户首次向本机构作此类投资',
      '客戶首次向本機構作此類投資',
      'first such investment of the client with the firm',
    ),
  ),
  'uk.order.hoursSinceRequest': count(
    'hours',
    label(
      '自客户要求查看要约起的小时数',
      '自客戶要求查看要約起的小時數',
      'hours since the client asked for the offer',
    ),
    { change: { direction: 'higher' } },
  ),
  'uk.order.personalRiskWarning': yesNo(
    label('已作个人化风险警示', '已作個人化風險警示', 'personalised risk warning was given'),
    CAN_CHANGE,
  ),
};
