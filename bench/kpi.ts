import { accumulate, accumulateAll, defineKpi, emptyState } from 'aptfolio/kpi';
import { compare } from './measure.js';

const renewal = defineKpi({
  kind: 'proportion',
  id: 'renewal-rate',
  version: '1',
  family: 'retention',
  formula: 'renewed mandates / mandates due for renewal',
  symbols: 'r / d',
  unit: 'fraction',
  direction: 'higher-is-better',
  numerator: 'mandates renewed',
  denominator: 'mandates due for renewal',
  source: 'made up for this measurement',
  minimumSample: 30,
});

const EVENTS = 1_000;
const events = Array.from({ length: EVENTS }, (_, i) => ({
  successes: i % 3 === 0 ? 0 : 1,
  trials: 1,
}));

const empty = emptyState(renewal);
const oneByOne = () => events.reduce((state, event) => accumulate(renewal, state, event), empty);
const batch = () => accumulateAll(renewal, events).state;

for (const { data } of [oneByOne(), batch()]) {
  const { successes, trials } = bareCounts();
  if (data.successes !== successes || data.trials !== trials) throw new Error('the counts differ');
}

compare('KPI events per second', [
  {
    name: 'accumulate, one by one',
    peer: 'new object',
    items: EVENTS,
    ours: oneByOne,
    theirs: bareCounts,
    floor: 0.005,
  },
  {
    name: 'accumulateAll',
    peer: 'new object',
    items: EVENTS,
    ours: batch,
    theirs: bareCounts,
    floor: 0.01,
  },
]);

/** A frozen new state for each event and nothing checked. */
function bareCounts(): { readonly successes: number; readonly trials: number } {
  let state: { readonly successes: number; readonly trials: number } = { successes: 0, trials: 0 };
  for (const { successes, trials } of events) {
    state = Object.freeze({
      successes: state.successes + successes,
      trials: state.trials + trials,
    });
  }
  return state;
}
