import type { PlainDate } from '../dates/index.js';
import type { Reason } from '../evidence/index.js';
import type { CurrencyCode, Money } from '../money/index.js';
import { lowestOfOwners, type RiskLevel } from '../questionnaire/index.js';
import { type BalanceSheet, balanceSheetOf } from './balance-sheet/balance-sheet.js';
import { type CashFlowAnalysis, cashFlowOf } from './cash-flow/cash-flow.js';
import { scaleMoney } from './exact.js';
import { type NeedPolicy, type ReadNeedPolicy, readNeedPolicy } from './needs/need-policy.js';
import { type CareFlag, capLevel, careFlagsOf } from './profile/care-flags.js';
import {
  type ProfilePolicy,
  type ReadProfilePolicy,
  readProfilePolicy,
} from './profile/profile-policy.js';
import { type ClientView, type ReadView, readView } from './view.js';
import { lastTwelveMonths } from './window.js';

/** A client's circumstances, measured once for needs and profile alike. */
export interface Situation<C extends CurrencyCode = CurrencyCode> {
  readonly asOf: PlainDate;
  readonly currency: C;
  readonly view: ReadView<C>;
  readonly policy: ReadNeedPolicy<C>;
  readonly cashFlow: CashFlowAnalysis<C>;
  /** Ids of the bookings that are own transfers. */
  readonly leftOut: ReadonlySet<string>;
  readonly balance: BalanceSheet<C>;
  readonly reserve: Reserve<C>;
  readonly thresholds: ReadProfilePolicy;
  readonly careFlags: readonly CareFlag[];
  readonly standing: LevelStanding;
}

/** The level that counts for all owners, under the caps of care, and what was said about it; `null` without a complete assessment. */
export interface LevelStanding {
  readonly level: RiskLevel | null;
  readonly reasons: readonly Reason[];
}

/** What should be kept at hand. */
export interface Reserve<C extends CurrencyCode = CurrencyCode> {
  readonly months: number;
  /** Incomes that are irregular; empty where all are regular or there is none. */
  readonly irregular: readonly string[];
  /** `null` where essential spending, or how long to provide for it, is not known. */
  readonly amount: Money<C> | null;
  /** What is missing then: `fx.USD`, `transactions`, `essentialMonthly`. */
  readonly missing: readonly string[];
}

/** Measures cash flow, balance sheet and reserve. */
export function situationOf<C extends CurrencyCode>(
  given: ClientView<C>,
  givenPolicy: ProfilePolicy,
  asOf: PlainDate,
): Situation<C> {
  const view = readView(given, asOf);
  const currency = view.fx.base;
  const policy = readNeedPolicy(givenPolicy, currency, 'policy');
  const { fx } = view;
  const window = lastTwelveMonths(asOf);
  const history = view.historyFrom === null ? {} : { historyFrom: view.historyFrom };
  const options = { asOf, currency, window, policy, fx, ...history };
  const { cashFlow, leftOut } = cashFlowOf(view.transactions, 'view.transactions', options);
  const { essentialMonthly, debtServiceRatio } = cashFlow;
  const { liquidWithinDays, depositInsurance } = policy;
  const balance = balanceSheetOf(view.holdings, view.liabilities, fx, {
    asOf,
    liquidWithinDays,
    ...(debtServiceRatio === null ? {} : { debtServiceRatio }),
    ...(essentialMonthly === null ? {} : { essentialMonthly }),
    ...(depositInsurance === undefined ? {} : { depositInsurance }),
  });
  const reserve = reserveOf(cashFlow, policy);
  const thresholds = readProfilePolicy(givenPolicy, 'policy');
  const careFlags = careFlagsOf({ client: view.client, balance, asOf }, thresholds);
  const standing = standingOf(view, careFlags);
  const measured = { cashFlow, leftOut, balance, reserve, thresholds, careFlags, standing };
  return { asOf, currency, view, policy, ...measured };
}

function standingOf(
  { questionnaire, client, coOwners }: ReadView,
  careFlags: readonly CareFlag[],
): LevelStanding {
  if (questionnaire?.status !== 'scored') return { level: null, reasons: [] };
  const own = { id: client.id, level: questionnaire.level };
  const joint = lowestOfOwners([own, ...coOwners]);
  const capped = capLevel(joint.level, careFlags);
  const reasons = [...questionnaire.reasons, ...joint.reasons, ...capped.reasons];
  return { level: capped.level, reasons };
}

/**
 * One irregular income is enough for the longer reserve; so is none at all. Where an income may be either, and the months
 * differ, nobody can tell.
 */
function reserveOf<C extends CurrencyCode>(
  { incomeStreams, essentialMonthly, missing }: CashFlowAnalysis<C>,
  { reserveMonths }: NeedPolicy,
): Reserve<C> {
  const { regularIncome, irregularIncome } = reserveMonths;
  const irregular = incomeStreams.filter(({ regularity }) => regularity === 'irregular');
  const steady = incomeStreams.some(({ regularity }) => regularity === 'regular');
  const isOpen = irregular.length === 0 && missing.income.length > 0;
  const months = steady && irregular.length === 0 && !isOpen ? regularIncome : irregularIncome;
  const ofMonths = isOpen && regularIncome !== irregularIncome ? missing.income : [];
  const ofSpending = missing.essential.map((name) =>
    name === 'spending' ? 'essentialMonthly' : name,
  );
  const names = essentialMonthly === null ? [...ofSpending, ...ofMonths] : ofMonths;
  return {
    months,
    irregular: Object.freeze(irregular.map(({ id }) => id)),
    amount:
      essentialMonthly === null || names.length > 0
        ? null
        : scaleMoney(essentialMonthly, BigInt(months), 1n),
    missing: Object.freeze([...new Set(names)].sort()),
  };
}
