import type { FactBook } from './fact-book.js';
import type { Value } from './value.js';

/** What one decision knows while it is made. */
export interface Situation {
  readonly book: FactBook;
  /** Terms that are given another value than they have, to see what would be. */
  readonly pinned?: ReadonlyMap<string, Value>;
  /** Terms that have been worked out, by the place of the pack. */
  readonly memory: Map<string, Value>[];
}
