import type { Messages } from 'aptfolio/evidence';

/** One text in the three languages. */
export function text(en: string, hans: string, hant: string): Messages[string] {
  return { en, 'zh-Hans': hans, 'zh-Hant': hant };
}
