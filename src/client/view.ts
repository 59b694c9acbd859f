import { type PlainDate, parsePlainDate } from '../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { type CurrencyCode, checkCurrency } from '../money/index.js';
import { type OwnerLevel, type QuestionnaireResult, RISK_LEVELS } from '../questionnaire/index.js';
import { distinctRows } from './distinct-rows.js';
import { type Goal, readGoals } from './goal.js';
import { type Holding, type Liability, readHoldings, readLiabilities } from './holding.js';
import { type Cover, readCover } from './needs/cover.js';
import { atShown } from './privacy/shown-key.js';
import { type Circumstance, checkCircumstances } from './profile/circumstance.js';
import {
  type ClientStatements,
  type ObservedBehaviour,
  type PlannedWithdrawal,
  readBehaviour,
  readPlannedWithdrawals,
  readStatements,
} from './profile/statements.js';
import { type RatesFor, ratesOf } from './rates.js';
import type { Transaction } from './transaction.js';

/** Whether a client's accounts are open for business. */
export const CLIENT_STATUSES = ['active', 'frozen', 'closed', 'deceased'] as const;

/** Whether a client's accounts are open for business; see `CLIENT_STATUSES`. */
export type ClientStatus = (typeof CLIENT_STATUSES)[number];

/** What is known about the person. */
export interface ClientFacts {
  /** Opaque reference. */
  readonly id: string;
  readonly birthDate: PlainDate;
  /** Default `active`. */
  readonly status?: ClientStatus;
  readonly retired?: boolean;
  readonly dependants?: readonly { readonly age: number }[];
  /** What may make the client especially susceptible to harm. */
  readonly circumstances?: readonly Circumstance[];
  /** Only what is `true` has been consented to; a field of another name is refused, as it may be a withdrawal. */
  readonly consents?: { readonly profiling?: boolean; readonly marketing?: boolean };
}

/**
 * Everything known about a client on a day: the 360° view. A client file in JSON fits as it is; further fields,
 * but for those of consents, have no influence.
 */
export interface ClientView<C extends CurrencyCode = CurrencyCode> {
  readonly client: ClientFacts;
  readonly baseCurrency: C;
  /** Units of the base currency for one unit of another. */
  readonly fx: Readonly<Partial<Record<CurrencyCode, string>>>;
  readonly holdings: readonly Holding[];
  readonly liabilities: readonly Liability[];
  readonly goals: readonly Goal[];
  /** What insurances would pay; an empty list for none. Without it nobody knows. */
  readonly cover?: readonly Cover[];
  /** Default none: what rests on them is then undetermined. */
  readonly transactions?: readonly Transaction[];
  /** The day from which the bookings are complete; see `CashFlowOptions`. */
  readonly historyFrom?: PlainDate;
  /** What `scoreQuestionnaire` made of the client's answers. */
  readonly questionnaire?: QuestionnaireResult;
  /** The levels of the others who own the account. */
  readonly coOwners?: readonly OwnerLevel[];
  readonly statements?: ClientStatements;
  /** What the client plans to take out; an empty list for nothing. Without it nobody knows. */
  readonly plannedWithdrawals?: readonly PlannedWithdrawal[];
  readonly behaviour?: ObservedBehaviour;
}

/** A checked view; only the bookings are still as they came. */
export interface ReadView<C extends CurrencyCode = CurrencyCode> {
  readonly client: ClientFacts;
  readonly fx: RatesFor<C>;
  readonly holdings: readonly Holding[];
  readonly liabilities: readonly Liability[];
  readonly goals: readonly Goal[];
  /** `null` where nobody said whether there is any. */
  readonly cover: readonly Cover[] | null;
  readonly transactions: readonly Transaction[];
  readonly historyFrom: PlainDate | null;
  readonly questionnaire: QuestionnaireResult | null;
  readonly coOwners: readonly OwnerLevel[];
  readonly statements: ClientStatements;
  /** `null` where nobody said whether there are any. */
  readonly plannedWithdrawals: readonly PlannedWithdrawal[] | null;
  readonly behaviour: ObservedBehaviour;
}

/** Checks a view and brings its lists into an order of their own. */
export function readView<C extends CurrencyCode>(
  view: ClientView<C>,
  asOf: PlainDate,
): ReadView<C> {
  checkObject(view, 'view');
  const base = checkCurrency(view.baseCurrency, 'view.baseCurrency') as C;
  const read: ReadView<C> = {
    client: readClient(view.client, asOf),
    fx: ratesOf(base, view.fx, 'view.fx'),
    holdings: readHoldings(view.holdings, 'view.holdings'),
    liabilities: readLiabilities(view.liabilities, 'view.liabilities'),
    goals: readGoals(view.goals, 'view.goals'),
    cover: readCover(view.cover, 'view.cover'),
    transactions: checkList<Transaction>(view.transactions ?? [], 'view.transactions'),
    historyFrom:
      view.historyFrom === undefined ? null : parsePlainDate(view.historyFrom, 'view.historyFrom'),
    questionnaire: readQuestionnaire(view.questionnaire),
    coOwners: readOwners(view.coOwners ?? [], view.client.id),
    statements: readStatements(view.statements, 'view.statements'),
    plannedWithdrawals: readPlannedWithdrawals(view.plannedWithdrawals, 'view.plannedWithdrawals'),
    behaviour: readBehaviour(view.behaviour, 'view.behaviour'),
  };
  checkReferences(view, read);
  return read;
}

