import type { FactType } from '../fact.js';

/** What a condition may speak of, and of what kind each name is. */
export interface Names {
  /** Facts, terms and `asOf`. */
  readonly facts: ReadonlyMap<string, NamedKind>;
  readonly parameters: ReadonlyMap<string, NamedKind>;
  /** Names of the functions that were handed over. */
  readonly functions: ReadonlySet<string>;
}

/** What kind of value a name stands for. */
export interface NamedKind {
  readonly type: FactType;
  readonly unit?: string;
  readonly values?: readonly string[];
  /** Whether it is a fact that a caller gives, and no term. */
  readonly given?: boolean;
}
