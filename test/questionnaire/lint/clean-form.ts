import { lintQuestionnaire, REQUIRED_FACTORS } from '../../../src/questionnaire/index.js';
import { CHOICE } from '../scoring/small-form.js';
import { wrong } from '../support.js';

export const text = { 'zh-Hans': '甲', 'zh-Hant': '甲', en: 'A' };
export const item = (id: string, own: object = {}) => ({
  ...CHOICE,
  id,
  dimension: 'capacity',
  text,
  options: [text, text, text, text, text],
  ...own,
});
export const bands = [0, 20, 40, 60, 80].map((from, n) => ({ from, level: `C${n + 1}` }));

/** Nothing is to be said of this form: all factors, two dimensions of five items, five levels, no answer worth two of them. */
export const clean = {
  id: 'clean',
  validMonths: 12,
  bands,
  overallWeights: { capacity: 0.5, tolerance: 0.5 },
  mandatory: [],
  items: [...REQUIRED_FACTORS, 'horizon'].map((factor, n) =>
    item(`q${n}`, { factor, dimension: n < 5 ? 'capacity' : 'tolerance' }),
  ),
};

export type Said = readonly (readonly [code: string, path: string])[];

/** What is said of the form with a change that is not said of it without. */
export function all(change: object): Said {
  const { findings } = lintQuestionnaire(wrong({ ...clean, ...change }));
  return findings.map(({ reason, path }) => [
    reason.code.replace('questionnaire.lint-', ''),
    path.replace('definition.', ''),
  ]);
}

/** The same but for answers that move the level, as those of a form so close to the limit easily do. */
export const said = (change: object): Said => all(change).filter(([code]) => code !== MOVES);
export const MOVES = 'answer-moves-levels';

export const withFirst = (change: object): object => ({
  items: [{ ...clean.items[0], ...change }, ...clean.items.slice(1)],
});
export const rule = (left: object, is: string, right: unknown) => ({ when: { left, is, right } });
