import { compareTimes } from '../measure.js';
import { checkOnFrontier, checkSame } from './agreement.js';
import { factorMarket, type Market, orLibraryMarket, type Shape, withGroups } from './market.js';
import { ourFrontier, ourPoint } from './ours.js';
import { peerFrontier } from './peers/portfolio-allocation.js';
import { quadprogPoint } from './peers/quadprog.js';
import { yardstick } from './yardstick.js';

/** A portfolio somewhere in the middle: the least of half the variance less T times the return. */
const T = 0.1;
const shapes: readonly Shape[] = ['one factor', 'five factors', 'sectors'];

compareTimes(
  'The exact frontier, long only',
  [
    whole(orLibraryMarket('port1'), 20),
    whole(orLibraryMarket('port2'), 100),
    ...shapes.map((shape) => whole(factorMarket(30, shape), 20)),
    ...shapes.map((shape) => whole(factorMarket(100, shape), 150)),
    ...shapes.map((shape) => whole(factorMarket(225, shape), 500)),
    // The peer takes many seconds for this one.
    whole(factorMarket(500, 'five factors'), 2000),
  ],
  yardstick,
);

compareTimes(
  'The exact frontier with caps on six groups',
  [
    ...grouped(factorMarket(30, 'five factors'), 1),
    ...grouped(factorMarket(100, 'five factors'), 10),
    ...grouped(factorMarket(225, 'five factors'), 60),
    ...grouped(factorMarket(500, 'five factors'), 150),
  ],
  yardstick,
);

function whole(market: Market, floor: number) {
  const ours = ourFrontier(market);
  const theirs = peerFrontier(market);
  checkOnFrontier(market, ours(), theirs());
  const name = `${market.name}, ${market.size} assets`;
  return { name, peer: 'portfolio-allocation', ours, theirs, floor };
}

/** No peer traces such a frontier: the one without groups is beside it, and a peer's single point of it. */
function grouped(market: Market, floor: number) {
  const capped = withGroups(market);
  const ours = ourFrontier(capped);
  const theirs = quadprogPoint(capped, T);
  checkSame(`${market.size} assets in groups`, ourPoint(capped, T)(), theirs());
  checkOnFrontier(capped, ours(), [theirs()]);
  const name = `${market.size} assets`;
  return [
    { name, peer: 'ours without groups', ours, theirs: ourFrontier(market), floor: 0.4 },
    { name, peer: 'quadprog, one point', ours, theirs, floor },
  ];
}
