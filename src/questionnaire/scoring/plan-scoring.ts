import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { renamePaths } from '../../errors/index.js';
import type { Condition } from '../condition.js';
import type { CheckedDefinition } from '../definition/check-definition.js';
import type { ScoreBand } from '../definition.js';
import type { QuestionnaireItem } from '../item.js';
import { RISK_LEVELS } from '../level.js';
import { lastValidDay } from '../validity.js';
import { readsIn, readsScores } from './condition-reads.js';
import { determinantNames } from './determinants.js';
import { dimensionStanding } from './dimension-standing.js';
import { planCondition } from './evaluate.js';
import { makeMemory, makeRowMemory } from './memory.js';
import type {
  DimensionStanding,
  ItemColumns,
  ItemRun,
  PlannedBands,
  PlannedDimension,
  PlannedItem,
  ScoringPlan,
} from './plan.js';
import { planRules } from './plan-rules.js';
import { pointsRange } from './points-range.js';
import { bandedScore, bandRank, rounded, waysTo } from './scale.js';
import { stretchesOf } from './stretches.js';

/**
 * Lays a checked definition out for scoring. Only what results share is frozen: engines read frozen lists at less than
 * half the speed.
 */
export function planScoring(definition: CheckedDefinition): ScoringPlan {
  const { id, version, items, scale, bands, combination, validMonths } = definition;
  const overallBands = planBands(bands);
  const names = [...new Set(items.flatMap(({ dimension }) => dimension ?? []))];
  const unit = unitOf(items);
  const conditions = conditionsOf(definition);
  const plain = items.every(({ kind, showIf }) => kind === 'single' && showIf === undefined);
  const bare = items.map((item) => planItem(item, definition, names, unit, conditions));
  const dimensions = names.map((name, index) => {
    const own = bare.filter(({ dimension }) => dimension === index);
    return planDimension(name, own, definition, unit);
  });
  const planned = bare.map((item) => withShared(item, dimensions, unit));
  const rules = planRules(definition, names);
  return {
    items: planned,
    columns: columnsOf(planned),
    indexOf: new Map(items.map(({ id }, index) => [id, index])),
    dimensions,
    bands: overallBands,
    unit,
    weightedSum: combination === 'weighted-sum',
    rules,
    plain,
    bandsDecide:
      plain &&
      planned.every(({ dimension, isRead }) => dimension >= 0 || !isRead) &&
      !rules.some(({ rule, bandOf }) => bandOf !== null || readsScores(rule.when)),
    memory: {
      validThrough: makeMemory(1000, (day: PlainDate) => validThrough(day, validMonths)),
      overall: makeMemory(MOST_SUMS, (score: number) => ({
        score: Object.freeze(bandedScore(overallBands, score)),
        rank: bandRank(overallBands, score),
        ways: waysTo(overallBands, score),
      })),
      determinedBy: makeMemory(1000, (bits: number) => determinantNames(names, bits)),
    },
    name: Object.freeze(version === undefined ? { id } : { id, version }),
    scale,
  };
}

function validThrough(day: PlainDate, months: number): PlainDate {
  const from = parsePlainDate(day, 'options.asOf');
  const names = { date: 'options.asOf', months: 'definition.validMonths' };
  return renamePaths(names, () => lastValidDay(from, months).date);
}

function columnsOf(items: readonly PlannedItem[]): ItemColumns {
  const column = <T>(read: (item: PlannedItem) => T): readonly T[] => items.map(read);
  return {
    ids: column(({ id }) => id),
    dimensions: column(({ dimension }) => dimension),
    points: column(({ item, points }) => (item.kind === 'single' ? points : [])),
    lowest: column(({ lowest }) => lowest),
    highest: column(({ highest }) => highest),
    read: column(({ isRead }) => isRead),
    scored: items.filter(({ dimension }) => dimension >= 0).length,
    runs: runsOf(items),
  };
}

function runsOf(items: readonly PlannedItem[]): readonly ItemRun[] {
  const starts = items
    .map((_, index) => index)
    .filter((index) => items[index]!.dimension !== items[index - 1]?.dimension);
  const runs = starts.map((from, index) => {
    const { dimension } = items[from]!;
    return { dimension, from, to: starts[index + 1] ?? items.length };
  });
  return runs.filter(({ dimension }) => dimension >= 0);
}

/** Everything that decides on rules and on what is shown. */
function conditionsOf({
  items,
  knockOuts,
  ceilings,
  controls,
}: CheckedDefinition): readonly Condition[] {
  const rules = [...knockOuts, ...ceilings, ...controls].map(({ when }) => when);
  return [...rules, ...items.flatMap(({ showIf }) => showIf ?? [])];
}

function readsItem(condition: Condition, id: string): boolean {
  return readsIn(condition).some((read) =>
    'answer' in read ? read.answer === id : 'points' in read && read.points === id,
  );
}

