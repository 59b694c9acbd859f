/**
 * Whether a pseudonym gives a reference away: it contains it, in whatever case. A short reference may stand in a keyed
 * digest by chance (6 hexadecimal digits in one of 64: once in 280,000), so it tells only as a word of its own.
 */
export function tells(pseudonym: string, reference: string): boolean {
  const [name, sought] = [pseudonym.toLowerCase(), reference.toLowerCase()];
  if (name === sought) return true;
  if (sought.length >= TELLING_LENGTH) return name.includes(sought);
  return name.split(/[^\p{L}\p{N}]+/u).includes(sought);
}

const TELLING_LENGTH = 7;
