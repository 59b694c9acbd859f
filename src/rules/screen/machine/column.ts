/** A value of each row; `NaN` is unknown, on an open side too. */
export interface Column {
  readonly low: Float64Array;
  /** The same array as `low` unless the value may be known on one side only. */
  readonly high: Float64Array;
}

/** A truth value of each row; unknown where neither bit is set. */
export interface TruthBits {
  readonly isTrue: Uint32Array;
  readonly isFalse: Uint32Array;
}

/** A column in which nothing is known. */
export function unknownColumn(rows: number, bounded: boolean): Column {
  const low = new Float64Array(rows).fill(Number.NaN);
  return { low, high: bounded ? new Float64Array(low) : low };
}

/** Truth values of which none is known. */
export function unknownTruths(words: number): TruthBits {
  return { isTrue: new Uint32Array(words), isFalse: new Uint32Array(words) };
}
