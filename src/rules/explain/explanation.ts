import type { Truth } from '../decision.js';

/** What an explanation speaks of. */
export const EXPLANATION_KINDS = [
  'decision',
  'rule',
  'citation',
  'condition',
  'value',
  'notice',
  'pack',
] as const;

/** What an explanation speaks of; see `EXPLANATION_KINDS`. */
export type ExplanationKind = (typeof EXPLANATION_KINDS)[number];

/** Why something is as it is, as a tree of texts in one language: plain, frozen, JSON-safe. */
export interface Explanation {
  readonly kind: ExplanationKind;
  readonly text: string;
  /** For a condition: whether it holds. */
  readonly truth?: Truth;
  /** What it rests on. */
  readonly parts: readonly Explanation[];
}

/** Makes one node of the tree. */
export function explained(
  kind: ExplanationKind,
  text: string,
  parts: readonly Explanation[] = [],
  truth?: Truth,
): Explanation {
  return Object.freeze({
    kind,
    text,
    ...(truth === undefined ? {} : { truth }),
    parts: Object.freeze([...parts]),
  });
}
