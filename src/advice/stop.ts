import type { Reason } from '../evidence/index.js';
import type { CurrencyCode } from '../money/index.js';
import type { AdviceProgress, AdviceStep, StoppedAdvice } from './outcome.js';

/** An outcome that goes no further. */
export function stop<C extends CurrencyCode>(
  status: StoppedAdvice['status'],
  step: AdviceStep,
  reasons: readonly Reason[],
  known: Partial<AdviceProgress<C>>,
): StoppedAdvice<C> {
  return Object.freeze({ status, step, ...known, reasons: Object.freeze([...reasons]) });
}
