import type { PlainDate } from '../dates/index.js';
import { AptfolioError, checkObject } from '../errors/index.js';
import { INSIDE, type Rebalancer } from './compile-rebalancing.js';
import type { Inside } from './policy/compiled-policy.js';

/** What is inside a rebalancer, whose calendar must cover the day of the decision. */
export function checkRebalancer(rebalancer: Rebalancer, asOf: PlainDate): Inside {
  checkObject(rebalancer, 'rebalancer');
  const inside = rebalancer[INSIDE];
  if (inside === undefined) {
    const expected = 'a rebalancer made by compileRebalancing';
    throw new AptfolioError('invalid-type', 'rebalancer', expected);
  }
  const { id, covers } = inside.calendar;
  if (covers.from <= asOf && asOf < covers.to) return inside;
  throw new AptfolioError('out-of-range', 'options.asOf', `a day that calendar ${id} covers`, asOf);
}
