import { type Messages, localisedText as text } from '../evidence/index.js';

/** What factors, dimensions and languages are called in three languages. */
export const questionnaireTerms: Messages = Object.freeze({
  'questionnaire.term.age': text('年龄', '年齡', 'age'),
  'questionnaire.term.financialStatus': text('财务状况', '財務狀況', 'financial situation'),
  'questionnaire.term.experience': text('投资经验', '投資經驗', 'investment experience'),
  'questionnaire.term.purpose': text('投资目的', '投資目的', 'purpose of investing'),
  'questionnaire.term.returnExpectation': text('收益预期', '回報預期', 'expected return'),
  'questionnaire.term.riskPreference': text('风险偏好', '風險取向', 'attitude to risk'),
  'questionnaire.term.liquidityNeed': text('流动性要求', '流動資金需要', 'need for liquidity'),
  'questionnaire.term.riskAwareness': text('风险认识', '風險認知', 'awareness of risk'),
  'questionnaire.term.maxLoss': text(
    '可承受的最大损失',
    '可承受的最大虧損',
    'largest loss that can be borne',
  ),
  'questionnaire.term.knowledge': text(
    '投资知识与经验',
    '投資知識及經驗',
    'knowledge and experience',
  ),
  'questionnaire.term.objective': text('投资目标', '投資目標', 'investment objective'),
  'questionnaire.term.horizon': text('投资期限', '投資年期', 'investment horizon'),
  'questionnaire.term.zh-Hans': text('简体中文', '簡體中文', 'Simplified Chinese'),
  'questionnaire.term.zh-Hant': text('繁体中文', '繁體中文', 'Traditional Chinese'),
  'questionnaire.term.en': text('英文', '英文', 'English'),
});
