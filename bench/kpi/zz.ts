import { accumulatorOf, accumulateAll, defineKpi } from 'aptfolio/kpi';
import { compare } from '../measure.js';
const DESCRIPTION = {
  id: 'measured', version: '1', family: 'retention', formula: 'a / b', symbols: 'a / b', unit: 'fraction',
  direction: 'higher-is-better', numerator: 'a', denominator: 'b', source: 'made up', minimumSample: 30,
} as const;
const kpi = defineKpi({ ...DESCRIPTION, kind: 'proportion' });
const proportion = accumulatorOf(kpi);
const EVENTS = Number(process.argv[2]);
const trials: {successes:number,trials:number}[] = process.argv[3] ? JSON.parse(JSON.stringify(Array.from({ length: EVENTS }, (_, i) => ({ successes: i % 3 === 0 ? 0 : 1, trials: 1 })))) : Array.from({ length: EVENTS }, (_, i) => ({ successes: i % 3 === 0 ? 0 : 1, trials: 1 }));
function all() { const { init, add } = proportion; const d = init(); for (const e of trials) add(d, e); return proportion.encode(d); }
function batch() { return accumulateAll(kpi, trials); }
function bare() { let s = 0, t = 0; for (const e of trials) { s += e.successes; t += e.trials; } return s + t; }
function checked() { let s = 0, t = 0; for (const e of trials) { if (!Number.isSafeInteger(e.successes) || !Number.isSafeInteger(e.trials)) throw new Error(); s += e.successes; t += e.trials; } return s + t; }
// minimal variants
const KNOWN: Record<string, true> = { successes: true, trials: true };
function v1() { let s = 0, t = 0; for (const e of trials as any[]) {
  if (typeof e !== 'object' || e === null || Array.isArray(e)) throw 1;
  if (e.excluded !== undefined) throw 2;
  s += e.successes; t += e.trials; } return s + t; }
function v2() { let s = 0, t = 0; for (const e of trials as any[]) {
  let c = 0; for (const _ in e) c++; if (c > 2) throw 3;
  s += e.successes; t += e.trials; } return s + t; }
function v3() { let s = 0, t = 0; for (const e of trials as any[]) {
  for (const n in e) if (KNOWN[n] !== true) throw 3;
  s += e.successes; t += e.trials; } return s + t; }
compare('alone ' + EVENTS, ([['all', all], ['checked', checked], ['v1', v1], ['v2', v2], ['v3', v3], ['batch', batch]] as any[]).map(([name, f]) => ({ name, peer: 'bare', items: EVENTS, ours: f, theirs: bare, floor: 1/3})));
