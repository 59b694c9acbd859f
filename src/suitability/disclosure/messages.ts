import { type Messages, localisedText as text } from '../../evidence/index.js';
import { checkedMessages } from './checked-messages.js';
import { missingMessages } from './missing-messages.js';

/** What is said of disclosures, of acknowledging them and of understanding them. */
export const disclosureMessages: Messages = Object.freeze({
  ...missingMessages,
  ...checkedMessages,
  'suitability.comprehension-exhausted': text(
    '答题次数已用完（上限 {attempts} 次），本次不计分。',
    '答題次數已用完（上限 {attempts} 次），是次不計分。',
    'No attempt is left (allowed: {attempts}); this one was not scored.',
  ),
  'suitability.comprehension-incomplete': text(
    '以下问题尚未作答：{unanswered}。',
    '以下問題尚未作答：{unanswered}。',
    'These questions are unanswered: {unanswered}.',
  ),
  'suitability.comprehension-below-mark': text(
    '共 {all} 题，答对 {right} 题，未达到 {passMark} 题的要求。',
    '共 {all} 題，答對 {right} 題，未達到 {passMark} 題的要求。',
    'Right answers: {right} of {all}; needed: {passMark}.',
  ),
  'suitability.comprehension-vital-wrong': text(
    '以下必须答对的问题答错：{vital}。',
    '以下必須答對的問題答錯：{vital}。',
    'These questions must be answered rightly and were not: {vital}.',
  ),
  'suitability.acknowledgement-other-disclosure': text(
    '客户确认的并非本披露文件，须出示本文件并重新确认。',
    '客戶確認的並非本披露文件，須出示本文件並重新確認。',
    'What the client acknowledged is not this disclosure. Show this one and have it acknowledged.',
  ),
  'suitability.acknowledgement-before-disclosure': text(
    '出示日期（{shownOn}）早于披露文件启用的日期（{from}）。',
    '出示日期（{shownOn}）早於披露文件啟用的日期（{from}）。',
    'It was shown on {shownOn}, before the disclosure was in use, from {from}.',
  ),
  'suitability.acknowledgement-before-shown': text(
    '确认日期（{acknowledgedOn}）早于出示日期（{shownOn}）。',
    '確認日期（{acknowledgedOn}）早於出示日期（{shownOn}）。',
    'It was acknowledged on {acknowledgedOn}, before it was shown, on {shownOn}.',
  ),
  'suitability.acknowledgement-after-decision': text(
    '确认日期（{acknowledgedOn}）晚于决定日（{asOf}）。',
    '確認日期（{acknowledgedOn}）遲於決定日（{asOf}）。',
    'It was acknowledged on {acknowledgedOn}, after the day of the decision, {asOf}.',
  ),
  'suitability.acknowledgement-other-language': text(
    '出示所用语言（{locale:term}）不在须用以出示的语言（{locales:term}）之内。',
    '出示所用語言（{locale:term}）不在須用以出示的語言（{locales:term}）之內。',
    'It was shown in {locale:term}, which is not among the languages in which it must be shown ({locales:term}).',
  ),
  'suitability.acknowledgement-expired': text(
    '{acknowledgedOn} 的确认仅在 {validUntil} 前（含当日）有效，须重新确认。',
    '{acknowledgedOn} 的確認僅在 {validUntil} 前（含當日）有效，須重新確認。',
    'The acknowledgement of {acknowledgedOn} counted until {validUntil}. It is needed again.',
  ),
});
