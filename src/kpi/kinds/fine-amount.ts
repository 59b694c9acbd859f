import { type CurrencyCode, fromMinorUnits, type Money } from '../../money/index.js';
import type { KpiData } from '../state.js';

/** Billionths of a smallest unit: what amounts are counted in that need not be whole, such as what one client earned by a rate. */
export const BILLION = 1_000_000_000n;

/** The two sides of a ratio, each in whole smallest units with what is left beside them: the same amounts always split alike. */
export function fineSides(
  currency: CurrencyCode,
  above: bigint,
  below: bigint,
): Omit<KpiData['amount-ratio'], 'cases'> {
  const [numeratorRest, denominatorRest] = [Number(above % BILLION), Number(below % BILLION)];
  return {
    numerator: fromMinorUnits(currency, above / BILLION),
    ...(numeratorRest !== 0 && { numeratorRest }),
    denominator: fromMinorUnits(currency, below / BILLION),
    ...(denominatorRest !== 0 && { denominatorRest }),
  };
}

/** To the nearest smallest unit, a tie to the even one: for display. */
export function roundFine(currency: CurrencyCode, billionths: bigint): Money {
  const whole = billionths / BILLION;
  const rest = billionths % BILLION;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const isUp = twice > BILLION || (twice === BILLION && whole % 2n !== 0n);
  return fromMinorUnits(currency, isUp ? whole + (rest < 0n ? -1n : 1n) : whole);
}
