import { DDSketch } from '@datadog/sketches-js';
import {
  accumulatorOf,
  compileKpiCube,
  defineKpi,
  type Kpi,
  type KpiEvent,
  type KpiKind,
} from 'aptfolio/kpi';
import { type Contest, compare } from '../measure.js';
import { DESCRIPTION, hours, MEDIAN_HOURS, SHARE } from './definitions.js';

const PARTS = 10_000;
const CASES_OF_A_PART = 10;
/** 10,000 parts in 50 ms. */
const AT_LEAST = 200_000;

// States of a size that a machine has after some hours; fewer of them, so that they fit into memory.
const LARGE_PARTS = 1_000;
/** So many that times are counted in bins. */
const DURATIONS = 2_000;
const CLIENTS = 100;
const RECORDS = 20;

const growth = defineKpi({ ...DESCRIPTION, kind: 'amount-ratio', currency: 'CNY' });
const tenure = defineKpi({
  ...DESCRIPTION,
  kind: 'survival',
  timeUnit: 'month',
  longest: 360,
  causes: ['moved'],
  measure: { name: 'median' },
});

const sketches = Array.from({ length: PARTS }, (_, part) => {
  const sketch = new DDSketch({ relativeAccuracy: 0.005 });
  for (const i of casesOf(part)) sketch.accept(hours(i));
  return sketch;
});

function mergeSketches() {
  const whole = new DDSketch({ relativeAccuracy: 0.005 });
  for (const sketch of sketches) whole.merge(sketch);
  return whole;
}

const cube = compileKpiCube({
  kpis: [SHARE],
  period: 'month',
  zone: 'Asia/Shanghai',
  dimensions: ['branch'],
});

compare('partial states merged per second', [
  ...contestsOfKpi(SHARE, (i) => ({ successes: i % 2, trials: 1 }), 'sums of JSON', sumsOfJson()),
  ...contestsOfKpi(
    growth,
    (i) => ({
      numerator: { currency: 'CNY', amount: `${i % 997}.50` },
      denominator: { currency: 'CNY', amount: `${i % 9973}.00` },
    }),
    'sums of JSON',
    sumsOfJson(),
  ),
  ...contestsOfKpi(MEDIAN_HOURS, (i) => ({ duration: hours(i) }), 'sketches-js', mergeSketches),
]);

const sums = sumsOfJson(LARGE_PARTS);
const large = { parts: LARGE_PARTS, peer: 'sums of JSON', theirs: sums };
compare('larger partial states merged per second', [
  ...contests(accumulatorOf(MEDIAN_HOURS), (i) => ({ duration: hours(i) }), {
    ...large,
    name: `${DURATIONS} durations`,
    cases: DURATIONS,
    atLeast: [60_000, 4_000],
  }),
  ...contests(
    accumulatorOf(tenure),
    (i) => (i % 2 === 0 ? { time: i % 199 } : { time: i % 199, cause: 'moved' }),
    { ...large, name: `survival of ${CLIENTS}`, cases: CLIENTS, atLeast: [200_000, 10_000] },
  ),
  ...contests(
    cube,
    (i) => ({
      kpi: SHARE.id,
      at: `2026-05-0${1 + (i % 9)}`,
      dimensions: { branch: `branch-${i % 5}` },
      event: { successes: i % 2, trials: 1 },
    }),
    { ...large, name: `cube of ${RECORDS} records`, cases: RECORDS, atLeast: [200_000, 10_000] },
  ),
]);

function contestsOfKpi<K extends KpiKind>(
  kpi: Kpi<K>,
  event: (i: number) => KpiEvent<K>,
  peer: string,
  theirs: () => unknown,
): readonly Contest[] {
  const atLeast = [AT_LEAST, AT_LEAST] as const;
  const cases = CASES_OF_A_PART;
  const settings = { name: kpi.kind, parts: PARTS, cases, peer, theirs, atLeast };
  return contests(accumulatorOf(kpi), event, settings);
}

/** What merges: a KPI's accumulator, or a cube. */
interface Merging<D, E> {
  readonly init: () => D;
  readonly add: (draft: D, event: E) => unknown;
  readonly merge: (draft: D, other: D) => D;
  readonly encode: (draft: D) => unknown;
  readonly decode: (state: unknown) => D;
}

interface Settings extends Pick<Contest, 'name' | 'peer' | 'theirs'> {
  readonly parts: number;
  /** Of each part. */
  readonly cases: number;
  /** In memory, and read from text. */
  readonly atLeast: readonly [number, number];
}

/** Merged as they stand in memory, and read from JSON text first, as they come from other machines. */
function contests<D, E>(
  { init, add, merge, encode, decode }: Merging<D, E>,
  event: (i: number) => E,
  { name, parts, cases, peer, theirs, atLeast }: Settings,
): readonly Contest[] {
  const drafts = Array.from({ length: parts }, (_, part) => {
    const draft = init();
    for (let i = 0; i < cases; i++) add(draft, event(part * cases + i));
    return draft;
  });
  const texts = drafts.map((draft) => JSON.stringify(encode(draft)));
  const common = { peer, items: parts, theirs, floor: 0 };
  return [
    {
      ...common,
      name: `${name}, drafts`,
      atLeast: atLeast[0],
      ours: () => encode(drafts.reduce((whole, draft) => merge(whole, draft), init())),
    },
    {
      ...common,
      name: `${name}, JSON text`,
      atLeast: atLeast[1],
      ours: () =>
        encode(texts.reduce((whole, text) => merge(whole, decode(JSON.parse(text))), init())),
    },
  ];
}

/** What any host would write for two counts: read the JSON, add, check nothing. */
function sumsOfJson(parts = PARTS): () => number {
  const texts = Array.from({ length: parts }, (_, part) => {
    return JSON.stringify({ successes: part % 2, trials: CASES_OF_A_PART });
  });
  return () => {
    let sum = 0;
    for (const text of texts) {
      const { successes, trials } = JSON.parse(text);
      sum += successes + trials;
    }
    return sum;
  };
}

function casesOf(part: number): readonly number[] {
  return Array.from({ length: CASES_OF_A_PART }, (_, i) => part * CASES_OF_A_PART + i);
}
