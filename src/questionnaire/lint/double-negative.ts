import type { Locale } from '../../evidence/index.js';

/** Two negations in one clause, so that it has to be read twice; `null` where there are none. */
export function findDoubleNegative(text: string, locale: Locale): string | null {
  // What looks like a negation and is none is painted over; the words are then taken from where they stand.
  const masked = text.replace(NO_NEGATION[locale], (words) => '〇'.repeat(words.length));
  const found = TWICE[locale].exec(masked);
  return found === null ? null : text.slice(found.index, found.index + found[0].length);
}

/**
 * Chinese: questions such as 是不是, pairs such as 不盈不亏 and 没车没房, comparisons such as 不超过, and words that
 * merely contain the character. English: comparisons, and fixed phrases.
 */
const NO_NEGATION: Readonly<Record<Locale, RegExp>> = {
  'zh-Hans': pattern(
    'gu',
    '(.)不\\1|有没有|有无|是否',
    '([不无没])(?![得能可会该敢应许])[^，。；？！]\\2[^，。；？！]',
    '不(?:超过|高于|低于|少于|多于|大于|小于|晚于|早于|足|满|到|等|同(?!意)|少|过|仅|只|断|止|论|管|如|久|妨|良|利|安|适|便|变|确定|动产|定期|含|计|包括)',
    '无(?:论|风险|抵押|担保|息|形|限|关|固定|需)|未(?:来|满|婚|成年|知)|没收|除非|非常',
  ),
  'zh-Hant': pattern(
    'gu',
    '(.)不\\1|有沒有|有無|是否',
    '([不無沒])(?![得能可會該敢應許])[^，。；？！]\\2[^，。；？！]',
    '不(?:超過|高於|低於|少於|多於|大於|小於|遲於|早於|足|滿|到|等|同(?!意)|少|過|僅|只|斷|止|論|管|如|久|妨|良|利|安|適|便|變|確定|動產|定期|含|計|包括)',
    '無(?:論|風險|抵押|擔保|息|形|限|關|固定|需)|未(?:來|滿|婚|成年|知)|沒收|除非|非常',
  ),
  en: pattern(
    'giu',
    '\\b(?:whether |if )?or not\\b|\\bif not\\b|\\bnot only\\b|\\bnot necessarily\\b|\\bno matter\\b',
    '\\b(?:no|not) (?:more|less|fewer|later|earlier|longer|higher|lower)\\b|\\bnot exceeding\\b',
    '\\bnothing but\\b|\\bnot applicable\\b|\\bno-load\\b',
  ),
};

const NEGATION =
  "(?:not|never|no|none|nobody|nothing|cannot|without|[a-z]+n['’]t|unwilling|unlikely|unable|disagree|dislike)";
const NO_PAUSE = '(?:(?!\\b(?:and|or|nor|but)\\b)[^.,;:?!()—–]){0,40}';

/** Between the two there is no pause, and nothing that joins equals. */
const TWICE: Readonly<Record<Locale, RegExp>> = {
  'zh-Hans': pattern(
    'u',
    '(?:不|没|无|未|并非|绝非)[^，。；？！、：（）“”\\s也又亦或和且及并而与]{0,8}(?:不|没|无|未|并非|绝非)有?',
    '非[^，。；？！、]{1,6}不可',
  ),
  'zh-Hant': pattern(
    'u',
    '(?:不|沒|無|未|並非|絕非)[^，。；？！、：（）「」\\s也又亦或和且及並而與]{0,8}(?:不|沒|無|未|並非|絕非)有?',
    '非[^，。；？！、]{1,6}不可',
  ),
  en: pattern('iu', `\\b${NEGATION}\\b${NO_PAUSE}\\b${NEGATION}\\b`),
};

function pattern(flags: string, ...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|'), flags);
}
