import { AptfolioError, at, type BatchFailure, renamePaths } from '../../../errors/index.js';
import { type FactBook, readFacts } from '../../evaluate/fact-book.js';
import type { RuleFacts } from '../../fact.js';
import type { Rulebook } from '../../rulebook.js';
import { setBit } from '../machine/bits.js';
import type { ValueNode } from '../plan/node.js';
import { GAP } from '../plan/node.js';
import type { Plan } from '../plan/plan.js';
import type { Vocabulary } from '../plan/vocabulary.js';
import { encodePlain, type FactSlot, makeSlot, writeKnown, writeOther } from './fact-slot.js';
import { endRow, findSlot, type KeyOrder } from './key-order.js';

/** Writes the facts of rows into columns. */
export interface FactReader {
  /** Forgets all rows. */
  readonly clear: () => void;
  /**
   * Writes the facts of one row.
   *
   * @param index where they stand in the caller's list.
   * @returns what is wrong with them, if anything: the same as `readFacts` says.
   */
  readonly read: (facts: RuleFacts, row: number, index: number) => AptfolioError | undefined;
}

/**
 * Reads a list of rows into the columns of those facts of a plan that have one.
 *
 * @param list what the caller calls the list.
 */
export function makeReader(
  { book, vocabulary, nodes }: Plan,
  list: string,
  rows: number,
  columnOf: (node: ValueNode) => Float64Array | undefined,
): FactReader {
  const columns = new Map<string, Float64Array>();
  for (const node of nodes as readonly ValueNode[]) {
    const { how } = node;
    const column = how.op === 'fact' || how.op === 'gap' ? columnOf(node) : undefined;
    if (column !== undefined && 'fact' in how) columns.set(`${how.op} ${how.fact}`, column);
  }
  // What no rule reads is checked all the same, and written where nobody looks.
  const unread = new Float64Array(rows);
  const slots = new Map<string, FactSlot>();
  for (const [name, declared] of book.facts) {
    const values = columns.get(`fact ${name}`);
    const gaps = columns.get(`gap ${name}`) ?? unread;
    const place = { values: values ?? unread, gaps, read: values !== undefined };
    slots.set(name, makeSlot(name, declared, place, vocabulary));
  }
  const read = [...slots.values()].filter((slot) => slot.read);
  const asked = read.map(({ gaps }) => gaps).filter((gaps) => gaps !== unread);
  const readFast = fastReader(slots, book, vocabulary);
  return {
    clear() {
      for (const { values, usual } of read) values.fill(usual);
      for (const gaps of asked) gaps.fill(0);
    },
    read(facts, row, index) {
      if (isPlain(facts) && tryFast(readFast, facts, row)) return undefined;
      const known = refusal(() => {
        return renamePaths({ facts: at(list, index) }, () => readFacts(facts, book));
      });
      if (known instanceof AptfolioError) return known;
      for (const slot of read) writeFromBook(slot, row, known, vocabulary);
      return undefined;
    },
  };
}

/** What a step returns, or how it refuses its input. */
export function refusal<T>(step: () => T): T | AptfolioError {
  try {
    return step();
  } catch (error) {
    if (error instanceof AptfolioError) return error;
    throw error;
  }
}

/** Whether all that can be listed of an object is its own. */
function isPlain(facts: unknown): facts is RuleFacts {
  if (typeof facts !== 'object' || facts === null) return false;
  const prototype: unknown = Object.getPrototypeOf(facts);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Reads a block of rows from a place in their list on.
 *
 * @param failed is given the rows that are wrong.
 * @returns what is wrong with them.
 */
export function readBlock(
  reader: FactReader,
  list: readonly RuleFacts[],
  start: number,
  count: number,
  failed: Uint32Array,
): readonly BatchFailure[] {
  const failures: BatchFailure[] = [];
  reader.clear();
  failed.fill(0);
  for (let row = 0; row < count; row++) {
    const error = reader.read(list[start + row] as RuleFacts, row, start + row);
    if (error === undefined) continue;
    setBit(failed, row);
    failures.push(failureOf(error, start + row));
  }
  return failures;
}

/** A failure as the caller sees it. */
export function failureOf({ issues }: AptfolioError, row: number): BatchFailure {
  return Object.freeze({ row, issues });
}

type FastReader = (facts: RuleFacts, row: number) => boolean;

function tryFast(readFast: FastReader, facts: RuleFacts, row: number): boolean {
  try {
    return readFast(facts, row);
  } catch {
    return false;
  }
}

/** Reads a row whose facts are all as declared; says no, or throws, as soon as one is not. */
function fastReader(
  slots: ReadonlyMap<string, FactSlot>,
  book: Rulebook,
  vocabulary: Vocabulary,
): FastReader {
  const order: KeyOrder = { slots: [], misses: 0 };
  return (facts, row) => {
    let place = 0;
    for (const name in facts) {
      let slot = order.slots[place];
      if (slot === undefined || slot.name !== name) {
        slot = findSlot(order, slots, name, place);
        if (slot === undefined && name === 'asOf' && facts[name] === book.asOf) continue;
        if (slot === undefined) return false;
        place = slot.place;
      }
      place++;
      const value = facts[name];
      const number = encodePlain(slot, value);
      if (!Number.isNaN(number)) slot.values[row] = number;
      else if (value !== undefined && !writeOther(slot, row, value, book, vocabulary)) return false;
    }
    endRow(order, place);
    return true;
  };
}

function writeFromBook(slot: FactSlot, row: number, book: FactBook, vocabulary: Vocabulary): void {
  const { name, values, gaps } = slot;
  const gap = book.gaps.get(name);
  gaps[row] = gap === undefined ? 0 : GAP[gap];
  const known = book.values.get(name);
  if (known === undefined) values[row] = Number.NaN;
  else writeKnown(slot, row, known, vocabulary);
}
