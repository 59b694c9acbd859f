import type {
  AnswerValue,
  Comparison,
  Condition,
  MultipleItem,
  NumericItem,
  QuestionnaireDefinition,
  QuestionnaireItem,
} from '../../../src/questionnaire/index.js';

/**
 * Every answer to an item that can be told apart by its points: a numeric item's at the beginning of each step. With a
 * form also those that its conditions tell apart.
 */
export function answersTo(
  item: QuestionnaireItem,
  form?: QuestionnaireDefinition,
): readonly AnswerValue[] {
  switch (item.kind) {
    case 'multiple':
      return subsetsOf(item);
    case 'numeric':
      return form === undefined
        ? (item as NumericItem).steps.map(({ from }) => from)
        : numbersTo(item as NumericItem, form);
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

/** Goes up in halves, and takes each number at which a step begins or a comparison says something else than before. */
function numbersTo(item: NumericItem, form: QuestionnaireDefinition): readonly number[] {
  const { items, knockOuts = [], ceilings = [], controls = [] } = form;
  const conditions = [
    ...[...knockOuts, ...ceilings, ...controls].map(({ when }) => when),
    ...items.flatMap(({ showIf }) => showIf ?? []),
  ];
  const own = conditions.flatMap(partsOf).filter(({ left }) => {
    return typeof left === 'object' && 'answer' in left && left.answer === item.id;
  });
  const pace = item.integer === true ? 1 : 0.5;
  const saidOf = (value: number): string =>
    own.map(({ is, right }) => holds(value, is, right as number)).join();
  const all = Array.from(
    { length: (item.max - item.min) / pace + 1 },
    (_, i) => item.min + pace * i,
  );
  return all.filter(
    (value) =>
      item.steps.some(({ from }) => from === value) ||
      (value > item.min && saidOf(value) !== saidOf(value - pace)),
  );
}

function partsOf(condition: Condition): readonly Comparison[] {
  if ('not' in condition) return partsOf(condition.not);
  if ('all' in condition) return condition.all.flatMap(partsOf);
  return 'any' in condition ? condition.any.flatMap(partsOf) : [condition];
}

function holds(value: number, is: Comparison['is'], right: number): boolean {
  switch (is) {
    case '<':
      return value < right;
    case '<=':
      return value <= right;
    case '>':
      return value > right;
    case '>=':
      return value >= right;
    default:
      return (value === right) === (is === '=');
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
