import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Texts of the rules of Singapore. */
export const sgMessages: Messages = Object.freeze({
  'SG-FAA-34': text(
    '推荐之前须向客户披露产品的全部重要资料：条款、利益与风险、费用等。',
    '推薦之前須向客戶披露產品的全部重要資料：條款、利益與風險、費用等。',
    'All material information on the recommended product must be disclosed first: terms, benefits and risks, costs.',
  ),
  'SG-FAA-36': text(
    '这项推荐没有合理依据，我们不能提出。',
    '這項推薦沒有合理依據，我們不能提出。',
    'There is no reasonable basis for this recommendation. We may not make it.',
  ),
  'SG-FAA-N16': text(
    '推荐之前须了解客户的投资目标、财务状况及特定需要；客户拒绝提供的，须记录在案。',
    '推薦之前須了解客戶的投資目標、財務狀況及特定需要；客戶拒絕提供的，須記錄在案。',
    'Objectives, financial situation and particular needs must be known before a recommendation; if the client declines to tell, that must be on record.',
  ),
  'SG-N12-knowledge': text(
    '客户未通过客户知识评估，须先就这款非上市特定投资产品提供建议。',
    '客戶未通過客戶知識評估，須先就這款非上市特定投資產品提供建議。',
    'The client did not pass the customer knowledge assessment. Advice on this unlisted specified investment product comes first.',
  ),
  'SG-N12-account': text(
    '客户未通过客户账户审查，能否买卖上市特定投资产品须由专人决定。',
    '客戶未通過客戶帳戶審查，能否買賣上市特定投資產品須由專人決定。',
    'The client did not pass the customer account review. A person must decide on trading in listed specified investment products.',
  ),
  'SG-SFA-4A': text(
    '这款产品仅面向已书面同意的认可投资者：净个人资产超过{accreditedAssets:number}新元（主要住所最多计{homeCap:number}新元），或金融资产超过{accreditedFinancialAssets:number}新元，或年收入不少于{accreditedIncome:number}新元。',
    '這款產品僅面向已書面同意的認可投資者：淨個人資產超過{accreditedAssets:number}新元（主要住所最多計{homeCap:number}新元），或金融資產超過{accreditedFinancialAssets:number}新元，或年收入不少於{accreditedIncome:number}新元。',
    'This product is for accredited investors who have opted in: net personal assets above SGD {accreditedAssets:number} (the home counts up to SGD {homeCap:number}), or financial assets above SGD {accreditedFinancialAssets:number}, or an income of at least SGD {accreditedIncome:number} a year.',
  ),
  'SG-FAA-N20': text(
    '这是特选客户（年满{selectedAge}岁、英语不熟练、学历较低三项中符合两项），成交前须致电核实。',
    '這是特選客戶（年滿{selectedAge}歲、英語不熟練、學歷較低三項中符合兩項），成交前須致電核實。',
    'This is a selected client: two of {selectedAge} or older, little English and little schooling apply. A call-back comes before the transaction.',
  ),
  'SG-FAA-N20-revised': text(
    '这是特选客户：推荐时须有受信任人士在场，成交前须致电核实并录音。',
    '這是特選客戶：推薦時須有受信任人士在場，成交前須致電核實並錄音。',
    'This is a selected client: a trusted individual must be present at the recommendation, and a recorded call-back comes before the transaction.',
  ),
  'SG-free-look': text(
    '收到保单后有{freeLookDays}天的自由查阅期，期内可以退保。',
    '收到保單後有{freeLookDays}天的自由查閱期，期內可以退保。',
    'Once you have the policy you have {freeLookDays} {freeLookDays|day|days} to look at it and give it back.',
  ),
  'SG-cancellation': text(
    '购买单位信托后有{cancellationDays}天的取消期。',
    '購買單位信託後有{cancellationDays}天的取消期。',
    'You may cancel the purchase of a unit trust within {cancellationDays} {cancellationDays|day|days}.',
  ),
});
