import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DECISION_STATUSES } from 'aptfolio/rules';
import { createRandom } from '../../src/numerics/index.js';
import { checkSameStatuses } from './agreement.js';
import { screenByHand } from './by-hand.js';
import {
  type CaseFacts,
  type ClientFacts,
  inOneShape,
  someClients,
  someOrder,
  someProducts,
} from './case.js';
import { numberOf, ourGrid } from './ours.js';

/** A whole book: every client with every product, for one and the same order. */
const CLIENTS = 100_000;
const PRODUCTS = 500;
const MOST_SECONDS = 30;

const clients = someClients(CLIENTS);
const products = someProducts(PRODUCTS);
const order = {
  ...someOrder(createRandom(5)),
  'order.effect': 'increase',
  'order.channel': 'branch',
} as const;

const collectGarbage = exposedCollector();
const before = memory();
let highest = 0;
const begun = performance.now();
const grid = ourGrid(clients, products, order, watchMemory)();
const seconds = (performance.now() - begun) / 1000;
const after = memory();

checkSample(5000);
const counts = DECISION_STATUSES.map((status) => `${status} ${inWords(grid.count(status))}`);
const rate = inWords(Math.round((CLIENTS * PRODUCTS) / seconds));
const mark = seconds > MOST_SECONDS ? '  ABOVE' : '';
console.log(`\nA book of ${inWords(CLIENTS)} clients and ${PRODUCTS} products`);
console.log(`time      ${seconds.toFixed(1)} s, ${rate} pairs/s; at most ${MOST_SECONDS} s${mark}`);
console.log(
  `heap      ${inMegabytes(before.heap)} before, ${inMegabytes(after.heap)} with the result`,
);
console.log(
  `resident  ${inMegabytes(before.resident)} before, ${inMegabytes(after.resident)} with the result, ` +
    `${inMegabytes(highest)} at most`,
);
console.log(`statuses  ${counts.join(', ')}`);

/** One client of so many, with every product. */
function checkSample(every: number): void {
  for (let client = 0; client < CLIENTS; client += every) {
    const byHand = screenByHand(pairsOf(clients[client]!));
    const found = products.map((_, product) => numberOf(grid.statusAt(client, product)));
    checkSameStatuses(`ours, client ${client}`, byHand.statuses, Uint8Array.from(found));
  }
}

function pairsOf(client: ClientFacts): readonly CaseFacts[] {
  return products.map((product) => inOneShape({ ...client, ...product, ...order }));
}

function watchMemory(): void {
  highest = Math.max(highest, process.memoryUsage.rss());
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

function inWords(value: number): string {
  return value.toLocaleString('en');
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
