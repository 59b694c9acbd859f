import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import type { SurvivalDefinition, SurvivalMeasure } from '../definition.js';
import type { SurvivalStateRow } from '../state.js';
import { placeOf, readCounts, readIds } from './id-list.js';
import {
  addCounts,
  countOf,
  type Fields,
  isReason,
  joinCounts,
  type KindDrafts,
  type KindFields,
  type KindMethods,
  type SurvivalDraft,
} from './kind.js';
import { countsOf, survivalPart, survivalValue } from './survival-value.js';

const MOST_TIMES = 50_000;
const SCALES = ['plain', 'log', 'log-log'] as const;

/** How long clients stay: how many left, by cause, and how many were last seen, at each whole time. */
export const survivalKind: KindMethods<'survival'> = {
  definitionFields: { timeUnit: true, longest: true, causes: true, measure: true, interval: true },
  eventFields: { time: true, cause: true, count: true },
  eventDefaults: { count: 1 },
  leastFields: 1,
  define(fields, path): KindFields<'survival'> {
    const range = { min: 1, max: MOST_TIMES };
    const longest = checkInteger(fields.longest, at(path, 'longest'), range);
    const causes = readIds(fields.causes, at(path, 'causes'), { minLength: 1, maxLength: 50 });
    const { interval = 'log-log' } = fields;
    return {
      kind: 'survival',
      timeUnit: checkText(fields.timeUnit, at(path, 'timeUnit'), 100),
      longest,
      causes,
      measure: readMeasure(fields.measure, causes, longest, at(path, 'measure')),
      interval: checkOneOf(interval, at(path, 'interval'), SCALES),
    };
  },
  empty: ({ causes }) => ({ left: causes.map(() => []), stayed: [] }),
  add(kpi, draft, event, path) {
    const time = timeIn(kpi, event, path);
    const counts = countsFor(kpi, draft, event, path);
    const count = addCounts(counts[time] ?? 0, countOf(event.count, path, 'count', 1));
    // Without holes: a list with holes is slow, and far from one that is filled.
    while (counts.length < time) counts.push(0);
    counts[time] = count;
  },
  read: (kpi, data, path) => readRows(kpi, data, path),
  join(draft, other) {
    const left = other.left.map((counts, i) => [draft.left[i]!, counts] as const);
    joinCounts(...left, [draft.stayed, other.stayed]);
  },
  write: (_kpi, draft) => Object.freeze({ rows: Object.freeze(rowsOf(draft).map(freezeRow)) }),
  size: (_kpi, { left, stayed }) => sumOf([...left, stayed]),
  shownCounts: (_kpi, { left, stayed }) => [left, [stayed]].map(sumOf),
  value: (kpi, draft, confidence) => survivalValue(kpi, rowsOf(draft), confidence),
  sample(kpi, draft) {
    const rows = rowsOf(draft);
    const times = { kind: 'times', counts: countsOf(rows) } as const;
    if (kpi.measure.name !== 'incidence') return { ...times, of: 'survival' };
    const part = survivalPart(kpi, rows);
    const isKnown = !isReason(part) && part.kind === 'linear' && part.spread;
    return { ...times, of: 'incidence', ...(isKnown && { spread: isKnown }) };
  },
  part: (kpi, draft) => survivalPart(kpi, rowsOf(draft)),
};

function sumOf(lists: readonly (readonly number[])[]): number {
  return lists.reduce((sum, counts) => counts.reduce(addCounts, sum), 0);
}

const MEASURE_FIELDS = {
  survival: { name: true, time: true },
  median: { name: true },
  'restricted-mean': { name: true, until: true },
  incidence: { name: true, cause: true, time: true },
} as const;

function readMeasure(
  value: unknown,
  causes: readonly string[],
  longest: number,
  path: string,
): SurvivalMeasure {
  const fields = checkObject(value, path);
  const names = ['survival', 'median', 'restricted-mean', 'incidence'] as const;
  const name = checkOneOf(fields.name, at(path, 'name'), names);
  refuseUnknown(fields, path, MEASURE_FIELDS[name]);
  const time = (key: 'time' | 'until', min: number): number =>
    checkInteger(fields[key], at(path, key), { min, max: longest });
  if (name === 'median') return Object.freeze({ name });
  if (name === 'survival') return Object.freeze({ name, time: time('time', 0) });
  if (name === 'restricted-mean') return Object.freeze({ name, until: time('until', 1) });
  const cause = causes[placeOf(fields.cause, causes, path, 'cause')]!;
  return Object.freeze({ name, cause, time: time('time', 0) });
}

function timeIn({ longest }: SurvivalDefinition, event: Fields, path: string): number {
  const { time } = event;
  if (typeof time === 'number' && time >= 0 && time <= longest && Number.isInteger(time)) {
    return time + 0;
  }
  return checkInteger(time, at(path, 'time'), { min: 0, max: longest });
}

function countsFor(
  { causes }: SurvivalDefinition,
  draft: SurvivalDraft,
  event: Fields,
  path: string,
): number[] {
  if (event.cause === undefined) return draft.stayed;
  return draft.left[placeOf(event.cause, causes, path, 'cause')]!;
}

/** The times at which something happened, ascending. */
function rowsOf({ left, stayed }: SurvivalDraft): readonly SurvivalStateRow[] {
  const rows: SurvivalStateRow[] = [];
  const times = Math.max(stayed.length, ...left.map((counts) => counts.length));
  for (let time = 0; time < times; time++) {
    const row = { time, left: left.map((counts) => counts[time] ?? 0), stayed: stayed[time] ?? 0 };
    if (row.stayed > 0 || row.left.some((count) => count > 0)) rows.push(row);
  }
  return rows;
}

function freezeRow({ time, left, stayed }: SurvivalStateRow): SurvivalStateRow {
  return Object.freeze({ time, left: Object.freeze(left), stayed });
}

function readRows(kpi: SurvivalDefinition, data: Fields, path: string): KindDrafts['survival'] {
  const where = at(path, 'rows');
  const draft: KindDrafts['survival'] = { left: kpi.causes.map(() => []), stayed: [] };
  let last = -1;
  checkList<unknown>(data.rows, where).forEach((value, i) => {
    const rowPath = at(where, i);
    const row = checkObject(value, rowPath);
    refuseUnknown(row, rowPath, { time: true, left: true, stayed: true });
    const time = timeIn(kpi, row, rowPath);
    if (time <= last) {
      const expected = `a time after ${last}`;
      throw new AptfolioError('inconsistent', at(rowPath, 'time'), expected, time);
    }
    last = time;
    const left = readCounts(row, 'left', kpi.causes.length, rowPath);
    for (let cause = 0; cause < left.length; cause++) put(draft.left[cause]!, time, left[cause]!);
    put(draft.stayed, time, countOf(row.stayed, rowPath, 'stayed'));
  });
  return draft;
}

function put(counts: number[], time: number, count: number): void {
  if (count === 0) return;
  while (counts.length < time) counts.push(0);
  counts[time] = count;
}
