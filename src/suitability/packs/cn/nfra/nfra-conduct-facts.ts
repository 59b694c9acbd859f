import type { FactDeclaration } from '../../../../rules/index.js';
import { label, listOf, named, oneOf } from '../../../facts/declare.js';
import { states, steps } from '../conduct-facts.js';

/** Facts of a sale: what was done for the client, and what went wrong. */
export const NFRA_SALE_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'assessment.faults': listOf(
    label('评估中发现的问题', '評估中發現的問題', 'faults found in the assessment'),
    named({
      'done-for-client': ['代客户评估', '代客戶評估', 'done for the client'],
      'improper-prompting': ['不当提示', '不當提示', 'improper prompting'],
      'sold-first': ['先销售后评估', '先銷售後評估', 'sold before the assessment'],
      'otherwise-influenced': ['以其他方式影响结果', '以其他方式影響結果', 'otherwise influenced'],
    }),
  ),
  'promotion.faults': listOf(
    label('推介中发现的问题', '推介中發現的問題', 'faults found in promotion'),
    named({
      'manipulated-performance': ['操纵业绩', '操縱業績', 'performance manipulated'],
      'improper-display': ['不当展示业绩', '不當展示業績', 'performance improperly shown'],
    }),
  ),
  ...states({
    'client.inTargetClients': [
      '属于产品适合的客户范围',
      '屬於產品適合的客戶範圍',
      'client is within the range of clients for whom the product is meant',
    ],
    'client.refusesInformation': [
      '客户拒绝提供必需的信息',
      '客戶拒絕提供必需的資料',
      'client refuses information that the purchase needs',
    ],
    'sale.throughAgent': [
      '由其他机构代理销售',
      '由其他機構代理銷售',
      'sold through another institution as agent',
    ],
  }),
  ...steps({
    'opinion.saysNoGuarantee': [
      '匹配意见载明不构成实质性判断或者保证',
      '匹配意見載明不構成實質性判斷或者保證',
      'match opinion says that it is neither a judgement nor a guarantee',
    ],
    'client.accessReviewed': [
      '已审查客户准入资格',
      '已審查客戶准入資格',
      'client’s qualification for access was reviewed',
    ],
    'online.suitabilityEmbedded': [
      '适当性管理已嵌入线上流程',
      '適當性管理已嵌入線上流程',
      'suitability is embedded in the online flow',
    ],
    'online.rightsKept': [
      '线上流程保障知情权和自主选择权',
      '線上流程保障知情權和自主選擇權',
      'online flow keeps the client informed and free to choose',
    ],
    'online.ageFriendly': [
      '线上流程具备适老性、易用性和安全性',
      '線上流程具備適老性、易用性和安全性',
      'online flow is safe and easy to use for the elderly',
    ],
    'seller.qualified': [
      '销售人员具备销售资质',
      '銷售人員具備銷售資質',
      'seller is qualified for the product',
    ],
    'seller.trained': [
      '销售人员经培训了解产品属性和风险',
      '銷售人員經培訓了解產品屬性和風險',
      'seller is trained and knows the product and its risk',
    ],
    'record.rating': ['已保存产品评级结果', '已保存產品評級結果', 'product rating is on file'],
    'record.assessment': [
      '已保存客户评估结果',
      '已保存客戶評估結果',
      'client assessment is on file',
    ],
    'agency.dutiesInContract': [
      '委托销售合同已明确适当性责任和义务',
      '委託銷售合約已明確適當性責任和義務',
      'agency contract settles who has which suitability duties',
    ],
    'agent.assessed': ['代理机构已评估客户', '代理機構已評估客戶', 'agent assessed the client'],
    'agent.matched': [
      '代理机构已进行适当性匹配',
      '代理機構已進行適當性匹配',
      'agent matched product and client',
    ],
    'private.standardSet': [
      '已明确私募产品投资者认定标准',
      '已明確私募產品投資者認定標準',
      'standard for investors in the private product is set',
    ],
    'private.investorReviewed': [
      '已评估投资者资产、收入、经验和风险承受能力',
      '已評估投資者資產、收入、經驗和風險承受能力',
      'investor’s assets, income, experience and risk tolerance were verified',
    ],
    'disclosure.basics': [
      '已告知产品基本信息',
      '已告知產品基本資料',
      'client was told the basic facts',
    ],
    'disclosure.riskLevel': [
      '已告知风险等级及其可能调整',
      '已告知風險等級及其可能調整',
      'client was told the risk rating and that it may change',
    ],
    'disclosure.risks': [
      '已告知相关风险，重点是本金亏损可能',
      '已告知相關風險，重點是本金虧損可能',
      'client was told the risks, above all that principal may be lost',
    ],
    'disclosure.fees': ['已告知费用或者费率', '已告知費用或者費率', 'client was told the fees'],
  }),
};

