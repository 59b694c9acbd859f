/** The steps of a curve, each made only when it is asked for: a curve may have a million. */
export interface LazySteps<S> {
  readonly length: number;
  readonly timeAt: (index: number) => number;
  readonly stepAt: (index: number) => S;
}

/** Keeps the reader by the curve, unseen by whoever copies, compares or writes it. */
const READER: unique symbol = Symbol('reader');

/** All steps, made when they are first read. */
export function allSteps<S>({ length, stepAt }: LazySteps<S>): () => readonly S[] {
  let made: readonly S[] | undefined;
  return () => {
    made ??= Object.freeze(Array.from({ length }, (_, i) => stepAt(i)));
    return made;
  };
}

/** A curve, frozen, by which its steps are kept; what reads one of them need not make the others. */
export function withReader<C extends { readonly steps: readonly S[] }, S>(
  curve: C,
  reader: LazySteps<S>,
): C {
  return Object.freeze(Object.defineProperty(curve, READER, { value: reader }));
}

/** The steps that are kept by a curve; undefined of one of another method, or that was written and read again. */
export function readerOf<S>(
  curve: { readonly steps: readonly S[]; readonly method: string },
  method: string,
): LazySteps<S> | undefined {
  if (curve.method !== method) return undefined;
  return (curve as { readonly [READER]?: LazySteps<S> })[READER];
}
