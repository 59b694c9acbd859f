import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
} from '../errors/index.js';
import type {
  LocalisedText,
  QuestionnaireDefinition,
  QuestionnaireItem,
  ScoreBand,
} from './definition.js';
import { RISK_LEVELS } from './level.js';

/** A definition with its defaults filled in, frozen throughout. */
export type CheckedDefinition = Required<QuestionnaireDefinition>;

/** How far weights may miss 1 through rounding in the bank's file. */
const WEIGHT_TOLERANCE = 1e-9;

/** The largest weight and the most points; the inverse is the smallest: their products stay finite and above 0. */
const LARGEST = 1e9;

/** Checks a definition that came from outside and copies what belongs to it. */
export function checkDefinition(definition: QuestionnaireDefinition): CheckedDefinition {
  checkObject(definition, 'definition');
  const id = checkText(definition.id, 'definition.id');
  const validMonths = checkInteger(definition.validMonths, 'definition.validMonths', { min: 1 });
  const bands = checkBands(definition.bands);
  const items = checkItems(definition.items);
  const overallWeights = checkWeights(definition.overallWeights, items);
  const ids = new Set(items.map((item) => item.id));
  const mandatory = checkNames(definition.mandatory, 'definition.mandatory', ids);
  const dimensions = new Set(Object.keys(overallWeights));
  const { levelDimensions = [...dimensions].filter((name) => name !== 'knowledge') } = definition;
  return Object.freeze({
    id,
    validMonths,
    bands,
    overallWeights,
    mandatory,
    items,
    levelDimensions: checkNames(levelDimensions, 'definition.levelDimensions', dimensions),
    combination: checkOneOf(definition.combination ?? 'lowest', 'definition.combination', [
      'lowest',
    ]),
  });
}

function checkBands(bands: readonly ScoreBand[]): readonly ScoreBand[] {
  const list = checkList<ScoreBand>(bands, 'definition.bands', { minLength: 1 });
  let previous: ScoreBand | undefined;
  const checked = list.map((band, index) => {
    const path = at('definition.bands', index);
    checkObject(band, path);
    const from = checkRange(band.from, at(path, 'from'), { min: 0, exclusiveMax: 100 });
    const level = checkOneOf(band.level, at(path, 'level'), RISK_LEVELS);
    checkAscent(previous, { from, level }, path);
    previous = Object.freeze({ from, level });
    return previous;
  });
  return Object.freeze(checked);
}

function checkAscent(previous: ScoreBand | undefined, band: ScoreBand, path: string): void {
  if (previous === undefined) {
    if (band.from === 0) return;
    throw new AptfolioError('inconsistent', at(path, 'from'), '0 for the first band', band.from);
  }
  if (band.from <= previous.from) {
    const expected = `a score above the band before, ${previous.from}`;
    throw new AptfolioError('inconsistent', at(path, 'from'), expected, band.from);
  }
  if (RISK_LEVELS.indexOf(band.level) <= RISK_LEVELS.indexOf(previous.level)) {
    const expected = `a level above the band before, ${previous.level}`;
    throw new AptfolioError('inconsistent', at(path, 'level'), expected, band.level);
  }
}

function checkItems(items: readonly QuestionnaireItem[]): readonly QuestionnaireItem[] {
  const list = checkList<QuestionnaireItem>(items, 'definition.items', { minLength: 1 });
  checkUniqueIds(list, 'definition.items');
  return Object.freeze(list.map((item, index) => checkItem(item, at('definition.items', index))));
}

function checkItem(item: QuestionnaireItem, path: string): QuestionnaireItem {
  const factor = checkText(item.factor, at(path, 'factor'));
  const dimension = checkText(item.dimension, at(path, 'dimension'));
  const weight = checkRange(item.weight, at(path, 'weight'), { min: 1 / LARGEST, max: LARGEST });
  const list = checkList<number>(item.points, at(path, 'points'), {
    minLength: 1,
    maxLength: 1000,
  });
  const points = list.map((value, option) =>
    checkRange(value, at(at(path, 'points'), option), { min: 0, max: LARGEST }),
  );
  if (Math.max(...points) < 1 / LARGEST) {
    const expected = `points of at least ${1 / LARGEST} for one option`;
    throw new AptfolioError('out-of-range', at(path, 'points'), expected);
  }
  const checked = { id: item.id, factor, dimension, weight, points: Object.freeze(points) };
  return Object.freeze({ ...checked, ...checkTexts(item, path) });
}

function checkTexts(
  item: QuestionnaireItem,
  path: string,
): Pick<QuestionnaireItem, 'text' | 'options'> {
  const { text, options } = item;
  const copyOf = (value: LocalisedText, where: string): LocalisedText =>
    Object.freeze({ ...(checkObject(value, where) as LocalisedText) });
  const texts: { text?: LocalisedText; options?: readonly LocalisedText[] } = {};
  if (text !== undefined) texts.text = copyOf(text, at(path, 'text'));
  if (options !== undefined) {
    const where = at(path, 'options');
    const list = checkList<LocalisedText>(options, where);
    if (list.length !== item.points.length) {
      const expected = `${item.points.length} texts, one for each option`;
      throw new AptfolioError('length-mismatch', where, expected, options);
    }
    texts.options = Object.freeze(list.map((option, index) => copyOf(option, at(where, index))));
  }
  return texts;
}

function checkWeights(
  weights: Readonly<Record<string, number>>,
  items: readonly QuestionnaireItem[],
): Readonly<Record<string, number>> {
  const path = 'definition.overallWeights';
  const given = checkObject(weights, path);
  const used = new Set(items.map((item) => item.dimension));
  const copy: Record<string, number> = Object.create(null);
  let sum = 0;
  for (const name of Object.keys(given)) {
    if (!used.has(name)) {
      throw new AptfolioError('unknown-id', at(path, name), 'a dimension that an item has', name);
    }
    copy[name] = checkRange(checkNumber(given[name], at(path, name)), at(path, name), { min: 0 });
    sum += copy[name];
  }
  items.forEach((item, index) => {
    if (Object.hasOwn(given, item.dimension)) return;
    const where = at(at('definition.items', index), 'dimension');
    throw new AptfolioError('unknown-id', where, 'a dimension with a weight', item.dimension);
  });
  if (Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
    throw new AptfolioError('inconsistent', path, 'weights that sum to 1', sum);
  }
  return Object.freeze({ ...copy });
}

function checkNames(
  names: readonly string[],
  path: string,
  known: ReadonlySet<string>,
): readonly string[] {
  const seen = new Set<string>();
  checkList<string>(names, path).forEach((value, index) => {
    const name = checkText(value, at(path, index));
    if (!known.has(name)) {
      throw new AptfolioError('unknown-id', at(path, index), 'a name that is defined', name);
    }
    if (seen.has(name)) {
      throw new AptfolioError('duplicate-id', at(path, index), 'a name not given before', name);
    }
    seen.add(name);
  });
  return Object.freeze([...seen]);
}
