import { makeReason, type Reason } from '../evidence/index.js';
import {
  addMoney,
  type CurrencyCode,
  compareMoney,
  fromMinorUnits,
  type Money,
  multiplyMoney,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from '../money/index.js';
import { lookThrough, splitEntryFee } from '../products/index.js';
import type { Drift } from './drift/drift.js';
import { measureDrift } from './drift/measure-drift.js';
import { classWeights } from './holdings.js';
import { type PlannedTrade, planTrades } from './plan-trades.js';
import { type Account, type RebalancingProblem, readProblem } from './problem.js';
import { reachTarget } from './reach-target.js';
import type { Rebalancing, Trade } from './result.js';
import type { ClassWeights } from './utility.js';

/**
 * Decides whether to rebalance an account, and how.
 *
 * If an asset class (by look-through) leaves its band, every product goes to target weight × value,
 * to the smallest unit. What may not be traded, and a purchase below the product's own minimum, is
 * solved around: the other products move so that the whole comes as near to the target as it can,
 * measured by tracking variance. Trades below `minimumTrade` are dropped and `residualProduct` takes
 * what they leave over. The answer is `trade` if the gain in certainty-equivalent over `gainYears`
 * exceeds the entry fees; either way both numbers are there.
 *
 * @throws AptfolioError for unknown products, mixed currencies, weights that do not sum to 1, or a
 * total value of zero, with the path (`problem.holdings.P01`).
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { rebalance } from 'aptfolio/rebalancing';
 *
 * const terms = {
 *   issuerRisk: 'R3', distributorRisk: 'R3', annualFee: 0, entryFee: 0.001,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Bonds', lookThrough: { BOND: 1 } },
 *     { ...terms, id: 'B', name: 'Shares', lookThrough: { EQUITY: 1 } },
 *   ],
 *   ['BOND', 'EQUITY'],
 * );
 * const result = rebalance({
 *   universe,
 *   holdings: { A: money('CNY', '40000'), B: money('CNY', '60000') },
 *   targetWeights: { A: 0.6, B: 0.4 },
 *   bands: { absolute: 0.05, relative: 0.25 },
 *   minimumTrade: money('CNY', '100'),
 *   residualProduct: 'A',
 *   utility: {
 *     assetClasses: ['BOND', 'EQUITY'], expectedReturn: [0.03, 0.06],
 *     covariance: [[0.0009, 0], [0, 0.04]], riskAversion: 4,
 *   },
 * });
 * result.decision; // => 'trade'
 * result.trades.map((trade) => `${trade.side} ${trade.product} ${trade.amount.amount}`);
 * // => ['buy A 20000.00', 'sell B 20000.00']
 * result.cost.amount; // => '19.98'
 * result.gain.amount; // => '964.00'
 * ```
 */
export function rebalance<C extends CurrencyCode>(problem: RebalancingProblem<C>): Rebalancing<C> {
  // Every amount below comes from the problem's own, so it is in its currency.
  return decide(readProblem(problem)) as Rebalancing<C>;
}

function decide(account: Account): Rebalancing {
  const { value, universe, bands, utility, gainYears } = account;
  const current = lookThrough(account.currentWeights, universe);
  const wanted = lookThrough(account.targetWeights, universe);
  const drift = measureDrift(current, wanted, { bands });
  if (drift.triggered.length === 0) return withinBands(account, drift, current, wanted);

  const { weights, blocked } = reachTarget(account, wanted);
  const plan = planTrades(account, weights);
  const considered = Object.freeze(plan.trades.map((one) => makeTrade(one, account, weights)));
  const fees = considered.map(({ entryFee }) => entryFee);
  const cost = sumMoney(value.currency, fees);
  const utilityCurrent = utility.of(current);
  const utilityTarget = utility.of(lookThrough(weights, universe));
  const yearlyGain = utilityTarget - utilityCurrent;
  const gain = multiplyMoney(value, yearlyGain * gainYears, { rounding: 'half-even' });
  const decision = considered.length > 0 && compareMoney(gain, cost) > 0 ? 'trade' : 'hold';
  const values = valuesAfter(account, considered);
  const after = classWeights(values, universe);
  return Object.freeze({
    decision,
    value,
    drift,
    trades: decision === 'trade' ? considered : Object.freeze([]),
    considered,
    dropped: Object.freeze([...blocked, ...plan.dropped]),
    cost,
    gain,
    utilityCurrent,
    utilityTarget,
    after: Object.freeze({
      values,
      drift: measureDrift(after, wanted, { bands }),
      trackingError: trackingError(account, after, wanted),
    }),
    reasons: Object.freeze([
      ...outOfBand(drift),
      ...(blocked.length > 0 ? [makeReason('rebalancing.target-out-of-reach', 'warn')] : []),
      considered.length === 0
        ? makeReason('rebalancing.nothing-to-trade', 'info')
        : weighing(decision, { gain, cost, years: gainYears }),
    ]),
  });
}

function withinBands(
  account: Account,
  drift: Drift,
  current: ClassWeights,
  wanted: ClassWeights,
): Rebalancing {
  const { value, utility } = account;
  const nothing = zeroMoney(value.currency);
  return Object.freeze({
    decision: 'hold',
    value,
    drift,
    trades: Object.freeze([]),
    considered: Object.freeze([]),
    dropped: Object.freeze([]),
    cost: nothing,
    gain: nothing,
    utilityCurrent: utility.of(current),
    utilityTarget: utility.of(wanted),
    after: Object.freeze({
      values: valuesAfter(account, []),
      drift,
      trackingError: trackingError(account, current, wanted),
    }),
    reasons: Object.freeze([makeReason('rebalancing.within-bands', 'info')]),
  });
}

function makeTrade(
  { product, side, amount }: PlannedTrade,
  { universe, currentWeights, residualProduct }: Account,
  weights: Readonly<Record<string, number>>,
): Trade {
  const rate = universe.byId[product]!.entryFee;
  const entryFee = side === 'buy' ? splitEntryFee(amount, rate).fee : zeroMoney(amount.currency);
  const code = product === residualProduct ? 'rebalancing.residual' : 'rebalancing.to-target';
  const change = { product, from: currentWeights[product] ?? 0, to: weights[product] ?? 0 };
  const reasons = Object.freeze([makeReason(code, 'info', change)]);
  return Object.freeze({ product, side, amount, entryFee, reasons });
}

function valuesAfter(
  { value, values }: Account,
  trades: readonly Trade[],
): Readonly<Record<string, Money>> {
  const after: Record<string, Money> = {};
  for (const [product, units] of values) after[product] = fromMinorUnits(value.currency, units);
  for (const { product, side, amount, entryFee } of trades) {
    const before = after[product]!;
    const traded = side === 'buy' ? addMoney(before, amount) : subtractMoney(before, amount);
    after[product] = subtractMoney(traded, entryFee);
  }
  return Object.freeze(after);
}

function trackingError({ utility }: Account, held: ClassWeights, wanted: ClassWeights): number {
  const apart = Object.keys(wanted).map((id) => [id, (held[id] ?? 0) - wanted[id]!]);
  const difference = Object.fromEntries(apart);
  return Math.sqrt(Math.max(0, utility.covariance(difference, difference)));
}

function outOfBand(drift: Drift): readonly Reason[] {
  return drift.lines
    .filter(({ triggered }) => triggered)
    .map(({ id, drift: by, band }) =>
      makeReason('rebalancing.out-of-band', 'info', { class: id, drift: by, band }),
    );
}

function weighing(
  decision: Rebalancing['decision'],
  figures: { readonly gain: Money; readonly cost: Money; readonly years: number },
): Reason {
  const code = decision === 'trade' ? 'rebalancing.gain-above-cost' : 'rebalancing.cost-above-gain';
  return makeReason(code, 'info', figures);
}
