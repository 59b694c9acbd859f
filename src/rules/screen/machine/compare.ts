import { listsOverlap, type Vocabulary } from '../plan/vocabulary.js';
import type { Column, TruthBits } from './column.js';

/** Bits are put together without branches: what rows hold comes in no order that a processor could foresee. */
function bit(holds: boolean, place: number): number {
  return Number(holds) << place;
}

/** Whether the first is above the second: certainly, certainly not, or unknown. */
export function compareAbove(left: Column, right: Column, { isTrue, isFalse }: TruthBits): void {
  const [leftLow, leftHigh, rightLow, rightHigh] = [left.low, left.high, right.low, right.high];
  for (let word = 0, row = 0; word < isTrue.length; word++) {
    let yes = 0;
    let no = 0;
    for (let place = 0; place < 32; place++, row++) {
      yes |= bit((leftLow[row] as number) > (rightHigh[row] as number), place);
      no |= bit((leftHigh[row] as number) <= (rightLow[row] as number), place);
    }
    isTrue[word] = yes;
    isFalse[word] = no;
  }
}

/** Whether two values are equal; bounds can only say that they are not. */
export function compareEqual(left: Column, right: Column, found: TruthBits): void {
  if (left.low === left.high && right.low === right.high) compareValues(left.low, right.low, found);
  else compareBounds(left, right, found);
}

function compareValues(
  left: Float64Array,
  right: Float64Array,
  { isTrue, isFalse }: TruthBits,
): void {
  for (let word = 0, row = 0; word < isTrue.length; word++) {
    let yes = 0;
    let no = 0;
    for (let place = 0; place < 32; place++, row++) {
      const a = left[row] as number;
      const b = right[row] as number;
      yes |= bit(a === b, place);
      no |= bit(a < b, place) | bit(a > b, place);
    }
    isTrue[word] = yes;
    isFalse[word] = no;
  }
}

function compareBounds(left: Column, right: Column, { isTrue, isFalse }: TruthBits): void {
  for (let word = 0, row = 0; word < isTrue.length; word++) {
    let yes = 0;
    let no = 0;
    for (let place = 0; place < 32; place++, row++) {
      const a = left.low[row] as number;
      const b = right.low[row] as number;
      const aHigh = left.high[row] as number;
      const bHigh = right.high[row] as number;
      yes |= bit(a === b, place) & bit(aHigh === bHigh, place) & bit(a === aHigh, place);
      no |= bit(a > bHigh, place) | bit(b > aHigh, place);
    }
    isTrue[word] = yes;
    isFalse[word] = no;
  }
}

/** Whether what is yes or no is yes. */
export function compareHolds({ low }: Column, { isTrue, isFalse }: TruthBits): void {
  for (let word = 0, row = 0; word < isTrue.length; word++) {
    let yes = 0;
    let no = 0;
    for (let place = 0; place < 32; place++, row++) {
      yes |= bit(low[row] === 1, place);
      no |= bit(low[row] === 0, place);
    }
    isTrue[word] = yes;
    isFalse[word] = no;
  }
}

/** Whether a fact has a gap of one kind; it has not if it is known or has another gap, and nobody knows if it is absent. */
export function compareGap(
  gap: Column,
  is: number,
  value: Column,
  { isTrue, isFalse }: TruthBits,
): void {
  for (let word = 0, row = 0; word < isTrue.length; word++) {
    let yes = 0;
    let no = 0;
    for (let place = 0; place < 32; place++, row++) {
      const found = gap.low[row] as number;
      yes |= bit(found === is, place);
      const other = bit(found !== is, place) & bit(found !== 0, place);
      no |= other | bit(!Number.isNaN(value.low[row]), place);
    }
    isTrue[word] = yes;
    isFalse[word] = no;
  }
}

/** Whether a value is one of those that are the same for all rows. */
export function compareOneOf(
  { low, high }: Column,
  among: ReadonlySet<number>,
  { isTrue, isFalse }: TruthBits,
): void {
  isTrue.fill(0);
  if (among.size > FEW) findIn(low, among, isTrue);
  else for (const one of among) findOne(low, one, isTrue);
  for (let word = 0, row = 0; word < isTrue.length; word++) {
    let known = 0;
    for (let place = 0; place < 32; place++, row++) known |= bit(low[row] === high[row], place);
    isFalse[word] = known & ~(isTrue[word] as number);
    isTrue[word] = (isTrue[word] as number) & known;
  }
}

/** So few numbers are looked for one after the other. */
const FEW = 8;

function findOne(values: Float64Array, one: number, found: Uint32Array): void {
  for (let word = 0, row = 0; word < found.length; word++) {
    let bits = found[word] as number;
    for (let place = 0; place < 32; place++, row++) bits |= bit(values[row] === one, place);
    found[word] = bits;
  }
}

function findIn(values: Float64Array, among: ReadonlySet<number>, found: Uint32Array): void {
  for (let word = 0, row = 0; word < found.length; word++) {
    let bits = 0;
    for (let place = 0; place < 32; place++, row++) {
      bits |= bit(among.has(values[row] as number), place);
    }
    found[word] = bits;
  }
}

/** Compares what both sides say row by row, where both are known. */
export function compareEach(
  left: Column,
  right: Column,
  { isTrue, isFalse }: TruthBits,
  holds: (left: number, right: number) => boolean,
): void {
  isTrue.fill(0);
  isFalse.fill(0);
  for (let row = 0; row < left.low.length; row++) {
    const one = left.low[row] as number;
    const other = right.low[row] as number;
    if (one !== left.high[row] || other !== right.high[row]) continue;
    const bits = holds(one, other) ? isTrue : isFalse;
    bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31));
  }
}

/** Whether two lists overlap; found out once for each pair of lists. */
export function overlapOnce(vocabulary: Vocabulary): (one: number, other: number) => boolean {
  const known = new Map<number, Map<number, boolean>>();
  return (one, other) => {
    const beside = known.get(one) ?? new Map<number, boolean>();
    known.set(one, beside);
    const before = beside.get(other);
    if (before !== undefined) return before;
    const found = listsOverlap(one, other, vocabulary);
    beside.set(other, found);
    return found;
  };
}
