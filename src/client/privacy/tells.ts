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

/**
 * Whether a pseudonym gives away any reference of a record, given in small letters. As there may be thousands, of which some
 * stand in digests by chance, those that are short or look like digests tell only as words of their own.
 */
export function tellsOneOf(references: ReadonlySet<string>): (pseudonym: string) => boolean {
  const lengths = new Set([...references].map(({ length }) => length));
  return (pseudonym) => holdsOneOf(pseudonym.toLowerCase(), references, lengths);
}

function holdsOneOf(
  name: string,
  references: ReadonlySet<string>,
  lengths: ReadonlySet<number>,
): boolean {
  return [...lengths].some((length) =>
    Array.from({ length: Math.max(0, name.length - length + 1) }, (_, start) => start).some(
      (start) => {
        const piece = name.slice(start, start + length);
        if (!references.has(piece)) return false;
        return !mayBeChance(piece) || isWord(name, start, start + length);
      },
    ),
  );
}

/** Among 10,000 references and their digests, pieces of this length meet by chance. */
function mayBeChance(reference: string): boolean {
  return reference.length < (/^[\da-f]+$/.test(reference) ? 16 : 8);
}

function isWord(text: string, start: number, end: number): boolean {
  const isBetween = (edge: string | undefined) => edge === undefined || !/[\p{L}\p{N}]/u.test(edge);
  return isBetween(text[start - 1]) && isBetween(text[end]);
}
