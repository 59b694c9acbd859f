import { makeReason, type Parameters, type Reason } from '../../evidence/index.js';

/** Something that could be worked out, or why it could not. */
export type Measure<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly reasons: readonly Reason[] };

/** What could be worked out. */
export function known<T>(value: T): Measure<T> {
  return { known: true, value };
}

/** What could not, with every reason once, in an order that does not depend on that of the rows. */
export function unknown(reasons: readonly Reason[]): Measure<never> {
  const byText = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  const texts = [...byText.keys()].sort();
  return { known: false, reasons: Object.freeze(texts.map((text) => byText.get(text) as Reason)) };
}

/** Why something cannot be worked out. */
export function gap(code: string, parameters: Parameters): Reason {
  return makeReason(code, 'info', parameters);
}

/** What follows from two measures, where both are known. */
export function both<A, B, T>(
  first: Measure<A>,
  second: Measure<B>,
  combine: (a: A, b: B) => Measure<T>,
): Measure<T> {
  if (first.known && second.known) return combine(first.value, second.value);
  return unknown([first, second].flatMap((one) => (one.known ? [] : one.reasons)));
}

/** What follows from a measure, where it is known. */
export function chained<A, T>(measure: Measure<A>, next: (value: A) => Measure<T>): Measure<T> {
  return measure.known ? next(measure.value) : measure;
}

/** A measure in another form. */
export function mapped<A, T>(measure: Measure<A>, form: (value: A) => T): Measure<T> {
  return measure.known ? known(form(measure.value)) : measure;
}
