import type { LocalisedText } from '../evidence/index.js';

const PLACEHOLDER = /\{([\w$.]+)/g;

/** The facts, terms and parameters that a text names, which are the same in every language. */
export function namesIn({ en }: LocalisedText): ReadonlySet<string> {
  return new Set([...en.matchAll(PLACEHOLDER)].map(([, name]) => name as string));
}
