import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
} from '../../errors/index.js';
import {
  CHOICE_COUNTS,
  type ItemBase,
  type MatrixItem,
  type MatrixRow,
  type MultipleItem,
  type NumericItem,
  type NumericStep,
  type QuestionnaireItem,
  type SingleItem,
} from '../item.js';
import { checkLocalised, checkLocalisedList } from './check-localised.js';

/** The largest weight and the most points; the inverse is the smallest weight: their products stay finite and above 0. */
export const LARGEST = 1e9;

const ITEM_KINDS = ['single', 'multiple', 'numeric', 'matrix'] as const;

/** Checks the items, all but their conditions, and copies what belongs to them. */
export function checkItems(
  items: readonly QuestionnaireItem[],
  path: string,
): readonly QuestionnaireItem[] {
  const list = checkList<QuestionnaireItem>(items, path, { minLength: 1, maxLength: 1000 });
  checkUniqueIds(list, path);
  return Object.freeze(list.map((item, index) => checkItem(item, at(path, index))));
}

function checkItem(item: QuestionnaireItem, path: string): QuestionnaireItem {
  const base = checkBase(item, path);
  switch (checkOneOf(item.kind ?? 'single', at(path, 'kind'), ITEM_KINDS)) {
    case 'single':
      return Object.freeze({ ...base, kind: 'single', ...checkOptions(item as SingleItem, path) });
    case 'multiple':
      return Object.freeze({ ...base, ...checkMultiple(item as MultipleItem, path) });
    case 'numeric':
      return Object.freeze({ ...base, ...checkNumeric(item as NumericItem, path) });
    case 'matrix':
      return Object.freeze({ ...base, ...checkMatrix(item as MatrixItem, path) });
  }
}

/** The conditions are copied unchecked: they may speak of items further down the list. */
function checkBase(item: QuestionnaireItem, path: string): ItemBase {
  const { dimension, weight, text, showIf, hiddenPoints } = item;
  const scored = dimension !== null;
  if (scored) checkText(dimension, at(path, 'dimension'));
  if (scored || weight !== undefined) {
    checkRange(weight, at(path, 'weight'), { min: 1 / LARGEST, max: LARGEST });
  }
  if (hiddenPoints !== undefined) checkPoints(hiddenPoints, at(path, 'hiddenPoints'));
  return {
    id: checkText(item.id, at(path, 'id')),
    factor: checkText(item.factor, at(path, 'factor')),
    dimension,
    ...(weight === undefined ? {} : { weight }),
    ...(text === undefined ? {} : { text: checkLocalised(text, at(path, 'text')) }),
    ...(showIf === undefined ? {} : { showIf }),
    ...(hiddenPoints === undefined ? {} : { hiddenPoints }),
  };
}

function checkPoints(value: unknown, path: string): number {
  return checkRange(value, path, { min: -LARGEST, max: LARGEST }) + 0;
}

function checkOptions(
  { points, options }: SingleItem | MultipleItem | MatrixItem,
  path: string,
): Pick<SingleItem, 'points' | 'options'> {
  const list = checkList<number>(points, at(path, 'points'), { minLength: 1, maxLength: 1000 });
  const checked = list.map((value, option) => checkPoints(value, at(at(path, 'points'), option)));
  if (options === undefined) return { points: Object.freeze(checked) };
  const texts = checkLocalisedList(options, at(path, 'options'));
  if (texts.length !== checked.length) {
    const expected = `${checked.length} texts, one for each option`;
    throw new AptfolioError('length-mismatch', at(path, 'options'), expected, options);
  }
  return { points: Object.freeze(checked), options: texts };
}

function checkMultiple(
  item: MultipleItem,
  path: string,
): Omit<Required<MultipleItem>, keyof ItemBase | 'options'> & Pick<MultipleItem, 'options'> {
  const options = checkOptions(item, path);
  const size = options.points.length;
  const { count = 'sum', minChoices = 1, maxChoices = size, exclusive = [] } = item;
  const where = at(path, 'exclusive');
  const alone = checkList<number>(exclusive, where);
  alone.forEach((option, index) => {
    checkInteger(option, at(where, index), { min: 0, max: size - 1 });
    if (alone.indexOf(option) === index) return;
    throw new AptfolioError('duplicate-id', at(where, index), 'an option not named before', option);
  });
  const together = size - alone.length;
  checkInteger(minChoices, at(path, 'minChoices'), { min: 0, max: Math.max(1, together) });
  checkInteger(maxChoices, at(path, 'maxChoices'), { min: Math.max(1, minChoices), max: size });
  return {
    kind: 'multiple',
    ...options,
    count: checkOneOf(count, at(path, 'count'), CHOICE_COUNTS),
    minChoices,
    maxChoices,
    exclusive: Object.freeze(alone.map((option) => option + 0)),
  };
}

function checkNumeric(
  item: NumericItem,
  path: string,
): Omit<Required<NumericItem>, keyof ItemBase | 'unit'> & Pick<NumericItem, 'unit'> {
  const { integer = false, unit } = item;
  checkBoolean(integer, at(path, 'integer'));
  // Whole answers begin and end at whole numbers, and so do their steps.
  const check = integer ? checkInteger : checkRange;
  const min = check(item.min, at(path, 'min'), {});
  const max = check(item.max, at(path, 'max'), { exclusiveMin: min });
  const where = at(path, 'steps');
  let previous = Number.NEGATIVE_INFINITY;
  const steps = checkList<NumericStep>(item.steps, where, { minLength: 1, maxLength: 1000 }).map(
    (step, index) => {
      const here = at(where, index);
      checkObject(step, here);
      const from = check(step.from, at(here, 'from'), { exclusiveMin: previous, max });
      if (index === 0 && from !== min) {
        throw new AptfolioError(
          'inconsistent',
          at(here, 'from'),
          `${min}, the lowest answer`,
          from,
        );
      }
      previous = from;
      return Object.freeze({ from, points: checkPoints(step.points, at(here, 'points')) });
    },
  );
  return {
    kind: 'numeric',
    min,
    max,
    integer,
    ...(unit === undefined ? {} : { unit: checkLocalised(unit, at(path, 'unit')) }),
    steps: Object.freeze(steps),
  };
}

function checkMatrix(item: MatrixItem, path: string): Omit<MatrixItem, keyof ItemBase> {
  const where = at(path, 'rows');
  const list = checkList<MatrixRow>(item.rows, where, { minLength: 1, maxLength: 1000 });
  checkUniqueIds(list, where);
  const rows = list.map(({ id, weight = 1, text }, index) => {
    const here = at(where, index);
    checkRange(weight, at(here, 'weight'), { min: 1 / LARGEST, max: LARGEST });
    return Object.freeze({
      id,
      weight,
      ...(text === undefined ? {} : { text: checkLocalised(text, at(here, 'text')) }),
    });
  });
  return { kind: 'matrix', rows: Object.freeze(rows), ...checkOptions(item, path) };
}
