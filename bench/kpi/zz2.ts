import { accumulatorOf, defineKpi } from 'aptfolio/kpi';
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
function checked() { let s = 0, t = 0; for (const e of trials) { if (!Number.isSafeInteger(e.successes) || !Number.isSafeInteger(e.trials)) throw new Error(); s += e.successes; t += e.trials; } return s + t; }

function slow(): never { throw new Error('x'); }
type D = { successes: number; trials: number };
const kinds = { add(_k: any, d: D, e: any, _p: string) {
  const { successes, trials } = e;
  if (!(typeof trials === 'number' && trials >= 0 && Number.isSafeInteger(trials))) slow();
  if (!(typeof successes === 'number' && successes >= 0 && Number.isSafeInteger(successes))) slow();
  if (successes > trials) slow();
  const sum = d.trials + trials; if (!Number.isSafeInteger(sum)) slow();
  d.trials = sum; d.successes += successes;
} };
function mk(forin: number, exc: boolean) {
  const { add } = kinds; const least = 2;
  return (draft: { data: D }, event: any) => {
    if (typeof event !== 'object' || event === null || Array.isArray(event)) slow();
    if (exc && event.excluded !== undefined) slow();
    if (forin === 1) { let c = 0; for (const _ in event) c++; if (c > least) slow(); }
    if (forin === 2) { let c = 0; for (const _ in event) { if (++c > least) slow(); } }
    add(null, draft.data, event, '');
  };
}
function run(forin: number, exc: boolean) { const add = new Function('kinds', 'slow', `return (${mk.toString()})(${forin}, ${exc})`)(kinds, slow);
 return () => { const d = { data: { successes: 0, trials: 0 } }; for (const e of trials) add(d, e); return d; }; }
compare('alone ' + EVENTS, ([['all', all], ['none', run(0, false)], ['exc', run(0, true)], ['forin', run(1, false)], ['both', run(1, true)], ['both2', run(2, true)]] as any[]).map(([name, f]) => ({ name, peer: 'checked', items: EVENTS, ours: f, theirs: checked, floor: 1/3})));
