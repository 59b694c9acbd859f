import { compareTimes } from '../measure.js';
import { checkSame } from './agreement.js';
import { evenMarket, factorMarket, type Market } from './market.js';
import { ourPoint } from './ours.js';
import { highsPoint } from './peers/highs.js';
import { peerLeastVariance } from './peers/portfolio-allocation.js';
import { quadprogPoint } from './peers/quadprog.js';
import { scsPoint } from './peers/scs.js';
import { yardstick } from './yardstick.js';

compareTimes(
  'The portfolio of least variance, long only',
  [
    ...contests(factorMarket(10, 'five factors'), [2, 0.8, 10, 5]),
    ...contests(factorMarket(100, 'five factors'), [6, 100, 5, 15]),
    ...contests(factorMarket(500, 'five factors'), [12, 1500, 6, 70]),
  ],
  yardstick,
);

compareTimes(
  'The same where every asset is held',
  contests(evenMarket(225), [1, 1.5, 3, 2]),
  yardstick,
);

function contests(market: Market, floors: readonly [number, number, number, number]) {
  const ours = ourPoint(market, 0);
  const name = `${market.name}, ${market.size} assets`;
  return [
    { peer: 'portfolio-allocation', theirs: peerLeastVariance(market) },
    { peer: 'quadprog', theirs: quadprogPoint(market, 0) },
    { peer: 'highs', theirs: highsPoint(market, 0) },
    { peer: 'scs-solver', theirs: scsPoint(market, 0) },
  ].map((contest, i) => {
    checkSame(`${name} by ${contest.peer}`, ours(), contest.theirs());
    return { ...contest, name, ours, floor: floors[i]! };
  });
}
