import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { type BatchFailure, checkObject } from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { type Situation, situationOf } from '../situation.js';
import type { ClientView } from '../view.js';
import { expiringAssessments } from './assessment-expiring.js';
import { currencyExposures } from './currency-exposure.js';
import { expensiveDebts } from './expensive-debt.js';
import { concentrationNeeds, depositInsuranceNeeds, maturityNeeds } from './find-needs.js';
import type { Finding } from './finding.js';
import { goalsTiedUp } from './goal-liquidity.js';
import { goalNeeds } from './goal-needs.js';
import { idleCashNeeds } from './idle-cash.js';
import { type Maturity, maturitiesOf } from './maturity.js';
import type { Need, UndeterminedNeed, UnrankedNeed } from './need.js';
import type { NeedKind, NeedPolicy } from './need-policy.js';
import { overdrafts } from './overdraft.js';
import { protectionGaps } from './protection.js';
import { reserveGap } from './reserve-gap.js';
import { undeterminedNeeds } from './undetermined.js';
import { withdrawalsUncovered } from './withdrawal-liquidity.js';

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
 * threshold is the policy's; expensive debts, protection, currencies, tied-up goals and expiring assessments are looked for
 * where it has a rule for them. What cannot be known, because a rate or the essential spending is missing, is listed as
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
  const findings = lookFor(situation);
  return Object.freeze({
    asOf,
    currency: situation.currency,
    needs: rank(
      [...findNeeds(situation), ...Object.values(findings).flatMap(({ needs }) => needs)],
      situation.policy.priorities,
    ),
    undetermined: undeterminedNeeds(situation, findings),
    maturities: maturitiesOf(situation.view.holdings, asOf),
    failures: situation.cashFlow.failures,
  });
}

/** The kinds of need that say themselves what they miss. */
function lookFor<C extends CurrencyCode>(
  situation: Situation<C>,
): Readonly<Partial<Record<NeedKind, Finding<C>>>> {
  return {
    overdraft: overdrafts(situation),
    'reserve-gap': reserveGap(situation),
    'expensive-debt': expensiveDebts(situation),
    'protection-gap': protectionGaps(situation),
    'withdrawal-liquidity': withdrawalsUncovered(situation),
    'goal-liquidity': goalsTiedUp(situation),
    'assessment-expiring': expiringAssessments(situation),
    'currency-exposure': currencyExposures(situation),
  };
}

function findNeeds<C extends CurrencyCode>(situation: Situation<C>): readonly UnrankedNeed<C>[] {
  const { balance, reserve } = situation;
  const sheet = balance.status === 'complete' ? balance : null;
  const { amount } = reserve;
  return [
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
