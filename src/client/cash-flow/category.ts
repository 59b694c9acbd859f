import { AptfolioError, at, checkList, checkObject, checkText } from '../../errors/index.js';
import { type CurrencyCode, fromMinorUnits, type Money, ratioOfMoney } from '../../money/index.js';
import { roundedQuotient } from '../exact.js';
import { type GapsByName, gapOf, isClosed } from './gap.js';
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

/**
 * What came in, or went out, in a category; all amounts positive unless stated otherwise. Where a row that could not be
 * used may belong to it (`incomplete`), amounts are of the other rows alone, and what they would decide is `null`.
 */
export interface CategoryFlow<C extends CurrencyCode = CurrencyCode> {
  /** By name; `uncategorised` for what no rule fits. */
  readonly category: string;
  readonly completeness: 'complete' | 'incomplete';
  /** How many bookings, refunds included. */
  readonly bookings: number;
  /** Before refunds. */
  readonly gross: Money<C>;
  /** Spending that came back; for an income, what had to be given back. */
  readonly refunds: Money<C>;
  /** `gross` − `refunds`: below zero where more came back than was spent in these months. */
  readonly net: Money<C>;
  /** `net` / covered months, half-even; `null` where it is incomplete. */
  readonly meanMonthly: Money<C> | null;
  /** Part of the whole income or spending, decimal fraction; `null` where that is not above 0 or incomplete. */
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

/**
 * Describes categories by name, from their running totals.
 *
 * @param gaps what is open of them; a category that has only rows that could not be used is listed, too.
 * @param isWhole whether nothing is open of the whole income or spending.
 */
export function categoryFlows<C extends CurrencyCode>(
  tallies: ReadonlyMap<string, CategoryTally>,
  { currency, months }: { readonly currency: C; readonly months: number },
  gaps: GapsByName,
  isWhole: boolean,
): readonly CategoryFlow<C>[] {
  const names = [...new Set([...tallies.keys(), ...gaps.byName.keys()])].sort();
  const rows = names.map((category) => {
    const { bookings, gross, refunds } = tallies.get(category) ?? emptyTally();
    const [paid, back] = [totalOf(gross), totalOf(refunds)];
    return { category, bookings, gross: paid, refunds: back, net: paid - back };
  });
  const whole = rows.reduce((sum, { net }) => sum + net, 0n);
  const amount = (units: bigint): Money<C> => fromMinorUnits(currency, units);
  const flows = rows.map(({ category, bookings, gross, refunds, net }) => {
    const isKnown = isClosed(gapOf(gaps, category));
    const hasShare = isWhole && whole > 0n;
    return Object.freeze({
      category,
      completeness: isKnown ? 'complete' : 'incomplete',
      bookings,
      gross: amount(gross),
      refunds: amount(refunds),
      net: amount(net),
      meanMonthly: isKnown ? amount(roundedQuotient(net, BigInt(months))) : null,
      share: hasShare ? ratioOfMoney<CurrencyCode>(amount(net), amount(whole)) : null,
    } as const);
  });
  return Object.freeze(flows);
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
