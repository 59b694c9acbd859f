import { type Messages, localisedText as text } from '../../../../evidence/index.js';

/** Texts of the rules on how insurance is sold. */
export const insuranceConductMessages: Messages = Object.freeze({
  'CN-NFRA-32': text(
    '这款保险须先综合产品类型、保障责任、保单利益是否确定等因素进行分类分级。',
    '這款保險須先綜合產品類型、保障責任、保單利益是否確定等因素進行分類分級。',
    'This insurance must first be graded by its type, its cover and whether its benefit is certain.',
  ),
  'CN-NFRA-33': text(
    '销售人员的资质级别不包括这款保险所属的级别（{insurance.class}），不得由其销售。',
    '銷售人員的資質級別不包括這款保險所屬的級別（{insurance.class}），不得由其銷售。',
    'The class of this insurance ({insurance.class}) is not among those that the seller’s tier is authorised for. This seller may not sell it.',
  ),
  'CN-NFRA-33-tiers': text(
    '销售人员须先按保险知识、合规记录、销售履历分级，并据此授权。',
    '銷售人員須先按保險知識、合規記錄、銷售履歷分級，並據此授權。',
    'Sellers must first be put into tiers by insurance knowledge, compliance record and sales history, and be authorised accordingly.',
  ),
  'CN-NFRA-34': text(
    '须先了解投保人的基本信息、保障和期限需求、已购买的补偿损失类同类险种、收入和资产、风险偏好和可承受的损失，以及其他应当了解的信息。',
    '須先了解投保人的基本資料、保障和期限需求、已購買的補償損失類同類險種、收入和資產、風險偏好和可承受的損失，以及其他應當了解的資料。',
    'First the applicant’s basic data, needs for cover and term, similar loss-compensating cover already held, income and assets, risk preference and bearable loss, and whatever else is required must be known.',
  ),
  'CN-NFRA-35': text(
    '须先对投保人进行需求分析和财务支付水平评估。',
    '須先對投保人進行需求分析和財務支付水平評估。',
    'First the applicant’s needs must be analysed and the ability to pay assessed.',
  ),
  'CN-NFRA-35-opinion': text(
    '须向投保人提出明确的适当性匹配意见。',
    '須向投保人提出明確的適當性匹配意見。',
    'The applicant must be given a clear match opinion.',
  ),
  'CN-NFRA-40(1)': text(
    '财产保险和保险期间不超过{shortTermMonths}个月的人身保险，可以免于需求及财务支付水平评估，按需收集信息。',
    '財產保險和保險期間不超過{shortTermMonths}個月的人身保險，可以免於需求及財務支付水平評估，按需收集資料。',
    'For property insurance and personal insurance of up to {shortTermMonths} {shortTermMonths|month|months} the assessment of needs and ability to pay may be left out, and information is collected as needed.',
  ),
  'CN-NFRA-40(2)': text(
    '团体保险可以免于需求及财务支付水平评估。',
    '團體保險可以免於需求及財務支付水平評估。',
    'For group insurance the assessment of needs and ability to pay may be left out.',
  ),
  'CN-NFRA-40(2)-payers': text(
    '这款团体保险可能导致本金损失，须对拟交纳保费的自然人评估风险承受能力。',
    '這款團體保險可能導致本金損失，須對擬交納保費的自然人評估風險承受能力。',
    'This group insurance may lose principal. The risk tolerance of every natural person who will pay premiums must be assessed.',
  ),
  'CN-NFRA-36': text(
    '这款保险可能导致本金损失，须先进行产品风险评级和投保人风险承受能力评估；评估超过{validMonths}个月或者投保人告知情况变化的，须重新评估。',
    '這款保險可能導致本金損失，須先進行產品風險評級和投保人風險承受能力評估；評估超過{validMonths}個月或者投保人告知情況變化的，須重新評估。',
    'This insurance may lose principal. First the product’s risk must be rated and the applicant’s risk tolerance assessed; an assessment of more than {validMonths} {validMonths|month|months} ago, or from before a reported change, must be made again.',
  ),
  'CN-NFRA-36-reconfirm': text(
    '投保人这次评估的风险承受能力等级与上一次不同，须先提示投保人再次确认这一变动。',
    '投保人今次評估的風險承受能力等級與上一次不同，須先提示投保人再次確認這項變動。',
    'The applicant’s risk tolerance level differs from the last assessment. The applicant must first be told and confirm the change.',
  ),
  'CN-NFRA-18-insurance': text(
    '投保人已年满{elderlyFromAge}周岁，这款保险风险较高（R{product.risk}），须先履行特别的注意义务，例如再次说明风险、给予更多考虑时间、及时回访。',
    '投保人已年滿{elderlyFromAge}周歲，這款保險風險較高（R{product.risk}），須先履行特別的注意義務，例如再次說明風險、給予更多考慮時間、及時回訪。',
    'The applicant is {elderlyFromAge} or older and this insurance carries a high risk (R{product.risk}). Special care is due first, such as explaining the risks once more, more time to think and a prompt call afterwards.',
  ),
  'CN-NFRA-18-online-insurance': text(
    '投保人已年满{elderlyFromAge}周岁，这款保险风险较高（R{product.risk}），线上流程须具备适老性、易用性和安全性。',
    '投保人已年滿{elderlyFromAge}周歲，這款保險風險較高（R{product.risk}），線上流程須具備適老性、易用性和安全性。',
    'The applicant is {elderlyFromAge} or older and this insurance carries a high risk (R{product.risk}). The online flow must be safe and easy to use for the elderly.',
  ),
  'CN-NFRA-19-insurance': text(
    '按年龄或民事行为能力，投保人不能独自投保。不得向无民事行为能力人销售；限制民事行为能力人须经法定代理人同意，可能导致本金损失的保险还须风险等级不高于R{lowRisk}。',
    '按年齡或民事行為能力，投保人不能獨自投保。不得向無民事行為能力人銷售；限制民事行為能力人須經法定代理人同意，可能導致本金損失的保險還須風險等級不高於R{lowRisk}。',
    'By age or capacity the applicant may not apply alone. Nothing may be sold to a person without capacity; a person of limited capacity needs the consent of the legal representative, and insurance that may lose principal must be rated R{lowRisk} or lower.',
  ),
  'CN-NFRA-12(1)-insurance': text(
    '这款保险的风险等级是R{product.risk}，高于投保人的风险承受能力等级C{client.riskLevel}，不具备适当性，应当建议投保人终止投保。',
    '這款保險的風險等級是R{product.risk}，高於投保人的風險承受能力等級C{client.riskLevel}，不具備適當性，應當建議投保人終止投保。',
    'This insurance is rated R{product.risk}, above the applicant’s risk tolerance level C{client.riskLevel}. It is unsuitable, and the applicant must be advised to stop.',
  ),
  'CN-NFRA-12(3)-insurance': text(
    '匹配意见认为这款保险不适合投保人，应当建议投保人终止投保。',
    '匹配意見認為這款保險不適合投保人，應當建議投保人終止投保。',
    'By the match opinion this insurance does not suit the applicant, who must be advised to stop.',
  ),
  'CN-NFRA-13(3)-insurance': text(
    '不得主动推介风险等级（R{product.risk}）高于投保人风险承受能力等级（C{client.riskLevel}）的保险。',
    '不得主動推介風險等級（R{product.risk}）高於投保人風險承受能力等級（C{client.riskLevel}）的保險。',
    'Insurance rated R{product.risk} may not be proposed to an applicant whose risk tolerance level is C{client.riskLevel}.',
  ),
  'CN-NFRA-38-opinion': text(
    '保险不适合而投保人仍要求投保的，须已建议终止投保、充分说明有关风险，并书面确认系投保人充分了解产品后的自主选择，方可订立合同。',
    '保險不適合而投保人仍要求投保的，須已建議終止投保、充分說明有關風險，並書面確認係投保人充分了解產品後的自主選擇，方可訂立合約。',
    'Where insurance is unsuitable and the applicant still wants it, the contract may be concluded only after the advice to stop, a full explanation of the risks, and a confirmation in writing that the applicant knows the product and chooses freely.',
  ),
  'CN-NFRA-37': text(
    '投保前须以便于理解的方式告知：产品基本信息、保单利益的不确定性和可能的损失、犹豫期及权利、退保损失、保费总额和各项费用、适当性匹配意见，以及其他应当告知的信息。',
    '投保前須以便於理解的方式告知：產品基本資料、保單利益的不確定性和可能的損失、猶豫期及權利、退保損失、保費總額和各項費用、適當性匹配意見，以及其他應當告知的資料。',
    'Before the contract the applicant must be told, in a form easy to understand: the basic facts of the policy, the uncertainty of benefits and possible losses, the cooling-off period and its rights, the cost of surrender, the total premium and all charges, the match opinion, and whatever else is due.',
  ),
  'CN-NFRA-39-declaration': text(
    '投保声明须载明投保人了解保险产品情况，并自愿承担保单利益不确定的风险。',
    '投保聲明須載明投保人了解保險產品情況，並自願承擔保單利益不確定的風險。',
    'The declaration must say that the applicant knows the insurance product and accepts the risk of uncertain benefits.',
  ),
});
