import type {
  AnswerValue,
  MultipleItem,
  NumericItem,
  QuestionnaireItem,
} from '../../../src/questionnaire/index.js';

/** Every answer to an item that can be told apart by its points: a numeric item's at the beginning of each step. */
export function answersTo(item: QuestionnaireItem): readonly AnswerValue[] {
  switch (item.kind) {
    case 'multiple':
      return subsetsOf(item);
    case 'numeric':
      return (item as NumericItem).steps.map(({ from }) => from);
    case 'matrix':
      return item.rows
        .map(({ id }) => item.points.map((_, column) => ({ [id]: column })))
        .reduce((sofar, row) =>
          sofar.flatMap((some) => row.map((one) => Object.assign({}, some, one))),
        );
    default:
      return item.points.map((_, option) => option);
  }
}

/** All allowed sets, from the bits of a number. */
function subsetsOf({
  points,
  minChoices = 1,
  maxChoices = points.length,
  exclusive = [],
}: MultipleItem): readonly number[][] {
  const sets = Array.from({ length: 2 ** points.length }, (_, bits) =>
    points.map((_, option) => option).filter((option) => (bits >> option) & 1),
  );
  return sets.filter((set) =>
    set.some((option) => exclusive.includes(option))
      ? set.length === 1
      : set.length >= minChoices && set.length <= maxChoices,
  );
}
