import { DDSketch } from '@datadog/sketches-js';
import { accumulatorOf, defineKpi, type Kpi, type KpiEvent, type KpiKind } from 'aptfolio/kpi';
import { type Contest, compare } from '../measure.js';
import { DESCRIPTION, hours, MEDIAN_HOURS, SHARE } from './definitions.js';

const PARTS = 10_000;
const CASES_OF_A_PART = 10;
/** All parts in 50 ms. */
const AT_LEAST = PARTS / 0.05;

const growth = defineKpi({ ...DESCRIPTION, kind: 'amount-ratio', currency: 'CNY' });

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

compare('partial states merged per second', [
  ...contests(SHARE, (i) => ({ successes: i % 2, trials: 1 }), 'sums of JSON', sumsOfJson()),
  ...contests(
    growth,
    (i) => ({
      numerator: { currency: 'CNY', amount: `${i % 997}.50` },
      denominator: { currency: 'CNY', amount: `${i % 9973}.00` },
    }),
    'sums of JSON',
    sumsOfJson(),
  ),
  ...contests(MEDIAN_HOURS, (i) => ({ duration: hours(i) }), 'sketches-js', mergeSketches),
]);

/** Merged as they stand in memory, and read from JSON text first, as they come from other machines. */
function contests<K extends KpiKind>(
  kpi: Kpi<K>,
  event: (i: number) => KpiEvent<K>,
  peer: string,
  theirs: () => unknown,
): readonly Contest[] {
  const { init, add, merge, decode, encode } = accumulatorOf(kpi);
  const drafts = Array.from({ length: PARTS }, (_, part) => {
    const draft = init();
    for (const i of casesOf(part)) add(draft, event(i));
    return draft;
  });
  const texts = drafts.map((draft) => JSON.stringify(encode(draft)));
  const common = { peer, items: PARTS, theirs, floor: 0, atLeast: AT_LEAST };
  return [
    {
      ...common,
      name: `${kpi.kind}, drafts`,
      ours: () => encode(drafts.reduce((whole, draft) => merge(whole, draft), init())),
    },
    {
      ...common,
      name: `${kpi.kind}, JSON text`,
      ours: () =>
        encode(texts.reduce((whole, text) => merge(whole, decode(JSON.parse(text))), init())),
    },
  ];
}

/** What any host would write for two counts: read the JSON, add, check nothing. */
function sumsOfJson(): () => number {
  const texts = Array.from({ length: PARTS }, (_, part) => {
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
