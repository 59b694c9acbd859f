import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Texts of the rules of the United States. */
export const usMessages: Messages = Object.freeze({
  'US-REG-BI-disclosure': text(
    '提出推荐之前或之时，须以书面向零售客户充分、公平地披露关系的范围与条件以及利益冲突的重要事实。',
    '提出推薦之前或之時，須以書面向零售客戶充分、公平地披露關係的範圍與條件以及利益衝突的重要事實。',
    'Before or with the recommendation the retail customer must have full and fair written disclosure of the material facts on the relationship and on conflicts of interest.',
  ),
  'US-REG-BI-care-A': text(
    '尚未充分了解这项推荐的风险、收益与成本，或没有理由相信它对任何零售客户有利，不能推荐。',
    '尚未充分了解這項推薦的風險、收益與成本，或沒有理由相信它對任何零售客戶有利，不能推薦。',
    'Its risks, rewards and costs are not understood, or there is no reason to believe that it could be in the best interest of any retail customer. It may not be recommended.',
  ),
  'US-REG-BI-care-B': text(
    '没有合理依据认为这项推荐符合您的最佳利益，我们不能推荐。',
    '沒有合理依據認為這項推薦符合閣下的最佳利益，我們不能推薦。',
    'There is no reasonable basis to believe that this is in your best interest. We may not recommend it.',
  ),
  'US-REG-BI-care-C': text(
    '与此前的推荐合并看来交易过度，不符合您的最佳利益，我们不能推荐。',
    '與此前的推薦合併看來交易過度，不符合閣下的最佳利益，我們不能推薦。',
    'Taken together with earlier recommendations this would be excessive and not in your best interest. We may not recommend it.',
  ),
  'US-REG-BI-conflict': text(
    '存在可能使本机构利益优先于客户的诱因，须先缓解或消除。',
    '存在可能使本機構利益優先於客戶的誘因，須先緩解或消除。',
    'There is an incentive that could place our interest ahead of the customer’s. It must be mitigated or eliminated first.',
  ),
  'US-REG-BI-account': text(
    '推荐账户类型或退休账户转存之前，须先比较各种方案，包括维持现状。',
    '推薦帳戶類型或退休帳戶轉存之前，須先比較各種方案，包括維持現狀。',
    'Before an account type or a rollover is recommended, the choices must be compared, staying put included.',
  ),
  'US-FINRA-2111': text(
    '没有合理依据认为这项推荐适合客户，不能推荐。',
    '沒有合理依據認為這項推薦適合客戶，不能推薦。',
    'There is no reasonable basis to believe that this is suitable for the customer. It may not be recommended.',
  ),
  'US-FINRA-2111.05': text(
    '对这项推荐的性质、风险与回报没有充分了解，或与此前的推荐合并看来交易过度，不能推荐。',
    '對這項推薦的性質、風險與回報沒有充分了解，或與此前的推薦合併看來交易過度，不能推薦。',
    'Its nature, risks and rewards are not understood, or it is excessive together with earlier recommendations. It may not be recommended.',
  ),
  'US-FINRA-2111(b)': text(
    '总资产不少于{institutionalAssets:number}美元的机构账户，能独立判断且已明确表示，针对该客户的适合性义务视为已履行。',
    '總資產不少於{institutionalAssets:number}美元的機構帳戶，能獨立判斷且已明確表示，針對該客戶的合適性義務視為已履行。',
    'An institutional account with at least USD {institutionalAssets:number} judges for itself and has said so: customer-specific suitability counts as fulfilled.',
  ),
  'US-FORM-CRS': text(
    '须先向零售投资者交付客户关系摘要（Form CRS）。',
    '須先向零售投資者交付客戶關係摘要（Form CRS）。',
    'The retail investor must first have the relationship summary (Form CRS).',
  ),
  'US-FINRA-2090': text(
    '须先了解客户及其代理人权限的基本事实。',
    '須先了解客戶及其代理人權限的基本事實。',
    'The essential facts on the customer, and on the authority of those who act for the customer, must be known first.',
  ),
  'US-FINRA-2165': text(
    '客户年满{specifiedAdultAge}岁或因身心障碍无法保护自身利益，且有理由相信存在金融剥削。可以暂缓执行，须由专人处理。',
    '客戶年滿{specifiedAdultAge}歲或因身心障礙無法保護自身利益，且有理由相信存在金融剝削。可以暫緩執行，須由專人處理。',
    'The customer is {specifiedAdultAge} or older or cannot protect own interests, and exploitation is believed. The transaction may be put on hold; a person must deal with it.',
  ),
  'US-FINRA-4512': text(
    '尚未尽合理努力取得可信联系人的姓名与联系方式。',
    '尚未盡合理努力取得可信聯絡人的姓名與聯絡方式。',
    'No reasonable effort is on file to obtain the name and contact details of a trusted contact person.',
  ),
  'US-REG-D-501': text(
    '这款产品仅面向合格投资者：净资产（不含主要住所）超过{accreditedNetWorth:number}美元，或收入超过{accreditedIncome:number}美元（与配偶合计{accreditedJointIncome:number}美元）。',
    '這款產品僅面向認可投資者：淨資產（不含主要住所）超過{accreditedNetWorth:number}美元，或收入超過{accreditedIncome:number}美元（與配偶合計{accreditedJointIncome:number}美元）。',
    'This product is open to accredited investors only: net worth without the primary residence above USD {accreditedNetWorth:number}, or income above USD {accreditedIncome:number} (USD {accreditedJointIncome:number} with the spouse).',
  ),
});
