import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Texts of the rules of Australia. */
export const auMessages: Messages = Object.freeze({
  'AU-CA-961B': text(
    '向零售客户提供个人建议的，须为客户的最佳利益行事。',
    '向零售客戶提供個人建議的，須為客戶的最佳利益行事。',
    'With personal advice to a retail client the provider must act in the best interests of the client.',
  ),
  'AU-CA-961G': text(
    '这项建议对您并不恰当，我们不能提供。',
    '這項建議對閣下並不恰當，我們不能提供。',
    'This advice is not appropriate to you. We may not give it.',
  ),
  'AU-CA-961H': text(
    '建议依据的资料不完整或不准确，须先警告客户，并请其考虑建议是否恰当。',
    '建議依據的資料不完整或不準確，須先警告客戶，並請其考慮建議是否恰當。',
    'The advice rests on incomplete or inaccurate information. The client must be warned and asked to consider whether it is appropriate.',
  ),
  'AU-CA-961J': text(
    '客户利益与提供者一方的利益冲突，须将客户利益置于优先。',
    '客戶利益與提供者一方的利益衝突，須將客戶利益置於優先。',
    'The interests of the client conflict with those of the provider’s side. The client’s must come first.',
  ),
  'AU-CA-946A': text(
    '办理源自该建议的交易之前，须先向客户交付建议书（Statement of Advice）。',
    '辦理源自該建議的交易之前，須先向客戶交付建議書（Statement of Advice）。',
    'Before a transaction that follows from the advice the client must have a Statement of Advice.',
  ),
  'AU-CA-949A': text(
    '须警示客户：这是一般建议，没有考虑其目标、财务状况或需要。',
    '須警示客戶：這是一般建議，沒有考慮其目標、財務狀況或需要。',
    'The client must be warned that this is general advice, made without regard to objectives, financial situation or needs.',
  ),
  'AU-CA-994D': text(
    '这款产品尚未作出目标市场判定，不能向零售客户销售。',
    '這款產品尚未作出目標市場判定，不能向零售客戶銷售。',
    'No target market determination was made for this product. It may not be distributed to retail clients.',
  ),
  'AU-CA-994E': text(
    '客户不属于这款产品的目标市场，须由专人判断销售是否与目标市场判定一致。',
    '客戶不屬於這款產品的目標市場，須由專人判斷銷售是否與目標市場判定一致。',
    'The client is outside the target market. A person must judge whether the sale is consistent with the determination.',
  ),
  'AU-CA-761G': text(
    '这款产品仅可售予批发客户：价格不少于{wholesalePrice:number}澳元，或{certificateMonths}个月内的会计师证明载明净资产不少于{wholesaleAssets:number}澳元或总收入不少于{wholesaleIncome:number}澳元。',
    '這款產品僅可售予批發客戶：價格不少於{wholesalePrice:number}澳元，或{certificateMonths}個月內的會計師證明載明淨資產不少於{wholesaleAssets:number}澳元或總收入不少於{wholesaleIncome:number}澳元。',
    'This product is for wholesale clients only: a price of at least AUD {wholesalePrice:number}, or an accountant’s certificate of the last {certificateMonths} {certificateMonths|month|months} on net assets of at least AUD {wholesaleAssets:number} or gross income of at least AUD {wholesaleIncome:number}.',
  ),
});
