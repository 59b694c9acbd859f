import {
  at,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
  refuseUnknown,
  renamePaths,
} from '../../errors/index.js';
import { type ExitFeeTier, exitRate } from '../../products/index.js';

/** Exit fees by holding time, the lowest tier from 0 days; sums beside the rate are no part of the question. */
export type ExitFeeTiers = readonly Pick<ExitFeeTier, 'fromDays' | 'rate'>[];

const TIER = { fromDays: true, rate: true } as const;

/** What leaving costs today, and when it will cost less. */
export interface ExitTerms {
  /** Decimal fraction of what is redeemed. */
  readonly rate: number;
  /** The next tier that is cheaper, in calendar days from today; `null` if there is none. */
  readonly cheaper: { readonly inDays: number; readonly rate: number } | null;
}

/** Reads an exit fee: one rate, or tiers and the days held. */
export function readExitTerms(fee: unknown, heldDays: unknown, path: string): ExitTerms {
  const range = { min: 0, exclusiveMax: 1 };
  if (!Array.isArray(fee))
    return { rate: checkRange(fee, at(path, 'exitFee'), range), cheaper: null };
  const where = at(path, 'exitFee');
  const held = checkInteger(heldDays, at(path, 'heldDays'), { min: 0 });
  const tiers = checkList<unknown>(fee, where, { minLength: 1 }).map((tier, index) => {
    const { fromDays, rate } = checkObject(tier, at(where, index));
    refuseUnknown(tier, at(where, index), TIER);
    return {
      fromDays: checkInteger(fromDays, at(at(where, index), 'fromDays'), { min: 0 }),
      rate: checkRange(rate, at(at(where, index), 'rate'), range),
    };
  });
  const rate = renamePaths({ 'product.fees.exit': where }, () =>
    exitRate({ fees: { exit: tiers } }, held),
  );
  const [next] = tiers
    .filter((tier) => tier.fromDays > held && tier.rate < rate)
    .sort((a, b) => a.fromDays - b.fromDays);
  if (next === undefined) return { rate, cheaper: null };
  return { rate, cheaper: { inDays: next.fromDays - held, rate: next.rate } };
}
