import { isZero, type Money, parseMoneyIn, toMinorUnits } from '../../money/index.js';
import { methodsOf } from '../define.js';
import type { Kpi } from '../definition.js';
import { BILLION, fineSides } from '../kinds/fine-amount.js';
import type { Fields } from '../kinds/kind.js';
import type { KpiEvent } from '../state.js';

/**
 * The function that copies an event, checked before, without what says the same as nothing and with amounts in one writing, so that one fact has one text. Its
 * fields stand in the order of canonical JSON.
 */
export function plainOf(kpi: Kpi): (event: KpiEvent) => KpiEvent {
  const { eventFields, eventDefaults = {} } = methodsOf(kpi);
  const defaults: Fields = eventDefaults;
  const names = [...Object.keys(eventFields), 'excluded'].sort();
  return (event) => {
    const plain: Record<string, unknown> = {};
    const told = withPlainRests(kpi, event as unknown as Fields);
    for (const name of names) {
      const value = plainValue(kpi, name, told[name]);
      if (value !== undefined && value !== defaults[name]) plain[name] = value;
    }
    return plain as unknown as KpiEvent;
  };
}

function plainValue(kpi: Kpi, name: string, value: unknown): unknown {
  // JSON has no negative zero.
  if (typeof value === 'number') return value + 0;
  if (typeof value !== 'object' || !('currency' in kpi)) return value;
  if (name !== 'lines') return plainAmount(kpi, value);
  const lines = Object.entries(value as Fields).flatMap(([id, line]) => {
    const amount = line === undefined ? undefined : plainAmount(kpi, line);
    return amount === undefined ? [] : [[id, amount] as const];
  });
  if (lines.length === 0) return undefined;
  return Object.freeze(Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** A sum and its rest split as in a state, since a cent less and half a cent more beside it is one amount. */
function withPlainRests(kpi: Kpi, event: Fields): Fields {
  if (kpi.kind !== 'amount-ratio') return event;
  const { numeratorRest = 0, denominatorRest = 0 } = event;
  if (numeratorRest === 0 && denominatorRest === 0) return event;
  const { currency } = kpi;
  const total = (sum: unknown, rest: unknown): bigint => {
    const whole = sum === undefined ? 0n : toMinorUnits(parseMoneyIn(sum, currency));
    return whole * BILLION + BigInt(rest as number);
  };
  const above = total(event.numerator, numeratorRest);
  const below = total(event.denominator, denominatorRest);
  const { numeratorRest: _n, denominatorRest: _d, ...others } = event;
  return { ...others, ...fineSides(currency, above, below) };
}

/** Nothing for zero, but of what was spent: a cost that nobody told is not zero. */
function plainAmount({ kind, currency }: KpiOfAmounts, value: unknown): Money | undefined {
  const read = parseMoneyIn(value, currency);
  if (isZero(read) && kind !== 'amount-per-count') return undefined;
  return Object.freeze({ amount: read.amount, currency });
}

type KpiOfAmounts = Pick<
  Kpi<'amount-ratio' | 'amount-per-count' | 'amount-bridge'>,
  'kind' | 'currency'
>;
