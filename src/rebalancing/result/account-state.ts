import type { Holding } from '../account/read-holdings.js';
import type { Measured } from '../reach/measure.js';
import type { AccountState } from './result.js';
import type { Writer } from './writer.js';

/** Writes a state of the account. */
export function writeState(
  holdings: readonly Holding[],
  values: readonly bigint[],
  cash: bigint,
  measured: Measured,
  write: Writer,
): AccountState {
  const amounts: Record<string, ReturnType<Writer>> = {};
  const weights: Record<string, number> = {};
  holdings.forEach(({ id }, i) => {
    amounts[id] = write(values[i]!);
    weights[id] = measured.products[i]!;
  });
  const { drift, trackingError, volatility } = measured;
  return Object.freeze({
    values: Object.freeze(amounts),
    weights: Object.freeze(weights),
    cash: write(cash),
    drift,
    ...(trackingError === undefined ? {} : { trackingError }),
    ...(volatility === undefined ? {} : { volatility }),
  });
}
