import { DDSketch } from '@datadog/sketches-js';
import { accumulatorOf, defineKpi, type Kpi, type KpiEvent, type KpiKind } from 'aptfolio/kpi';
import { type Contest, compare } from '../measure.js';
import { DESCRIPTION, hours, MEDIAN_HOURS, received, SHARE } from './definitions.js';

// Every kind in one process, so that the engine meets all of them, as in a cube.
const EVENTS = 100_000;
const SIMPLE = 10e6;
const SKETCH = 2e6;

const shares = received(EVENTS, (i) => ({ successes: i % 3 === 0 ? 0 : 1, trials: 1 }));
const rates = received(EVENTS, (i) => ({ count: i % 2, exposure: 30 }));
const answers = received(EVENTS, (i) => ({ score: (i * 7) % 11 }));
const durations = received(EVENTS, (i) => ({ duration: hours(i) }));
const reasons = received(EVENTS, (i) => ({ category: ['fees', 'moved', 'service'][i % 3]! }));
const amounts = received(EVENTS, (i) => ({
  numerator: { currency: 'CNY', amount: ((((i * 7919) % 200_000) - 100_000) / 7).toFixed(2) },
  denominator: { currency: 'CNY', amount: (((i * 104_729) % 10_000_000) / 3).toFixed(2) },
})) as readonly KpiEvent<'amount-ratio'>[];
const costs = amounts.map((event) => ({
  amount:
    'denominator' in event ? event.denominator! : { currency: 'CNY' as const, amount: '1.00' },
  count: 1,
}));

compare('KPI events per second, by kind', [
  contest(SHARE, shares, 'bare sums', () => {
    let sum = 0;
    for (const { successes, trials } of shares) sum += successes + trials;
    return sum;
  }),
  contest(defineKpi({ ...DESCRIPTION, kind: 'rate' }), rates, 'bare sums', () => {
    let sum = 0;
    for (const { count, exposure } of rates) sum += count + exposure;
    return sum;
  }),
  contest(
    defineKpi({
      ...DESCRIPTION,
      kind: 'ratings',
      scale: { lowest: 0, highest: 10 },
      measure: { name: 'net-promoter' },
    }),
    answers,
    'bare counts',
    () => {
      const counts = new Array<number>(11).fill(0);
      for (const { score } of answers) counts[score]! += 1;
      return counts;
    },
  ),
  contest(
    defineKpi({ ...DESCRIPTION, kind: 'within-limit', limit: 8 }),
    durations,
    'bare counts',
    () => {
      let within = 0;
      for (const { duration } of durations) if (duration <= 8) within += 1;
      return within;
    },
  ),
  contest(
    defineKpi({
      ...DESCRIPTION,
      kind: 'tally',
      categories: ['fees', 'moved', 'service'],
      of: 'fees',
    }),
    reasons,
    'Map of counts',
    () => {
      const counts = new Map<string, number>();
      for (const { category } of reasons) counts.set(category, (counts.get(category) ?? 0) + 1);
      return counts;
    },
  ),
  contest(
    defineKpi({ ...DESCRIPTION, kind: 'amount-per-count', currency: 'CNY' }),
    costs,
    'bare bigints',
    () => {
      let sum = 0n;
      for (const { amount } of costs) sum += cents(amount.amount);
      return sum;
    },
  ),
  contest(
    defineKpi({ ...DESCRIPTION, kind: 'amount-ratio', currency: 'CNY' }),
    amounts,
    'bare bigints',
    () => {
      let [above, below] = [0n, 0n];
      for (const event of amounts) {
        if (!('numerator' in event)) continue;
        above += cents(event.numerator!.amount);
        below += cents(event.denominator!.amount);
      }
      return [above, below];
    },
  ),
  {
    ...contest(MEDIAN_HOURS, durations, 'sketches-js', () => {
      const sketch = new DDSketch({ relativeAccuracy: 0.005 });
      for (const { duration } of durations) sketch.accept(duration);
      return sketch;
    }),
    // The peer checks no fields, and its bins are not the same bytes in any order.
    floor: 0.25,
    atLeast: SKETCH,
  },
]);

function contest<K extends KpiKind>(
  kpi: Kpi<K>,
  events: readonly KpiEvent<K>[],
  peer: string,
  theirs: () => unknown,
): Contest {
  const { init, add, encode } = accumulatorOf(kpi);
  const ours = () => {
    const draft = init();
    for (const event of events) add(draft, event);
    return encode(draft);
  };
  return { name: kpi.kind, peer, items: EVENTS, ours, theirs, floor: 0, atLeast: SIMPLE };
}

function cents(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}
