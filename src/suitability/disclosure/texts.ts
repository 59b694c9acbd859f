import { LOCALES, type Locale } from '../../evidence/index.js';
import type { Disclosure } from './disclosure.js';
import { DISCLOSURE_HEADS, type DisclosureHead } from './matters.js';
import { type ReadableText, visible } from './wording/readable.js';

/** A text with its place. */
export interface PlacedText {
  readonly head: DisclosureHead;
  readonly locale: Locale;
  /** As a reader sees it: without invisible characters, in one form of each character. */
  readonly text: string;
  /** As it was given. */
  readonly given: string;
  /** The given words of a stretch of `text`. */
  readonly original: ReadableText['original'];
}

/** Every text that says something, head by head; a blank one and a bare `N/A` say nothing. */
export function textsOf(sections: Disclosure['sections']): readonly PlacedText[] {
  return DISCLOSURE_HEADS.flatMap((head) => textsUnder(sections, head));
}

/** The texts of one head, in the order of the languages. */
export function textsUnder(
  sections: Disclosure['sections'],
  head: DisclosureHead,
): readonly PlacedText[] {
  return LOCALES.flatMap((locale) => {
    const given = sections[head]?.[locale] ?? '';
    const { plain, original } = visible(given);
    return isTold(plain) ? [{ head, locale, text: plain, given, original }] : [];
  });
}

/** Whether a text as a reader sees it says anything: more than marks, one letter or a word for nothing. */
function isTold(text: string): boolean {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return letters !== '' && !/^(\p{L})\1*$/u.test(letters) && !EMPTY_WORDS.has(letters);
}

/** Words that say nothing, without their blanks and marks: `N/A`, `to be confirmed`. */
const EMPTY_WORDS: ReadonlySet<string> = new Set([
  ...'na nil nill none null nan undefined nothing empty blank unknown pending later tbd tbc tba todo fixme wip'.split(
    ' ',
  ),
  ...'notapplicable notavailable nottold noinformation nodata seeabove seebelow asabove idem ditto'.split(
    ' ',
  ),
  ...'tobeconfirmed tobedetermined tobedecided tobeadded tobecompleted tobefilledin tofollow'.split(
    ' ',
  ),
  ...'暂无 没有 没 无内容 暂缺 空白 待定 待补 待补充 待填 待填写 待确认 待更新 不适用 不详 未知 略 同上 见上 见下'.split(
    ' ',
  ),
  ...'暫無 沒有 無內容 暫缺 待補 待補充 待填寫 待確認 不適用 不詳 見上 見下'.split(' '),
]);
