import { daysBetween, type PlainDate } from '../../dates/index.js';
import { type CurrencyCode, type Money, sumMoney } from '../../money/index.js';
import { toAccount } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import { exactRate } from '../lots/exact-rate.js';
import type { Plan } from '../rounding/plan.js';
import { taxByFit } from '../rounding/settle.js';
import { expectedReturnOf, type Utility } from '../utility.js';
import { yearlyChargesOf } from '../weighing/certainty-equivalent.js';
import { missedReturn } from '../weighing/out-of-market-cost.js';
import type { TradingCosts } from './trade.js';
import type { Writer } from './writer.js';

/** Costs in smallest units of the account's currency. */
export interface CostUnits {
  readonly entry: bigint;
  readonly exit: bigint;
  readonly spread: bigint;
  readonly exchange: bigint;
  readonly tax: bigint;
  readonly outOfMarket: bigint;
}

/** What each trade of a plan costs, in the order of its trades, and all of them together. */
export interface PlanCosts {
  readonly trades: readonly CostUnits[];
  readonly all: CostUnits;
}

export const NO_COSTS: CostUnits = Object.freeze({
  entry: 0n,
  exit: 0n,
  spread: 0n,
  exchange: 0n,
  tax: 0n,
  outOfMarket: 0n,
});

/** Costs of several results together. */
export function sumOfCosts<C extends CurrencyCode>(
  costs: readonly TradingCosts<C>[],
  currency: C,
): TradingCosts<C> {
  const summed = (key: keyof TradingCosts): Money<C> =>
    sumMoney(
      currency,
      costs.map((one) => one[key]),
    );
  return Object.freeze({
    entry: summed('entry'),
    exit: summed('exit'),
    spread: summed('spread'),
    exchange: summed('exchange'),
    tax: summed('tax'),
    outOfMarket: summed('outOfMarket'),
    total: summed('total'),
  });
}

/** Splits everything that the trades of a plan cost among them. */
export function costsOf(plan: Plan): PlanCosts {
  const { fits, charges } = plan.trades;
  const { holdings } = plan.occasion.account;
  const taxes = taxByFit(plan.occasion, fits, charges);
  const exchanges = exchangeByFit(plan);
  const waits = outOfMarketByFit(plan);
  const trades = fits.map((fit, i): CostUnits => {
    const { rate } = holdings[fit.place]!;
    return {
      entry: toAccount(fit.entryFee, rate),
      exit: toAccount(fit.exitFee, rate),
      spread: toAccount(fit.spread, rate),
      exchange: exchanges[i]!,
      tax: taxes[i]!,
      outOfMarket: waits[i]!,
    };
  });
  let [entry, exit, spread, outOfMarket] = [0n, 0n, 0n, 0n];
  for (const one of trades) {
    entry += one.entry;
    exit += one.exit;
    spread += one.spread;
    outOfMarket += one.outOfMarket;
  }
  const { exchangeCost } = plan.settlement.schedule;
  return {
    trades,
    all: {
      entry,
      exit,
      spread,
      // Filling up an overdraft costs something that belongs to no trade.
      exchange: exchangeCost,
      tax: charges.tax,
      outOfMarket,
    },
  };
}

/** The sum of all costs. */
export function totalCost(costs: CostUnits): bigint {
  const { entry, exit, spread, exchange, tax, outOfMarket } = costs;
  return entry + exit + spread + exchange + tax + outOfMarket;
}

/** Writes costs with their total. */
export function writeCosts(costs: CostUnits, write: Writer): TradingCosts {
  return Object.freeze({
    entry: write(costs.entry),
    exit: write(costs.exit),
    spread: write(costs.spread),
    exchange: write(costs.exchange),
    tax: write(costs.tax),
    outOfMarket: write(costs.outOfMarket),
    total: write(totalCost(costs)),
  });
}

/** The cost of changing money by trades in other currencies, pro rata to their amounts. */
function exchangeByFit({ trades, settlement, occasion }: Plan): readonly bigint[] {
  const { account } = occasion;
  const { exchangeCost } = settlement.schedule;
  const amounts = trades.fits.map(({ place, amount }) =>
    account.holdings[place]!.currency === account.currency ? 0n : amount,
  );
  const all = amounts.reduce((sum, amount) => sum + amount, 0n);
  if (exchangeCost === 0n || all === 0n) return amounts.map(() => 0n);
  let before = 0n;
  return amounts.map((amount) => {
    const from = (exchangeCost * before) / all;
    before += amount;
    return (exchangeCost * before) / all - from;
  });
}

/**
 * What purchases miss because the money for them, proceeds of the earliest sales first, was out of the market from the sale's dealing day to
 * their own. Free money was not in the market before.
 */
function outOfMarketByFit(plan: Plan): readonly bigint[] {
  const { occasion, settlement, trades } = plan;
  const { inside, account, aim } = occasion;
  const { weighing, utility } = inside.policy;
  const usual = utility === undefined ? 0 : returnOfTarget(utility, account.holdings, aim.classes);
  const yearlyReturn = weighing.outOfMarketReturn ?? usual;
  const missed = trades.fits.map(() => 0n);
  if (yearlyReturn <= 0) return missed;
  const rate = exactRate(yearlyReturn);
  const gapBetween = rememberGap();
  const { dates } = settlement;
  const byDay = [...trades.fits.keys()];
  if (dates.some(({ dealsOn }) => dealsOn !== dates[0]!.dealsOn)) {
    const dayOf = (i: number): PlainDate => dates[i]!.dealsOn;
    byDay.sort((a, b) => (dayOf(a) === dayOf(b) ? a - b : dayOf(a) < dayOf(b) ? -1 : 1));
  }
  const sales: { readonly dealsOn: PlainDate; left: bigint }[] = [];
  for (const i of byDay) {
    const { side, amount } = trades.fits[i]!;
    if (side === 'sell') sales.push({ dealsOn: dates[i]!.dealsOn, left: amount });
  }
  let free = account.cashTotal > 0n ? account.cashTotal : 0n;
  for (const i of byDay) {
    const { side, amount } = trades.fits[i]!;
    if (side === 'sell') continue;
    const { dealsOn } = dates[i]!;
    const own = amount < free ? amount : free;
    free -= own;
    let left = amount - own;
    let days = 0n;
    for (const sale of sales) {
      if (left === 0n) break;
      const part = left < sale.left ? left : sale.left;
      sale.left -= part;
      left -= part;
      if (sale.dealsOn < dealsOn) days += part * gapBetween(sale.dealsOn, dealsOn);
    }
    missed[i] = missedReturn(days, rate);
  }
  return missed;
}

/** After the charges that the utility counts. */
function returnOfTarget(
  utility: Utility,
  holdings: readonly Holding[],
  classes: Float64Array,
): number {
  const gross = expectedReturnOf(utility, classes);
  return gross - yearlyChargesOf(utility, holdings, (i) => holdings[i]!.target);
}

/** Days between two dates. Trades mostly share theirs, and counting days is slow. */
function rememberGap(): (from: PlainDate, to: PlainDate) => bigint {
  let [start, end]: (PlainDate | undefined)[] = [];
  let gap = 0n;
  return (from, to) => {
    if (from !== start || to !== end) {
      gap = BigInt(daysBetween(from, to));
      [start, end] = [from, to];
    }
    return gap;
  };
}
