import type { Holding } from '../account/read-holdings.js';
import type { Measured } from '../reach/measure.js';
import { recordOf } from './record-of.js';
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
  const { drift, trackingError, volatility } = measured;
  return Object.freeze({
    values: recordOf(holdings, (_, i) => write(values[i]!)),
    weights: recordOf(holdings, (_, i) => measured.products[i]!),
    cash: write(cash),
    drift,
    ...(trackingError === undefined ? {} : { trackingError }),
    ...(volatility === undefined ? {} : { volatility }),
  });
}
