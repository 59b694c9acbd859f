import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { type BatchFailure, checkObject } from '../errors/index.js';
import { makeReason } from '../evidence/index.js';
import type { CurrencyCode } from '../money/index.js';
import {
  concentrationNeeds,
  depositInsuranceNeeds,
  idleCashNeeds,
  maturityNeeds,
  overdraftNeeds,
  reserveNeeds,
} from './find-needs.js';
import { goalNeeds, hasRate } from './goal-needs.js';
import { type Maturity, maturitiesOf } from './maturity.js';
import type { Need, UndeterminedNeed, UnrankedNeed } from './need.js';
import type { NeedKind, NeedPolicy } from './need-policy.js';
import { type Situation, situationOf } from './situation.js';
import type { ClientView } from './view.js';

/** What a client needs, the most pressing first. */
export interface NeedsAssessment<C extends CurrencyCode = CurrencyCode> {
  readonly asOf: PlainDate;
  readonly currency: C;
  readonly needs: readonly Need<C>[];
  /** Kinds of need about which nothing can be said, because something is not known. */
  readonly undetermined: readonly UndeterminedNeed[];
  /** Everything that matures, the soonest first, also beyond the planning time. */
  readonly maturities: readonly Maturity[];
  /** Bookings that could not be used. */
  readonly failures: readonly BatchFailure[];
}

/** When needs are looked for. */
export interface NeedsOptions {
  readonly asOf: PlainDate;
}

/**
 * Finds what a client needs, with the evidence for each need, and ranks it.
 *
 * Needs are ranked by kind (`NEED_KINDS`, or the policy's `priorities`), then the sooner or larger first. Every
 * threshold is the policy's. What cannot be known, because a rate or the essential spending is missing, is listed as
 * undetermined; it is neither a need nor its absence.
 *
 * @param view facts as they come; the order of their rows has no influence.
 * @param policy the bank's thresholds; `needPolicy` of a client file, with the reading of bookings added.
 * @throws AptfolioError for a malformed view or policy, with the path `view.holdings[2].amount`.
 *
 * @example
 * ```ts
 * import { detectNeeds } from 'aptfolio/client';
 *
 * const view = {
 *   client: { id: 'a', birthDate: '1988-02-29' }, baseCurrency: 'CNY', fx: {}, liabilities: [], goals: [],
 *   holdings: [
 *     { id: 'SHARES', kind: 'stock', currency: 'CNY', amount: '6200.00' },
 *     { id: 'TERM', kind: 'term-deposit', currency: 'CNY', amount: '3800.00', maturity: '2026-05-20' },
 *   ],
 * };
 * const policy = {
 *   incomes: [], irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
 *   debtService: [], essentialPayments: [], essentialShareOfCardSpending: 0.7,
 *   reserveMonths: { regularIncome: 3, irregularIncome: 6 },
 *   concentrationMax: { single: 0.2, employer: 0.1 },
 *   maturityNoticeDays: { notice: 30, plan: 90 },
 * };
 * const { needs, undetermined } = detectNeeds(view, policy, { asOf: '2026-03-02' });
 * needs.map(({ id, amount }) => [id, amount.amount]);
 * // => [['concentration:SHARES', '4200.00'], ['maturity:TERM', '3800.00']]
 * undetermined.map(({ kind, missing }) => [kind, missing]);
 * // => [['reserve-gap', ['essentialMonthly']], ['idle-cash', ['essentialMonthly']]]
 * ```
 */
export function detectNeeds<C extends CurrencyCode>(
  view: ClientView<C>,
  policy: NeedPolicy,
  options: NeedsOptions,
): NeedsAssessment<C> {
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const situation = situationOf(view, policy, asOf);
  return Object.freeze({
    asOf,
    currency: situation.currency,
    needs: rank(findNeeds(situation), situation.policy.priorities),
    undetermined: undetermined(situation),
    maturities: maturitiesOf(situation.view.holdings, asOf),
    failures: situation.cashFlow.failures,
  });
}

function findNeeds<C extends CurrencyCode>(situation: Situation<C>): readonly UnrankedNeed<C>[] {
  const { balance, reserve } = situation;
  const sheet = balance.status === 'complete' ? balance : null;
  const { amount } = reserve;
  return [
    ...(sheet === null ? [] : overdraftNeeds(sheet)),
    ...(sheet === null || amount === null ? [] : reserveNeeds(situation, sheet, amount)),
    ...(amount === null ? [] : idleCashNeeds(situation, amount)),
    ...goalNeeds(situation),
    ...(sheet === null ? [] : concentrationNeeds(situation, sheet)),
    ...maturityNeeds(situation),
    ...(sheet === null ? [] : depositInsuranceNeeds(sheet)),
  ];
}

function rank<C extends CurrencyCode>(
  needs: readonly UnrankedNeed<C>[],
  priorities: readonly NeedKind[],
): readonly Need<C>[] {
  const ordered = priorities.flatMap((kind) => needs.filter((need) => need.kind === kind));
  const ranked = ordered.map((need, index) => Object.freeze({ ...need, rank: index + 1 }));
  return Object.freeze(ranked);
}

/** What each kind of need rests on and is not there. */
function undetermined<C extends CurrencyCode>(
  situation: Situation<C>,
): readonly UndeterminedNeed[] {
  const { balance, reserve, view, currency, policy } = situation;
  const rates =
    balance.status === 'complete' ? [] : balance.missing.map(({ from }) => `fx.${from}`);
  const essential = reserve.amount === null ? ['essentialMonthly'] : [];
  const goalRates = view.goals
    .filter((goal) => !hasRate(goal, situation))
    .map((goal) => `fx.${goal.currency}`);
  const maturityRates = maturitiesOf(view.holdings, situation.asOf)
    .filter(({ days }) => days <= policy.maturityNoticeDays.plan)
    .map(({ principal }) => `fx.${principal.currency}`)
    .filter((rate) => rates.includes(rate) && rate !== `fx.${currency}`);
  const rested: readonly (readonly [NeedKind, readonly string[]])[] = [
    ['overdraft', rates],
    ['reserve-gap', [...essential, ...rates]],
    ['idle-cash', essential],
    ['goal', goalRates],
    ['concentration', rates],
    ['maturity', maturityRates],
    ['deposit-insurance', policy.depositInsurance === undefined ? [] : rates],
  ];
  return Object.freeze(
    rested
      .filter(([, missing]) => missing.length > 0)
      .map(([kind, all]) => {
        const missing = Object.freeze([...new Set(all)].sort());
        const reason = makeReason('client.need-undetermined', 'require', { missing });
        return Object.freeze({ kind, missing, reason });
      }),
  );
}
