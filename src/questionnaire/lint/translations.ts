import { at } from '../../errors/index.js';
import { LOCALES } from '../../evidence/index.js';
import type { LocalisedText, QuestionnaireDefinition } from '../definition.js';
import type { QuestionnaireItem } from '../item.js';
import { finding, type LintFinding } from './finding.js';

/** Questions, options and rows without a text in one of the languages. */
export function lintTranslations({ items }: QuestionnaireDefinition): readonly LintFinding[] {
  return items.flatMap((item, index) => {
    const path = at('definition.items', index);
    return textsOf(item, path).flatMap(({ where, text }) => missingIn(text, where));
  });
}

/** A text that people read, and where it stands. */
export interface PlacedText {
  readonly where: string;
  readonly text: LocalisedText | undefined;
}

/** All texts that an item should have. */
export function textsOf(item: QuestionnaireItem, path: string): readonly PlacedText[] {
  const question = { where: at(path, 'text'), text: item.text };
  if (item.kind === 'numeric') return [question];
  const options = item.points.map((_, option) => ({
    where: at(at(path, 'options'), option),
    text: item.options?.[option],
  }));
  const rows =
    item.kind === 'matrix'
      ? item.rows.map(({ text }, row) => ({ where: at(at(at(path, 'rows'), row), 'text'), text }))
      : [];
  return [question, ...rows, ...options];
}

function missingIn(text: LocalisedText | undefined, where: string): readonly LintFinding[] {
  const locales = LOCALES.filter((locale) => {
    const words = text?.[locale];
    return typeof words !== 'string' || words.trim() === '';
  });
  if (locales.length === 0) return [];
  return [finding(where, 'questionnaire.lint-text-missing', { locales: [...locales] })];
}
