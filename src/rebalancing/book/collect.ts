import type { FieldsOf } from '../../errors/index.js';
import { readDay } from '../moment.js';
import { BOOK_FIELDS, type BookOptions } from './book-options.js';
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

/** The options of a book that is collected. */
interface Collecting<O> extends BookOptions {
  readonly onResult?: (outcome: O) => void;
}

/** Runs a book to its end and keeps everything. */
export function collectEach<V, O extends OutcomeOf<V, F>, F>(
  options: Collecting<O>,
  each: (options: BookOptions) => Generator<O, BookSummary, undefined>,
): Collected<V, F> {
  const fields: FieldsOf<Collecting<O>> = { ...BOOK_FIELDS, onResult: true };
  readDay(options, fields);
  const { onResult, ...others } = options;
  return collect(each(others), onResult);
}

function collect<V, O extends OutcomeOf<V, F>, F>(
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
