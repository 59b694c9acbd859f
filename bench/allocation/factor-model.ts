import { compareTimes } from '../measure.js';
import { checkSame } from './agreement.js';
import { factorMarket, type Market } from './market.js';
import { ourFrontier, ourPoint } from './ours.js';
import { highsPoint } from './peers/highs.js';
import { yardstick } from './yardstick.js';

compareTimes(
  'A covariance by factors, never written out',
  [500, 2000].flatMap((n) => contests(factorMarket(n, 'five factors'))),
  yardstick,
);

function contests(market: Market) {
  const point = ourPoint(market, 0, 'factors');
  const frontier = ourFrontier(market, 'factors');
  const theirs = highsPoint(market, 0, 'factors');
  const { weights } = frontier();
  const what = `${market.size} assets by factors`;
  checkSame(what, point(), theirs());
  checkSame(what, weights.subarray(weights.length - market.size), point());
  const peer = 'highs, least variance';
  const dense = { peer: 'ours with the matrix', theirs: ourFrontier(market), floor: 0.8 };
  return [
    { name: `least variance, ${market.size} assets`, ours: point, peer, theirs, floor: 4 },
    { name: `frontier, ${market.size} assets`, ours: frontier, peer, theirs, floor: 0.8 },
    { name: `frontier, ${market.size} assets`, ours: frontier, ...dense },
  ];
}
