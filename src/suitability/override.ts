import type { PlainDate } from '../dates/index.js';

/** What a person decided on one rule in one case. */
export interface Override {
  /** Id of the rule. */
  readonly rule: string;
  /** `set-aside` goes on although the rule bites; `uphold` takes an earlier `set-aside` back. The latest one counts. */
  readonly decision: 'set-aside' | 'uphold';
  readonly by: Person;
  readonly on: PlainDate;
  /** Why, in the person's own words. */
  readonly reason: string;
  /**
   * What is on file, as name and reference: `{ 'warning-shown': 'DOC-17', 'client-wish': 'DOC-18', 'firm-acceptance': 'DOC-19' }`.
   * The rule says which names it needs.
   */
  readonly evidence?: Readonly<Record<string, string>>;
  /** The second person, where the rule needs four eyes. */
  readonly second?: Person;
}

/** Somebody of the firm. */
export interface Person {
  /** The firm's own id of the person. */
  readonly id: string;
  readonly role: string;
}

/** Ids of the rules that are set aside: for each rule the latest override counts. */
export function setAsideBy(overrides: readonly Override[]): readonly string[] {
  const latest = new Map(overrides.map(({ rule, decision }) => [rule, decision]));
  return [...latest].flatMap(([rule, decision]) => (decision === 'set-aside' ? rule : [])).sort();
}
