import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import {
  COMBINATIONS,
  type Combination,
  type DimensionDefinition,
  type QuestionnaireDefinition,
  SCORE_SCALES,
  type ScoreBand,
  type ScoreScale,
} from '../definition.js';
import type { QuestionnaireItem } from '../item.js';
import { rounded } from '../scoring/scale.js';
import { checkBands, checkCover } from './check-bands.js';
import { type ConditionScope, checkCondition } from './check-condition.js';
import { checkItems } from './check-items.js';
import { checkLocalised } from './check-localised.js';
import { type CheckedRules, checkRules } from './check-rules.js';
import { type Extent, extentOf } from './extent.js';

/** A definition with its defaults filled in, frozen throughout. */
export interface CheckedDefinition
  extends Omit<Required<QuestionnaireDefinition>, 'version' | 'title' | 'dimensions'>,
    CheckedRules,
    Pick<QuestionnaireDefinition, 'version' | 'title'> {
  readonly scale: ScoreScale;
  readonly combination: Combination;
  readonly dimensions: Readonly<Record<string, DimensionDefinition>>;
}

/** How far weights may miss 1 through rounding in the bank's file. */
const WEIGHT_TOLERANCE = 1e-9;

/** Checks a definition that came from outside and copies what belongs to it. */
export function checkDefinition(definition: QuestionnaireDefinition): CheckedDefinition {
  checkObject(definition, 'definition');
  const id = checkText(definition.id, 'definition.id');
  const { version, title, scale = 'share-of-maximum', combination = 'lowest' } = definition;
  const validMonths = checkInteger(definition.validMonths, 'definition.validMonths', { min: 1 });
  checkOneOf(scale, 'definition.scale', SCORE_SCALES);
  const bands = checkBands(definition.bands, 'definition.bands');
  const items = checkItems(definition.items, 'definition.items');
  const overallWeights = checkWeights(definition.overallWeights, items, scale);
  const dimensions = checkDimensions(definition.dimensions ?? {}, overallWeights);
  checkExtents({ items, scale, bands, overallWeights, dimensions });
  const names = new Set(Object.keys(overallWeights));
  const banded = [...names].filter((name) => hasBands(name, scale, dimensions));
  const levelDimensions = definition.levelDimensions ?? defaultCaps(banded);
  return Object.freeze({
    id,
    ...(version === undefined ? {} : { version: checkText(version, 'definition.version') }),
    ...(title === undefined ? {} : { title: checkLocalised(title, 'definition.title') }),
    validMonths,
    scale,
    bands,
    overallWeights,
    dimensions,
    mandatory: checkNames(
      definition.mandatory,
      'definition.mandatory',
      new Set(items.map((item) => item.id)),
    ),
    items: checkShowIfs(items),
    levelDimensions: checkCaps(levelDimensions, names, scale, dimensions),
    combination: checkOneOf(combination, 'definition.combination', COMBINATIONS),
    ...checkRules(definition, 'definition', {
      items: new Map(items.map((item) => [item.id, item])),
      scores: new Set([...names, 'overall']),
      bands: new Set([...banded, 'overall', 'level']),
      facts: true,
    }),
  });
}

function checkWeights(
  weights: Readonly<Record<string, number>> | undefined,
  items: readonly QuestionnaireItem[],
  scale: ScoreScale,
): Readonly<Record<string, number>> {
  const path = 'definition.overallWeights';
  const used = new Set(items.flatMap(({ dimension }) => (dimension === null ? [] : [dimension])));
  if (used.size === 0) {
    throw new AptfolioError('empty', 'definition.items', 'at least one item with a dimension');
  }
  checkTaken(used, items);
  if (weights === undefined && scale === 'points') {
    return frozenRecord([...used].map((name) => [name, 1]));
  }
  const given = checkObject(weights, path);
  const entries = Object.keys(given).map((name): [string, number] => {
    if (!used.has(name)) {
      throw new AptfolioError('unknown-id', at(path, name), 'a dimension that an item has', name);
    }
    return [name, checkRange(given[name], at(path, name), { min: 0 }) + 0];
  });
  items.forEach(({ dimension }, index) => {
    if (dimension === null || Object.hasOwn(given, dimension)) return;
    const where = at(at('definition.items', index), 'dimension');
    throw new AptfolioError('unknown-id', where, 'a dimension with a weight', dimension);
  });
  const sum = entries.reduce((total, [, weight]) => total + weight, 0);
  if (scale === 'points' ? sum <= 0 : Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
    const expected = scale === 'points' ? 'a weight above 0' : 'weights that sum to 1';
    throw new AptfolioError('inconsistent', path, expected, sum);
  }
  return frozenRecord(entries);
}

