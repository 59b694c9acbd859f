import { makeReason, type Reason } from '../../evidence/index.js';

/** The method has no answer for these assets: a division of risk needs risk. */
export interface UnattainableDivision {
  readonly status: 'unattainable';
  /** The assets without risk, or those whose risks cancel each other out. */
  readonly assets: readonly string[];
  readonly reasons: readonly Reason[];
}

/** The outcome for assets that have no risk of their own. */
export function withoutRisk(assets: readonly string[]): UnattainableDivision {
  return unattainable(assets, makeReason('allocation.assets-without-risk', 'block', { assets }));
}

/** The same where weights follow from risks alone, and nothing can be stated that would make room for such assets. */
export function withoutWeights(assets: readonly string[]): UnattainableDivision {
  return unattainable(assets, makeReason('allocation.no-weight-without-risk', 'block', { assets }));
}

/** The outcome for assets that can be combined, long only, into a portfolio without risk. */
export function risksCancel(assets: readonly string[]): UnattainableDivision {
  return unattainable(assets, makeReason('allocation.risks-cancel', 'block', { assets }));
}

function unattainable(assets: readonly string[], reason: Reason): UnattainableDivision {
  return Object.freeze({
    status: 'unattainable',
    assets: Object.freeze([...assets]),
    reasons: Object.freeze([reason]),
  });
}
