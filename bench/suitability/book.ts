import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createRandom } from '../../src/numerics/index.js';
import { checkSameStatuses } from './agreement.js';
import { screenByHand } from './by-hand.js';
import { type ClientFacts, inOneShape, someClients, someOrder, someProducts } from './case.js';
import { ourGrid } from './ours.js';

/** A whole book: every client with every product, for one and the same order. */
const CLIENTS = 100_000;
const PRODUCTS = 500;

/** So many clients are handed over at a time, as a batch job does. */
const CHUNK = 1_000;

const MOST_SECONDS = 30;

const clients = someClients(CLIENTS);
const products = someProducts(PRODUCTS);
const order = {
  ...someOrder(createRandom(5)),
  'order.effect': 'increase',
  'order.channel': 'branch',
} as const;

const sample = clients.slice(0, 20);
const byHand = screenByHand(pairsOf(sample)).statuses;
checkSameStatuses('ours', byHand, ourGrid(sample, products, order)());

const collectGarbage = exposedCollector();
const before = memory();
let highest = 0;
const begun = performance.now();
const tally = new Array<number>(7).fill(0);
for (let from = 0; from < CLIENTS; from += CHUNK) {
  const statuses = ourGrid(clients.slice(from, from + CHUNK), products, order)();
  for (const status of statuses) tally[status]!++;
  highest = Math.max(highest, process.memoryUsage.rss());
}
const seconds = (performance.now() - begun) / 1000;
const after = memory();

const rate = Math.round((CLIENTS * PRODUCTS) / seconds).toLocaleString('en');
const mark = seconds > MOST_SECONDS ? '  ABOVE' : '';
console.log(`\nA book of ${CLIENTS.toLocaleString('en')} clients and ${PRODUCTS} products`);
console.log(`time      ${seconds.toFixed(1)} s, ${rate} pairs/s; at most ${MOST_SECONDS} s${mark}`);
console.log(`heap      ${inMegabytes(before.heap)} before, ${inMegabytes(after.heap)} after`);
console.log(
  `resident  ${inMegabytes(before.resident)} before, ${inMegabytes(after.resident)} after, ` +
    `${inMegabytes(highest)} at most`,
);
console.log(`statuses  ${tally.map((count) => count.toLocaleString('en')).join(' / ')}`);

function pairsOf(some: readonly ClientFacts[]) {
  return some.flatMap((client) => {
    return products.map((product) => inOneShape({ ...client, ...product, ...order }));
  });
}

/** What is in use once nothing is left to be thrown away. */
function memory(): { readonly heap: number; readonly resident: number } {
  collectGarbage();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: heapUsed + arrayBuffers, resident: rss };
}

function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
