import { accumulate, accumulateAll, accumulatorOf, emptyState } from 'aptfolio/kpi';
import { received, SHARE } from './kpi/definitions.js';
import { compare } from './measure.js';

const EVENTS = 1_000_000;
const FEW = 1_000;

/** One case each, of which two in three succeed. */
const events = received(EVENTS, (i) => ({ successes: i % 3 === 0 ? 0 : 1, trials: 1 }));
const few = events.slice(0, FEW);

const { init, add, encode } = accumulatorOf(SHARE);
const empty = emptyState(SHARE);

const expected = checkedLoop();
for (const data of [byAccumulator(), accumulateAll(SHARE, events).state.data]) {
  if (data.successes !== expected.successes || data.trials !== expected.trials) {
    throw new Error('the counts differ');
  }
}

// A loop that checks as much as a loop can, and one that checks nothing at all.
compare('KPI events per second', [
  {
    name: 'accumulator',
    peer: 'bare loop that checks',
    items: EVENTS,
    ours: byAccumulator,
    theirs: checkedLoop,
    floor: 1 / 3,
    atLeast: 10e6,
  },
  {
    name: 'accumulator',
    peer: 'bare loop, unchecked',
    items: EVENTS,
    ours: byAccumulator,
    theirs: bareLoop,
    floor: 0,
    atLeast: 10e6,
  },
  {
    name: 'accumulateAll',
    peer: 'bare loop that checks',
    items: EVENTS,
    ours: () => accumulateAll(SHARE, events),
    theirs: checkedLoop,
    floor: 0,
    atLeast: 10e6,
  },
  {
    name: 'accumulate, a state for each event',
    peer: 'a frozen object for each',
    items: FEW,
    ours: () => few.reduce((state, event) => accumulate(SHARE, state, event), empty),
    theirs: frozenCounts,
    floor: 0.005,
  },
]);

function byAccumulator() {
  const draft = init();
  for (const event of events) add(draft, event);
  return encode(draft).data;
}

function bareLoop() {
  let successes = 0;
  let trials = 0;
  for (const event of events) {
    successes += event.successes;
    trials += event.trials;
  }
  return { successes, trials };
}

/** The two counts are whole numbers; nothing else of the event is looked at. */
function checkedLoop() {
  let successes = 0;
  let trials = 0;
  for (const event of events) {
    if (!Number.isSafeInteger(event.successes) || !Number.isSafeInteger(event.trials)) {
      throw new Error('no whole number');
    }
    successes += event.successes;
    trials += event.trials;
  }
  return { successes, trials };
}

/** A frozen new state for each event and nothing checked. */
function frozenCounts() {
  let state: { readonly successes: number; readonly trials: number } = { successes: 0, trials: 0 };
  for (const { successes, trials } of few) {
    state = Object.freeze({
      successes: state.successes + successes,
      trials: state.trials + trials,
    });
  }
  return state;
}