/** Facts of what the institution does before and after sales. */
export const NFRA_INSTITUTION_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'institution.role': oneOf(
    {
      issuer: ['发行机构', '發行機構', 'issuer'],
      seller: ['销售机构', '銷售機構', 'seller'],
      both: ['发行兼销售机构', '發行兼銷售機構', 'issuer and seller'],
    },
    label(
      '机构在该产品中的角色',
      '機構在該產品中的角色',
      'role of the institution for the product',
    ),
  ),
  'rating.factors': listOf(
    label('风险评级考虑的因素', '風險評級考慮的因素', 'factors weighed in the risk rating'),
    named({
      investments: ['投资标的', '投資標的', 'investments'],
      terms: ['期限与条款', '期限與條款', 'terms'],
      leverage: ['杠杆', '槓桿', 'leverage'],
      complexity: ['结构复杂性', '結構複雜性', 'complexity'],
      offering: ['募集方式', '募集方式', 'manner of offering'],
      credit: ['信用状况', '信用狀況', 'credit standing'],
      'track-record': ['过往业绩', '過往業績', 'track record'],
      other: ['其他', '其他', 'other'],
    }),
  ),
  'incentives.measures': listOf(
    label('销售人员考核指标', '銷售人員考核指標', 'measures by which sellers are appraised'),
    named({
      sales: ['销售业绩', '銷售業績', 'sales'],
      compliance: ['合规情况', '合規情況', 'compliance'],
      complaints: ['投诉情况', '投訴情況', 'complaints'],
      other: ['其他', '其他', 'other'],
    }),
  ),
  'complaint.route': oneOf(
    {
      mediation: ['调解', '調解', 'mediation'],
      arbitration: ['仲裁', '仲裁', 'arbitration'],
      litigation: ['诉讼', '訴訟', 'litigation'],
      none: ['没有', '沒有', 'none'],
    },
    label('协商不成后的解决途径', '協商不成後的解決途徑', 'route taken after negotiation failed'),
  ),
  ...states({
    'marketing.thirdParty': [
      '与第三方机构合作营销',
      '與第三方機構合作營銷',
      'marketed together with a third party',
    ],
    'rating.outsourced': [
      '委托第三方提供评级服务',
      '委託第三方提供評級服務',
      'a third party serves the risk rating',
    ],
    'product.ratingChanged': [
      '产品风险等级已变动',
      '產品風險等級已變動',
      'product’s risk rating has changed',
    ],
    'complaint.negotiationFailed': [
      '与客户协商不成',
      '與客戶協商不成',
      'negotiation with the client failed',
    ],
  }),
  ...steps({
    'product.clientNeedsConsidered': [
      '已充分考虑目标客户群体需求',
      '已充分考慮目標客戶群體需求',
      'needs of the target clients were considered',
    ],
    'product.consumerReviewed': [
      '已开展消费者权益保护审查',
      '已開展消費者權益保護審查',
      'consumer protection review was made',
    ],
    'product.featuresDefined': [
      '已界定产品属性、风险水平和权利义务关系',
      '已界定產品屬性、風險水平和權利義務關係',
      'features, risk, rights and duties of the product are defined',
    ],
    'product.targetClientsDefined': [
      '已界定适合的客户范围',
      '已界定適合的客戶範圍',
      'range of clients for whom the product is meant is defined',
    ],
    'marketing.thirdPartySupervised': [
      '已监督管理第三方机构',
      '已監督管理第三方機構',
      'third party is supervised',
    ],
    'marketing.contentReviewed': [
      '营销内容和方式经审查合规',
      '營銷內容和方式經審查合規',
      'content and manner of marketing were found lawful',
    ],
    'rating.byTeam': [
      '由专门部门或者团队评级',
      '由專門部門或者團隊評級',
      'rated by a dedicated department or team',
    ],
    'rating.signedOff': [
      '评级结果已经机构确认',
      '評級結果已經機構確認',
      'institution has signed the rating off',
    ],
    'rating.providerQualified': [
      '第三方评级机构具备资质',
      '第三方評級機構具備資質',
      'third party is qualified to rate',
    ],
    'agency.agentQualified': [
      '代理机构具备销售资格',
      '代理機構具備銷售資格',
      'agent is qualified to sell',
    ],
    'agency.agentEquipped': [
      '代理机构具备人员、内控制度和技术设备',
      '代理機構具備人員、內控制度和技術設備',
      'agent has the staff, controls and systems',
    ],
    'agency.standardsProvided': [
      '已提供适当性管理标准、要求和分级考虑因素',
      '已提供適當性管理標準、要求和分級考慮因素',
      'agent was given standards, requirements and grading factors',
    ],
    'change.sellerTold': [
      '已将等级变动告知销售机构',
      '已將等級變動告知銷售機構',
      'seller was told of the changed rating',
    ],
    'change.disclosed': ['已披露等级变动', '已披露等級變動', 'changed rating was disclosed'],
    'report.operation': [
      '已披露投资运作情况',
      '已披露投資運作情況',
      'operation of the investment was disclosed',
    ],
    'report.leverage': ['已披露杠杆水平', '已披露槓桿水平', 'leverage was disclosed'],
    'report.risk': ['已披露风险状况', '已披露風險狀況', 'risk situation was disclosed'],
    'report.events': [
      '已披露重大风险事件',
      '已披露重大風險事件',
      'major risk events were disclosed',
    ],
    'complaint.handled': [
      '已及时、妥善处理投诉',
      '已及時、妥善處理投訴',
      'complaint was dealt with promptly',
    ],
    'complaint.negotiated': [
      '已主动与客户协商',
      '已主動與客戶協商',
      'institution offered to negotiate',
    ],
    'system.identifies': [
      '系统能够识别不符合要求的情形',
      '系統能夠識別不符合要求的情形',
      'system identifies what does not fit',
    ],
    'system.prompts': ['系统能够提示', '系統能夠提示', 'system prompts'],
    'system.restricts': ['系统能够限制交易', '系統能夠限制交易', 'system restricts trades'],
    'system.clientDataProtected': [
      '已确保客户信息安全',
      '已確保客戶資料安全',
      'client data are protected',
    ],
  }),
};
