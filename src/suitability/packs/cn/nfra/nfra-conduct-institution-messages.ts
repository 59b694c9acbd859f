import { type Messages, localisedText as text } from '../../../../evidence/index.js';

/** Texts of the rules on products over their life and on the institution's own house. */
export const nfraInstitutionMessages: Messages = Object.freeze({
  'CN-NFRA-7': text(
    '信息系统须能够识别、提示和限制不符合适当性管理要求的交易。',
    '資訊系統須能夠識別、提示和限制不符合適當性管理要求的交易。',
    'The system must identify, prompt and restrict trades that do not meet suitability.',
  ),
  'CN-NFRA-8': text(
    '设计产品时须充分考虑目标客户群体需求，并开展消费者权益保护审查。',
    '設計產品時須充分考慮目標客戶群體需求，並開展消費者權益保護審查。',
    'In designing a product the needs of its target clients must be considered and a consumer protection review made.',
  ),
  'CN-NFRA-9': text(
    '须清晰界定产品的属性特征、风险水平、权利义务关系和适合的客户范围。',
    '須清晰界定產品的屬性特徵、風險水平、權利義務關係和適合的客戶範圍。',
    'The features, risk, rights and duties of the product and the range of clients it is meant for must be clearly defined.',
  ),
  'CN-NFRA-10(3)': text(
    '须履行客户信息保护义务，确保客户信息安全。',
    '須履行客戶資料保護義務，確保客戶資料安全。',
    'Client information must be protected and kept safe.',
  ),
  'CN-NFRA-15': text(
    '与第三方机构合作营销的，须监督管理第三方机构，确保营销内容和方式合法合规。',
    '與第三方機構合作營銷的，須監督管理第三方機構，確保營銷內容和方式合法合規。',
    'Where a third party markets too, it must be supervised, and content and manner of the marketing must be lawful.',
  ),
  'CN-NFRA-16(3)': text(
    '销售人员考核须包括销售行为和程序的合规性以及客户投诉情况。',
    '銷售人員考核須包括銷售行為和程序的合規性以及客戶投訴情況。',
    'Sellers must be appraised by the compliance of their sales and by clients’ complaints too.',
  ),
  'CN-NFRA-16(3)-sole': text(
    '不得以销售业绩作为唯一考核指标。',
    '不得以銷售業績作為唯一考核指標。',
    'Sales may not be the sole measure by which sellers are appraised.',
  ),
  'CN-NFRA-20': text(
    '须及时、妥善处理投诉，并主动与客户协商。',
    '須及時、妥善處理投訴，並主動與客戶協商。',
    'The complaint must be dealt with promptly and properly, and the institution must offer to negotiate.',
  ),
  'CN-NFRA-20-route': text(
    '协商不成的，须通过调解、仲裁、诉讼等方式化解纠纷。',
    '協商不成的，須通過調解、仲裁、訴訟等方式化解糾紛。',
    'Where negotiation fails, the dispute must be taken to mediation, arbitration or a court.',
  ),
  'CN-NFRA-21(1)': text(
    '委托代理销售前，须确认代理机构的资格、人员、内控制度和技术设备，并提供适当性管理标准和分级考虑因素。',
    '委託代理銷售前，須確認代理機構的資格、人員、內控制度和技術設備，並提供適當性管理標準和分級考慮因素。',
    'Before an agent sells, its licence, staff, controls and systems must be confirmed, and it must be given the suitability standards and grading factors.',
  ),
  'CN-NFRA-22(2)-issuer': text(
    '产品风险等级已变动，发行机构须及时告知销售机构。',
    '產品風險等級已變動，發行機構須及時告知銷售機構。',
    'The product’s risk rating has changed. The issuer must tell the sellers promptly.',
  ),
  'CN-NFRA-22(2)-disclose': text(
    '产品风险等级已变动，销售机构须及时披露。',
    '產品風險等級已變動，銷售機構須及時披露。',
    'The product’s risk rating has changed. The seller must disclose it promptly.',
  ),
  'CN-NFRA-22(2)-opinion': text(
    '产品或者客户信息已变化，须主动调整适当性匹配意见，并及时告知客户。',
    '產品或者客戶資料已變化，須主動調整適當性匹配意見，並及時告知客戶。',
    'Product or client information has changed. The match opinion must be adjusted and the client told promptly.',
  ),
  'CN-NFRA-22(2)-keep': text(
    '产品开放期内，客户可以自主决定是否继续持有；等级变动不要求其卖出。',
    '產品開放期內，客戶可以自主決定是否繼續持有；等級變動不要求其賣出。',
    'In the open period the client decides whether to keep the holding; a changed rating does not oblige anybody to sell.',
  ),
  'CN-NFRA-23': text(
    '风险评级须综合考虑投资方向和流动性、期限和申赎安排、杠杆、结构复杂性、募集方式、信用状况，以及同类产品业绩和波动。',
    '風險評級須綜合考慮投資方向和流動性、期限和申贖安排、槓桿、結構複雜性、募集方式、信用狀況，以及同類產品業績和波動。',
    'The rating must weigh investments and their liquidity, term and redemption, leverage, complexity, way of offering, credit, and the record and volatility of similar products.',
  ),
  'CN-NFRA-24': text(
    '风险评级须由专门部门或者团队负责，并由机构确认。',
    '風險評級須由專門部門或者團隊負責，並由機構確認。',
    'The rating must be made by a dedicated department or team and signed off by the institution.',
  ),
  'CN-NFRA-24-provider': text(
    '第三方评级机构不具备相关资质，不得委托。',
    '第三方評級機構不具備相關資質，不得委託。',
    'The third party is not qualified to serve the rating and may not be engaged.',
  ),
  'CN-NFRA-31(2)': text(
    '产品存续期内，须及时、准确、完整披露投资运作情况、杠杆水平、风险状况和重大风险事件。',
    '產品存續期內，須及時、準確、完整披露投資運作情況、槓桿水平、風險狀況和重大風險事件。',
    'Over the product’s life its operation, leverage, risk situation and major risk events must be disclosed promptly, accurately and completely.',
  ),
});
