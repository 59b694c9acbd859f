import { checkBalance } from './checks/balance.js';
import { checkFiguresAgree, checkStatedFacts } from './checks/figures.js';
import { checkLanguagesThere, checkScripts, checkTranslated } from './checks/languages.js';
import { checkPlaceholders } from './checks/placeholders.js';
import { checkWording } from './checks/wording.js';
import { type Disclosure, readDisclosure } from './disclosure.js';
import { type DisclosureFinding, makeFinding } from './finding.js';

/**
 * Looks a disclosure over: forbidden wording (guarantees, no risk, like a deposit, superlatives, certainty about the future),
 * returns told more loudly than risk, past performance without its warning, missing and copied languages, characters of the
 * other Chinese script, figures that differ between languages or from the data, placeholders that nobody filled in.
 *
 * It looks for words, and knows the usual ways of taking them back (`does not guarantee`, 不保证, 非保本). It finds what a
 * second reader should look at, and not everything: that it finds nothing does not make a disclosure true.
 *
 * @returns the findings in the order of the checks; none where nothing was found.
 * @throws AptfolioError for a malformed disclosure, with the path.
 *
 * Source: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025), articles 13(2), 13(4), 31 and 37;
 * 证券期货投资者适当性管理办法, article 22(2).
 *
 * @example
 * ```ts
 * import { formatReason } from 'aptfolio/evidence';
 * import { lintDisclosure, suitabilityMessages } from 'aptfolio/suitability';
 *
 * const [finding] = lintDisclosure({
 *   id: 'D1',
 *   product: 'P1',
 *   sections: { direction: { 'zh-Hans': '本产品保本，不同于股票。', en: 'The principal is not guaranteed.' } },
 * });
 * finding.path; // => 'disclosure.sections.direction["zh-Hans"]'
 * finding.quote; // => '保本'
 * finding.reason.citations[0].article; // => '13(2)'
 * formatReason(suitabilityMessages, finding.reason, 'en');
 * // => 'Principal is said to be guaranteed: “保本”. That must not be promised.'
 * ```
 */
export function lintDisclosure(disclosure: Disclosure): readonly DisclosureFinding[] {
  const read = readDisclosure(disclosure);
  return Object.freeze([...checkLanguagesThere(read), ...lintTexts(read)]);
}

/** Everything but languages that are missing. */
export function lintTexts(disclosure: Disclosure): readonly DisclosureFinding[] {
  return [
    ...checkPlaceholders(disclosure),
    ...checkWording(disclosure),
    ...allowedGuarantee(disclosure),
    ...checkBalance(disclosure),
    ...checkTranslated(disclosure),
    ...checkScripts(disclosure),
    ...checkFiguresAgree(disclosure),
    ...checkStatedFacts(disclosure),
  ];
}

function allowedGuarantee({ facts }: Disclosure): readonly DisclosureFinding[] {
  const guarantee = facts?.guarantee;
  if (guarantee === undefined || guarantee.of.length === 0) return [];
  const code = 'suitability.disclosure-guarantee-stated';
  const parameters = { basis: guarantee.basis };
  return [makeFinding({ head: 'returns' }, { code, severity: 'info', parameters })];
}
