import { AptfolioError, at, checkList, checkObject, checkText } from '../../errors/index.js';
import { type CurrencyCode, fromMinorUnits, type Money, ratioOfMoney } from '../../money/index.js';
import { roundedQuotient } from '../exact.js';
import { checkMatches, type RowMatch } from './row-match.js';
import { addUnits, emptySum, totalOf, type UnitSum, type Units } from './unit-sum.js';

/** Puts rows into a category. */
export interface CategoryRule {
  /** The category's name, `housing`; several rules may share one. The name `uncategorised` is taken. */
  readonly category: string;
  /** The rows that belong to it: one match suffices. */
  readonly match: readonly RowMatch[];
}

/** Income and spending by category, over the covered months. */
export interface CategoryFlows<C extends CurrencyCode = CurrencyCode> {
  readonly income: readonly CategoryFlow<C>[];
  readonly spending: readonly CategoryFlow<C>[];
}

/** What came in, or went out, in a category; all amounts positive unless stated otherwise. */
export interface CategoryFlow<C extends CurrencyCode = CurrencyCode> {
  /** By name; `uncategorised` for what no rule fits. */
  readonly category: string;
  /** How many bookings, refunds included. */
  readonly bookings: number;
  /** Before refunds. */
  readonly gross: Money<C>;
  /** Spending that came back; for an income, what had to be given back. */
  readonly refunds: Money<C>;
  /** `gross` − `refunds`: below zero where more came back than was spent in these months. */
  readonly net: Money<C>;
  /** `net` / covered months, half-even. */
  readonly meanMonthly: Money<C>;
  /** Part of the whole income or spending, decimal fraction; `null` where that is not above 0. */
  readonly share: number | null;
}

/** The category of rows that no rule fits. */
export const UNCATEGORISED = 'uncategorised';

/** Running totals of a category. */
export interface CategoryTally {
  bookings: number;
  readonly gross: UnitSum;
  readonly refunds: UnitSum;
}

/** Adds a booking to its category; `units` is positive for what counts towards it. */
export function addToCategory(
  tallies: Map<string, CategoryTally>,
  category: string,
  units: Units,
): void {
  const tally = tallies.get(category) ?? emptyTally();
  tallies.set(category, tally);
  tally.bookings++;
  if (units >= 0) addUnits(tally.gross, units);
  else addUnits(tally.refunds, -units);
}

/** Describes categories by name, from their running totals. */
export function categoryFlows<C extends CurrencyCode>(
  tallies: ReadonlyMap<string, CategoryTally>,
  currency: C,
  months: number,
): readonly CategoryFlow<C>[] {
  const rows = [...tallies].map(([category, { bookings, gross, refunds }]) => {
    const [paid, back] = [totalOf(gross), totalOf(refunds)];
    return { category, bookings, gross: paid, refunds: back, net: paid - back };
  });
  const whole = rows.reduce((sum, { net }) => sum + net, 0n);
  const amount = (units: bigint): Money<C> => fromMinorUnits(currency, units);
  const flows = rows.map(({ category, bookings, gross, refunds, net }) =>
    Object.freeze({
      category,
      bookings,
      gross: amount(gross),
      refunds: amount(refunds),
      net: amount(net),
      meanMonthly: amount(roundedQuotient(net, BigInt(months))),
      share: whole > 0n ? ratioOfMoney<CurrencyCode>(amount(net), amount(whole)) : null,
    }),
  );
  return Object.freeze(flows.sort((a, b) => (a.category < b.category ? -1 : 1)));
}

/** Checks a mapping to categories. */
export function checkCategories(rules: readonly CategoryRule[], path: string): void {
  checkList<CategoryRule>(rules, path).forEach((rule, index) => {
    const where = at(path, index);
    const category = checkText(checkObject(rule, where).category, at(where, 'category'));
    if (category === UNCATEGORISED) {
      const expected = `a name other than ${UNCATEGORISED}`;
      throw new AptfolioError('duplicate-id', at(where, 'category'), expected, category);
    }
    checkMatches(rule.match, at(where, 'match'));
  });
}

function emptyTally(): CategoryTally {
  return { bookings: 0, gross: emptySum(), refunds: emptySum() };
}
