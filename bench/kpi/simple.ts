import { accumulatorOf, defineKpi, type KpiAccumulator, type KpiDraft, type KpiKind } from 'aptfolio/kpi';
import { compare } from '../measure.js';

const EVENTS = 100_000;
const DESCRIPTION = {
  id: 'measured', version: '1', family: 'retention', formula: 'a / b', symbols: 'a / b', unit: 'fraction',
  direction: 'higher-is-better', numerator: 'a', denominator: 'b', source: 'made up', minimumSample: 30,
} as const;

const proportion = accumulatorOf(defineKpi({ ...DESCRIPTION, kind: 'proportion' }));
const trials = Array.from({ length: EVENTS }, (_, i) => ({ successes: i % 3 === 0 ? 0 : 1, trials: 1 }));
const ratio = accumulatorOf(defineKpi({ ...DESCRIPTION, kind: 'amount-ratio', currency: 'CNY' }));
const m = (x: number) => ({ currency: 'CNY', amount: x.toFixed(2) }) as const;
const amounts = Array.from({ length: EVENTS }, (_, i) => ({ numerator: m((i * 7919) % 100000 / 7), denominator: m((i * 104729) % 1000000 / 3) }));
const durations = accumulatorOf(defineKpi({ ...DESCRIPTION, kind: 'durations', measure: { name: 'quantile', probability: 0.5 } }));
const times = Array.from({ length: EVENTS }, (_, i) => ({ duration: Math.round(200 * ((((i * 2654435769) % 4294967296) + 0.5) / 4294967296)) / 100 }));
const ratings = accumulatorOf(defineKpi({ ...DESCRIPTION, kind: 'ratings', scale: { lowest: 0, highest: 10 }, measure: { name: 'net-promoter' } }));
const scores = Array.from({ length: EVENTS }, (_, i) => ({ score: (i * 7) % 11 }));
const within = accumulatorOf(defineKpi({ ...DESCRIPTION, kind: 'within-limit', limit: 1 }));
const rate = accumulatorOf(defineKpi({ ...DESCRIPTION, kind: 'rate' }));
const rates = Array.from({ length: EVENTS }, (_, i) => ({ count: i % 2, exposure: 3 }));
const tally = accumulatorOf(defineKpi({ ...DESCRIPTION, kind: 'tally', categories: ['a','b','c'], of: 'a' }));
const cats = Array.from({ length: EVENTS }, (_, i) => ({ category: 'abc'[i % 3]! }));
const surv = accumulatorOf(defineKpi({ ...DESCRIPTION, kind: 'survival', timeUnit: 'day', longest: 4000, causes: ['fees', 'moved'], measure: { name: 'median' } }));
const leav = Array.from({ length: EVENTS }, (_, i) => i % 3 ? ({ time: (i * 7919) % 4000, cause: i % 2 ? 'fees' : 'moved' }) : { time: (i * 7919) % 4000 });

function all(acc: any, events: any[]) {
  const { init, add } = acc;
  return () => { const d = init(); for (let i = 0; i < events.length; i++) add(d, events[i]); return acc.encode(d); };
}
function bare() { let s = 0, t = 0; for (const e of trials) { s += e.successes; t += e.trials; } return s + t; }
function checked() { let s = 0, t = 0; for (const e of trials) { if (!Number.isSafeInteger(e.successes) || !Number.isSafeInteger(e.trials)) throw 0; s += e.successes; t += e.trials; } return s + t; }
compare('x', ([['proportion', proportion, trials], ['amounts', ratio, amounts], ['durations', durations, times], ['ratings', ratings, scores], ['within', within, times], ['rate', rate, rates], ['tally', tally, cats], ['survival', surv, leav]] as any[]).map(([name, a, e]) => ({ name, peer: 'checked', items: EVENTS, ours: all(a, e), theirs: checked, floor: 1 / 3, atLeast: 10e6 })));
compare('alone', [{ name: 'proportion', peer: 'checked', items: EVENTS, ours: all(proportion, trials), theirs: checked, floor: 1/3, atLeast: 10e6}, { name: 'proportion', peer: 'bare', items: EVENTS, ours: all(proportion, trials), theirs: bare, floor: 1/3, atLeast: 10e6}]);
