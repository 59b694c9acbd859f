import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, at, checkList, checkObject } from '../errors/index.js';
import {
  type CurrencyCode,
  type Money,
  negateMoney,
  parseMoney,
  parseMoneyIn,
  subtractMoney,
  sumMoney,
} from '../money/index.js';
import {
  type PeriodReturn,
  periodReturn,
  type ValueBridge,
  valueBridge,
  type XirrResult,
  xirr,
} from '../performance/index.js';
import type { HoldingsValuation } from '../rebalancing/index.js';

/** What a client put in, and what has become of it. */
export interface PeriodFacts<C extends CurrencyCode = CurrencyCode> {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** What the client paid at the start, entry fees included. */
  readonly invested: Money<C>;
  /** The entry fees in it. */
  readonly entryFees: Money<C>;
  /** What was paid in since; the bridge shows it as unexplained if the valuation counts another sum. */
  readonly contributions: readonly { readonly date: PlainDate; readonly amount: Money<C> }[];
  /** The holdings at the end, valued from their opening values; see `valueHoldings`. */
  readonly valuation: HoldingsValuation<C>;
}

/** A period's returns and the way from the opening to the closing value. */
export interface PeriodReport<C extends CurrencyCode = CurrencyCode> {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Return of the opening holdings after annual fees, on what was invested after entry fees. */
  readonly beforeEntryFees: PeriodReturn;
  /** The same on all that was paid, entry fees included. */
  readonly afterEntryFees: PeriodReturn;
  /** The client's own annual rate, contributions and entry fees included. */
  readonly moneyWeighted: XirrResult;
  /** From what was invested to the closing value: contributions, entry fees, markets and annual fees. */
  readonly bridge: ValueBridge;
  readonly closing: Money<C>;
}

/**
 * Reports a period to the client: returns before and after entry fees, the money-weighted return, and a value
 * bridge that adds up to the cent or says what it does not explain.
 *
 * Period returns are those of the opening holdings and are not annualised. The money-weighted return is XIRR
 * act/365 with the opening flow at what the client paid.
 *
 * @throws AptfolioError `currency-mismatch`, `invalid-date`, `inconsistent` if `to` is before `from`, with the path.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { valueHoldings } from 'aptfolio/rebalancing';
 * import { reportPeriod } from 'aptfolio/report';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'A', name: 'Bonds', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2',
 *     annualFee: 0.01, entryFee: 0.01, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   }],
 *   ['BOND'],
 * );
 * const valuation = valueHoldings(
 *   { A: money('CNY', '1000') }, universe, { classReturns: { BOND: 0.04 }, feeYears: 1 },
 * );
 * const report = reportPeriod({
 *   from: '2025-01-01', to: '2026-01-01', contributions: [], valuation,
 *   invested: money('CNY', '1010'), entryFees: money('CNY', '10'),
 * });
 * report.beforeEntryFees.rate; // => 0.03
 * report.afterEntryFees.rate; // => 0.0198019802
 * report.moneyWeighted.rate; // => 0.0198019802
 * report.bridge.status; // => 'explained'
 * ```
 */
export function reportPeriod<C extends CurrencyCode>(facts: PeriodFacts<C>): PeriodReport<C> {
  const { from, to, invested, entryFees, contributions, valuation } = readFacts(facts);
  const opened = subtractMoney(invested, entryFees);
  const closing = valuation.total;
  return Object.freeze({
    from,
    to,
    beforeEntryFees: periodReturn(opened, valuation.closing),
    afterEntryFees: periodReturn(invested, valuation.closing),
    moneyWeighted: xirr([
      { date: from, amount: negateMoney(invested) },
      ...contributions.map(({ date, amount }) => ({ date, amount: negateMoney(amount) })),
      { date: to, amount: closing },
    ]),
    bridge: bridge(invested, entryFees, contributions, valuation),
    closing,
  });
}

function bridge<C extends CurrencyCode>(
  invested: Money<C>,
  entryFees: Money<C>,
  contributions: PeriodFacts<C>['contributions'],
  valuation: HoldingsValuation<C>,
): ValueBridge {
  const { currency } = invested;
  const markets = sumMoney(currency, [
    ...valuation.lines.map(({ market, annualFee }) => subtractMoney(market, annualFee)),
    valuation.earnedOnAdditions,
  ]);
  const paidIn = sumMoney(
    currency,
    contributions.map(({ amount }) => amount),
  );
  const lines = [
    { id: 'contributions', amount: paidIn },
    { id: 'entry-fees', amount: negateMoney(entryFees) },
    { id: 'markets-and-annual-fees', amount: markets },
  ];
  return valueBridge(invested, lines, valuation.total);
}

function readFacts<C extends CurrencyCode>(facts: PeriodFacts<C>): PeriodFacts<C> {
  checkObject(facts, 'facts');
  const from = parsePlainDate(facts.from, 'facts.from');
  const to = parsePlainDate(facts.to, 'facts.to');
  if (to < from) throw new AptfolioError('inconsistent', 'facts.to', `a date from ${from} on`, to);
  const invested = parseMoney(facts.invested, 'facts.invested') as Money<C>;
  const { currency } = invested;
  const contributions = checkList<unknown>(facts.contributions, 'facts.contributions').map(
    (row, index) => {
      const path = at('facts.contributions', index);
      const { date, amount } = checkObject(row, path);
      return {
        date: parsePlainDate(date, at(path, 'date')),
        amount: parseMoneyIn(amount, currency, at(path, 'amount')),
      };
    },
  );
  const { valuation } = facts;
  const { total } = checkObject(valuation, 'facts.valuation');
  parseMoneyIn(total, currency, 'facts.valuation.total');
  const entryFees = parseMoneyIn(facts.entryFees, currency, 'facts.entryFees');
  return { from, to, invested, entryFees, contributions, valuation };
}
