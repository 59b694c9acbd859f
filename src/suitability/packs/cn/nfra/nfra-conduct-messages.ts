import { type Messages, localisedText as text } from '../../../../evidence/index.js';

/** Texts of the rules on a sale and on what is forbidden. */
export const nfraSaleMessages: Messages = Object.freeze({
  'CN-NFRA-5': text(
    '按规定，适当性匹配意见不表明机构对产品的风险及收益作出实质性判断或者保证。这份意见没有写明这一点，宜写明，以免客户误解。',
    '按規定，適當性匹配意見不表明機構對產品的風險及收益作出實質性判斷或者保證。這份意見沒有寫明這一點，宜寫明，以免客戶誤解。',
    'By the order a match opinion is neither a judgement on the substance of the product’s risk and return nor a guarantee. This one does not say so; it should, lest the client misunderstand it.',
  ),
  'CN-NFRA-9-range': text(
    '客户不属于这款产品适合的客户范围，须由专人判断是否具备适当性。',
    '客戶不屬於這款產品適合的客戶範圍，須由專人判斷是否具備適當性。',
    'The client is outside the range for whom this product is meant. A person must judge whether it is suitable.',
  ),
  'CN-NFRA-10': text(
    '客户拒绝提供购买所必需的信息，机构可以拒绝销售，须由专人决定。',
    '客戶拒絕提供購買所必需的資料，機構可以拒絕銷售，須由專人決定。',
    'The client refuses information that the purchase needs. The institution may refuse to sell; a person must decide.',
  ),
  'CN-NFRA-11': text(
    '这款产品或者市场设有准入要求，须先审查客户资格。',
    '這款產品或者市場設有准入要求，須先審查客戶資格。',
    'This product or market has access requirements. The client’s qualification must be reviewed first.',
  ),
  'CN-NFRA-11-unmet': text(
    '客户不符合准入要求，不得销售或者交易。',
    '客戶不符合准入要求，不得銷售或者交易。',
    'The client does not meet the access requirements, so nothing may be sold.',
  ),
  'CN-NFRA-13(1)': text(
    '评估的真实性、有效性受到影响，评估不能作为销售依据。',
    '評估的真實性、有效性受到影響，評估不能作為銷售依據。',
    'The assessment was tampered with and is no ground for a sale.',
  ),
  'CN-NFRA-13(2)': text(
    '告知或者风险提示存在虚假、误导、重大遗漏，或者违规承诺，不得据此销售。',
    '告知或者風險提示存在虛假、誤導、重大遺漏，或者違規承諾，不得據此銷售。',
    'What the client was told is false, misleading or incomplete, or promises what may not be promised. Nothing may be sold on it.',
  ),
  'CN-NFRA-13(3)': text(
    '不得主动推介风险等级（R{product.risk}）高于客户风险承受能力等级（C{client.riskLevel}）的产品。',
    '不得主動推介風險等級（R{product.risk}）高於客戶風險承受能力等級（C{client.riskLevel}）的產品。',
    'A product rated R{product.risk} may not be proposed to a client whose risk tolerance level is C{client.riskLevel}.',
  ),
  'CN-NFRA-13(3)-deceit': text(
    '客户受到欺骗或者误导，不得向其销售不具备适当性的产品。',
    '客戶受到欺騙或者誤導，不得向其銷售不具備適當性的產品。',
    'The client was deceived or misled into an unsuitable purchase. It may not go ahead.',
  ),
  'CN-NFRA-13(4)': text(
    '推介中操纵业绩或者不当展示，不得以此误导或者诱导客户。',
    '推介中操縱業績或者不當展示，不得以此誤導或者誘導客戶。',
    'The promotion manipulates or improperly displays performance. Clients may not be lured with it.',
  ),
  'CN-NFRA-13(5)': text(
    '存在其他违反适当性要求、损害客户权益的行为，须停止。',
    '存在其他違反適當性要求、損害客戶權益的行為，須停止。',
    'Another act against suitability harms the client. It must stop.',
  ),
  'CN-NFRA-14': text(
    '线上销售须将适当性管理嵌入流程，并保障客户的知情权和自主选择权。',
    '線上銷售須將適當性管理嵌入流程，並保障客戶的知情權和自主選擇權。',
    'An online sale must have suitability embedded in its flow and keep the client informed and free to choose.',
  ),
  'CN-NFRA-18-online': text(
    '客户已年满{elderlyFromAge}周岁，产品风险较高（R{product.risk}），线上流程须具备适老性、易用性和安全性。',
    '客戶已年滿{elderlyFromAge}周歲，產品風險較高（R{product.risk}），線上流程須具備適老性、易用性和安全性。',
    'The client is {elderlyFromAge} or older and the product carries a high risk (R{product.risk}). The online flow must be safe and easy to use for the elderly.',
  ),
  'CN-NFRA-16(1)': text(
    '销售人员不具备这款产品的销售资质，不得由其销售。',
    '銷售人員不具備這款產品的銷售資質，不得由其銷售。',
    'The seller is not qualified to sell this product and may not do so.',
  ),
  'CN-NFRA-16(2)': text(
    '销售人员须经培训，充分了解这款产品的属性特征和风险水平。',
    '銷售人員須經培訓，充分了解這款產品的屬性特徵和風險水平。',
    'The seller must be trained and know the features and the risk of this product.',
  ),
  'CN-NFRA-17': text(
    '须保存产品评级结果、客户评估结果、告知提示资料和录音录像资料，使过程可回溯。',
    '須保存產品評級結果、客戶評估結果、告知提示資料和錄音錄像資料，使過程可回溯。',
    'The product rating, the client assessment, notices and prompts, and recordings must be kept, so that the process can be retraced.',
  ),
  'CN-NFRA-27-records': text(
    '客户是专业投资者，可以视情况简化或者免于可回溯管理。',
    '客戶是專業投資者，可以視情況簡化或者免於可回溯管理。',
    'The client is a professional investor; keeping the process retraceable may be simplified or left out.',
  ),
  'CN-NFRA-21(1)-agent': text(
    '代理销售机构须自行完成客户评估和适当性匹配。',
    '代理銷售機構須自行完成客戶評估和適當性匹配。',
    'The agent must have assessed the client and matched the product itself.',
  ),
  'CN-NFRA-21(2)': text(
    '委托销售合同须明确双方适当性管理的责任和义务。',
    '委託銷售合約須明確雙方適當性管理的責任和義務。',
    'The agency contract must settle both sides’ suitability duties and responsibilities.',
  ),
  'CN-NFRA-25': text(
    '须先了解投资者的基本信息、财务状况、学习和经验、投资需求、风险偏好和可承受的损失，以及其他需要了解的信息。',
    '須先了解投資者的基本資料、財務狀況、學習和經驗、投資需求、風險偏好和可承受的損失，以及其他需要了解的資料。',
    'First the investor’s basic data, finances, learning and experience, needs, risk preference and bearable loss, and whatever else is required must be known.',
  ),
  'CN-NFRA-25-professional': text(
    '投资者是专业投资者，可以视情况收集必要信息。',
    '投資者是專業投資者，可以視情況收集必要資料。',
    'The investor is professional; information is collected as the case demands.',
  ),
  'CN-NFRA-30': text(
    '私募产品须先明确投资者认定标准，并以有效方式评估其资产、收入、经验和风险承受能力。',
    '私募產品須先明確投資者認定標準，並以有效方式評估其資產、收入、經驗和風險承受能力。',
    'For a private product the standard for investors must be set first, and the investor’s assets, income, experience and risk tolerance verified.',
  ),
  'CN-NFRA-30-public': text(
    '私募产品须以非公开方式销售，不得向不特定对象宣传推介。',
    '私募產品須以非公開方式銷售，不得向不特定對象宣傳推介。',
    'A private product must be sold in private and may not be promoted to an unspecified public.',
  ),
  'CN-NFRA-30-split': text(
    '不得拆分产品份额或者收（受）益权，变相降低投资门槛。',
    '不得拆分產品份額或者收（受）益權，變相降低投資門檻。',
    'Units or beneficial rights may not be split to get under the threshold.',
  ),
  'CN-NFRA-31': text(
    '销售前须以便于理解的方式告知：产品基本信息、风险等级及其可能调整、本金亏损等风险、费用、适当性匹配意见，以及其他应当告知的信息。',
    '銷售前須以便於理解的方式告知：產品基本資料、風險等級及其可能調整、本金虧損等風險、費用、適當性匹配意見，以及其他應當告知的資料。',
    'Before the sale the client must be told, in a form easy to understand: the basic facts, the risk rating and that it may change, the risks and above all that principal may be lost, the fees, the match opinion, and whatever else is due.',
  ),
});
