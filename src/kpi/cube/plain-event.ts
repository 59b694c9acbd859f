import { isZero, type Money, parseMoneyIn } from '../../money/index.js';
import { methodsOf } from '../define.js';
import type { Kpi } from '../definition.js';
import type { Fields } from '../kinds/kind.js';
import type { KpiEvent } from '../state.js';

/** An event, checked, without what says the same as nothing and with amounts in one writing, so that one fact has one text. */
export function plainEvent(kpi: Kpi, event: KpiEvent): KpiEvent {
  const defaults: Fields = methodsOf(kpi).eventDefaults ?? {};
  const fields = Object.entries(event).flatMap(([name, value]) => {
    const plain = plainValue(kpi, name, value);
    return plain === undefined || plain === defaults[name] ? [] : [[name, plain] as const];
  });
  return Object.fromEntries(fields) as unknown as KpiEvent;
}

function plainValue(kpi: Kpi, name: string, value: unknown): unknown {
  if (typeof value !== 'object' || !('currency' in kpi)) return value;
  if (name !== 'lines') return plainAmount(kpi, value);
  const lines = Object.entries(value as Fields).flatMap(([id, line]) => {
    const amount = line === undefined ? undefined : plainAmount(kpi, line);
    return amount === undefined ? [] : [[id, amount] as const];
  });
  return lines.length === 0 ? undefined : Object.fromEntries(lines);
}

/** Nothing for zero, but of what was spent: a cost that nobody told is not zero. */
function plainAmount({ kind, currency }: KpiOfAmounts, value: unknown): Money | undefined {
  const amount = parseMoneyIn(value, currency);
  return isZero(amount) && kind !== 'amount-per-count' ? undefined : amount;
}

type KpiOfAmounts = Pick<
  Kpi<'amount-ratio' | 'amount-per-count' | 'amount-bridge'>,
  'kind' | 'currency'
>;
