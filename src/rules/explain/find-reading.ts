import type { ValueTrace } from '../decision.js';

/** The first trace of a fact or a term that says something of it, from wherever it was read. */
export function findReading(
  traces: unknown,
  fact: string,
  says: 'label' | 'valueLabels',
): ValueTrace | undefined {
  if (typeof traces !== 'object' || traces === null) return undefined;
  const trace = traces as ValueTrace;
  if (trace.fact === fact && trace[says] !== undefined) return trace;
  for (const part of Object.values(traces)) {
    const found = findReading(part, fact, says);
    if (found !== undefined) return found;
  }
  return undefined;
}
