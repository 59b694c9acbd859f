import { nfra } from '../../packs/cn/citations.js';
import type { Disclosure } from '../disclosure.js';
import { type DisclosureFinding, makeFinding } from '../finding.js';
import { textsOf } from '../texts.js';

/** What somebody meant to fill in. */
const PLACEHOLDER =
  /\{[^{}\n]*\}|[<＜][A-Za-z_][\w. -]*[>＞]|_{3,}|＿{2,}|(?<![A-Za-z])(?:[Xx×]{2,}|TBD|TBC|TODO|FIXME)(?![A-Za-z])|[?？][%％]|【[^】\n]*(?:待|填|补|補|插入)[^】\n]*】|[[［][^\]］\n]*(?:insert|to be |tbd|待|填|补充|補充)[^\]］\n]*[\]］]|\blorem ipsum\b|待(?:定|填写|填寫|补充|補充)(?=$|[，。；,;）)\n])/gi;

/** Placeholders that nobody filled in. */
export function checkPlaceholders({ sections }: Disclosure): readonly DisclosureFinding[] {
  return textsOf(sections).flatMap(({ head, locale, text, original }) =>
    [...text.matchAll(PLACEHOLDER)].map(({ 0: words, index }) =>
      makeFinding(
        { head, locale, quote: original(index, index + words.length) },
        {
          code: 'suitability.disclosure-placeholder',
          severity: 'block',
          citations: [nfra('13(2)')],
        },
      ),
    ),
  );
}
