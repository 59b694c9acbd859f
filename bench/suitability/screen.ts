import { checkAllBite, checkSameRules, checkSameStatuses } from './agreement.js';
import { screenByHand } from './by-hand.js';
import { screenGapsByHand } from './by-hand-with-gaps.js';
import { somePairs } from './case.js';
import { ourScreening, readScreening } from './ours.js';
import { PACK } from './pack.js';
import { screenByJsonLogic } from './peers/json-logic.js';
import { screenByJsonRulesEngine } from './peers/json-rules-engine.js';
import { screenByZen } from './peers/zen.js';
import { type Runner, race } from './race.js';

const PAIRS = 100_000;

/** Engines that take seconds for more are compared on so many pairs. */
const SLOW = 5_000;

const rows = somePairs(PAIRS);
const byHand = screenByHand(rows);
checkAllBite(byHand.fired);

const found = readScreening(ourScreening(rows)());
checkSameRules('ours', byHand.fired, found.fired);
checkSameStatuses('ours', byHand.statuses, found.statuses);
const withGaps = screenGapsByHand(rows);
checkSameRules('by hand, for missing facts', byHand.fired, withGaps.fired);
checkSameStatuses('by hand, for missing facts', byHand.statuses, withGaps.statuses);
checkSameRules('json-logic-js', byHand.fired, screenByJsonLogic(rows)());
const few = rows.slice(0, SLOW);
checkSameRules('json-rules-engine', byHand.fired, await screenByJsonRulesEngine(few)());
const zenFound = await (await screenByZen(few))?.();
if (zenFound !== undefined) checkSameRules('zen-engine', byHand.fired, zenFound);

await race(`${PACK.rules.length} rules for ${PAIRS.toLocaleString('en')} pairs, every fact there`, [
  { name: 'ours: rules and status', pairs: PAIRS, call: ourScreening(rows), atLeast: 2e6 },
  { name: 'by hand', pairs: PAIRS, call: () => screenByHand(rows), floor: 0.1 },
  {
    name: 'by hand, for missing facts',
    pairs: PAIRS,
    call: () => screenGapsByHand(rows),
    floor: 0.2,
  },
  { name: 'json-logic-js: rules', ...some(2000, screenByJsonLogic), floor: 10 },
  ...(await zenRunner()),
  { name: 'json-rules-engine: rules', ...some(500, screenByJsonRulesEngine), floor: 150 },
]);

/** What a peer is timed on: as many pairs as take it a tenth of a second. */
function some(
  pairs: number,
  screen: (rows: typeof few) => () => unknown,
): Pick<Runner, 'pairs' | 'call'> {
  return { pairs, call: screen(rows.slice(0, pairs)) };
}

async function zenRunner(): Promise<readonly Runner[]> {
  const pairs = 1000;
  const call = await screenByZen(rows.slice(0, pairs));
  if (call !== undefined) return [{ name: 'zen-engine: rules', pairs, call, floor: 40 }];
  console.log('zen-engine is left out: its native part is not to be had on this machine');
  return [];
}
