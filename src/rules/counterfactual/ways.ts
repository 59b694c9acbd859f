import type { PlainDate } from '../../dates/index.js';
import { at } from '../../errors/index.js';
import { type Known, readValue } from '../evaluate/fact-book.js';
import type { FactChange, FactDeclaration } from '../fact.js';
import type { Choice, Way } from './changeable.js';
import { scalesOf } from './scale.js';

/**
 * The ways in which something may be changed.
 *
 * @param path where the change is declared.
 * @throws AptfolioError at the path of a value that the fact cannot have.
 */
export function waysOf(
  change: FactChange,
  was: Known | undefined,
  declared: FactDeclaration,
  asOf: PlainDate,
  path: string,
): readonly Way[] {
  const isNumber = declared.type === 'number' || declared.type === 'amount';
  if (isNumber && change.values === undefined) {
    return scalesOf(change, typeof was === 'number' ? was : undefined, declared);
  }
  const values = (change.values ?? [false, true]).map((value, index) => {
    const meant = value === 'asOf' && declared.type === 'date' ? asOf : value;
    return readValue(meant, at(at(path, 'values'), index), declared);
  });
  return values.flatMap((value, index): Choice[] => {
    if (isSame(value, was)) return [];
    if (values.findIndex((earlier) => isSame(earlier, value)) < index) return [];
    // A request says what is to be done, which is not what makes it untrue.
    return [{ value, request: value === false ? undefined : change.label }];
  });
}

function isSame(one: Known, other: Known | undefined): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
