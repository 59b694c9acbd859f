import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { accumulatorOf, defineKpi, type Kpi, type KpiEvent, type KpiKind } from 'aptfolio/kpi';
import { printTable, rounded } from '../measure.js';
import { DESCRIPTION, hours, MEDIAN_HOURS, SHARE } from './definitions.js';

// What an accumulator keeps must not depend on how many events it has seen: a hundred times as many, and no more memory.
const FEW = 100_000;
const MANY = 10_000_000;
/** The heap moves by some hundred kB of its own; each event that were kept would take at least 8 bytes, 80 MB in all. */
const MOST_KILOBYTES = 1000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const rows = [
  measured(SHARE, (i) => ({ successes: i % 2, trials: 1 })),
  measured(defineKpi({ ...DESCRIPTION, kind: 'amount-ratio', currency: 'CNY' }), (i) => ({
    numerator: { currency: 'CNY', amount: `${i % 99_991}.50` },
    denominator: { currency: 'CNY', amount: `${i % 999_983}.00` },
  })),
  measured(MEDIAN_HOURS, (i) => ({ duration: hours(i) })),
  measured(defineKpi({ ...DESCRIPTION, kind: 'measurements', measure: 'mean' }), (i) => ({
    value: hours(i),
  })),
];
const sizes = [FEW, MANY].map((events) => `after ${rounded(events)}`);
const head = [
  'kind',
  ...sizes.map((size) => `heap ${size}, kB`),
  ...sizes.map((size) => `state ${size}, kB`),
  'limit',
];
printTable('what an accumulator keeps, by events', head, rows);

function measured<K extends KpiKind>(
  kpi: Kpi<K>,
  event: (i: number) => KpiEvent<K>,
): readonly string[] {
  keptBy(kpi, event, FEW);
  const kept = [keptBy(kpi, event, FEW), keptBy(kpi, event, MANY)];
  const limit = `${rounded(MOST_KILOBYTES)} kB more`;
  const isAbove = kept[1]!.heap > kept[0]!.heap + MOST_KILOBYTES;
  return [
    kpi.kind,
    ...kept.map(({ heap }) => rounded(heap)),
    ...kept.map(({ state }) => rounded(state)),
    isAbove ? `${limit}  ABOVE` : limit,
  ];
}

/** Kilobytes of heap in use that were not before, and of the state as JSON. */
function keptBy<K extends KpiKind>(
  kpi: Kpi<K>,
  event: (i: number) => KpiEvent<K>,
  events: number,
): { readonly heap: number; readonly state: number } {
  const { init, add, encode } = accumulatorOf(kpi);
  const before = heapInUse();
  const draft = init();
  for (let i = 0; i < events; i++) add(draft, event(i));
  const heap = heapInUse() - before;
  return { heap, state: JSON.stringify(encode(draft)).length / 1000 };
}

function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1000;
}
