import { checkAllBite, checkSameRules, checkSameStatuses } from './agreement.js';
import { screenGapsByHand } from './by-hand-with-gaps.js';
import { someGaps, somePairs } from './case.js';
import { ourScreening, readScreening } from './ours.js';
import { race } from './race.js';

const PAIRS = 100_000;

// Only ours and a form by hand that minds it can say of a missing fact that nobody knows.
const rows = someGaps(somePairs(PAIRS));
const byHand = screenGapsByHand(rows);
checkAllBite(byHand.fired);
const found = readScreening(ourScreening(rows)());
checkSameRules('ours', byHand.fired, found.fired);
checkSameStatuses('ours', byHand.statuses, found.statuses);

await race(`The same rules for ${PAIRS.toLocaleString('en')} pairs with missing facts`, [
  { name: 'ours: rules and status', pairs: PAIRS, call: ourScreening(rows), atLeast: 1e6 },
  {
    name: 'by hand, for missing facts',
    pairs: PAIRS,
    call: () => screenGapsByHand(rows),
    floor: 0.1,
  },
]);
