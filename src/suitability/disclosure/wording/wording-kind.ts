/** Kinds of wording that must not stand in a disclosure. */
export const WORDING_KINDS = [
  'principal-guaranteed',
  'return-guaranteed',
  'no-risk',
  'like-deposit',
  'superlative',
  'certain-future',
] as const;

/** A kind of wording that must not stand in a disclosure; see `WORDING_KINDS`. */
export type WordingKind = (typeof WORDING_KINDS)[number];

/** The phrases of one language, as sources of regular expressions. */
export type Phrases = Readonly<Record<WordingKind, readonly string[]>>;

/** What takes a phrase back, in one language, as sources of regular expressions. */
export interface Negation {
  /** Where a new clause begins, so that a negation before it does not reach further. */
  readonly boundary: string;
  /** A negation in the words before the phrase, within its clause. */
  readonly before: string;
  /** What looks like a negation but is none: `not only`. */
  readonly unlike: string;
  /** A negation that reaches over an insertion: `does not, in any circumstances, guarantee`. */
  readonly over: string;
  /** What takes it back in the words right after the phrase. */
  readonly after: string;
  /** What makes a sentence a warning of what others promise: `beware of anybody who offers guaranteed profits`. */
  readonly warning: Warning;
}

/** A warning of what others promise: each as the source of a regular expression, within one sentence. */
export interface Warning {
  /** Where a sentence ends. */
  readonly sentence: string;
  /** Others are said to promise it; up to the end of the phrase. */
  readonly others: string;
  /** That it is not to be believed; anywhere in the sentence. */
  readonly against: string;
  /** The seller speaks of the own product; before the phrase. It is a promise then, whatever is said of others. */
  readonly own: string;
}
