import { checkText } from '../../../errors/index.js';
import { type Known, readValue } from '../../evaluate/fact-book.js';
import type { FactDeclaration, SourcedFact } from '../../fact.js';
import type { Rulebook } from '../../rulebook.js';
import { kindOfFact } from '../plan/graph.js';
import { GAP } from '../plan/node.js';
import { codeOfText, encodeValue, type Kind, type Vocabulary } from '../plan/vocabulary.js';
import { addPackedMonths, packDate } from './packed-date.js';

/** Where a fact is written, and what may be written there. */
export interface FactSlot {
  readonly name: string;
  readonly kind: Kind;
  readonly declared: FactDeclaration;
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  /** The texts that a text may be; where it may be any, those that are known already. */
  readonly texts: ReadonlyMap<string, number>;
  /** What holds where nobody says anything. */
  readonly usual: number;
  readonly values: Float64Array;
  readonly gaps: Float64Array;
  /** Whether anybody reads the values; if not, they are checked only. */
  readonly read: boolean;
  /** Where rows mostly name it; see `KeyOrder`. */
  place: number;
}

/** Makes the slot of a declared fact that writes into given columns. */
export function makeSlot(
  name: string,
  declared: FactDeclaration,
  { values, gaps, read }: Pick<FactSlot, 'values' | 'gaps' | 'read'>,
  vocabulary: Vocabulary,
): FactSlot {
  const { type, min, max, whole, values: texts, default: usual } = declared;
  const kind = kindOfFact(type);
  return {
    name,
    kind,
    declared,
    min: min ?? -Number.MAX_VALUE,
    max: max ?? Number.MAX_VALUE,
    whole: whole === true,
    texts:
      kind === 'text' && texts !== undefined
        ? new Map(texts.map((text) => [text, codeOfText(text, vocabulary)]))
        : vocabulary.codes,
    usual: usual === undefined ? Number.NaN : encodeValue(usual, kind, vocabulary),
    values,
    gaps,
    read,
    place: -1,
  };
}

/**
 * The number of a value that is as declared and stands by itself; `NaN` for all else. Most values of most rows come this way, so
 * the least is done for each.
 */
export function encodePlain(slot: FactSlot, value: unknown): number {
  switch (slot.kind) {
    case 'boolean': {
      // No branch on what is as often yes as no.
      const yes = Number(value === true);
      return (yes | Number(value === false)) === 1 ? yes : Number.NaN;
    }
    case 'number':
      return typeof value === 'number' ? encodeNumber(slot, value) : Number.NaN;
    case 'text':
      return typeof value === 'string' ? (slot.texts.get(value) ?? Number.NaN) : Number.NaN;
    case 'date':
      return typeof value === 'string' ? packDate(value) : Number.NaN;
    default:
      return Number.NaN;
  }
}

function encodeNumber({ min, max, whole }: FactSlot, value: number): number {
  const fits = value >= min && value <= max && (!whole || Number.isSafeInteger(value));
  // Without the sign of -0.
  return fits ? value + 0 : Number.NaN;
}

/**
 * Writes what is no number, text or truth value by itself: none, a list, an amount, a value with its source. Says no, or throws, if
 * that is not as declared; why, `readFacts` knows.
 */
export function writeOther(
  slot: FactSlot,
  row: number,
  entry: unknown,
  { asOf }: Pick<Rulebook, 'asOf'>,
  vocabulary: Vocabulary,
): boolean {
  if (entry === null) return writeGap(slot, row, GAP.none);
  if (typeof entry !== 'object' || Array.isArray(entry) || !('value' in entry)) {
    return writeValue(slot, row, entry, vocabulary);
  }
  const { value, source, observedOn } = entry as SourcedFact;
  if (source !== undefined) checkText(source, '');
  if (observedOn === undefined) {
    return value === null
      ? writeGap(slot, row, GAP.none)
      : writeValue(slot, row, value, vocabulary);
  }
  const day = typeof observedOn === 'string' ? packDate(observedOn) : Number.NaN;
  const today = packDate(asOf);
  if (!(day <= today)) return false;
  if (value === null) return writeGap(slot, row, GAP.none);
  if (!writeValue(slot, row, value, vocabulary)) return false;
  const { maxAgeMonths } = slot.declared;
  if (maxAgeMonths === undefined) return true;
  const last = addPackedMonths(day, maxAgeMonths);
  if (Number.isNaN(last)) return false;
  return today > last ? writeGap(slot, row, GAP.stale) : true;
}

function writeGap({ values, gaps }: FactSlot, row: number, gap: number): boolean {
  values[row] = Number.NaN;
  gaps[row] = gap;
  return true;
}

function writeValue(slot: FactSlot, row: number, value: unknown, vocabulary: Vocabulary): boolean {
  return writeKnown(slot, row, readValue(value, '', slot.declared), vocabulary);
}

/** Writes a value that has been checked. */
export function writeKnown(
  { kind, values, read }: FactSlot,
  row: number,
  known: Known,
  vocabulary: Vocabulary,
): boolean {
  if (read) values[row] = encodeValue(known, kind, vocabulary);
  return true;
}
