import { daysBetween, type PlainDate } from '../../dates/index.js';
import { AptfolioError } from '../../errors/index.js';
import type { TaxPolicy } from './lot.js';
import type { Holding } from './lot-state.js';

/** Calendar days after which a lot is long-term where the policy names none. */
const LONG_TERM_DAYS = 365;

/**
 * How long a lot has been held: long-term once that is more than `longTermDays` calendar days.
 *
 * @throws AptfolioError `out-of-range` with the path `lot.boughtOn` for a lot bought after the sale.
 */
export function holdingOf(boughtOn: PlainDate, soldOn: PlainDate, tax?: TaxPolicy): Holding {
  const heldDays = daysBetween(boughtOn, soldOn);
  if (heldDays < 0) {
    throw new AptfolioError('out-of-range', 'lot.boughtOn', `a day up to ${soldOn}`, boughtOn);
  }
  return { heldDays, term: heldDays > (tax?.longTermDays ?? LONG_TERM_DAYS) ? 'long' : 'short' };
}
