import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Texts of the rules of Hong Kong. */
export const hkMessages: Messages = Object.freeze({
  'HK-SFC-5.1': text(
    '须先确立客户的财务状况、投资经验及投资目标。',
    '須先確立客戶的財政狀況、投資經驗及投資目標。',
    'The client’s financial situation, investment experience and investment objectives must be established first.',
  ),
  'HK-SFC-5.2': text(
    '在所有情况下看来，这项建议或招揽并不合理地适合您，我们不能提出。',
    '在所有情況下看來，這項建議或招攬並不合理地適合閣下，我們不能提出。',
    'In all the circumstances this recommendation or solicitation is not reasonably suitable for you. We may not make it.',
  ),
  'HK-SFC-5.5': text(
    '这是复杂产品，经评估不适合您。即使您主动要求，我们也不能为您办理。',
    '這是複雜產品，經評估並不適合閣下。即使閣下主動要求，我們亦不能為閣下辦理。',
    'This is a complex product and by our assessment it does not suit you. We may not carry it out even if you ask for it.',
  ),
  'HK-SFC-5.5-information': text(
    '这是复杂产品，须先提供产品性质、特点及风险的资料和警告声明。',
    '這是複雜產品，須先提供產品性質、特點及風險的資料和警告聲明。',
    'This is a complex product: information on its nature, features and risks, and warning statements, come first.',
  ),
  'HK-SFC-5.1A-exchange': text(
    '客户对衍生工具没有认识而主动要求买入交易所买卖的衍生产品，须先解释相关风险。',
    '客戶對衍生工具沒有認識而主動要求買入交易所買賣的衍生產品，須先解釋相關風險。',
    'The client has no knowledge of derivatives and asks for an exchange-traded one. Its risks must be explained first.',
  ),
  'HK-SFC-5.1A-unlisted': text(
    '客户对衍生工具没有认识，买入非上市衍生产品之前须先作出警告并提供适当意见。',
    '客戶對衍生工具沒有認識，買入非上市衍生產品之前須先作出警告並提供適當意見。',
    'The client has no knowledge of derivatives. Before an unlisted one the client must be warned and given appropriate advice.',
  ),
  'HK-571D-professional': text(
    '这款产品仅可售予专业投资者：个人或法团的投资组合不少于{professionalPortfolio:number}港元，或法团的总资产不少于{professionalAssets:number}港元。',
    '這款產品僅可售予專業投資者：個人或法團的投資組合不少於{professionalPortfolio:number}港元，或法團的總資產不少於{professionalAssets:number}港元。',
    'This product may be sold to professional investors only: a portfolio of at least HKD {professionalPortfolio:number}, or for a company total assets of at least HKD {professionalAssets:number}.',
  ),
  'HK-HKMA-vulnerable': text(
    '这是弱势客户，请采取额外保障措施，例如由同伴或另一职员见证。',
    '這是弱勢客戶，請採取額外保障措施，例如由同伴或另一職員見證。',
    'This client is vulnerable. Take extra safeguards, such as a companion or a second member of staff.',
  ),
});
