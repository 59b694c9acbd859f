import type { Locale } from '../../../evidence/index.js';
import { nfra } from '../../packs/cn/citations.js';
import type { Disclosure } from '../disclosure.js';
import { type DisclosureFinding, makeFinding } from '../finding.js';
import { DISCLOSURE_HEADS } from '../matters.js';
import { type PlacedText, textsOf, textsUnder } from '../texts.js';
import { otherScript } from '../wording/other-script.js';

/** Up to this length the two Chinese scripts may share a text; a longer one without a differing character was not translated. */
const SHARED = 20;

/** Up to this share of a text's characters may belong to names that are written in their own script. */
const OF_A_NAME = 0.1;

function ideographs(text: string): number {
  return [...text].filter((one) => /\p{Script=Han}/u.test(one)).length;
}

/** Heads without a text in a language in which another head has one. */
export function checkLanguagesThere({ sections }: Disclosure): readonly DisclosureFinding[] {
  const used = [...new Set(textsOf(sections).map(({ locale }) => locale))];
  return DISCLOSURE_HEADS.filter((head) => sections[head] !== undefined).flatMap((head) => {
    const there = new Set(textsUnder(sections, head).map(({ locale }) => locale));
    return used
      .filter((locale) => !there.has(locale))
      .map((locale) =>
        makeFinding(
          { head, locale },
          {
            code: 'suitability.disclosure-language-missing',
            severity: 'require',
            parameters: { locale },
            citations: [nfra('31(1)')],
          },
        ),
      );
  });
}

/** Texts that stand in two languages as they are. */
export function checkTranslated({ sections }: Disclosure): readonly DisclosureFinding[] {
  return DISCLOSURE_HEADS.flatMap((head) => {
    const texts = textsUnder(sections, head);
    return texts.flatMap((text, index) => {
      const same = texts.slice(0, index).find((earlier) => isCopy(earlier, text));
      return same === undefined ? [] : [copied(text, same.locale)];
    });
  });
}

function isCopy(earlier: PlacedText, later: PlacedText): boolean {
  const [a, b] = [earlier, later].map(({ text }) => text.replace(/\s+/g, ' ').trim()) as [
    string,
    string,
  ];
  if (a !== b) return false;
  const chinese = earlier.locale !== 'en' && later.locale !== 'en';
  return !chinese || [...a].length > SHARED;
}

function copied({ head, locale, given }: PlacedText, other: Locale): DisclosureFinding {
  return makeFinding(
    { head, locale, quote: given },
    {
      code: 'suitability.disclosure-same-text',
      severity: 'require',
      parameters: { locale, other },
      citations: [nfra('31(1)')],
    },
  );
}

/** Chinese texts with characters of the other script: not converted, or put under the wrong language. */
export function checkScripts({ sections }: Disclosure): readonly DisclosureFinding[] {
  return textsOf(sections).flatMap(({ head, locale, text }) => {
    const characters = otherScript(text, locale);
    if (characters.length === 0) return [];
    return [
      makeFinding(
        { head, locale, quote: characters.join('') },
        {
          code: 'suitability.disclosure-other-script',
          severity: characters.length > OF_A_NAME * ideographs(text) ? 'require' : 'warn',
          parameters: { locale },
          citations: [nfra('31(1)')],
        },
      ),
    ];
  });
}
