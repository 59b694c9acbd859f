import { shareOf, sizeOf } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import type { Occasion } from '../reach/situation.js';
import type { Changes } from './draft.js';
import { CUT_TO_STEP } from './fit.js';
import { type Drop, type RoundedTrades, roundTrades } from './round-trades.js';
import type { TradeRules } from './trade-rules.js';

/** Trades within the policy's budgets. */
export interface BudgetedTrades extends RoundedTrades {
  /** What the trades were scaled by, those aside that raise money; 1 where no budget binds. */
  readonly factor: number;
  /** The changes that are then asked for, by place. */
  readonly asked: readonly bigint[];
  /** Codes of the budgets that the unscaled trades exceed, and of those that the trades exceed all the same, to raise money. */
  readonly exceeded: readonly string[];
  readonly stillExceeded: readonly string[];
}

/** Halvings of the factor; 2^-24 of a portfolio is nothing. */
const HALVINGS = 24;

/**
 * Scales all trades by one factor, the largest found, so that turnover, gains and tax stay within their budgets. Money that must be raised
 * is raised all the same: then what is asked for beyond it is scaled. A sale that is too small at that scale is left out where free money then pays for more: it is
 * not to keep that money from being invested.
 *
 * @param caps the most that single purchases may be, by place.
 */
export function withinBudgets(
  occasion: Occasion,
  changes: Changes,
  rules: TradeRules,
  caps: ReadonlyMap<number, bigint>,
): BudgetedTrades {
  const first = scaledToBudgets(occasion, changes, rules, caps);
  if (first.exceeded.length === 0 || changes.raises) return first;
  const small = first.drops.filter((one) => isSmallSale(first, rules, one));
  if (small.length === 0) return first;
  const without = withoutSales(changes, new Set(small.map(({ place }) => place)));
  const { exceeded } = first;
  const rest = scaledToBudgets(occasion, without, rules, caps);
  if (rest.stillExceeded.length > 0 || boughtBy(rest) <= boughtBy(first)) return first;
  const asked = changes.wanted.map((change, place) =>
    without.wanted[place] === 0n && change < 0n ? first.asked[place]! : rest.asked[place]!,
  );
  // What is cut is cut from all that was asked for.
  const own = rest.drops.filter(({ code }) => code !== exceeded[0]);
  const drops = [...own, ...small, ...cutBy(changes, asked, exceeded[0]!)];
  return { ...rest, drops, asked, exceeded };
}

/** Whether a sale is not made because its part within the budgets is too small. */
function isSmallSale(
  { fits, asked }: BudgetedTrades,
  { residual }: TradeRules,
  { place, side, code }: Drop,
): boolean {
  const isMade = asked[place]! >= 0n || fits.some((fit) => fit.place === place);
  const isBelow = code === CUT_TO_STEP || code.startsWith('rebalancing.below-minimum-');
  return side === 'sell' && place !== residual && !isMade && isBelow;
}

/** The changes without some sales and, of every purchase alike, without what these were to pay. */
function withoutSales(changes: Changes, places: ReadonlySet<number>): Changes {
  const without = (all: readonly bigint[]): readonly bigint[] => {
    const lost = -sumOf(all.filter((_, place) => places.has(place)));
    const bought = sumOf(all.filter((change) => change > 0n));
    return all.map((change, place) => {
      if (change < 0n) return places.has(place) ? 0n : change;
      return lost >= bought ? 0n : change - (change * lost) / bought;
    });
  };
  return { ...changes, wanted: without(changes.wanted), sought: without(changes.sought) };
}

function boughtBy({ fits }: RoundedTrades): bigint {
  return tradedBy(fits.filter(({ side }) => side === 'buy'));
}

function scaledToBudgets(
  occasion: Occasion,
  changes: Changes,
  rules: TradeRules,
  caps: ReadonlyMap<number, bigint>,
): BudgetedTrades {
  const full = roundTrades(occasion, changes, rules, caps);
  const exceeded = exceededBy(occasion, full, rules);
  const { raises, least } = changes;
  if (exceeded.length === 0 || (raises && least === undefined)) {
    const { fits, charges, drops } = full;
    const asked = changes.wanted;
    return { fits, charges, drops, factor: 1, asked, exceeded, stillExceeded: exceeded };
  }
  const attempt = (factor: number): RoundedTrades =>
    roundTrades(occasion, scaled(changes, factor), rules, caps);
  const isWithin = (trades: RoundedTrades): boolean =>
    exceededBy(occasion, trades, rules).length === 0;
  let [low, high] = [0, least === undefined ? shareOfTurnover(rules, full) : ALMOST_ALL];
  let best = attempt(high);
  // The factor of the best trades.
  let found = high;
  if (!isWithin(best)) {
    found = 0;
    best = attempt(0);
    const isHopeless = least !== undefined && !isWithin(best);
    if (isHopeless)
      best = roundTrades(occasion, raisingAlone(occasion, changes, least), rules, caps);
    for (let i = 0; i < HALVINGS && !isHopeless; i++) {
      const factor = (low + high) / 2;
      const tried = attempt(factor);
      if (!isWithin(tried)) high = factor;
      else {
        // A small part may come to nothing where steps and minimums let a larger one be made.
        low = factor;
        if (isSomething(occasion, tried)) [found, best] = [factor, tried];
      }
    }
  }
  const { wanted: asked } = scaled(changes, found);
  const drops = [...best.drops, ...cutBy(changes, asked, exceeded[0]!)];
  const stillExceeded = exceededBy(occasion, best, rules);
  return { ...best, drops, factor: found, asked, exceeded, stillExceeded };
}

