/** What all mergeable statistics have in common. */
export interface Mergeable<Draft> {
  merge(draft: Draft, other: Draft): void;
  encode(draft: Draft): unknown;
  decode(state: unknown, path?: string): Draft;
}
