import { AptfolioError } from '../../errors/index.js';
import type { MatrixItem, MultipleItem } from '../item.js';
import type { PlannedItem } from '../scoring/plan.js';
import type { AnswerValue } from '../scoring/result.js';

/** More answers to one item than this are not gone through one by one. */
const MOST = 100_000;

/** Every answer to an item; of a numeric item one number of each stretch that the form treats alike. */
export function answersOf({ item, points, id, stretches }: PlannedItem): readonly AnswerValue[] {
  if (stretches === null) {
    const expected = `a whole number of at most 1000 values where rules reckon with the answer to ${id}`;
    throw new AptfolioError('too-long', 'definition.items', expected);
  }
  const options = points.map((_, option) => option);
  const size = item.kind === 'numeric' ? stretches.length : sizeOf(item, options.length);
  if (size > MOST) {
    const expected = `at most ${MOST} answers to an item that a rule reads, not ${size} to ${id}`;
    throw new AptfolioError('too-long', 'definition.items', expected);
  }
  switch (item.kind) {
    case 'numeric':
      return stretches;
    case 'multiple':
      return subsetsOf(item, options);
    case 'matrix':
      return rowsOf(item, options);
    default:
      return options;
  }
}

function sizeOf(item: PlannedItem['item'], options: number): number {
  if (item.kind === 'multiple') return options > 16 ? Number.POSITIVE_INFINITY : 1 << options;
  if (item.kind !== 'matrix') return options;
  return item.rows.reduce((product) => product * options, 1);
}

function subsetsOf(
  { minChoices = 1, maxChoices = Number.POSITIVE_INFINITY, exclusive = [] }: MultipleItem,
  options: readonly number[],
): readonly (readonly number[])[] {
  const together = options.filter((option) => !exclusive.includes(option));
  const subsets = together.reduce<readonly (readonly number[])[]>(
    (known, option) => known.concat(known.map((subset) => subset.concat(option))),
    [[]],
  );
  const allowed = subsets.filter(({ length }) => length >= minChoices && length <= maxChoices);
  return [...allowed, ...exclusive.map((option) => [option])];
}

function rowsOf({ rows }: MatrixItem, options: readonly number[]): readonly AnswerValue[] {
  return rows.reduce<readonly Readonly<Record<string, number>>[]>(
    (known, { id }) =>
      known.flatMap((answer) => options.map((option) => ({ ...answer, [id]: option }))),
    [{}],
  );
}
