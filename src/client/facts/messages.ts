import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What is said about a client's facts: conflicts between sources, and what is missing and why. */
export const factMessages: Messages = Object.freeze({
  'client.fact-conflict-unresolved': text(
    '{sources:term}对“{field:term}”的说法互相矛盾，无法判断以何者为准，须向客户核实。',
    '{sources:term}就「{field:term}」提供的資料互相矛盾，未能判斷以何者為準，須向客戶核實。',
    '{sources:term} contradict each other on “{field:term}”, and neither stands above the other. Please check with the client.',
  ),
  'client.fact-conflict-by-source': text(
    '关于“{field:term}”，{source:term}与{others:term}不一致；{source:term}的可信顺序在前，以其为准。',
    '就「{field:term}」，{source:term}與{others:term}不一致；{source:term}的可信次序較前，以其為準。',
    'On “{field:term}”, {source:term} differs from {others:term}. {source:term} is used because it ranks higher.',
  ),
  'client.fact-conflict-by-date': text(
    '关于“{field:term}”，{source:term}与{others:term}不一致；{source:term}的信息日期较新，以其为准。',
    '就「{field:term}」，{source:term}與{others:term}不一致；{source:term}的資料日期較新，以其為準。',
    'On “{field:term}”, {source:term} differs from {others:term}. {source:term} is used because it is more recent.',
  ),
  'client.fact-conflict-by-confidence': text(
    '关于“{field:term}”，{source:term}与{others:term}不一致；{source:term}的置信度较高，以其为准。',
    '就「{field:term}」，{source:term}與{others:term}不一致；{source:term}的置信度較高，以其為準。',
    'On “{field:term}”, {source:term} differs from {others:term}. {source:term} is used because it is surer.',
  ),

  'client.required-fields-missing': text(
    '缺少必需的信息：{fields:term}。',
    '欠缺必要的資料：{fields:term}。',
    'What is required is missing: {fields:term}.',
  ),
  'client.field-absent': text(
    '没有“{field:term}”的任何信息。',
    '沒有「{field:term}」的任何資料。',
    'Nobody has said anything about “{field:term}”.',
  ),
  'client.field-empty': text(
    '“{field:term}”已询问，但没有答案。',
    '「{field:term}」已查詢，但沒有答案。',
    '“{field:term}” was asked for, and there is no answer.',
  ),
  'client.field-retracted': text(
    '“{field:term}”的信息已撤回。',
    '「{field:term}」的資料已撤回。',
    'What was said about “{field:term}” has been withdrawn.',
  ),
  'client.field-weak': text(
    '“{field:term}”的信息置信度不足。',
    '「{field:term}」的資料置信度不足。',
    'What is said about “{field:term}” is not sure enough.',
  ),
  'client.field-stale': text(
    '“{field:term}”的信息已过时，须重新确认。',
    '「{field:term}」的資料已過時，須重新確認。',
    'What is known about “{field:term}” is out of date and has to be confirmed.',
  ),
  'client.field-unresolved': text(
    '“{field:term}”的信息来源互相矛盾，尚未核实。',
    '「{field:term}」的資料來源互相矛盾，尚未核實。',
    'The sources contradict each other about “{field:term}”, which is still to be cleared up.',
  ),
  'client.field-misplaced': text(
    '“{field:term}”的上级信息不是对象，该信息无法使用。',
    '「{field:term}」的上一層資料並非物件，該資料未能使用。',
    '“{field:term}” cannot be used, because what it belongs to has no fields.',
  ),
});