/** The power of ten, up to a millionth, that makes all weighted points whole; 1 where none does. */
function unitOf(items: readonly QuestionnaireItem[]): number {
  const values = items.flatMap(({ weight = 1, hiddenPoints = 0, ...item }) => {
    const rows = item.kind === 'matrix' ? item.rows.map((row) => row.weight ?? 1) : [1];
    const points =
      item.kind === 'numeric' ? item.steps.map((step) => step.points) : [...item.points];
    return [...points, hiddenPoints].flatMap((value) => rows.map((row) => weight * value * row));
  });
  const sum = values.reduce((total, value) => total + Math.abs(value), 0);
  for (let unit = 1; unit <= 1e6 && sum * unit < 1e15; unit *= 10) {
    if (values.every((value) => isWhole(value * unit))) return unit;
  }
  return 1;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= 1e-12 * Math.abs(value);
}

/** Rounds away what binary fractions leave, where the unit makes the value whole. */
function inUnits(value: number, unit: number): number {
  const scaled = value * unit;
  return (isWhole(scaled) ? Math.round(scaled) : scaled) + 0;
}

function planItem(
  item: QuestionnaireItem,
  { mandatory }: CheckedDefinition,
  names: readonly string[],
  unit: number,
  conditions: readonly Condition[],
): PlannedItem {
  const weight = item.dimension === null ? 0 : item.weight!;
  const units = (points: number): number => inUnits(weight * points, unit);
  const points =
    item.kind === 'numeric' ? item.steps.map((step) => units(step.points)) : item.points.map(units);
  const { lowest, highest } = pointsRange(item);
  const hidden = units(item.hiddenPoints ?? lowest);
  return {
    id: item.id,
    item,
    mandatory: mandatory.includes(item.id),
    dimension: item.dimension === null ? -1 : names.indexOf(item.dimension),
    points,
    contributions: [],
    changes: [],
    lowest: units(lowest),
    highest: units(highest),
    hidden,
    stretches: item.kind === 'numeric' ? stretchesOf(item, conditions) : [],
    isRead: conditions.some((condition) => readsItem(condition, item.id)),
    showIf: item.showIf === undefined ? null : planCondition(item.showIf),
  };
}

function planDimension(
  name: string,
  items: readonly PlannedItem[],
  definition: CheckedDefinition,
  unit: number,
): PlannedDimension {
  const { scale, overallWeights, levelDimensions, dimensions, bands: common } = definition;
  const lowest = items.reduce((sum, item) => sum + item.lowest, 0);
  const highest = items.reduce((sum, item) => sum + item.highest, 0);
  const own = dimensions[name]?.bands ?? (scale === 'points' ? undefined : common);
  const base = scale === 'share-of-range' ? lowest : 0;
  const factor = scale === 'points' ? 1 : 100;
  const span = scale === 'points' ? unit : highest - base;
  const planned = {
    name,
    factor,
    slope: factor / span,
    base,
    span,
    highest,
    ofRange: scale === 'share-of-range',
    weight: overallWeights[name]!,
    capsLevel: levelDimensions.includes(name),
    bands: own === undefined ? null : planBands(own),
  };
  const make = (sum: number): DimensionStanding => dimensionStanding(planned, sum, unit);
  const rows =
    Number.isInteger(lowest) && Number.isInteger(highest) && highest - lowest <= MOST_SUMS;
  const standings = rows
    ? makeRowMemory(lowest, highest, make)
    : makeMemory<number, DimensionStanding>(MOST_SUMS, make);
  return { ...planned, standings };
}

/** How many sums of points, and overall scores, are kept in mind. */
const MOST_SUMS = 10_000;

/** Scores have nine digits after the point, so that half of the last one tells “above” from “from”. */
function justAbove(edge: number): number {
  return edge + Math.max(5e-10, Math.abs(edge) * Number.EPSILON);
}

function planBands(bands: readonly ScoreBand[]): PlannedBands {
  return {
    edges: bands.map(({ from, fromIncluded }) => {
      const edge = rounded(from);
      return fromIncluded === false ? justAbove(edge) : edge;
    }),
    from: bands.map(({ from }) => from),
    ranks: bands.map(({ level }) => RISK_LEVELS.indexOf(level)),
    levels: bands.map(({ level }) => level),
  };
}

/** Adds what results share: objects made once for millions of clients. */
function withShared(
  item: PlannedItem,
  dimensions: readonly PlannedDimension[],
  unit: number,
): PlannedItem {
  const { kind } = item.item;
  const shared = kind === 'single' || kind === 'numeric';
  return {
    ...item,
    contributions:
      shared && item.dimension >= 0
        ? item.points.map((points) => contribution(item, points, dimensions, unit))
        : [],
    changes: item.points.map((_, option) =>
      RISK_LEVELS.map((level) => Object.freeze({ item: item.id, option, level })),
    ),
  };
}

/** What an answer brought. */
export function contribution(
  { id, dimension, lowest, highest }: Pick<PlannedItem, 'id' | 'dimension' | 'lowest' | 'highest'>,
  points: number,
  dimensions: readonly PlannedDimension[],
  unit: number,
): PlannedItem['contributions'][number] {
  const { name, ofRange, highest: most, span, factor } = dimensions[dimension]!;
  return Object.freeze({
    item: id,
    dimension: name,
    points: points / unit,
    maximum: highest / unit,
    share: factor === 1 ? shareOf(points, most) : (points - (ofRange ? lowest : 0)) / span + 0,
  });
}

/** Of a highest sum that is not above 0 nothing is a part. */
function shareOf(points: number, most: number): number {
  return most > 0 ? points / most + 0 : 0;
}
