import {
  type LocalisedText,
  type Messages,
  localisedText as text,
} from '../../../../evidence/index.js';

const EXPLAIN: LocalisedText = text(
  '须如实说明产品或者服务的重要内容，并充分揭示风险。',
  '須如實說明產品或者服務的重要內容，並充分揭示風險。',
  'What matters about the product or service must be truthfully explained and its risks fully revealed.',
);

const REFUSE: LocalisedText = text(
  '客户拒绝提供或者未如实提供所需信息，须告知其后果并拒绝销售。',
  '客戶拒絕提供或者未如實提供所需資料，須告知其後果並拒絕銷售。',
  'The client withholds the information that is needed or gives it untruly. The client must be told the consequences, and the sale refused.',
);

const PROVE: LocalisedText = text(
  '与普通投资者发生纠纷，须能够提供资料证明已履行适当性义务，不存在误导、欺诈。',
  '與普通投資者發生糾紛，須能夠提供資料證明已履行適當性義務，不存在誤導、欺詐。',
  'In a dispute with an ordinary investor the firm must be able to show that it did its duty and that nobody was misled or defrauded.',
);

/** Texts of the rules on the conduct of selling products of securities, fund and futures firms. */
export const csrcConductMessages: Messages = Object.freeze({
  'CN-CSRC-21': text(
    '客户或者产品信息已变化，须调整投资者分类、产品分级和匹配意见，并告知客户。',
    '客戶或者產品資料已變化，須調整投資者分類、產品分級和匹配意見，並告知客戶。',
    'Information on the client or the product has changed. Class, grade and match opinion must be adjusted and the client told.',
  ),
  'CN-CSRC-22(1)-access': text(
    '客户不符合准入要求，不得销售。',
    '客戶不符合准入要求，不得銷售。',
    'The client does not meet the access requirements, so nothing may be sold.',
  ),
  'CN-CSRC-22(2)': text(
    '不得就不确定事项提供确定性的判断，或者使客户误认为具有确定性。',
    '不得就不確定事項提供確定性的判斷，或者使客戶誤認為具有確定性。',
    'Nothing uncertain may be put to the client as certain, or so that it seems certain.',
  ),
  'CN-CSRC-22(4)': text(
    '不得向普通投资者主动推介不符合其投资目标的产品。',
    '不得向普通投資者主動推介不符合其投資目標的產品。',
    'A product that does not meet the objectives of an ordinary investor may not be proposed.',
  ),
  'CN-CSRC-22(6)': text(
    '存在其他违背适当性要求、损害投资者权益的行为，须停止。',
    '存在其他違背適當性要求、損害投資者權益的行為，須停止。',
    'Another act against suitability harms the client. It must stop.',
  ),
  'CN-CSRC-23': text(
    '销售前须告知普通投资者：可能导致本金亏损和超过本金损失的事项、机构状况变化的影响、全部限制内容，以及适当性匹配意见。',
    '銷售前須告知普通投資者：可能導致本金虧損和超過本金損失的事項、機構狀況變化的影響、全部限制內容，以及適當性匹配意見。',
    'Before the sale an ordinary investor must be told: what may lose principal and more than that, what changes of the firm may do, every limit, and the match opinion.',
  ),
  'CN-CSRC-25-branch': text(
    '在营业网点进行的告知、警示，须全过程录音或者录像。',
    '在營業網點進行的告知、警示，須全過程錄音或者錄像。',
    'Notices and warnings in a branch must be recorded in sound or video from beginning to end.',
  ),
  'CN-CSRC-25-online': text(
    '以互联网等非现场方式进行的告知、警示，须完善留痕，并由客户以电子方式确认。',
    '以互聯網等非現場方式進行的告知、警示，須完善留痕，並由客戶以電子方式確認。',
    'Notices and warnings online or otherwise at a distance must leave a complete trace and be confirmed electronically by the client.',
  ),
  'CN-CSRC-30': text(
    '须每{selfReviewMonths}个月开展一次适当性自查，并形成报告；最近一次为{review.lastOn}。',
    '須每{selfReviewMonths}個月開展一次適當性自查，並形成報告；最近一次為{review.lastOn}。',
    'Suitability must be self-reviewed, with a report, every {selfReviewMonths} {selfReviewMonths|month|months}; the last time was {review.lastOn}.',
  ),
  'CN-CSRC-32': text(
    '须保存匹配方案、告知警示资料和录音录像资料，保存期限不少于二十年。',
    '須保存匹配方案、告知警示資料和錄音錄像資料，保存期限不少於二十年。',
    'The match plan, notices, warnings and recordings must be kept for at least twenty years.',
  ),
  'CN-CSRC-32-reviews': text(
    '须保存自查报告，保存期限不少于二十年。',
    '須保存自查報告，保存期限不少於二十年。',
    'Self-review reports must be kept for at least twenty years.',
  ),
  'CN-CSRC-33-information': REFUSE,
  'CN-CSRC-34': text(
    '与普通投资者发生纠纷，须能够提供评估、分级、匹配、告知警示和留痕资料，证明已履行义务。',
    '與普通投資者發生糾紛，須能夠提供評估、分級、匹配、告知警示和留痕資料，證明已履行義務。',
    'In a dispute with an ordinary investor the firm must be able to produce assessment, grading, match opinion, notices and recordings, and so prove that it did its duty.',
  ),
  'CN-SL-88': EXPLAIN,
  'CN-SL-88(2)': REFUSE,
  'CN-SL-89': PROVE,
  'CN-FDL-50': EXPLAIN,
  'CN-FDL-50(2)': REFUSE,
  'CN-FDL-51': PROVE,
  'CN-FUND-87': text(
    '私募基金投资者累计不得超过{maxInvestors}人，加上这位客户将达到{fund.investors}人。',
    '私募基金投資者累計不得超過{maxInvestors}人，加上這位客戶將達到{fund.investors}人。',
    'A private fund may have no more than {maxInvestors} {maxInvestors|investor|investors}; with this client it would have {fund.investors}.',
  ),
  'CN-FUND-87-qualified': text(
    '私募基金只能向合格投资者募集，客户不符合。',
    '私募基金只能向合格投資者募集，客戶不符合。',
    'A private fund is for qualified investors only, and the client is none.',
  ),
  'CN-FUND-98': text(
    '销售基金须充分揭示投资风险。',
    '銷售基金須充分揭示投資風險。',
    'Who sells a fund must fully reveal its risks.',
  ),
  'CN-PFR-18': text(
    '不得拆分私募基金份额或者收益权，也不得为单一项目设立多只基金，突破人数限制或者降低合格投资者标准。',
    '不得拆分私募基金份額或者收益權，也不得為單一項目設立多隻基金，突破人數限制或者降低合格投資者標準。',
    'Units or rights of a private fund may not be split, nor several funds set up for one project, to get round the limit of investors or the standard for them.',
  ),
  'CN-PFR-19': text(
    '销售私募基金须充分揭示投资风险。',
    '銷售私募基金須充分揭示投資風險。',
    'Who sells a private fund must fully reveal its risks.',
  ),
  'CN-PFR-20-nominee': text(
    '客户为他人代持，不得向其募集或者转让私募基金。',
    '客戶為他人代持，不得向其募集或者轉讓私募基金。',
    'The client would hold for somebody else. A private fund may not be sold or transferred to a nominee.',
  ),
  'CN-PFR-20-public': text(
    '私募基金不得向不特定对象宣传推介，不得虚假、片面、夸大宣传，也不得以托管人名义推介。',
    '私募基金不得向不特定對象宣傳推介，不得虛假、片面、誇大宣傳，也不得以託管人名義推介。',
    'A private fund may not be promoted to an unspecified public, nor falsely, one-sidedly or with exaggeration, nor in the name of its custodian.',
  ),
  'CN-PFR-20-guarantee': text(
    '不得承诺私募基金的投资本金不受损失或者最低收益。',
    '不得承諾私募基金的投資本金不受損失或者最低收益。',
    'For a private fund neither principal nor a least return may be promised.',
  ),
});
