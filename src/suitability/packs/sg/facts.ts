import type { FactDeclaration } from '../../../rules/index.js';
import { amountIn, label, oneOf, yesNo } from '../../facts/declare.js';

const CAN_CHANGE = { change: {} } as const;
const PERSONAL = { personal: true } as const;

/** What the rules of Singapore read beside the shared vocabulary. */
export const SG_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'sg.client.optedIn': yesNo(
    label(
      '已书面同意被视为认可投资者',
      '已書面同意被視為認可投資者',
      'agreed in writing to be treated as an accredited investor',
    ),
  ),
  'sg.client.assetsWithoutHome': amountIn(
    'SGD',
    label(
      '净个人资产（不含主要住所）',
      '淨個人資產（不含主要住所）',
      'net personal assets without the primary residence',
    ),
    { ...PERSONAL, min: -1e15 },
  ),
  'sg.client.homeEquity': amountIn(
    'SGD',
    label(
      '主要住所市值减去以其担保的贷款',
      '主要住所市值減去以其擔保的貸款',
      'value of the primary residence less the credit secured by it',
    ),
    { ...PERSONAL, min: -1e15 },
  ),
  'sg.client.financialAssets': amountIn(
    'SGD',
    label('净金融资产', '淨金融資產', 'financial assets net of related liabilities'),
    { ...PERSONAL, min: -1e15 },
  ),
  'sg.client.income12m': amountIn(
    'SGD',
    label('过去十二个月收入', '過去十二個月收入', 'income in the preceding twelve months'),
    PERSONAL,
  ),
  'sg.client.factFindComplete': yesNo(
    label(
      '已取得投资目标、财务状况及特定需要的资料',
      '已取得投資目標、財務狀況及特定需要的資料',
      'objectives, financial situation and particular needs were collected',
    ),
    CAN_CHANGE,
  ),
  'sg.client.factFindDeclined': yesNo(
    label(
      '客户拒绝提供资料且已记录在案',
      '客戶拒絕提供資料且已記錄在案',
      'client declined to give the information and that is on record',
    ),
  ),
  'sg.client.knowledgePassed': yesNo(
    label(
      '通过客户知识评估（CKA）',
      '通過客戶知識評估（CKA）',
      'passed the customer knowledge assessment',
    ),
  ),
  'sg.client.accountReviewPassed': yesNo(
    label(
      '通过客户账户审查（CAR）',
      '通過客戶帳戶審查（CAR）',
      'passed the customer account review',
    ),
  ),
  'sg.client.englishProficient': yesNo(
    label('英语熟练', '英語熟練', 'proficient in English'),
    PERSONAL,
  ),
  'sg.client.schoolCertificate': yesNo(
    label(
      '具备GCE O或N水准或同等学历',
      '具備GCE O或N水準或同等學歷',
      'has GCE O or N level certifications or the equivalent',
    ),
    PERSONAL,
  ),
  'sg.client.selected': yesNo(
    label(
      '经机构认定为特选客户',
      '經機構認定為特選客戶',
      'identified as a selected client by the firm',
    ),
    PERSONAL,
  ),
  'sg.product.specified': oneOf(
    {
      none: ['并非特定投资产品', '並非特定投資產品', 'no specified investment product'],
      listed: ['上市', '上市', 'listed'],
      unlisted: ['非上市', '非上市', 'unlisted'],
    },
    label('特定投资产品类别', '特定投資產品類別', 'kind of specified investment product'),
  ),
  'sg.product.kind': oneOf(
    {
      'life-policy': ['人寿保单', '人壽保單', 'life policy'],
      'unit-trust': ['单位信托', '單位信託', 'unit trust'],
      other: ['其他', '其他', 'other'],
    },
    label('产品种类', '產品種類', 'kind of product'),
  ),
  'sg.product.accreditedOnly': yesNo(
    label('仅面向认可投资者', '僅面向認可投資者', 'for accredited investors only'),
  ),
  'sg.order.recommended': yesNo(
    label('由代表提出推荐', '由代表提出推薦', 'recommended by a representative'),
  ),
  'sg.order.informationDisclosed': yesNo(
    label(
      '已披露产品的全部重要资料',
      '已披露產品的全部重要資料',
      'all material information on the product was disclosed',
    ),
    CAN_CHANGE,
  ),
  'sg.order.reasonableBasis': yesNo(
    label(
      '推荐具有合理依据',
      '推薦具有合理依據',
      'there is a reasonable basis for the recommendation',
    ),
  ),
  'sg.order.adviceGiven': yesNo(
    label('已就该产品提供建议', '已就該產品提供建議', 'advice on the product was given'),
    CAN_CHANGE,
  ),
  'sg.order.callBackDone': yesNo(
    label(
      '成交前已致电客户核实',
      '成交前已致電客戶核實',
      'client was called back before the transaction',
    ),
    CAN_CHANGE,
  ),
  'sg.order.callBackRecorded': yesNo(
    label('该致电已录音', '該致電已錄音', 'the call-back was recorded'),
    CAN_CHANGE,
  ),
  'sg.order.trustedIndividual': yesNo(
    label(
      '推荐时有受信任人士在场',
      '推薦時有受信任人士在場',
      'a trusted individual was present at the recommendation',
    ),
    CAN_CHANGE,
  ),
};
