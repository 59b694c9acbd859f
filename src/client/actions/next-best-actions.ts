import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { type BatchFailure, checkBoolean, checkObject } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import { lowestLevel, type RiskLevel } from '../../questionnaire/index.js';
import type { Need, UndeterminedNeed } from '../needs/need.js';
import { detectNeeds } from '../needs/needs.js';
import { type ClientProfile, profileClient } from '../profile/profile.js';
import type { ClientView } from '../view.js';
import {
  ACTION_REQUIREMENTS,
  type ActionKind,
  type ActionRequirement,
  type NeedStanding,
  type NextBestAction,
} from './action.js';
import { type ActionContext, type ReadActionContext, readActionContext } from './action-context.js';
import { type ActionPolicy, readContactPolicy } from './contact-policy.js';
import { type Draft, draftFor, isProductAction } from './draft.js';
import { type Circumstances, standingOf } from './suppression.js';

/** What to do next for a client, and every need with what stands in its way. */
export interface NextBestActions<C extends CurrencyCode = CurrencyCode> {
  readonly asOf: PlainDate;
  readonly currency: C;
  /** In the order of the needs. */
  readonly actions: readonly NextBestAction<C>[];
  /** Every need, by rank; one that may not be acted on says why. */
  readonly needs: readonly NeedStanding<C>[];
  /** Kinds of need about which nothing can be said, with what is missing. */
  readonly undetermined: readonly UndeterminedNeed[];
  /** Bookings that could not be used. */
  readonly failures: readonly BatchFailure[];
}

/** On which day actions are looked for. */
export interface NextBestActionsOptions {
  readonly asOf: PlainDate;
}

/**
 * Turns a client's needs into what to do next, the most pressing first.
 *
 * No action loosens suitability: one that ends in a product requires a suitability check and names the boldest level that
 * the product may ask for, never above the client's own. A need is held back, and stays listed with the reasons, without
 * consent to marketing, after too many contacts, soon after the client declined, while a gate is closed or the level is not
 * known, and for a vulnerable client whom no person has looked at. What is owed to the client is told all the same. A
 * vulnerable client, and one of whom nobody knows, is always spoken to by a person.
 *
 * @param view facts as they come; the order of rows has no influence.
 * @param policy the bank's thresholds, and its rules for contact.
 * @param context what is known of past contacts and of the care that is due.
 * @throws AptfolioError for a malformed argument, with the path `context.contacts[3].date`.
 *
 * Source for the right to be spared automated marketing: 中华人民共和国个人信息保护法 (Personal Information Protection Law of
 * China), article 24.
 *
 * @example
 * ```ts
 * import { nextBestActions } from 'aptfolio/client';
 *
 * const view = {
 *   client: { id: 'a', birthDate: '1988-02-29', consents: { profiling: true, marketing: false } },
 *   baseCurrency: 'CNY', fx: {}, liabilities: [], goals: [],
 *   holdings: [
 *     { id: 'ACCOUNT', kind: 'deposit', currency: 'CNY', amount: '-20.00' },
 *     { id: 'SHARES', kind: 'stock', currency: 'CNY', amount: '9000.00' },
 *     { id: 'TERM', kind: 'term-deposit', currency: 'CNY', amount: '1000.00', maturity: '2026-03-20' },
 *   ],
 * };
 * const policy = {
 *   incomes: [], irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
 *   debtService: [], essentialPayments: [], essentialShareOfCardSpending: 0.7,
 *   reserveMonths: { regularIncome: 3, irregularIncome: 6 },
 *   concentrationMax: { single: 0.2, employer: 0.1 },
 *   maturityNoticeDays: { notice: 30, plan: 90 },
 *   contact: {
 *     perNeed: { contacts: 1, days: 30 }, inAll: { contacts: 3, days: 90 }, coolingOffDays: 180,
 *   },
 * };
 * const context = { contacts: [], vulnerable: false };
 * const { actions, needs } = nextBestActions(view, policy, context, { asOf: '2026-03-02' });
 * actions.map(({ action, need }) => [action, need]);
 * // => [['repay-debt', 'overdraft'], ['notify', 'maturity:TERM']]
 * needs.map(({ need, status }) => [need.id, status]);
 * // => [['overdraft', 'open'], ['concentration:SHARES', 'suppressed'], ['maturity:TERM', 'notice-only']]
 * needs[1].suppressions.map(({ reason }) => reason.code);
 * // => ['client.no-marketing-consent', 'client.no-assessment', 'client.level-unknown']
 * ```
 */
