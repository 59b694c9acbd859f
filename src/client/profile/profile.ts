import { ageOn, type PlainDate, parsePlainDate } from '../../dates/index.js';
import { type BatchFailure, checkObject } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { RiskLevel } from '../../questionnaire/index.js';
import type { BalanceSheet } from '../balance-sheet/balance-sheet.js';
import type { CashFlow } from '../cash-flow/cash-flow.js';
import { goalNeeds, neededReturn } from '../needs/goal-needs.js';
import type { GoalNeed } from '../needs/need.js';
import { recurringOf } from '../recurring/find-recurring.js';
import type { RecurringStream } from '../recurring/stream.js';
import type { RequiredReturn } from '../required-return.js';
import { type Situation, situationOf } from '../situation.js';
import type { ClientView } from '../view.js';
import type { CareFlag } from './care-flags.js';
import type { Contradiction } from './contradiction.js';
import { contradictionsOf } from './contradictions.js';
import { assessmentGates, gatesOf, implausibleAge } from './gates.js';
import { type LifeStage, lifeStageOf } from './life-stage.js';
import { type RiskPreference, riskPreference } from './preference.js';
import type { ProfilePolicy } from './profile-policy.js';
import { unusedRows } from './unused-rows.js';

/** Who a client is, financially, on a day. */
export interface ClientProfile<C extends CurrencyCode = CurrencyCode> {
  /** `blocked` while a reason of severity `block` stands: no advice. */
  readonly status: 'open' | 'blocked';
  readonly client: string;
  readonly asOf: PlainDate;
  readonly currency: C;
  /** Completed years. */
  readonly age: number;
  readonly lifeStage: LifeStage;
  readonly risk: RiskStanding<C>;
  /** What is stated about risk against what is held and done. */
  readonly preference: RiskPreference;
  /** How far the level may be relied on: `low` with a contradiction that must be cleared up or answers imputed. */
  readonly confidence: 'high' | 'medium' | 'low';
  readonly contradictions: readonly Contradiction[];
  /** Why special care is due, expired flags among them. */
  readonly careFlags: readonly CareFlag[];
  /** What to ask the client, one for each contradiction. */
  readonly questions: readonly Reason[];
  readonly cashFlow: CashFlow<C>;
  /** Without the own transfers that `cashFlow.ownTransfers` eliminated. */
  readonly recurring: readonly RecurringStream[];
  readonly balanceSheet: BalanceSheet<C>;
  /** Gates, duties, care and doubts, the gates first. */
  readonly reasons: readonly Reason[];
  /** Bookings that could not be used. */
  readonly failures: readonly BatchFailure[];
}

/** Four numbers, kept apart, and the level that counts; need is none of its sources. */
export interface RiskStanding<C extends CurrencyCode = CurrencyCode> {
  /** Of the client and the co-owners, the most cautious, under the caps of care; `null` without a complete assessment. */
  readonly level: RiskLevel | null;
  /** Score of the questionnaire, on its scale; `null` where it has none. */
  readonly capacity: number | null;
  /** Score of the questionnaire, on its scale; `null` where it has none. */
  readonly tolerance: number | null;
  /** Score of the questionnaire, on its scale; `null` where it has none. */
  readonly knowledge: number | null;
  /** The net return that the soonest open goal requires; `null` without one. */
  readonly need: { readonly goal: string; readonly required: RequiredReturn<C> } | null;
}

/** When a client is looked at. */
export interface ProfileOptions {
  readonly asOf: PlainDate;
}

/**
 * Draws up a client's profile: circumstances, the four numbers of risk, what contradicts what, and whether advice may be
 * given at all.
 *
 * The level is the questionnaire's, or the most cautious co-owner's, or what a care flag caps it at; nothing here raises
 * it. A contradiction lowers the confidence in it and asks a question. The order of rows, and rows that come twice, have no influence: the same
 * facts give the same bytes, but for `failures`, which names every broken row at its place.
 *
 * @param view facts as they come.
 * @param policy the bank's thresholds.
 * @throws AptfolioError for a malformed view or policy, with the path `view.client.birthDate`; broken bookings are
 * listed under `failures` instead.
 *
 * Source for keeping capacity, tolerance, knowledge and need apart: ESMA35-43-3172 (2023), guideline 2; for special care,
 * 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025), article 18.
 *
 * @example
 * ```ts
 * import { profileClient } from 'aptfolio/client';
 *
 * const view = {
 *   client: { id: 'a', birthDate: '2010-05-01' },
 *   baseCurrency: 'CNY', fx: {}, holdings: [], liabilities: [], goals: [],
 * };
 * const policy = {
 *   incomes: [], irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
 *   debtService: [], essentialPayments: [], essentialShareOfCardSpending: 0.7,
 *   reserveMonths: { regularIncome: 3, irregularIncome: 6 },
 *   concentrationMax: { single: 0.2, employer: 0.1 },
 *   maturityNoticeDays: { notice: 30, plan: 90 },
 * };
 * const profile = profileClient(view, policy, { asOf: '2026-03-02' });
 * profile.age; // => 15
 * profile.status; // => 'blocked'
 * profile.reasons.filter(({ severity }) => severity === 'block').map(({ code }) => code);
 * // => ['client.minor', 'client.no-profiling-consent', 'client.no-assessment']
 * profile.careFlags.map(({ kind, expires }) => [kind, expires]); // => [['minor', '2028-04-30']]
 * ```
 */
