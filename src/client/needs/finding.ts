import type { CurrencyCode } from '../../money/index.js';
import type { Situation } from '../situation.js';
import type { UnrankedNeed } from './need.js';

/** What a search for one kind of need brought, and what it would have to know to say more. */
export interface Finding<C extends CurrencyCode = CurrencyCode> {
  readonly needs: readonly UnrankedNeed<C>[];
  /** `fx.JPY`, `essentialMonthly`, `liabilities.CARD.annualRate`. */
  readonly missing: readonly string[];
}

/** What a search brings that nobody asked for, or that has nothing to look at. */
export const NOTHING: Finding<never> = Object.freeze({ needs: [], missing: [] });

/** Nothing can be said before this is known. */
export function unknown(missing: readonly string[]): Finding<never> {
  return { needs: [], missing };
}

/** The rates without which there is no balance sheet. */
export function missingRates({ balance }: Situation): readonly string[] {
  return balance.status === 'complete' ? [] : balance.missing.map(({ from }) => `fx.${from}`);
}

/** Whether an amount of this currency can be expressed in the client's own. */
export function hasRateFor<C extends CurrencyCode>(
  code: CurrencyCode,
  { view, currency }: Situation<C>,
): boolean {
  return code === currency || (view.fx.rates[code] ?? null) !== null;
}
