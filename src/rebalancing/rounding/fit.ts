import type { DoneSale } from '../lots/lot-state.js';

/** A trade as it can be made: rounded and large enough. */
export interface Fit {
  readonly place: number;
  readonly side: 'buy' | 'sell';
  /** Above zero, in smallest units of the account's currency and of the product's; a purchase's with its entry fee. */
  readonly amount: bigint;
  readonly local: bigint;
  /** In the holding's scale, where units are known. */
  readonly units: bigint | undefined;
  /** In the product's currency. */
  readonly entryFee: bigint;
  readonly exitFee: bigint;
  readonly spread: bigint;
  /** The lots sold, where they are known. */
  readonly sale: DoneSale | undefined;
}

/** No trade, and the code of the reason. */
export interface Misfit {
  readonly dropped: string;
}

/** The code of what fails for its steps or whole units alone. */
export const CUT_TO_STEP = 'rebalancing.cut-to-step';

/** The code of what is given up so that there are no more trades than agreed: nothing else takes its place. */
export const MAX_TRADES = 'rebalancing.max-trades';

const BY_TERMS: ReadonlySet<string> = new Set([
  CUT_TO_STEP,
  'rebalancing.below-minimum-purchase',
  'rebalancing.below-minimum-redemption',
  'rebalancing.below-minimum-holding',
  'rebalancing.arrives-below-minimum',
]);

/** Whether what is given up by a code fails for its size alone: by the product's minimums, its steps or whole units. */
export function isForSize(code: string): boolean {
  return BY_TERMS.has(code);
}

/** Whether a trade can be made. */
export function isFit(one: Fit | Misfit): one is Fit {
  return !('dropped' in one);
}
