import { type LocalisedText, type Messages, localisedText as text } from '../../evidence/index.js';

/** What numbers count: its name in a pack, the word in Chinese, one and several in English. */
const UNITS: readonly (readonly [
  unit: string,
  hans: string,
  hant: string,
  one: string,
  several: string,
])[] = [
  ['years', '年', '年', 'year', 'years'],
  ['age', '周岁', '周歲', 'year', 'years'],
  ['months', '个月', '個月', 'month', 'months'],
  ['days', '天', '天', 'day', 'days'],
  ['hours', '小时', '小時', 'hour', 'hours'],
  ['minutes', '分钟', '分鐘', 'minute', 'minutes'],
  ['assessments', '次', '次', 'assessment', 'assessments'],
  ['orders', '笔', '項', 'order', 'orders'],
  ['times', '倍', '倍', 'time', 'times'],
];

function unitTexts(): readonly [string, LocalisedText][] {
  return UNITS.map(([unit, hans, hant, one, several]) => [
    `rules.unit.${unit}`,
    text(`{value}${hans}`, `{value}${hant}`, `{value} {value|${one}|${several}}`),
  ]);
}

/** How values are written, in three languages. */
export const valueMessages: Messages = Object.freeze({
  ...Object.fromEntries(unitTexts()),
  'rules.unit.level': text('{value}级', '{value}級', 'level {value}'),
  // A distance between levels, which is no level.
  'rules.unit.levels': text('{value}', '{value}', '{value}'),
  'rules.unit.C-level': text('C{value}', 'C{value}', 'C{value}'),
  'rules.unit.R-level': text('R{value}', 'R{value}', 'R{value}'),
  'rules.unit.class': text('{value}类', '{value}類', 'class {value}'),
  'rules.unit.other': text('{value}（{unit}）', '{value}（{unit}）', '{value} ({unit})'),
  'rules.value.yes': text('是', '是', 'yes'),
  'rules.value.no': text('否', '否', 'no'),
  'rules.value.text': text('“{value}”', '「{value}」', '“{value}”'),
  'rules.value.nothing': text('空', '空', 'nothing'),
  'rules.value.as-of': text('决定日', '決定日', 'day of the decision'),
  'rules.value.unknown': text('未知', '未知', 'unknown'),
  'rules.value.list': text('{one}、{other}', '{one}、{other}', '{one}, {other}'),
});
