import { type Messages, localisedText as text } from '../evidence/index.js';

/** Texts on the level of joint accounts and groups. */
export const jointMessages: Messages = Object.freeze({
  'questionnaire.joint-missing': text(
    '以下持有人没有有效的风险承受能力评估：{missing}。全体持有人均有有效评估后，方可得出共同等级。',
    '以下持有人沒有有效的風險評估：{missing}。所有持有人均有有效評估後，方可評定共同級別。',
    'These owners have no valid assessment: {missing}. The joint level can only be determined once every owner has one.',
  ),
  'questionnaire.joint-far-apart': text(
    '各持有人的等级相差{apart}级，由{lowest}至{highest}，须由专人与各持有人核实共同的投资目标。',
    '各持有人的級別相差{apart}級，由{lowest}至{highest}，須由專人與各持有人核實共同的投資目標。',
    'The owners’ levels lie {apart} apart, from {lowest} to {highest}. Someone must settle with all of them what they want together.',
  ),
  'questionnaire.joint-knowledge': text(
    '以下下单人的投资知识与经验未知：{missing}。',
    '以下落盤人的投資知識及經驗未知：{missing}。',
    'The knowledge and experience of those who give the orders is not known: {missing}.',
  ),
});
