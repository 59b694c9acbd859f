import { makeReason, type Parameter, type Reason } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { compareAmounts, isAboveZero } from '../compile/check-amount.js';
import type { Product } from '../product.js';
import type { EntryFeeTier, ExitFeeTier, FeeBounds } from '../product-fees.js';
import { amountIn } from './amount-in.js';

/** What buying costs, tier by tier. */
export function tellEntry(
  { entryFee, fees }: Product,
  currency: CurrencyCode | undefined,
): readonly Reason[] {
  const tiers = fees?.entry ?? [{ from: '0', rate: entryFee }];
  return tiers.flatMap((tier, index) => {
    const next = tiers[index + 1];
    if ('flat' in tier) return [tellFlat(tier.from, tier.flat, next, currency)];
    const fixed = fixedSum(tier);
    if (fixed !== undefined) return [tellFlat(tier.from, fixed, next, currency)];
    return [tellEntryRate(tier, index > 0, next, currency), ...tellSums(tier, currency)];
  });
}

type EntryRate = Extract<EntryFeeTier, { readonly rate: number }>;

function tellEntryRate(
  { from, rate }: EntryRate,
  isHigher: boolean,
  next: EntryFeeTier | undefined,
  currency: CurrencyCode | undefined,
): Reason {
  if (isHigher) return say('cost-entry-tier', { from: amountIn(currency, from), rate });
  if (next !== undefined) {
    return say('cost-entry-below', { to: amountIn(currency, next.from), rate });
  }
  return rate === 0 ? say('cost-entry-none') : say('cost-entry', { rate });
}

function tellFlat(
  tierFrom: string,
  sum: string,
  next: EntryFeeTier | undefined,
  currency: CurrencyCode | undefined,
): Reason {
  const flat = amountIn(currency, sum);
  if (isAboveZero(tierFrom)) {
    return say('cost-entry-flat', { from: amountIn(currency, tierFrom), flat });
  }
  if (next === undefined) return say('cost-entry-flat-any', { flat });
  return say('cost-entry-flat-below', { to: amountIn(currency, next.from), flat });
}

/** What getting out costs, tier by tier. */
export function tellExit(
  given: readonly ExitFeeTier[] | undefined,
  currency: CurrencyCode | undefined,
): readonly Reason[] {
  const tiers = given ?? [];
  if (tiers.every((tier) => tier.rate === 0 && fixedSum(tier) === undefined)) {
    return [say('cost-exit-none')];
  }
  return tiers.flatMap((tier, index) => {
    const days = { fromDays: tier.fromDays, toDays: tiers[index + 1]?.fromDays };
    const fixed = fixedSum(tier);
    if (fixed !== undefined) return [tellExitFixed(days, amountIn(currency, fixed))];
    return [tellExitRate(days, tier.rate), ...tellSums(tier, currency)];
  });
}

interface TierDays {
  readonly fromDays: number;
  /** Absent in the last tier. */
  readonly toDays: number | undefined;
}

function tellExitRate({ fromDays, toDays }: TierDays, rate: number): Reason {
  if (toDays === undefined) {
    if (fromDays === 0) return say('cost-exit-any', { rate });
    return rate === 0
      ? say('cost-exit-free', { fromDays })
      : say('cost-exit-last', { fromDays, rate });
  }
  return fromDays === 0
    ? say('cost-exit-first', { toDays, rate })
    : say('cost-exit', { fromDays, toDays, rate });
}

function tellExitFixed({ fromDays, toDays }: TierDays, flat: Parameter): Reason {
  if (toDays === undefined) {
    return fromDays === 0
      ? say('cost-exit-fixed-any', { flat })
      : say('cost-exit-fixed-last', { fromDays, flat });
  }
  return fromDays === 0
    ? say('cost-exit-fixed-first', { toDays, flat })
    : say('cost-exit-fixed', { fromDays, toDays, flat });
}

/** The one sum that a fee without a rate comes to; undefined for a fee with a rate, and for none. */
function fixedSum(tier: FeeBounds & { readonly rate: number }): string | undefined {
  const { rate, plus = '0', least = '0' } = tier;
  const sum = compareAmounts(plus, least) < 0 ? least : plus;
  return rate === 0 && isAboveZero(sum) ? sum : undefined;
}

/** The sums beside a rate; of a fee of 0 there is nothing to say. */
function tellSums(
  { rate, plus, least, most }: FeeBounds & { readonly rate: number },
  currency: CurrencyCode | undefined,
): readonly Reason[] {
  if (rate === 0) return [];
  const told = (name: string, sum = '0'): readonly Reason[] =>
    isAboveZero(sum) ? [say(name, { amount: amountIn(currency, sum) })] : [];
  return [...told('cost-plus', plus), ...told('cost-least', least), ...told('cost-most', most)];
}

function say(name: string, parameters: Readonly<Record<string, Parameter>> = {}): Reason {
  return makeReason(`products.${name}`, 'info', parameters);
}
