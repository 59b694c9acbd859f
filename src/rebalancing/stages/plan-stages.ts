import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { RebalancingAccount } from '../account/account.js';
import { readAccount } from '../account/read-account.js';
import { checkRebalancer } from '../check-rebalancer.js';
import { INSIDE, type Rebalancer } from '../compile-rebalancing.js';
import type { Inside } from '../policy/compiled-policy.js';
import { lookAt, rebalanceAccount } from '../rebalance-account.js';
import { sumOfCosts } from '../result/costs.js';
import type { Rebalancing } from '../result/result.js';
import type { TradingCosts } from '../result/trade.js';
import { accountAfter } from './account-after.js';
import { inStages } from './in-stages.js';

/** When the stages are made. */
export interface StagesOptions {
  /** The day of each stage, ascending, at least one: each on or after the day on which the trades of the one before it are booked. */
  readonly days: readonly PlainDate[];
  /** In how many equal stages the target is reached; those whose days are not known yet are left out. At least as many as days, the default. */
  readonly parts?: number;
}

const FIELDS: FieldsOf<StagesOptions> = { days: true, parts: true };

/** What is done stage by stage, and what that costs. */
export interface StagedPlan<C extends CurrencyCode = CurrencyCode> {
  /**
   * One result a day with its trades, costs, tax and certificate. Weights and drift are those towards the target of the stage; free money that a later stage
   * invests is no part of what is to be invested.
   */
  readonly stages: readonly Rebalancing<C>[];
  /** Of all stages. */
  readonly costs: TradingCosts<C>;
  /** Everything on the first day, to compare with. */
  readonly atOnce: Rebalancing<C>;
}

/**
 * Plans a sale, an entry or a change of the whole account in stages, prices unchanged: on each day an equal part of the way that is left to the target, at
 * the last all of it. What a stage cannot do, because it is too small or cannot be traded on its day, is left to those after it.
 *
 * Every stage keeps to the rules of the policy, but for triggers, pacing, destination, gate and stages of its own and the harvesting of losses: that it is to
 * be done has been decided. Lots, holding periods, losses of the year and recent trades are carried from stage to stage, so that exit fees and tax are those of its
 * day; in a new year no gains are realised yet.
 *
 * @throws AptfolioError as `rebalance`; `inconsistent` at `options.days[1]` for a day before what the stage before it trades is booked, and at
 * `account.openOrders` or `account.receivables` for what is still under way; `out-of-range` at `options.parts`.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { compileRebalancing, planStages } from 'aptfolio/rebalancing';
 *
 * const terms = {
 *   issuerRisk: 'R3', distributorRisk: 'R3', annualFee: 0, entryFee: 0,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'One stock', lookThrough: { EQUITY: 1 } },
 *     { ...terms, id: 'B', name: 'Money fund', lookThrough: { CASH: 1 } },
 *   ],
 *   ['CASH', 'EQUITY'],
 * );
 * const lots = { method: 'fifo', tax: { shortTermRate: 0.2, longTermRate: 0.1 } } as const;
 * const rebalancer = compileRebalancing({ id: 'house', bands: { default: { absolute: 0.05 } }, lots }, { universe });
 * const bought = { id: '1', boughtOn: '2025-06-02', value: money('CNY', '90000'), cost: money('CNY', '45000') } as const;
 * const account = {
 *   id: '1', currency: 'CNY', target: { A: 0.3, B: 0.7 },
 *   positions: [{ product: 'A', value: bought.value, lots: [bought] }],
 * } as const;
 * // Half of what is sold is gain, which is taxed less once the stock has been held for more than a year, as it has at the last stage.
 * const days = ['2026-03-02', '2026-05-06', '2026-07-01'];
 * const { stages, costs, atOnce } = planStages(account, rebalancer, { days });
 * stages.map(({ trades }) => trades.find(({ side }) => side === 'sell').amount.amount);
 * // => ['22742.89', '21622.75', '20269.37']
 * stages.map((stage) => stage.costs.tax.amount); // => ['2274.29', '2162.27', '1013.47']
 * [costs.tax.amount, atOnce.costs.tax.amount]; // => ['5450.03', '6494.84']
 * ```
 */
