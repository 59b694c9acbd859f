/**
 * What a decision comes to, from the mildest up. The worst wins.
 *
 * - `allow`: no rule stands against it.
 * - `allow-with-evidence`: duties applied and were fulfilled, or a rule was set aside; keep the evidence.
 * - `warn`: allowed, and somebody must be told.
 * - `refer`: a person must decide.
 * - `require`: a duty is open.
 * - `undetermined`: facts are missing without which nobody can say.
 * - `block`: forbidden.
 */
export const DECISION_STATUSES = [
  'allow',
  'allow-with-evidence',
  'warn',
  'refer',
  'require',
  'undetermined',
  'block',
] as const;

/** What a decision comes to; see `DECISION_STATUSES`. */
export type DecisionStatus = (typeof DECISION_STATUSES)[number];

/** The statuses with which something may go ahead. */
export const PERMITTED_STATUSES: readonly DecisionStatus[] = [
  'allow',
  'allow-with-evidence',
  'warn',
];
