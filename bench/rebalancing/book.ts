import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { rebalanceEach } from 'aptfolio/rebalancing';
import { processorTime } from '../measure.js';
import { AS_OF, rebalancer, someAccounts } from './case.js';
import { bareOf, driftAndSplit } from './drift-and-split.js';

/** A whole book in one process: a third of it within its bands, a third to be traded, a third with something in the way. */
const ACCOUNTS = 100_000;
const MOST_MEMORY = 512e6;
const AT_LEAST = 5_000;

const collectGarbage = exposedCollector();
collectGarbage();
const before = process.memoryUsage();
let [highestResident, highestHeap] = [0, 0];

const begun = process.cpuUsage();
const outcomes = rebalanceEach(someAccounts(ACCOUNTS, 'mixed'), rebalancer, {
  asOf: AS_OF,
  onProgress: watchMemory,
});
let step = outcomes.next();
let [fired, trades] = [0, 0];
while (step.done !== true) {
  if (step.value.status === 'failed') throw new Error(`account ${step.value.index} failed`);
  const { value } = step.value;
  if (value.fired.length > 0) fired++;
  trades += value.trades.length;
  step = outcomes.next();
}
const seconds = processorTime(begun) / 1000;
const { traded, held } = step.value;
collectGarbage();
const after = process.memoryUsage();

const bareBegun = process.cpuUsage();
let out = 0;
for (const account of someAccounts(ACCOUNTS, 'mixed')) {
  if (driftAndSplit(bareOf(account)) !== undefined) out++;
}
const bareSeconds = processorTime(bareBegun) / 1000;
if (fired !== out) throw new Error(`${fired} are out of their bands for us, ${out} by hand`);

const rate = ACCOUNTS / seconds;
const isSlow = rate < AT_LEAST;
const isLarge = highestResident > MOST_MEMORY;
console.log(`\nA book of ${inWords(ACCOUNTS)} accounts of ten positions, given out one by one`);
console.log(
  `time      ${seconds.toFixed(1)} s of processor time, ${inWords(Math.round(rate))} accounts/s, made up on the way; ` +
    `at least ${inWords(AT_LEAST)}/s${isSlow ? '  BELOW' : ''}`,
);
console.log(
  `beside    ${bareSeconds.toFixed(1)} s to make the accounts up, drift and split; ratio ${(bareSeconds / seconds).toFixed(3)}`,
);
console.log(
  `heap      ${inMegabytes(before.heapUsed)} before, ${inMegabytes(after.heapUsed)} after, ${inMegabytes(highestHeap)} at most`,
);
console.log(
  `resident  ${inMegabytes(before.rss)} before, ${inMegabytes(highestResident)} at most; ` +
    `at most ${inMegabytes(MOST_MEMORY)}${isLarge ? '  ABOVE' : ''}`,
);
console.log(
  `decisions ${inWords(traded)} traded, ${inWords(held)} held; ${inWords(trades)} trades in all`,
);

function watchMemory(): void {
  const { rss, heapUsed } = process.memoryUsage();
  highestResident = Math.max(highestResident, rss);
  highestHeap = Math.max(highestHeap, heapUsed);
}

function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function inWords(value: number): string {
  return value.toLocaleString('en');
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
