import type { Locale } from '../../evidence/index.js';

/** Words that expect one answer, appeal to others, flatter, belittle a loss or promise; `null` where there are none. */
export function findLeading(text: string, locale: Locale): string | null {
  return LEADING[locale].exec(text)?.[0] ?? null;
}

/** In any Chinese text: 区区 counts before an amount only, because 地区区别 has it, too. */
const LEADING: Readonly<Record<Locale, RegExp>> = {
  'zh-Hans': any(
    '难道|显然|当然|毫无疑问|众所周知|想必|不言而喻|理所应当|只不过|不过是',
    '(?:大家|人人|谁都|(?:大|绝大)?多数(?:人|客户|投资者)|专家)(?:都|也都|一致|普遍)',
    '(?:您|你)(?:一定(?!期|时|程度|比例|数|金额|的)|肯定|自然会)',
    '(?:明智|聪明|精明|理智)的(?:人|客户|投资者|选择)',
    '区区(?=[一二两三四五六七八九十百千万几数小\\d])',
    '稳赚|包赚|只赚不赔|必涨|一定会涨|机不可失|千载难逢|(?<![不非未否])保本保息',
    '(?<![不非未否])保证(?:本金|收益|赚|盈利)',
    '不是吗|对吧|是吧',
  ),
  'zh-Hant': any(
    '難道|顯然|當然|毫無疑問|眾所周知|想必|不言而喻|理所當然|只不過|不過是',
    '(?:大家|人人|誰都|(?:大|絕大)?多數(?:人|客戶|投資者)|專家)(?:都|也都|一致|普遍)',
    '(?:閣下|您|你)(?:一定(?!期|時|程度|比例|數|金額|的)|肯定|自然會)',
    '(?:明智|聰明|精明|理智)的(?:人|客戶|投資者|選擇)',
    '區區(?=[一二兩三四五六七八九十百千萬幾數小\\d])',
    '穩賺|包賺|只賺不賠|必升|必漲|一定會升|一定會漲|機不可失|千載難逢|(?<![不非未否])保本保息',
    '(?<![不非未否])保證(?:本金|收益|回報|賺|盈利)',
    '不是嗎|對吧|是吧',
  ),
  en: any(
    '\\b(?:surely|obviously|of course|undoubtedly|no doubt|needless to say|merely)\\b',
    '\\b(?:everyone|everybody) (?:knows|agrees)\\b|\\bas (?:everyone|everybody|we all|you) knows?\\b',
    '\\b(?:most|many) (?:people|clients|investors) (?:agree|prefer|know|choose|would)\\b',
    '\\bexperts (?:agree|say|recommend|advise)\\b',
    '\\b(?:wise|smart|savvy|sensible|clever) (?:people|clients?|investors?|choice)\\b',
    "\\bguaranteed to\\b|\\bcan(?:no|['’])t lose\\b|\\bonce in a lifetime\\b",
    "(?:^|[.?!,]\\s*)(?:do|does|is|are|would|should|could|can)n['’]t (?:you|it|they|we)\\b",
    ',\\s*right\\?',
  ),
};

function any(...patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'iu');
}
