import { compareTimes } from '../measure.js';
import { checkSame } from './agreement.js';
import { factorMarket, nextDay } from './market.js';
import { ourPoint, ourTurns } from './ours.js';
import { highsTurns } from './peers/highs.js';
import { quadprogPoint } from './peers/quadprog.js';
import { scsTurns } from './peers/scs.js';
import { yardstick } from './yardstick.js';

/** How much return counts beside half the variance. */
const T = 0.1;
const today = factorMarket(225, 'five factors');
const markets = [today, nextDay(today)] as const;

compareTimes(
  'One portfolio again, after every expected return has changed by a per cent',
  [
    { peer: 'ours without a start', theirs: ourPoint(today, T), floor: 1.5 },
    { peer: 'quadprog', theirs: quadprogPoint(today, T), floor: 1000 },
    { peer: 'highs', theirs: highsTurns(markets, T), floor: 15 },
    { peer: 'scs-solver', theirs: scsTurns(markets, T), floor: 70 },
  ].map((contest) => {
    const ours = ourTurns(markets, T);
    checkSame(contest.peer, ours(), contest.theirs());
    return { ...contest, name: `${today.name}, ${today.size} assets`, ours };
  }),
  yardstick,
);
