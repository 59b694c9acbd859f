import { makeReason, type Reason } from '../../evidence/index.js';
import type { Unpaid } from '../decide.js';
import type { Writer } from './writer.js';

/** Why a withdrawal is not paid, and what could be. */
export function notCovered({ amount, most }: Unpaid, write: Writer): Reason {
  const parameters = { amount: write(amount), most: write(most) };
  return makeReason('rebalancing.withdrawal-not-covered', 'warn', parameters);
}