/** Names that scores have for themselves. */
function checkTaken(names: ReadonlySet<string>, items: readonly QuestionnaireItem[]): void {
  for (const taken of ['overall', 'level']) {
    if (!names.has(taken)) continue;
    const index = items.findIndex(({ dimension }) => dimension === taken);
    const where = at(at('definition.items', index), 'dimension');
    throw new AptfolioError('inconsistent', where, `another name than ${taken}`, taken);
  }
}

/** Own names only, whatever they are: `__proto__` is one, too. */
function frozenRecord<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.freeze(Object.fromEntries(entries));
}

function checkDimensions(
  given: Readonly<Record<string, DimensionDefinition>>,
  weights: Readonly<Record<string, number>>,
): Readonly<Record<string, DimensionDefinition>> {
  const path = 'definition.dimensions';
  return frozenRecord(
    Object.entries(checkObject(given, path)).map(([dimension, own]) => {
      const where = at(path, dimension);
      if (!Object.hasOwn(weights, dimension)) {
        throw new AptfolioError('unknown-id', where, 'a dimension that an item has', dimension);
      }
      const { name, bands } = checkObject(own, where) as DimensionDefinition;
      const copy = Object.freeze({
        ...(name === undefined ? {} : { name: checkLocalised(name, at(where, 'name')) }),
        ...(bands === undefined ? {} : { bands: checkBands(bands, at(where, 'bands')) }),
      });
      return [dimension, copy];
    }),
  );
}

interface Extents {
  readonly items: readonly QuestionnaireItem[];
  readonly scale: ScoreScale;
  readonly bands: readonly ScoreBand[];
  readonly overallWeights: Readonly<Record<string, number>>;
  readonly dimensions: Readonly<Record<string, DimensionDefinition>>;
}

/** Checks that every dimension can tell clients apart, and that every score lies in a band. */
function checkExtents({ items, scale, bands, overallWeights, dimensions }: Extents): void {
  const overall = { lowest: 0, highest: 0 };
  for (const name of Object.keys(overallWeights)) {
    const own = items
      .map((item, index) => ({ item, index }))
      .filter(({ item }) => item.dimension === name);
    const extent = extentOf(own, scale);
    const range = scoreRange(extent, scale);
    const ownBands = dimensions[name]?.bands;
    if (ownBands !== undefined) {
      checkCover(ownBands, range, at(at('definition.dimensions', name), 'bands'));
    }
    overall.lowest += overallWeights[name]! * range.lowest;
    overall.highest += overallWeights[name]! * range.highest;
  }
  checkCover(bands, scoreRange(overall, scale), 'definition.bands');
}

function scoreRange({ lowest, highest }: Extent, scale: ScoreScale): Extent {
  return scale === 'points' ? roundedRange({ lowest, highest }) : { lowest: 0, highest: 100 };
}

/** As scores are rounded, so that a band can begin where the lowest sum lies by arithmetic. */
function roundedRange({ lowest, highest }: Extent): Extent {
  return { lowest: rounded(lowest), highest: rounded(highest) };
}

/** On the scale points, sums of parts cannot be held against bands of the whole. */
function hasBands(
  name: string,
  scale: ScoreScale,
  dimensions: Readonly<Record<string, DimensionDefinition>>,
): boolean {
  return scale !== 'points' || dimensions[name]?.bands !== undefined;
}

function defaultCaps(banded: readonly string[]): readonly string[] {
  return banded.filter((name) => name !== 'knowledge');
}

function checkCaps(
  caps: readonly string[],
  names: ReadonlySet<string>,
  scale: ScoreScale,
  dimensions: Readonly<Record<string, DimensionDefinition>>,
): readonly string[] {
  const path = 'definition.levelDimensions';
  const checked = checkNames(caps, path, names);
  checked.forEach((name, index) => {
    if (hasBands(name, scale, dimensions)) return;
    const expected = 'a dimension with bands of its own, because the scale is points';
    throw new AptfolioError('inconsistent', at(path, index), expected, name);
  });
  return checked;
}

/** A condition for showing an item reads the answers further up, so that a form can be filled in from above. */
function checkShowIfs(items: readonly QuestionnaireItem[]): readonly QuestionnaireItem[] {
  const above = new Map<string, QuestionnaireItem>();
  const none: ReadonlySet<string> = new Set();
  const scope: ConditionScope = { items: above, scores: none, bands: none, facts: false };
  const checked = items.map((item, index) => {
    const path = at(at('definition.items', index), 'showIf');
    const copy =
      item.showIf === undefined
        ? item
        : Object.freeze({ ...item, showIf: checkCondition(item.showIf, path, scope) });
    above.set(item.id, copy);
    return copy;
  });
  return Object.freeze(checked);
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