export function planStages<C extends CurrencyCode = CurrencyCode>(
  account: RebalancingAccount<C>,
  rebalancer: Rebalancer<C>,
  options: StagesOptions,
): StagedPlan<C> {
  const { days, parts } = readOptions(options);
  checkObject(account, 'account');
  refuseUnderWay(account);
  const inside = checkRebalancer(rebalancer, days[0]!);
  const targets = targetsOf(account, inside, days[0]!);
  const decide = (held: RebalancingAccount<C>, on: PlainDate, stagesLeft: number) => {
    checkRebalancer(rebalancer, on);
    const own = inStages(inside, stagesLeft);
    const target = stageTarget(held, targets, inside, on, stagesLeft);
    const staged = Object.freeze({ ...rebalancer, [INSIDE]: own });
    return rebalanceAccount({ ...held, target }, staged, on, 'stage');
  };
  const stages: Rebalancing<C>[] = [];
  let held = account;
  days.forEach((on, i) => {
    const before = stages.at(-1);
    if (before !== undefined) {
      refuseBeforeBooked(before, on, at('options.days', i));
      held = accountAfter(held, before, on, rebalancer.universe);
    }
    stages.push(decide(held, on, parts - i));
  });
  return Object.freeze({
    stages: Object.freeze(stages),
    costs: sumOfCosts(
      stages.flatMap(({ costs, decision }) => (decision === 'trade' ? [costs] : [])),
      account.currency,
    ),
    atOnce: decide(account, days[0]!, 1),
  });
}

function readOptions(options: StagesOptions): Required<StagesOptions> {
  refuseUnknown(checkObject(options, 'options'), 'options', FIELDS);
  const path = 'options.days';
  const days = checkList<PlainDate>(options.days, path, { minLength: 1 }).map((day, i) =>
    parsePlainDate(day, at(path, i)),
  );
  days.forEach((day, i) => {
    if (i === 0 || day > days[i - 1]!) return;
    throw new AptfolioError('inconsistent', at(path, i), `a day after ${days[i - 1]}`, day);
  });
  const { parts = days.length } = options;
  const range = { min: days.length, max: 10_000 };
  return { days, parts: checkInteger(parts, 'options.parts', range) };
}

/** What is under way would have to be followed to its day; until then there is nothing certain to plan from. */
function refuseUnderWay({ openOrders = [], receivables = [] }: RebalancingAccount): void {
  const expected = 'nothing under way: plan once it is booked';
  if (openOrders.length > 0) {
    throw new AptfolioError('inconsistent', 'account.openOrders', expected);
  }
  if (receivables.length > 0) {
    throw new AptfolioError('inconsistent', 'account.receivables', expected);
  }
}

function refuseBeforeBooked({ trades }: Rebalancing, day: PlainDate, path: string): void {
  const booked = trades.reduce((last, { settlesOn }) => (settlesOn > last ? settlesOn : last), day);
  if (booked <= day) return;
  const expected = `a day on or after ${booked}, on which the stage before it is booked`;
  throw new AptfolioError('inconsistent', path, expected, day);
}

/** The account's own target by product id. */
function targetsOf(
  account: RebalancingAccount,
  inside: Inside,
  on: PlainDate,
): ReadonlyMap<string, number> {
  const { holdings } = lookAt(readAccount(account, inside, on), inStages(inside, 1), on).account;
  return new Map(holdings.map(({ id, target }) => [id, target]));
}

/** The part of the way from what is held to the target that a stage is to go, as weights. */
function stageTarget(
  held: RebalancingAccount,
  targets: ReadonlyMap<string, number>,
  inside: Inside,
  on: PlainDate,
  stagesLeft: number,
): Readonly<Record<string, number>> {
  const read = readAccount({ ...held, target: Object.fromEntries(targets) }, inside, on);
  if (stagesLeft === 1) return Object.fromEntries(targets);
  const whole = Number(lookAt(read, inStages(inside, 1), on).money.investable);
  const amounts = read.holdings.map(({ id, value }) => {
    const now = Number(value);
    return [id, Math.max(0, now + ((targets.get(id) ?? 0) * whole - now) / stagesLeft)] as const;
  });
  const sum = amounts.reduce((total, [, amount]) => total + amount, 0);
  if (sum <= 0) return Object.fromEntries(targets);
  return Object.fromEntries(amounts.map(([id, amount]) => [id, amount / sum]));
}