export function nextBestActions<C extends CurrencyCode>(
  view: ClientView<C>,
  policy: ActionPolicy,
  context: ActionContext,
  options: NextBestActionsOptions,
): NextBestActions<C> {
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const profile = profileClient(view, policy, { asOf });
  const assessment = detectNeeds(view, policy, { asOf });
  const given: Circumstances = {
    asOf,
    profile,
    contact: readContactPolicy(policy.contact, 'policy.contact'),
    context: withCareOf(profile, readActionContext(context, asOf, 'context')),
    marketing: readMarketing(view),
  };
  const ceiling = ceilingOf(given);
  const drafts = assessment.needs.map((need) => {
    const lowered = ceiling !== profile.risk.level;
    const draft = draftFor(need, assessment.needs, { lowered });
    return { need, draft, standing: standingOf(need, draft, given) };
  });
  const actions = drafts
    .filter(({ standing }) => standing.status !== 'suppressed')
    .map(({ need, draft, standing }, index) =>
      actionOf(need, draft, standing, { given, ceiling, rank: index + 1 }),
    );
  return Object.freeze({
    asOf,
    currency: assessment.currency,
    actions: Object.freeze(actions),
    needs: Object.freeze(drafts.map(({ standing }) => standing)),
    undetermined: assessment.undetermined,
    failures: assessment.failures,
  });
}

/** A care flag asks for care even where the context says that there is none; age alone asks for no more than a person. */
function withCareOf({ careFlags }: ClientProfile, context: ReadActionContext): ReadActionContext {
  const flagged = careFlags.some(
    ({ kind, status }) => status === 'active' && kind !== 'minor' && kind !== 'age-65',
  );
  return { ...context, needsCare: context.needsCare || flagged };
}

/** A person speaks with clients who need care, and with those whom a care flag promises a talk. */
function channelFor({ profile, context }: Circumstances): NextBestAction['channel'] {
  const promised = profile.careFlags.some(
    ({ status, consequences }) =>
      status === 'active' && consequences.some(({ kind }) => kind === 'adviser-call'),
  );
  return context.needsCare || promised ? 'adviser' : 'any';
}

/** Only `true` is a consent. */
function readMarketing({ client: { consents } }: ClientView): boolean {
  const { marketing = false } = consents ?? {};
  return checkBoolean(marketing, 'view.client.consents.marketing');
}

function ceilingOf({ profile: { risk }, context: { ceiling } }: Circumstances): RiskLevel | null {
  if (risk.level === null) return null;
  return lowestLevel(ceiling === null ? [risk.level] : [risk.level, ceiling]);
}

function actionOf<C extends CurrencyCode>(
  need: Need<C>,
  draft: Draft<C>,
  { status, purpose }: NeedStanding<C>,
  at: { readonly given: Circumstances; readonly ceiling: RiskLevel | null; readonly rank: number },
): NextBestAction<C> {
  const action = status === 'notice-only' ? 'notify' : draft.action;
  const amount = status === 'notice-only' ? need.amount : draft.amount;
  const product = isProductAction(action);
  return Object.freeze({
    rank: at.rank,
    action,
    need: need.id,
    amount,
    purpose,
    channel: channelFor(at.given),
    requires: requirementsOf(status === 'notice-only' ? [] : draft.requires, product, at.given),
    riskCeiling: product ? at.ceiling : null,
    reason: reasonFor(action, amount, status === 'notice-only' ? [] : draft.missing),
    evidence: need.reason,
  });
}

/** What is to be done, and what would have to be known for something better. */
function reasonFor(action: ActionKind, amount: Money, missing: readonly string[]): Reason {
  return missing.length === 0
    ? makeReason(`client.do-${action}`, 'info', { amount })
    : makeReason('client.do-book-review-unknown', 'info', { amount, missing });
}

function requirementsOf(
  own: readonly ActionRequirement[],
  product: boolean,
  { profile, context }: Circumstances,
): readonly ActionRequirement[] {
  const asks = [...profile.reasons, ...profile.contradictions.map(({ reason }) => reason)].filter(
    ({ severity }) => severity === 'require',
  );
  const all = new Set<ActionRequirement>([
    ...own,
    ...(context.needsCare && !context.humanReview ? (['human-review'] as const) : []),
    ...(product ? (['suitability-check', 'client-consent'] as const) : []),
    ...(product ? asks.map(({ code }) => ASKED_BY[code] ?? 'open-questions') : []),
  ]);
  return Object.freeze(ACTION_REQUIREMENTS.filter((requirement) => all.has(requirement)));
}

const ASKED_BY: Readonly<Record<string, ActionRequirement>> = {
  'client.special-care': 'special-care',
};
