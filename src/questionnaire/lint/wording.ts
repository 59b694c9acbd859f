import { at } from '../../errors/index.js';
import { LOCALES, type Locale } from '../../evidence/index.js';
import type { QuestionnaireDefinition } from '../definition.js';
import { finding, type LintFinding } from './finding.js';
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
  const leading = LEADING[locale].exec(words)?.[0];
  const negative = DOUBLE_NEGATIVE[locale].exec(words)?.[0];
  return [
    ...(leading === undefined
      ? []
      : [finding(path, 'questionnaire.lint-leading-wording', { words: leading })]),
    ...(negative === undefined
      ? []
      : [finding(path, 'questionnaire.lint-double-negative', { words: negative })]),
  ];
}

/** Words that expect one answer, appeal to others, or promise. */
const LEADING: Readonly<Record<Locale, RegExp>> = {
  'zh-Hans':
    /难道|显然|当然|众所周知|大家都|大多数人都|毫无疑问|您一定|您肯定|理所应当|稳赚|保本|只不过|区区|不是吗|对吧/u,
  'zh-Hant':
    /難道|顯然|當然|眾所周知|大家都|大多數人都|毫無疑問|閣下一定|閣下肯定|您一定|理所應當|穩賺|保本|只不過|區區|不是嗎|對吧/u,
  en: /\b(?:surely|obviously|of course|everyone knows|as everyone|most people agree|no doubt|undoubtedly|guaranteed|merely|don['’]t you|wouldn['’]t you|isn['’]t it|shouldn['’]t you|wouldn['’]t it)\b/iu,
};

/** Two negations in one sentence. */
const DOUBLE_NEGATIVE: Readonly<Record<Locale, RegExp>> = {
  'zh-Hans':
    /(?:不|没有|没|无|非|未|别)[^，。；？！]{0,8}(?:不(?!同|足|少|过|仅|断|动产|良|利|确定)|没有|无(?!风险)|未(?!来|满|婚))/u,
  'zh-Hant':
    /(?:不|沒有|沒|無|非|未|別)[^，。；？！]{0,8}(?:不(?!同|足|少|過|僅|斷|動產|良|利|確定)|沒有|無(?!風險)|未(?!來|滿|婚))/u,
  en: /\b(?:not|never|no|none|nobody|nothing|cannot|without|\w+n['’]t)\b[^.;?!]{0,40}\b(?:not|never|no|none|nobody|nothing|cannot|without|\w+n['’]t|unwilling|unlikely|unable|disagree|dislike)\b/iu,
};
