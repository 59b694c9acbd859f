import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Texts of the rules of the United Kingdom. */
export const ukMessages: Messages = Object.freeze({
  'UK-COBS-9A.2.1(1)': text(
    '我们还没有取得评估适合性所需的信息（知识与经验、财务状况与承受亏损的能力、投资目标与风险容忍度），因此不能向您提出建议或代您作出决定。',
    '我們尚未取得評估合適性所需的資料（知識與經驗、財務狀況與承受虧損的能力、投資目標與風險容忍度），因此不能向閣下提出建議或代閣下作出決定。',
    'We do not yet know what we need for an assessment: your knowledge and experience, your financial situation and ability to bear losses, your objectives and risk tolerance. We may not recommend or decide anything for you.',
  ),
  'UK-COBS-9A.2.1(2)': text(
    '经评估，这项投资不适合您，我们不能推荐，也不能代您作出这一决定。',
    '經評估，這項投資並不適合閣下，我們不能推薦，亦不能代閣下作出這項決定。',
    'By our assessment this investment does not suit you. We may neither recommend it nor decide it for you.',
  ),
  'UK-COBS-9A.3.2': text(
    '成交之前须以可保存的形式向客户提供适合性报告，写明建议内容及其如何符合客户的偏好、目标及其他特点。',
    '成交之前須以可保存的形式向客戶提供合適性報告，寫明建議內容及其如何符合客戶的偏好、目標及其他特點。',
    'Before the transaction the client must have a suitability report that can be kept: what is advised and how it meets the client’s preferences, objectives and other characteristics.',
  ),
  'UK-COBS-10A.3.1': text(
    '根据您提供的信息，这款产品对您并不恰当。我们须先向您发出警告。',
    '根據閣下提供的資料，這款產品對閣下並不恰當。我們須先向閣下發出警告。',
    'From what you told us, this product is not appropriate for you. We must warn you first.',
  ),
  'UK-COBS-10A.3.2': text(
    '您没有提供足够的知识与经验信息，我们无法判断这款产品对您是否恰当，须先向您发出警告。',
    '閣下沒有提供足夠的知識與經驗資料，我們無法判斷這款產品對閣下是否恰當，須先向閣下發出警告。',
    'You told us too little about your knowledge and experience to say whether this product is appropriate for you. We must warn you first.',
  ),
  'UK-PROD-3.3.1': text(
    '客户不属于这款产品的目标市场，须由专人判断销售是否符合客户的最佳利益。',
    '客戶不屬於這款產品的目標市場，須由專人判斷銷售是否符合客戶的最佳利益。',
    'The client is outside the target market of the product. A person must judge whether the sale is in the client’s best interests.',
  ),
  'UK-PRIN-2A.2.8': text(
    '可以预见这笔交易会对零售客户造成损害，须由专人处理。',
    '可以預見這宗交易會對零售客戶造成損害，須由專人處理。',
    'Harm to the retail customer is foreseeable. A person must deal with this transaction.',
  ),
  'UK-COBS-4.12A.18': text(
    '首次投资这类高风险产品须有冷静期：自您要求查看要约起至少{coolingOffHours}小时。',
    '首次投資這類高風險產品須有冷靜期：自閣下要求查看要約起至少{coolingOffHours}小時。',
    'A first investment of this high-risk kind needs a cooling-off period: at least {coolingOffHours} {coolingOffHours|hour|hours} from when you asked to see the offer.',
  ),
  'UK-COBS-4.12A-warning': text(
    '首次投资这类高风险产品之前，须向您显示写有您姓名的风险警示。',
    '首次投資這類高風險產品之前，須向閣下顯示寫有閣下姓名的風險警示。',
    'Before a first investment of this high-risk kind you must be shown a risk warning with your name.',
  ),
  'UK-COBS-4.12A.22': text(
    '您须先签署投资者声明，且签署日距今不超过{statementMonths}个月。',
    '閣下須先簽署投資者聲明，且簽署日距今不超過{statementMonths}個月。',
    'You must first sign an investor statement, and it must be less than {statementMonths} {statementMonths|month|months} old.',
  ),
  'UK-COBS-4.12A-limit': text(
    '加上这笔交易，投入受限零售投资的金额超过净资产的{restrictedShare:percent}，与受限投资者声明不符，须由专人处理。',
    '加上這宗交易，投入受限零售投資的金額超過淨資產的{restrictedShare:percent}，與受限投資者聲明不符，須由專人處理。',
    'With this order more than {restrictedShare:percent} of net assets would be in restricted mass market investments, against the restricted investor’s statement. A person must look at it.',
  ),
  'UK-FPO-48': text(
    '收入低于{highNetWorthIncome:number}英镑，净资产也低于{highNetWorthAssets:number}英镑，与高净值声明不符，须由专人处理。',
    '收入低於{highNetWorthIncome:number}英鎊，淨資產亦低於{highNetWorthAssets:number}英鎊，與高淨值聲明不符，須由專人處理。',
    'Income is below GBP {highNetWorthIncome:number} and net assets are below GBP {highNetWorthAssets:number}, against the high net worth statement. A person must look at it.',
  ),
  'UK-COBS-4.12A-appropriateness': text(
    '须先经评估确认这款高风险产品对您是恰当的，才能受理申请。',
    '須先經評估確認這款高風險產品對閣下是恰當的，方可受理申請。',
    'The application can go ahead only once this high-risk product was assessed as appropriate for you.',
  ),
});
