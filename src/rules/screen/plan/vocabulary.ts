import type { RuleConstant } from '../../condition.js';
import { packDate, unpackDate } from '../read/packed-date.js';

/**
 * What kind of value stands in a column. Every value is a number there: a date by `packDate`, a text and a list by their places in
 * the vocabulary, yes and no as 1 and 0; `NaN` is unknown. `nothing` is what is always unknown, and goes with every kind.
 */
export type Kind = 'number' | 'date' | 'text' | 'boolean' | 'list' | 'nothing';

/** Numbers for the texts and lists of one screening. */
export interface Vocabulary {
  /** By text, its place among `texts`. */
  readonly codes: Map<string, number>;
  readonly texts: string[];
  readonly lists: (readonly RuleConstant[])[];
  readonly listCodes: Map<string, number>;
  /** For each list what it contains of a kind, as numbers; made when it is first asked for. */
  readonly entries: Map<Kind, ReadonlySet<number>>[];
}

/** A vocabulary that knows nothing yet. */
export function emptyVocabulary(): Vocabulary {
  return { codes: new Map(), texts: [], lists: [], listCodes: new Map(), entries: [] };
}

/** The number of a text. */
export function codeOfText(text: string, { codes, texts }: Vocabulary): number {
  const known = codes.get(text);
  if (known !== undefined) return known;
  codes.set(text, texts.length);
  return texts.push(text) - 1;
}

/** The number of a list; lists with the same entries have the same one. */
export function codeOfList(list: readonly RuleConstant[], vocabulary: Vocabulary): number {
  const { lists, listCodes, entries } = vocabulary;
  const key = JSON.stringify(list);
  const known = listCodes.get(key);
  if (known !== undefined) return known;
  listCodes.set(key, lists.length);
  entries.push(new Map());
  return lists.push(list) - 1;
}

/** The number of a value that is known to be of a kind; `NaN` if it is not. */
export function encodeValue(
  value: RuleConstant | readonly RuleConstant[],
  kind: Kind,
  vocabulary: Vocabulary,
): number {
  if (typeof value === 'object') {
    return kind === 'list' ? codeOfList(value, vocabulary) : Number.NaN;
  }
  if (typeof value === 'number') return kind === 'number' ? value : Number.NaN;
  if (typeof value === 'boolean') return kind === 'boolean' ? Number(value) : Number.NaN;
  if (kind === 'text') return codeOfText(value, vocabulary);
  return kind === 'date' ? packDate(value) : Number.NaN;
}

/** The value of a number. */
export function decodeValue(
  number: number,
  kind: Kind,
  { texts, lists }: Vocabulary,
): RuleConstant | readonly RuleConstant[] {
  switch (kind) {
    case 'date':
      return unpackDate(number);
    case 'text':
      return texts[number] as string;
    case 'boolean':
      return number === 1;
    case 'list':
      return lists[number] as readonly RuleConstant[];
    default:
      return number;
  }
}

/** The entries of a list that are of a kind. */
export function entriesOf(list: number, kind: Kind, vocabulary: Vocabulary): ReadonlySet<number> {
  const known = vocabulary.entries[list] as Map<Kind, ReadonlySet<number>>;
  const found = known.get(kind);
  if (found !== undefined) return found;
  const fresh = encodeEntries(vocabulary.lists[list] as readonly RuleConstant[], kind, vocabulary);
  known.set(kind, fresh);
  return fresh;
}

/** Constants as numbers of a kind; those of another kind can equal nothing and are left out. */
export function encodeEntries(
  list: readonly RuleConstant[],
  kind: Kind,
  vocabulary: Vocabulary,
): ReadonlySet<number> {
  const numbers = list.map((entry) => encodeValue(entry, kind, vocabulary));
  return new Set(numbers.filter((number) => !Number.isNaN(number)));
}

/** Whether two lists have an entry in common. */
export function listsOverlap(one: number, other: number, { lists }: Vocabulary): boolean {
  const right = lists[other] as readonly RuleConstant[];
  return (lists[one] as readonly RuleConstant[]).some((entry) => right.includes(entry));
}
