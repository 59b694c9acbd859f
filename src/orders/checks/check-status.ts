/** What the pre-trade checks may come to, from the best to the worst. */
export const CHECK_STATUSES = [
  /** May be sent. */
  'allowed',
  /** May be sent once what `outstanding` names is acknowledged or done. */
  'needs-acknowledgement',
  /** May be sent once somebody entitled has approved what `toApprove` names. */
  'needs-approval',
  /** May not be sent; no acknowledgement and no approval changes that. */
  'blocked',
] as const;

/** What the pre-trade checks came to; see `CHECK_STATUSES`. */
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** The worst of several statuses; `allowed` of none. */
export function worstStatus(statuses: readonly CheckStatus[]): CheckStatus {
  return statuses.reduce<CheckStatus>(
    (worst, one) => (CHECK_STATUSES.indexOf(one) > CHECK_STATUSES.indexOf(worst) ? one : worst),
    'allowed',
  );
}
