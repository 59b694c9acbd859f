import type { Citation, Locale, Severity } from '../../../evidence/index.js';
import { csrc, nfra } from '../../packs/cn/citations.js';
import { ENGLISH_WORDING } from './english.js';
import { SIMPLIFIED_WORDING } from './simplified.js';
import { TRADITIONAL_WORDING } from './traditional.js';
import type { WordingKind } from './wording-kind.js';

/** One kind of wording that must not stand in a disclosure, as data. */
export interface WordingRule {
  readonly kind: WordingKind;
  /** Code of the finding's reason. */
  readonly code: string;
  readonly severity: Severity;
  readonly citations: readonly Citation[];
  /** By language, sources of regular expressions; matched without regard to case. */
  readonly phrases: Readonly<Record<Locale, readonly string[]>>;
}

/**
 * Wording that must not stand in a disclosure.
 *
 * Guarantees, claims of no risk and the confusion with deposits: 金融机构产品适当性管理办法 (Order No. 7 of 2025), article 13(2).
 * Superlatives: 13(2) and (4), exaggeration and improper display; whether one is in place a reader must judge, so they only warn.
 * Certainty about what is uncertain: 证券期货投资者适当性管理办法, article 22(2).
 */
export const DISCLOSURE_WORDING: readonly WordingRule[] = [
  {
    kind: 'principal-guaranteed',
    code: 'suitability.disclosure-principal-guaranteed',
    severity: 'block',
    citations: [nfra('13(2)'), csrc('22(2)')],
    phrases: phrasesOf('principal-guaranteed'),
  },
  {
    kind: 'return-guaranteed',
    code: 'suitability.disclosure-return-guaranteed',
    severity: 'block',
    citations: [nfra('13(2)'), csrc('22(2)')],
    phrases: phrasesOf('return-guaranteed'),
  },
  {
    kind: 'no-risk',
    code: 'suitability.disclosure-no-risk',
    severity: 'block',
    citations: [nfra('13(2)'), csrc('22(2)')],
    phrases: phrasesOf('no-risk'),
  },
  {
    kind: 'like-deposit',
    code: 'suitability.disclosure-like-deposit',
    severity: 'block',
    citations: [nfra('13(2)')],
    phrases: phrasesOf('like-deposit'),
  },
  {
    kind: 'superlative',
    code: 'suitability.disclosure-superlative',
    severity: 'warn',
    citations: [nfra('13(2)'), nfra('13(4)')],
    phrases: phrasesOf('superlative'),
  },
  {
    kind: 'certain-future',
    code: 'suitability.disclosure-certain-future',
    severity: 'block',
    citations: [nfra('13(2)'), csrc('22(2)')],
    phrases: phrasesOf('certain-future'),
  },
];

function phrasesOf(kind: WordingKind): WordingRule['phrases'] {
  return {
    'zh-Hans': SIMPLIFIED_WORDING[kind],
    'zh-Hant': TRADITIONAL_WORDING[kind],
    en: ENGLISH_WORDING[kind],
  };
}