export function profileClient<C extends CurrencyCode>(
  view: ClientView<C>,
  policy: ProfilePolicy,
  options: ProfileOptions,
): ClientProfile<C> {
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const situation = situationOf(view, policy, asOf);
  const { client, questionnaire } = situation.view;
  const transactions = situation.view.transactions.filter((row) => !situation.leftOut.has(row?.id));
  const { rows: _, failures, ...cashFlow } = situation.cashFlow;

  const age = ageOn(client.birthDate, asOf);
  const { standing, balance, thresholds, careFlags } = situation;
  const goals = goalNeeds(situation);
  const preference = riskPreference(situation, thresholds.revealed);
  const contradictions = contradictionsOf(situation, thresholds, { goals, preference });
  const gates = [
    ...gatesOf(client, age, thresholds),
    ...assessmentGates(questionnaire, asOf),
    ...standing.reasons,
  ];
  const doubts = [
    ...implausibleAge(age, thresholds),
    ...shortHistory(situation),
    ...unusedRows(situation.view.transactions, failures, asOf),
    ...balance.reasons,
  ];
  return Object.freeze({
    status: gates.some(({ severity }) => severity === 'block') ? 'blocked' : 'open',
    client: client.id,
    asOf,
    currency: situation.currency,
    age,
    lifeStage: lifeStageOf(age, client, thresholds),
    risk: riskStanding(situation, goals),
    preference,
    confidence: confidenceOf(situation, [...contradictions.map(({ reason }) => reason), ...doubts]),
    contradictions,
    careFlags,
    questions: Object.freeze(contradictions.map(({ question }) => question)),
    cashFlow: Object.freeze(cashFlow),
    recurring: recurringOf(transactions, 'view.transactions', asOf).streams,
    balanceSheet: balance,
    reasons: Object.freeze([...gates, ...careReasons(careFlags), ...doubts]),
    failures,
  });
}

function riskStanding<C extends CurrencyCode>(
  situation: Situation<C>,
  goals: readonly GoalNeed<C>[],
): RiskStanding<C> {
  const { questionnaire } = situation.view;
  const dimensions = questionnaire?.status === 'scored' ? questionnaire.dimensions : {};
  const scoreOf = (dimension: string): number | null => dimensions[dimension]?.score ?? null;
  return Object.freeze({
    level: situation.standing.level,
    capacity: scoreOf('capacity'),
    tolerance: scoreOf('tolerance'),
    knowledge: scoreOf('knowledge'),
    need: neededReturn(goals),
  });
}

/** What active flags say; age has said it as a gate. */
function careReasons(flags: readonly CareFlag[]): readonly Reason[] {
  return flags
    .filter(({ kind, status }) => status === 'active' && kind !== 'minor' && kind !== 'age-65')
    .map(({ reason }) => reason);
}

function shortHistory({ cashFlow: { months, monthsObserved } }: Situation): readonly Reason[] {
  if (monthsObserved >= months.length) return [];
  const parameters = { observed: monthsObserved, months: months.length };
  return [makeReason('client.short-history', 'warn', parameters)];
}

/** Gates say whether advice may be given, not how well the client is known. */
function confidenceOf(
  { view: { questionnaire }, asOf }: Situation,
  reasons: readonly Reason[],
): ClientProfile['confidence'] {
  const has = (...severities: readonly Reason['severity'][]): boolean =>
    reasons.some(({ severity }) => severities.includes(severity));
  if (questionnaire?.status !== 'scored' || questionnaire.imputed.length > 0) return 'low';
  if (asOf > questionnaire.validThrough || has('require')) return 'low';
  return has('refer', 'warn') ? 'medium' : 'high';
}
