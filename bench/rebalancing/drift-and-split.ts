import { type Account, BANDS, IDS } from './case.js';

/** An account as plain numbers, in smallest units; ready before the clock runs. */
export interface BareAccount {
  readonly values: Float64Array;
  readonly targets: Float64Array;
  readonly cash: number;
}

/** The numbers of an account. */
export function bareOf({ positions, target, cash = [] }: Account): BareAccount {
  const units = (amount: string): number => Number(amount.replace('.', ''));
  const weights = target as Readonly<Record<string, number>>;
  const worth = new Map(
    positions.map(({ product, value }) => [product, value === undefined ? 0 : units(value.amount)]),
  );
  return {
    values: Float64Array.from(IDS, (id) => worth.get(id) ?? 0),
    targets: Float64Array.from(IDS, (id) => weights[id] ?? 0),
    cash: cash.reduce((sum, { amount }) => sum + units(amount), 0),
  };
}

/**
 * What rebalancing is often taken for: weights against bands, and the whole split anew by the target. No fees, steps, minimums,
 * lots, dates or reasons, and amounts in floating point. Nothing where no weight is out of its band.
 */
export function driftAndSplit({ values, targets, cash }: BareAccount): Float64Array | undefined {
  let sum = cash;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const trades = new Float64Array(values.length);
  let isOut = cash / sum > BANDS.absolute + 1e-12;
  for (let i = 0; i < values.length; i++) {
    const target = targets[i]!;
    const band = Math.max(BANDS.minimum, Math.min(BANDS.absolute, BANDS.relative * target));
    if (Math.abs(values[i]! / sum - target) > band + 1e-12) isOut = true;
    trades[i] = target * sum - values[i]!;
  }
  return isOut ? trades : undefined;
}
