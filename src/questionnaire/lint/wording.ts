import { at } from '../../errors/index.js';
import { LOCALES, type Locale } from '../../evidence/index.js';
import type { QuestionnaireDefinition } from '../definition.js';
import { findDoubleNegative } from './double-negative.js';
import { finding, type LintFinding } from './finding.js';
import { findLeading } from './leading.js';
import { textsOf } from './translations.js';

/** Wording that pushes towards an answer, or that has to be read twice. */
export function lintWording({ items }: QuestionnaireDefinition): readonly LintFinding[] {
  return items.flatMap((item, index) =>
    textsOf(item, at('definition.items', index)).flatMap(({ where, text }) =>
      LOCALES.flatMap((locale) => {
        const words = text?.[locale];
        return typeof words === 'string' ? lintText(words, locale, at(where, locale)) : [];
      }),
    ),
  );
}

function lintText(words: string, locale: Locale, path: string): readonly LintFinding[] {
  const leading = findLeading(words, locale);
  const negative = findDoubleNegative(words, locale);
  return [
    ...(leading === null
      ? []
      : [finding(path, 'questionnaire.lint-leading-wording', { words: leading })]),
    ...(negative === null
      ? []
      : [finding(path, 'questionnaire.lint-double-negative', { words: negative })]),
  ];
}
