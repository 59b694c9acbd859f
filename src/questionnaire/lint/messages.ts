import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts on what should be looked at in a questionnaire. */
export const lintMessages: Messages = Object.freeze({
  'questionnaire.lint-invalid': text(
    '问卷定义有误（{code}）：此处应为{expected}。',
    '問卷定義有誤（{code}）：此處應為{expected}。',
    'The questionnaire cannot be used ({code}): expected {expected}.',
  ),
  'questionnaire.lint-band-gap': text(
    '{level}的区间止于{to}，而{next}从{from}开始：中间的分数没有等级。',
    '{level}的區間止於{to}，而{next}由{from}開始：中間的分數沒有級別。',
    'The band of {level} ends at {to} and that of {next} begins at {from}: a score between them has no level.',
  ),
  'questionnaire.lint-band-overlap': text(
    '{level}的区间到{to}为止，而{next}从{from}开始：有的分数落在两个区间。',
    '{level}的區間至{to}為止，而{next}由{from}開始：有的分數落在兩個區間。',
    'The band of {level} runs to {to} and that of {next} begins at {from}: some scores lie in both.',
  ),
  'questionnaire.lint-level-unreachable': text(
    '任何一种作答都得不到等级{level}。',
    '任何一種作答都得不到級別{level}。',
    'No way of answering gives level {level}.',
  ),
  'questionnaire.lint-few-levels': text(
    '问卷只分{levels}级，规定至少分为{least}级。',
    '問卷只分{levels}級，規定至少分為{least}級。',
    'The questionnaire has too few levels ({levels}); the rules ask for at least {least}.',
  ),
  'questionnaire.lint-points-not-monotone': text(
    '题目{item}的选项分值忽高忽低，与风险高低的顺序不符。',
    '題目{item}的選項分值忽高忽低，與風險高低的次序不符。',
    'The points of item {item} go up and down, so they do not follow the order of risk.',
  ),
  'questionnaire.lint-points-all-equal': text(
    '题目{item}各选项分值相同，对等级没有影响。',
    '題目{item}各選項分值相同，對級別沒有影響。',
    'All answers to item {item} bring the same points, so it has no influence on the level.',
  ),
  'questionnaire.lint-answer-moves-levels': text(
    '仅改变题目{item}的一个回答，按分数区间等级就可能变动{levels}级。',
    '只改變題目{item}的一個回答，按分數區間級別就可能變動{levels}級。',
    'One other answer to item {item} alone can move the level by {levels}, by the bands of its scores.',
  ),
  'questionnaire.lint-single-axis': text(
    '等级只由一个总分决定，风险承担能力的不足可能被风险意愿抵消。',
    '級別只由一個總分決定，風險承擔能力的不足可能被風險意願抵銷。',
    'A single sum makes the level, so that what a client wants can buy off what a client cannot bear.',
  ),
  'questionnaire.lint-weighted-sum': text(
    '等级由加权总分决定，某一维度的不足可能被其他维度抵消。',
    '級別由加權總分決定，某一範疇的不足可能被其他範疇抵銷。',
    'The weighted sum makes the level, so that one dimension can buy off another.',
  ),
  'questionnaire.lint-factor-missing': text(
    '没有题目涉及“{factor:term}”这一评估要素。',
    '沒有題目涉及「{factor:term}」這項評估要素。',
    'No item asks about “{factor:term}”.',
  ),
  'questionnaire.lint-rule-never': text(
    '规则“{rule}”在任何作答下都不成立。',
    '規則「{rule}」在任何作答下都不成立。',
    'Rule “{rule}” holds for no way of answering.',
  ),
  'questionnaire.lint-rule-always': text(
    '规则“{rule}”在任何作答下都成立。',
    '規則「{rule}」在任何作答下都成立。',
    'Rule “{rule}” holds for every way of answering.',
  ),
  'questionnaire.lint-text-missing': text(
    '缺少以下语言的文字：{locales:term}。',
    '欠缺以下語言的文字：{locales:term}。',
    'There is no text in {locales:term}.',
  ),
  'questionnaire.lint-leading-wording': text(
    '措辞可能带有引导性：“{words}”。',
    '措辭可能帶有引導性：「{words}」。',
    'The wording may push towards an answer: “{words}”.',
  ),
  'questionnaire.lint-double-negative': text(
    '句中可能有双重否定：“{words}”。',
    '句中可能有雙重否定：「{words}」。',
    'The sentence may be a double negative: “{words}”.',
  ),
});
