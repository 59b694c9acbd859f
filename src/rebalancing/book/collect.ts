import type { BookSummary } from './summary.js';

/** Outcomes of a book, kept apart by what became of each. */
export interface Collected<V, F> {
  readonly values: readonly V[];
  readonly indexes: readonly number[];
  readonly failures: readonly F[];
  readonly summary: BookSummary;
}

/** An outcome of a book of values. */
type OutcomeOf<V, F> =
  | { readonly status: 'decided'; readonly index: number; readonly value: V }
  | ({ readonly status: 'failed' } & F);

/** Runs a book to its end and keeps everything. */
export function collect<V, O extends OutcomeOf<V, F>, F>(
  outcomes: Generator<O, BookSummary, undefined>,
  onResult: ((outcome: O) => void) | undefined,
): Collected<V, F> {
  const values: V[] = [];
  const indexes: number[] = [];
  const failures: F[] = [];
  for (;;) {
    const step = outcomes.next();
    if (step.done === true) {
      return Object.freeze({
        values: Object.freeze(values),
        indexes: Object.freeze(indexes),
        failures: Object.freeze(failures),
        summary: step.value,
      });
    }
    const outcome = step.value;
    onResult?.(outcome);
    if (outcome.status === 'decided') {
      values.push(outcome.value);
      indexes.push(outcome.index);
    } else {
      const { status: _status, ...failure } = outcome;
      failures.push(Object.freeze(failure) as F);
    }
  }
}
