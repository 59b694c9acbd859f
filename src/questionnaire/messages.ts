import { type Messages, localisedText as text } from '../evidence/index.js';
import { jointMessages } from './joint-messages.js';
import { lintMessages } from './lint/messages.js';
import { psychometricsMessages } from './psychometrics/messages.js';
import { retestMessages } from './retest/messages.js';
import { ruleMessages } from './rule-messages.js';
import { questionnaireTerms } from './terms.js';

/** Texts on a client's level in three languages: the reasons behind it and the names of the levels. */
export const questionnaireMessages: Messages = Object.freeze({
  ...jointMessages,
  ...psychometricsMessages,
  ...retestMessages,
  ...ruleMessages,
  ...lintMessages,
  ...questionnaireTerms,
  'questionnaire.answer-missing': text(
    '问卷题目{item}尚未作答，作答后方可得出您的风险承受能力等级。',
    '問卷題目{item}尚未作答，須作答後方可評定閣下的風險級別。',
    'Question {item} has not been answered. Your risk level can only be determined once it is.',
  ),
  'questionnaire.answer-imputed': text(
    '问卷题目{item}未作答，已按最审慎的选项计算。',
    '問卷題目{item}未有作答，已按最審慎的選項計算。',
    'Question {item} was not answered; its most cautious option was used.',
  ),
  'questionnaire.held-by-capacity': text(
    '加权总分对应{weightedLevel}，但您的风险承担能力得分为{score}，对应{level}。两者以较低者为准。',
    '加權總分屬{weightedLevel}，但閣下承擔風險的能力得分為{score}，屬{level}。兩者以較低者為準。',
    'The weighted score alone would say {weightedLevel}, but your capacity to bear losses scores {score}, which is {level}. The lower one counts.',
  ),
  'questionnaire.held-by-tolerance': text(
    '加权总分对应{weightedLevel}，但您的风险承受意愿得分为{score}，对应{level}。两者以较低者为准。',
    '加權總分屬{weightedLevel}，但閣下承受風險的意願得分為{score}，屬{level}。兩者以較低者為準。',
    'The weighted score alone would say {weightedLevel}, but your willingness to take risk scores {score}, which is {level}. The lower one counts.',
  ),
  'questionnaire.held-by-dimension': text(
    '加权总分对应{weightedLevel}，但“{dimension:term}”一项得分为{score}，对应{level}。两者以较低者为准。',
    '加權總分屬{weightedLevel}，但「{dimension:term}」一項得分為{score}，屬{level}。兩者以較低者為準。',
    'The weighted score alone would say {weightedLevel}, but “{dimension:term}” scores {score}, which is {level}. The lower one counts.',
  ),
  'questionnaire.joint-lowest': text(
    '本账户由{owners}位客户共同持有，各人等级最高为{highest}；以最审慎者的{level}为准，不取平均。',
    '此賬戶由{owners}位客戶聯名持有，各人級別最高為{highest}；以最審慎者的{level}為準，不取平均。',
    'The account has {owners} {owners|owner|owners} with levels up to {highest}. The most cautious one’s, {level}, counts; levels are never averaged.',
  ),
  'questionnaire.level.C1': text('保守型（C1）', '保守型（C1）', 'Conservative (C1)'),
  'questionnaire.level.C2': text('稳健型（C2）', '審慎型（C2）', 'Cautious (C2)'),
  'questionnaire.level.C3': text('平衡型（C3）', '均衡型（C3）', 'Balanced (C3)'),
  'questionnaire.level.C4': text('成长型（C4）', '增長型（C4）', 'Growth (C4)'),
  'questionnaire.level.C5': text('进取型（C5）', '進取型（C5）', 'Aggressive (C5)'),
  'questionnaire.dimension.overall': text('加权总分', '加權總分', 'Weighted score'),
  'questionnaire.dimension.capacity': text('风险承担能力', '風險承擔能力', 'Risk capacity'),
  'questionnaire.dimension.tolerance': text('风险承受意愿', '風險承受意願', 'Risk tolerance'),
  'questionnaire.dimension.knowledge': text(
    '投资知识与经验',
    '投資知識及經驗',
    'Knowledge and experience',
  ),
});
