import { createHash } from 'node:crypto';
import { checkSameRules, checkSameStatuses } from './agreement.js';
import { screenByHand } from './by-hand.js';
import { somePairs } from './case.js';
import { ourDecisions, ourReasons, ourRecords, readDecisions, type ToRecord } from './ours.js';
import { AS_OF, PACK } from './pack.js';
import { screenByJsonRulesEngine } from './peers/json-rules-engine.js';
import { race } from './race.js';

const PAIRS = 20_000;
const rows = somePairs(PAIRS);
const few = rows.slice(0, 1000);
const IDS = PACK.rules.map(({ id }) => id);

const byHand = screenByHand(rows);
const decisions = ourDecisions(rows)();
const found = readDecisions(decisions);
checkSameRules('ours, decided', byHand.fired, found.fired);
checkSameStatuses('ours, decided', byHand.statuses, found.statuses);

await race('Why: the rules that bite, by name', [
  { name: 'ours: rules with their outcomes', pairs: PAIRS, call: ourReasons(rows), atLeast: 1e6 },
  { name: 'by hand: names only', pairs: PAIRS, call: namesByHand, floor: 0.1 },
]);

await race('Why: everything that was read', [
  { name: 'ours: full decision', pairs: few.length, call: ourDecisions(few) },
  // Its results hold each condition with the values compared, but neither texts nor sources.
  {
    name: 'json-rules-engine: results',
    pairs: 500,
    call: screenByJsonRulesEngine(rows.slice(0, 500)),
    floor: 1,
  },
]);

const decided = few.map((inputs, i): ToRecord => {
  const { status, deciding } = decisions[i]!;
  return { inputs, outcome: { status, deciding } };
});

await race('Records with a hash', [
  { name: 'ours: canonical', pairs: few.length, call: ourRecords(decided), atLeast: 25_000 },
  { name: 'JSON.stringify, SHA-256 of node:crypto', pairs: few.length, call: hashed, floor: 0.1 },
]);

/** A list of ids for each pair. */
function namesByHand(): readonly (readonly string[])[] {
  const { fired } = screenByHand(rows);
  return Array.from(fired, (rules) => {
    const names: string[] = [];
    for (let left = rules; left !== 0; left &= left - 1)
      names.push(IDS[31 - Math.clz32(left & -left)]!);
    return names;
  });
}

/** What a programmer would write who trusts the order of keys. */
function hashed(): readonly string[] {
  return decided.map(({ inputs, outcome }) => {
    const text = JSON.stringify({ kind: 'bench', asOf: AS_OF, inputs, outcome });
    return createHash('sha256').update(text).digest('hex');
  });
}
