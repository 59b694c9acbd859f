import { checkList, checkObject } from '../../errors/index.js';
import { fromMinorUnits, toMinorUnits } from '../../money/index.js';
import type { OrderUnderWay } from '../account/account.js';
import { divideHalfEven } from '../account/exact.js';
import type { Rebalancing } from './result.js';
import type { Trade } from './trade.js';

/**
 * The trades of a result as orders under way, for `openOrders` of the account until positions and cash show them.
 *
 * @returns nothing where the decision was to hold.
 * @throws AptfolioError `missing-value` or `invalid-type` for what is no result.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { compileRebalancing, openOrdersOf, rebalance } from 'aptfolio/rebalancing';
 *
 * const terms = {
 *   issuerRisk: 'R3', distributorRisk: 'R3', annualFee: 0, entryFee: 0,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Bonds', lookThrough: { BOND: 1 }, dealing: { redemptionSettlement: 3 } },
 *     { ...terms, id: 'B', name: 'Shares', lookThrough: { EQUITY: 1 } },
 *   ],
 *   ['BOND', 'EQUITY'],
 * );
 * const rebalancer = compileRebalancing({ id: 'standard', bands: { default: { absolute: 0.05 } } }, { universe });
 * const account = {
 *   id: '1', currency: 'CNY', target: { A: 0.6, B: 0.4 },
 *   positions: [
 *     { product: 'A', value: money('CNY', '70000') },
 *     { product: 'B', value: money('CNY', '30000') },
 *   ],
 * } as const;
 * const first = rebalance(account, rebalancer, { asOf: '2026-03-02' });
 * first.trades.map((trade) => `${trade.side} ${trade.product} ${trade.amount.amount} on ${trade.orderOn}`);
 * // => ['sell A 10000.00 on 2026-03-02', 'buy B 10000.00 on 2026-03-05']
 * const openOrders = openOrdersOf(first);
 * const second = rebalance({ ...account, openOrders }, rebalancer, { asOf: '2026-03-02' });
 * second.decision; // => 'hold'
 * second.before.weights; // => { A: 0.6, B: 0.4 }
 * ```
 */
export function openOrdersOf(result: Rebalancing): readonly OrderUnderWay[] {
  checkObject(result, 'result');
  const trades = checkList<Trade>(result.trades, 'result.trades');
  return Object.freeze(trades.map(openOrderOf));
}

function openOrderOf(trade: Trade): OrderUnderWay {
  const { product, side, local, units, lots, orderOn, dealsOn, settlesOn } = trade;
  return Object.freeze({
    product,
    side,
    amount: local,
    // So small an amount that its units round to nothing.
    ...(units === undefined || Number(units) === 0 ? {} : { units }),
    net: fromMinorUnits(local.currency, netOf(trade)),
    orderOn,
    dealsOn,
    settlesOn,
    ...(lots.length === 0 ? {} : { lots: Object.freeze(lots.map(({ lot }) => lot)) }),
  });
}

/** What is left of a trade's amount once it is charged, in the product's currency; costs are in the account's. */
function netOf({ side, amount, local, costs }: Trade): bigint {
  const { entry, exit, spread, tax } = costs;
  const parts = side === 'buy' ? [entry, spread] : [exit, spread, tax];
  const charged = parts.reduce((sum, part) => sum + toMinorUnits(part), 0n);
  const paid = toMinorUnits(local);
  return paid - divideHalfEven(charged * paid, toMinorUnits(amount));
}
