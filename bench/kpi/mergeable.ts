import { DDSketch } from '@datadog/sketches-js';
import { exactMoments, exactSum, quantileSketch } from 'aptfolio/statistics';
import { compare } from '../measure.js';

const CASES = 100_000;
const PARTS = 10_000;
const CASES_OF_A_PART = 10;

/** Durations in hours as a service has them: most are short, some are very long; in hundredths. */
const times = Float64Array.from({ length: CASES }, (_, i) => {
  const share = (((i * 2654435769) % 4294967296) + 0.5) / 4294967296;
  return Math.round((200 * share) / (1 - share)) / 100;
});

/** As a host gets them from elsewhere: plain JSON, parsed. */
const states = Array.from({ length: PARTS }, (_, part) => {
  const draft = quantileSketch.init();
  for (const time of timesOf(part)) quantileSketch.add(draft, time);
  return JSON.parse(JSON.stringify(quantileSketch.encode(draft)));
});

const peers = Array.from({ length: PARTS }, (_, part) => {
  const sketch = new DDSketch({ relativeAccuracy: 0.005 });
  for (const time of timesOf(part)) sketch.accept(time);
  return sketch;
});

/** Both sides must find the same median of all cases, each within its bound. */
for (const [merged, median] of [
  [mergeStates(), mergePeers().getValueAtQuantile(0.5)],
  [addToSketch(), addToPeer().getValueAtQuantile(0.5)],
] as const) {
  const found = quantileSketch.quantile(merged, 0.5);
  if (found.status !== 'found') throw new Error(found.status);
  if (Math.abs(found.value / median - 1) > 0.01) throw new Error('the medians differ');
}

compare('mergeable statistics, cases per second', [
  {
    name: 'exact sum',
    peer: 'bare sum',
    items: CASES,
    ours: addToSum,
    theirs: bareSum,
    floor: 0.02,
    atLeast: 20e6,
  },
  {
    name: 'exact moments',
    peer: 'bare sums',
    items: CASES,
    ours: addToMoments,
    theirs: bareMoments,
    floor: 0.02,
    atLeast: 10e6,
  },
  {
    name: 'quantile sketch',
    peer: 'sketches-js',
    items: CASES,
    ours: addToSketch,
    theirs: addToPeer,
    floor: 1,
    atLeast: 2e6,
  },
]);

compare('mergeable statistics, states of ten cases merged per second', [
  {
    name: 'decode and merge',
    peer: 'sketches-js, never encoded',
    items: PARTS,
    ours: mergeStates,
    theirs: mergePeers,
    floor: 1,
    // 10,000 in 50 ms.
    atLeast: 200_000,
  },
]);

function timesOf(part: number): Float64Array {
  return times.subarray(part * CASES_OF_A_PART, (part + 1) * CASES_OF_A_PART);
}

function addToSum() {
  const draft = exactSum.init();
  for (let i = 0; i < CASES; i++) exactSum.add(draft, times[i]!);
  return exactSum.value(draft);
}

function bareSum() {
  let sum = 0;
  for (let i = 0; i < CASES; i++) sum += times[i]!;
  return sum;
}

function addToMoments() {
  const draft = exactMoments.init();
  for (let i = 0; i < CASES; i++) exactMoments.add(draft, times[i]!);
  return exactMoments.summary(draft);
}

/** Without minimum and maximum, and wrong where the mean is large. */
function bareMoments() {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < CASES; i++) {
    const time = times[i]!;
    sum += time;
    squares += time * time;
  }
  return { mean: sum / CASES, variance: (squares - (sum * sum) / CASES) / (CASES - 1) };
}

function addToSketch() {
  const draft = quantileSketch.init();
  for (let i = 0; i < CASES; i++) quantileSketch.add(draft, times[i]!);
  return draft;
}

function addToPeer() {
  const sketch = new DDSketch({ relativeAccuracy: 0.005 });
  for (let i = 0; i < CASES; i++) sketch.accept(times[i]!);
  return sketch;
}

function mergeStates() {
  const whole = quantileSketch.init();
  for (const state of states) quantileSketch.merge(whole, quantileSketch.decode(state));
  return whole;
}

function mergePeers() {
  const whole = new DDSketch({ relativeAccuracy: 0.005 });
  for (const sketch of peers) whole.merge(sketch);
  return whole;
}