/** Whatever names a holding or a goal names one that is there: an overlooked name would free money that is promised. */
function checkReferences(
  given: ClientView,
  { holdings, goals, plannedWithdrawals }: ReadView,
): void {
  const indexIn = (rows: readonly { readonly id: string }[] | undefined, id: string): number =>
    rows?.findIndex((row) => row.id === id) ?? 0;
  for (const { id, earmarkedIn = [] } of goals) {
    const where = at(at('view.goals', indexIn(given.goals, id)), 'earmarkedIn');
    for (const name of earmarkedIn) {
      if (holdings.some((holding) => holding.id === name)) continue;
      throw new AptfolioError('unknown-id', where, 'ids of holdings of the client', name);
    }
  }
  for (const { id, goal } of plannedWithdrawals ?? []) {
    if (goal === undefined || goals.some((one) => one.id === goal)) continue;
    const row = at('view.plannedWithdrawals', indexIn(given.plannedWithdrawals, id));
    throw new AptfolioError('unknown-id', at(row, 'goal'), 'the id of a goal of the client', goal);
  }
}

function readClient(client: ClientFacts, asOf: PlainDate): ClientFacts {
  const path = 'view.client';
  checkObject(client, path);
  checkText(client.id, at(path, 'id'));
  const birthDate = parsePlainDate(client.birthDate, at(path, 'birthDate'));
  if (birthDate > asOf) {
    const where = at(path, 'birthDate');
    throw new AptfolioError('inconsistent', where, `a date up to ${asOf}`, birthDate);
  }
  if (client.status !== undefined) checkOneOf(client.status, at(path, 'status'), CLIENT_STATUSES);
  if (client.retired !== undefined) checkBoolean(client.retired, at(path, 'retired'));
  const { dependants = [], consents = {}, circumstances = [] } = client;
  checkCircumstances(circumstances, at(path, 'circumstances'));
  checkList<{ age: number }>(dependants, at(path, 'dependants')).forEach((dependant, index) => {
    const where = at(at(path, 'dependants'), index);
    checkRange(checkObject(dependant, where).age, at(where, 'age'), { min: 0, max: 150 });
  });
  checkConsents(consents, at(path, 'consents'));
  return client;
}

const CONSENTS: Readonly<Record<keyof NonNullable<ClientFacts['consents']>, true>> = {
  profiling: true,
  marketing: true,
};

/** A field of another name may be a withdrawal, so there is none. */
function checkConsents(value: unknown, path: string): void {
  for (const [name, given] of Object.entries(checkObject(value, path))) {
    if (!Object.hasOwn(CONSENTS, name)) {
      throw new AptfolioError('unknown-id', atShown(path, name), 'one of profiling, marketing');
    }
    if (given !== undefined) checkBoolean(given, at(path, name));
  }
}

function readOwners(owners: readonly OwnerLevel[], client: string): readonly OwnerLevel[] {
  const path = 'view.coOwners';
  return distinctRows<OwnerLevel>(checkList<OwnerLevel>(owners, path), path, (row) => {
    checkObject(row, '');
    const id = checkText(row.id, 'id');
    if (id === client) {
      throw new AptfolioError('duplicate-id', 'id', 'another id than the client’s own', id);
    }
    return Object.freeze({ id, level: checkOneOf(row.level, 'level', RISK_LEVELS) });
  });
}

const RESULT_STATUSES = ['scored', 'incomplete', 'stopped'] as const;

/** A result may come from a store; what the profile reads of it is checked. */
function readQuestionnaire(result: QuestionnaireResult | undefined): QuestionnaireResult | null {
  if (result === undefined || result === null) return null;
  const path = 'view.questionnaire';
  checkOneOf(checkObject(result, path).status, at(path, 'status'), RESULT_STATUSES);
  const reasons = Object.freeze(
    checkList<Reason>(result.reasons, at(path, 'reasons')).map(
      ({ code, severity, parameters, citations }) =>
        makeReason(code, severity, parameters, citations),
    ),
  );
  if (result.status !== 'scored') return { ...result, reasons };
  checkOneOf(result.level, at(path, 'level'), RISK_LEVELS);
  checkList(result.imputed, at(path, 'imputed'));
  parsePlainDate(result.validThrough, at(path, 'validThrough'));
  const dimensions = Object.entries(
    checkObject(result.dimensions, at(path, 'dimensions')) as typeof result.dimensions,
  ).map(([name, dimension]) => {
    const where = at(at(path, 'dimensions'), name);
    const { score, level } = checkObject(dimension, where);
    if (level !== null) checkOneOf(level, at(where, 'level'), RISK_LEVELS);
    return [name, { ...dimension, score: checkNumber(score, at(where, 'score')) }] as const;
  });
  return { ...result, dimensions: Object.fromEntries(dimensions), reasons };
}
