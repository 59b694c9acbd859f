import { reliability } from 'aptfolio/questionnaire';
import { compare } from './measure.js';

const ITEMS = 12;
const CLIENTS = 100_000;

// Five points; clients differ, and so do their answers to the items. No chance is needed to be fast or slow.
const responses = Array.from({ length: CLIENTS }, (_, client) =>
  Array.from(
    { length: ITEMS },
    (_, item) => 1 + ((client % 4) + ((client * (item + 3)) % 7 > 4 ? 1 : 0)),
  ),
);

const result = reliability(responses);
if (result.status !== 'measured') throw new Error('nothing was measured');
if (!(Math.abs(result.alpha!.value - plainAlpha()) < 1e-9)) throw new Error('alpha differs');

compare(`${CLIENTS} responses to ${ITEMS} items`, [
  {
    name: 'reliability, every figure',
    peer: 'alpha alone, no checks',
    items: CLIENTS,
    ours: () => reliability(responses),
    theirs: plainAlpha,
    floor: 0.1,
  },
]);

/** What a bank would write by hand: variances of the items and of the total. */
function plainAlpha(): number {
  const variances = Array.from({ length: ITEMS }, (_, item) => variance((row) => row[item]!));
  const total = variance((row) => row.reduce((sum, value) => sum + value, 0));
  return (ITEMS / (ITEMS - 1)) * (1 - variances.reduce((sum, value) => sum + value, 0) / total);
}

function variance(read: (row: readonly number[]) => number): number {
  let mean = 0;
  for (const row of responses) mean += read(row) / CLIENTS;
  let sum = 0;
  for (const row of responses) sum += (read(row) - mean) * (read(row) - mean);
  return sum / (CLIENTS - 1);
}
