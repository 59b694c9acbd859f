import { type Messages, localisedText as text } from '../evidence/index.js';

/** Texts on what a form's knock-outs, ceilings and controls found. */
export const ruleMessages: Messages = Object.freeze({
  'questionnaire.knock-out-stop': text(
    '依据问卷规则“{rule}”，本次测评不予定级。',
    '根據問卷規則「{rule}」，今次評估不予評級。',
    'Rule “{rule}” of the questionnaire allows no level in this assessment.',
  ),
  'questionnaire.knock-out': text(
    '依据问卷规则“{rule}”，无论总分高低，等级均为{level}。',
    '根據問卷規則「{rule}」，不論總分高低，級別一律為{level}。',
    'By rule “{rule}” of the questionnaire the level is {level}, whatever the score.',
  ),
  'questionnaire.ceiling': text(
    '依据问卷规则“{rule}”，等级不高于{level}。',
    '根據問卷規則「{rule}」，級別不高於{level}。',
    'By rule “{rule}” of the questionnaire the level goes no higher than {level}.',
  ),
  'questionnaire.control-cap': text(
    '一致性检查“{rule}”发现前后不一致，等级不高于{level}。',
    '一致性檢查「{rule}」發現前後不一致，級別不高於{level}。',
    'Consistency control “{rule}” found what does not go together, so the level goes no higher than {level}.',
  ),
  'questionnaire.control-block': text(
    '一致性检查“{rule}”发现前后不一致，澄清之前不予定级。',
    '一致性檢查「{rule}」發現前後不一致，澄清之前不予評級。',
    'Consistency control “{rule}” found what does not go together. There is no level until that is cleared up.',
  ),
  'questionnaire.control-refer': text(
    '一致性检查“{rule}”发现前后不一致，须由专人复核。',
    '一致性檢查「{rule}」發現前後不一致，須由專人覆核。',
    'Consistency control “{rule}” found what does not go together. A person has to look at it.',
  ),
  'questionnaire.control-note': text(
    '一致性检查“{rule}”提示：回答中有需要留意之处。',
    '一致性檢查「{rule}」提示：回答中有需要留意之處。',
    'Consistency control “{rule}” noted something in the answers.',
  ),
  'questionnaire.rule-unknown': text(
    '问卷规则“{rule}”因缺少以下信息而无法判断：{missing:term}。',
    '問卷規則「{rule}」因欠缺以下資料而無法判斷：{missing:term}。',
    'Whether rule “{rule}” of the questionnaire holds cannot be known, because this is missing: {missing:term}.',
  ),
  'questionnaire.weighted-above-lowest': text(
    '按加权总分定级为{level}；若以各维度较低者为准，则为{lowestLevel}。',
    '按加權總分評為{level}；若以各範疇較低者為準，則為{lowestLevel}。',
    'The weighted score makes the level {level}; the lowest of the dimensions would make it {lowestLevel}.',
  ),
});