/** The factor that turnover alone allows; a little less than 1 where it allows everything. */
function shareOfTurnover({ mostTraded }: TradeRules, { fits }: RoundedTrades): number {
  const traded = tradedBy(fits);
  if (mostTraded === undefined || traded === 0n) return ALMOST_ALL;
  return Math.min(1, Number(mostTraded) / Number(traded)) * ALMOST_ALL;
}

function tradedBy(fits: RoundedTrades['fits']): bigint {
  return fits.reduce((sum, { amount }) => sum + amount, 0n);
}

/**
 * Whether trades come to at least a ten-thousandth of what is to be invested. Below that they are within a budget, if it has nothing left, only
 * because their gain and tax are rounded to nothing.
 */
function isSomething({ money }: Occasion, { fits }: RoundedTrades): boolean {
  return tradedBy(fits) * 10_000n >= money.investable;
}

/** Rounding must not lift a share above its limit again. */
const ALMOST_ALL = 1 - 1e-9;

function scaled(changes: Changes, factor: number): Changes {
  const { wanted, sought, net, least } = changes;
  if (least === undefined) {
    const smaller = (all: readonly bigint[]): readonly bigint[] =>
      charged(
        changes,
        all.map((change) => shareOf(change, factor)),
        factor,
      );
    return {
      ...changes,
      wanted: smaller(wanted),
      sought: smaller(sought),
      net: shareOf(net, factor),
    };
  }
  const between = (all: readonly bigint[]): readonly bigint[] =>
    all.map((change, i) => least[i]! + shareOf(change - least[i]!, factor));
  // What is sold without being needed, as where nothing is bought, is scaled too; else either way the same money is raised.
  const beyond = sumOf(wanted) - sumOf(least);
  const isSame = sizeOf(beyond) <= BigInt(wanted.length);
  return {
    ...changes,
    wanted: between(wanted),
    sought: between(sought),
    net: isSame ? net : net - beyond + shareOf(beyond, factor),
  };
}

/** What raises the money and no more: what its sales bring beyond it stays money, as buying with it would pass the budget further. */
function raisingAlone({ money }: Occasion, changes: Changes, least: readonly bigint[]): Changes {
  const { charges, residualMay } = changes;
  const sum = sumOf(least);
  // Each value is rounded to the smallest unit; a unit that is lacking for it would be raised by a whole step.
  const isAll = sizeOf(sum - money.free) <= BigInt(least.length);
  const net = (isAll ? money.free : sum) + charges;
  return { ...scaled(changes, 0), net, residualMay: { ...residualMay, buy: false } };
}

/**
 * Changes with what their sales are charged taken from all purchases alike. What is set aside are the charges of trades that are scaled already,
 * so that the purchases asked for leave room for a part of them only.
 */
function charged(
  { charges }: Changes,
  wanted: readonly bigint[],
  factor: number,
): readonly bigint[] {
  const lacking = charges - shareOf(charges, factor);
  const bought = sumOf(wanted.filter((change) => change > 0n));
  if (lacking === 0n || bought <= lacking) return wanted;
  return wanted.map((change) => (change > 0n ? change - (change * lacking) / bought : change));
}

function cutBy({ wanted }: Changes, asked: readonly bigint[], code: string): readonly Drop[] {
  return wanted.flatMap((change, place): readonly Drop[] => {
    const isSameSide = asked[place]! > 0n === change > 0n;
    const amount = sizeOf(change) - (isSameSide ? sizeOf(asked[place]!) : 0n);
    return amount <= 0n ? [] : [{ place, side: change > 0n ? 'buy' : 'sell', amount, code }];
  });
}

const NO_BUDGETS = { gainBudget: undefined, taxBudget: undefined };

/** Codes of the budgets that trades exceed. */
function exceededBy(
  { account, inside }: Occasion,
  { charges, fits }: RoundedTrades,
  { mostTraded }: TradeRules,
): readonly string[] {
  const { gainBudget, taxBudget } = account.isTaxFree ? NO_BUDGETS : inside.policy.trading;
  const codes: string[] = [];
  if (mostTraded !== undefined && tradedBy(fits) > mostTraded) codes.push('rebalancing.turnover');
  const gains = account.history.realised.total + charges.gain;
  if (gainBudget !== undefined && charges.gain > 0n && gains > gainBudget) {
    codes.push('rebalancing.gain-budget');
  }
  const taxes = account.taxUnderWay + charges.tax;
  if (taxBudget !== undefined && charges.tax > 0n && taxes > taxBudget) {
    codes.push('rebalancing.tax-budget');
  }
  return codes;
}
