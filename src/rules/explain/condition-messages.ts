import { type Messages, localisedText as text } from '../../evidence/index.js';

/** How conditions and what they read are put into words, in three languages. */
export const conditionMessages: Messages = Object.freeze({
  'rules.role.scope': text('适用于：{what}', '適用於：{what}', 'applies where: {what}'),
  'rules.role.when': text('条件：{what}', '條件：{what}', 'when: {what}'),
  'rules.role.satisfiedBy': text('履行方式：{what}', '履行方式：{what}', 'fulfilled if: {what}'),
  'rules.condition.all': text('以下各项均成立', '以下各項均成立', 'all of these hold'),
  'rules.condition.any': text(
    '以下至少一项成立',
    '以下至少一項成立',
    'at least one of these holds',
  ),
  'rules.condition.not': text('以下不成立', '以下不成立', 'this does not hold'),
  'rules.condition.no': text('不成立：{what}', '不成立：{what}', 'not so: {what}'),
  'rules.condition.none': text(
    '经查没有{what}',
    '經查沒有{what}',
    'looked for, and there is none: {what}',
  ),
  'rules.condition.stale': text('{what}已过时', '{what}已過時', 'too old: {what}'),
  'rules.relation.<': text('{one}低于{other}', '{one}低於{other}', '{one} is below {other}'),
  'rules.relation.<=': text('{one}不超过{other}', '{one}不超過{other}', '{one} is at most {other}'),
  'rules.relation.=': text('{one}等于{other}', '{one}等於{other}', '{one} equals {other}'),
  'rules.relation.!=': text(
    '{one}不等于{other}',
    '{one}不等於{other}',
    '{one} differs from {other}',
  ),
  'rules.relation.>=': text(
    '{one}不低于{other}',
    '{one}不低於{other}',
    '{one} is at least {other}',
  ),
  'rules.relation.>': text('{one}超过{other}', '{one}超過{other}', '{one} is above {other}'),
  // Beside what has a name, which may itself be "least" something.
  'rules.named.<=': text('{one}不超过{other}', '{one}不超過{other}', '{one} is not above {other}'),
  'rules.named.>=': text('{one}不低于{other}', '{one}不低於{other}', '{one} is not below {other}'),
  'rules.words.=': text('{one}为{other}', '{one}為{other}', '{one} is {other}'),
  'rules.words.!=': text('{one}不是{other}', '{one}不是{other}', '{one} is not {other}'),
  'rules.relation.in': text('{one}属于{other}', '{one}屬於{other}', '{one} is one of {other}'),
  'rules.relation.includes': text('{one}包含{other}', '{one}包含{other}', '{one} includes {other}'),
  'rules.relation.overlaps': text(
    '{one}与{other}有共同项',
    '{one}與{other}有共同項',
    '{one} has something in common with {other}',
  ),
  'rules.dates.<': text('{one}早于{other}', '{one}早於{other}', '{one} is before {other}'),
  'rules.dates.<=': text('{one}不晚于{other}', '{one}不遲於{other}', '{one} is not after {other}'),
  'rules.dates.>=': text('{one}不早于{other}', '{one}不早於{other}', '{one} is not before {other}'),
  'rules.dates.>': text('{one}晚于{other}', '{one}遲於{other}', '{one} is after {other}'),
  'rules.operand': text('{what}（{value}）', '{what}（{value}）', '{what} ({value})'),
  // What is taken where nothing is known.
  'rules.operand.assumed': text(
    '{what}（未知，视为{value}）',
    '{what}（未知，視為{value}）',
    '{what} (unknown, taken as {value})',
  ),
  'rules.read': text('{what}：{value}', '{what}：{value}', '{what}: {value}'),
  'rules.read.reckoned': text('{read}，即{how}', '{read}，即{how}', '{read}, which is {how}'),
  'rules.read.gap': text('{read}（{gap}）', '{read}（{gap}）', '{read} ({gap})'),
  'rules.read.source': text(
    '{read}，来源：{source}',
    '{read}，來源：{source}',
    '{read}, source: {source}',
  ),
  'rules.read.observed': text(
    '{read}，取得日期：{date}',
    '{read}，取得日期：{date}',
    '{read}, observed on {date}',
  ),
  'rules.gap.absent': text('未提供', '未提供', 'nobody has said'),
  'rules.gap.none': text('经查没有', '經查沒有', 'looked for, and there is none'),
  'rules.gap.stale': text('已过时', '已過時', 'too old'),
  'rules.reckoning.max': text('{parts}中的最大者', '{parts}中的最大者', 'the greatest of {parts}'),
  'rules.reckoning.min': text('{parts}中的最小者', '{parts}中的最小者', 'the least of {parts}'),
  'rules.reckoning.first': text(
    '{one}（未知时为{other}）',
    '{one}（未知時為{other}）',
    '{one} or, where unknown, {other}',
  ),
  'rules.reckoning.years': text(
    '自{one}至{other}的整年数',
    '自{one}至{other}的整年數',
    'the completed years from {one} to {other}',
  ),
  'rules.reckoning.months': text(
    '自{one}至{other}的整月数',
    '自{one}至{other}的整月數',
    'the completed months from {one} to {other}',
  ),
  'rules.reckoning.days': text(
    '自{one}至{other}的天数',
    '自{one}至{other}的日數',
    'the days from {one} to {other}',
  ),
  'rules.reckoning.call': text('{name}（{parts}）', '{name}（{parts}）', '{name} ({parts})'),
});
