/** How many words of 32 bits hold so many bits. */
export function wordsFor(bits: number): number {
  return Math.ceil(bits / 32);
}

/** Whether a bit is set. */
export function hasBit(words: Uint32Array, index: number): boolean {
  return (((words[index >>> 5] as number) >>> (index & 31)) & 1) === 1;
}

/** Sets a bit. */
export function setBit(words: Uint32Array, index: number): void {
  words[index >>> 5] = (words[index >>> 5] as number) | (1 << (index & 31));
}

/** Clears a bit. */
export function clearBit(words: Uint32Array, index: number): void {
  words[index >>> 5] = (words[index >>> 5] as number) & ~(1 << (index & 31));
}

/** How many bits of a word are set. */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The place of the lowest bit that is set in a word that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** The bits that count in the last word of so many bits, which are no multiple of 32. */
export function lastWord(bits: number): number {
  return (1 << (bits & 31)) - 1;
}
