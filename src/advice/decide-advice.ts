import {
  assessCompleteness,
  type ClientProfile,
  type ClientView,
  detectNeeds,
  type NeedsAssessment,
  profileClient,
} from '../client/index.js';
import { type PlainDate, parsePlainDate } from '../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkText,
  renamePaths,
} from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import {
  type CurrencyCode,
  compareMoney,
  isPositive,
  type Money,
  totalIn,
  zeroMoney,
} from '../money/index.js';
import type { CompiledPack } from '../rules/index.js';
import { assess } from './assess.js';
import { refuseUnknownFields } from './fields.js';
import { fundingBalance } from './funding-balance.js';
import { goalOf } from './goal-outlook.js';
import { invest } from './invest.js';
import type { AdviceOutcome } from './outcome.js';
import { profileReasons } from './profile-reasons.js';
import type { AdviceReference } from './reference.js';
import type { AdviceRequest } from './request.js';
import { stop } from './stop.js';

/** The day, and the packs under which orders are checked. */
export interface DecidingOptions {
  readonly asOf: PlainDate;
  readonly packs?: readonly CompiledPack[];
}

/** What `advise` puts on record. */
export function decideAdvice<C extends CurrencyCode>(
  request: AdviceRequest<C>,
  reference: AdviceReference,
  options: DecidingOptions,
): AdviceOutcome<C> {
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  checkRequest(request);
  checkObject(reference, 'reference');
  refuseUnknownFields(request as AdviceRequest, reference);
  checkPacks(options.packs);

  const intake = renamePaths({ present: 'request.known', policy: 'reference.completeness' }, () =>
    assessCompleteness(request.known, reference.completeness),
  );
  if (intake.status === 'incomplete') {
    return stop('incomplete', 'intake', intake.reasons, { intake });
  }

  const assessment = assess(request, reference, asOf);
  if (assessment.status === 'incomplete') {
    return stop('incomplete', 'questionnaire', assessment.reasons, { intake });
  }
  if (assessment.status === 'stopped') {
    return stop('blocked', 'questionnaire', assessment.reasons, { intake });
  }

  const view: ClientView<C> = { ...request.view, questionnaire: assessment };
  const { profile, needs } = renamePaths(
    { view: 'request.view', policy: 'reference.needs' },
    () => ({
      profile: profileClient(view, reference.needs, { asOf }),
      needs: detectNeeds(view, reference.needs, { asOf }),
    }),
  );
  const known = { intake, assessment, profile, needs };
  if (profile.status === 'blocked') {
    const blocks = profile.reasons.filter(({ severity }) => severity === 'block');
    return stop('blocked', 'profile', blocks, known);
  }
  const open = openQuestions(profile, request.acknowledged);
  if (open.length > 0) return stop('incomplete', 'profile', open, known);
  const doubts = goalDoubts(request, needs);
  if (doubts.length > 0) return stop('incomplete', 'needs', doubts, known);

  const idle = needs.needs.find(({ kind }) => kind === 'idle-cash');
  if (idle === undefined) {
    // Where anything cannot be judged, no money found is not yet no money.
    const unknown = needs.undetermined;
    return unknown.length > 0
      ? stop(
          'incomplete',
          'needs',
          unknown.map(({ reason }) => reason),
          known,
        )
      : stop('nothing-to-invest', 'needs', [makeReason('advice.no-idle-cash', 'info')], known);
  }
  const { amount, reasons } = payableOf(idle.amount, request);
  if (amount === undefined) return stop('incomplete', 'needs', reasons, known);
  return invest(request, reference, { ...known, amount }, options, reasons);
}

/** What of the idle money the deposit that pays can cover; the rest lies elsewhere, and is no money to order with. */
function payableOf<C extends CurrencyCode>(
  idle: Money<C>,
  request: AdviceRequest<C>,
): { readonly amount?: Money<C>; readonly reasons: readonly Reason[] } {
  const there = fundingBalance(request);
  if (compareMoney(there, idle) >= 0) return { amount: idle, reasons: [] };
  const { funding } = request;
  const parameters = { funding, idle: idle.amount, currency: idle.currency };
  if (!isPositive(there)) {
    return { reasons: [makeReason('advice.funding-empty', 'require', parameters)] };
  }
  const part = { ...parameters, amount: there.amount };
  return { amount: there, reasons: [makeReason('advice.funding-covers-part', 'info', part)] };
}

/** What the profile asks for before advice, or hands to a person, and nobody has seen to. */
function openQuestions(
  profile: ClientProfile,
  acknowledged: readonly string[] = [],
): readonly Reason[] {
  return profileReasons(profile).filter(
    ({ code, severity }) =>
      (severity === 'require' || severity === 'refer') && !acknowledged.includes(code),
  );
}

/** Why nobody can be advised on the goal: its day has come, or its cost in the base currency is not known. */
function goalDoubts(request: AdviceRequest, needs: NeedsAssessment): readonly Reason[] {
  const { id, currency, years } = goalOf(request);
  if (years <= 0) return [makeReason('advice.goal-day-has-come', 'require', { goal: id })];
  const { baseCurrency, fx } = request.view;
  const cost = totalIn(baseCurrency, [zeroMoney(currency)], { base: baseCurrency, rates: fx });
  if (cost.status === 'complete') return [];
  const rate = `fx.${currency}`;
  return needs.undetermined
    .filter(({ missing }) => missing.includes(rate))
    .map(({ reason }) => reason);
}

function checkRequest(request: AdviceRequest): void {
  checkObject(request, 'request');
  checkObject(request.view, 'request.view');
  checkText(request.goal, 'request.goal');
  checkText(request.funding, 'request.funding');
  checkList<unknown>(request.acknowledged ?? [], 'request.acknowledged').forEach((code, index) => {
    checkText(code, at('request.acknowledged', index));
  });
  const { goals, holdings, baseCurrency } = request.view;
  findById(goals, request.goal, 'request.goal', 'a goal of the view');
  const funding = findById(holdings, request.funding, 'request.funding', 'a holding of the view');
  if (funding.kind === 'deposit' && funding.currency === baseCurrency) return;
  const expected = `a demand deposit in ${baseCurrency}`;
  throw new AptfolioError('inconsistent', 'request.funding', expected, request.funding);
}

function checkPacks(packs: DecidingOptions['packs']): void {
  if (packs === undefined) return;
  checkList<CompiledPack>(packs, 'options.packs').forEach((pack, i) => {
    const path = at('options.packs', i);
    checkText(checkObject(pack, path).id, at(path, 'id'));
    checkObject(checkObject(pack.pack, at(path, 'pack')).facts, at(at(path, 'pack'), 'facts'));
  });
}

function findById(rows: unknown, id: string, path: string, expected: string): FoundRow {
  const list = Array.isArray(rows) ? (rows as readonly (FoundRow | null)[]) : [];
  const found = list.find((row) => row?.id === id);
  if (found === undefined || found === null) {
    throw new AptfolioError('unknown-id', path, expected, id);
  }
  return found;
}

interface FoundRow {
  readonly id?: unknown;
  readonly kind?: unknown;
  readonly currency?: unknown;
}
