import { isPlainDate, type PlainDate } from '../../dates/index.js';
import { AptfolioError, checkObject, type Issue, renamePaths } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { type ClientProfile, profileClient } from '../profile/profile.js';
import type { ProfilePolicy } from '../profile/profile-policy.js';
import type { Transaction } from '../transaction.js';
import { type ClientViewOptions, clientViewOf } from './client-view-of.js';
import type { RecordedFact } from './fact.js';
import type { FactPolicy } from './fact-policy.js';
import type { UnusedField } from './field-state.js';
import { withoutKeys } from './json-value.js';
import { type FactLedger, readLedger } from './ledger.js';
import { type MergeOptions, mergeFacts, readMergeOptions } from './merge-facts.js';
import type { MergedFacts } from './merged-facts.js';
import { uniqueFacts } from './unique-facts.js';

/** How facts are merged and a profile is drawn up. */
export interface ProfileAtPolicy {
  readonly facts: FactPolicy;
  readonly profile: ProfilePolicy;
}

/** For which day, and what of that day is no fact. */
export interface ProfileAtOptions<C extends CurrencyCode = CurrencyCode>
  extends MergeOptions,
    Pick<ClientViewOptions<C>, 'given'> {}

/** A client's profile on a day, with the facts it rests on; look at the status first. */
export type ProfileAt<C extends CurrencyCode = CurrencyCode> =
  | {
      readonly status: 'profiled';
      readonly profile: ClientProfile<C>;
      readonly merged: MergedFacts;
      /**
       * Optional parts that nobody can rely on; see `clientViewOf`. While there is one, the profile's confidence is `low`, as it
       * might contradict something, and its reasons ask for each.
       */
      readonly leftOut: readonly UnusedField[];
      /** Facts outside the view's shape that are not fresh; they have no influence. */
      readonly unused: readonly UnusedField[];
    }
  | {
      /** What the profile needs is missing, stale or contradicted. */
      readonly status: 'incomplete';
      readonly missing: readonly UnusedField[];
      readonly merged: MergedFacts;
    }
  | {
      /** A fact's value is not what the view has there; a `kind` in the policy would have refused it alone. */
      readonly status: 'unusable';
      /** Paths begin with `view`. */
      readonly issues: readonly Issue[];
      readonly merged: MergedFacts;
    };

/**
 * Rebuilds a client's profile on any day from the ledger of facts, as it was known on that day or on a later one.
 *
 * What became known after `knownOn` has no influence, so a ledger that has grown since gives the same bytes. Failures, too,
 * are those of the facts known then: `row` counts them in the ledger's order, `ledger.facts.filter(({ recordedAt }) =>
 * recordedAt <= knownOn)[row]`.
 *
 * @param ledger from `addFacts`, or JSON.
 * @param options `asOf` the day; `knownOn` default the same: what the bank knew then; `given` the rates and bookings
 * where they are no facts, of which later ones are left out.
 * @throws AptfolioError for a malformed ledger, policy or date, with the path `policy.facts.sources`.
 *
 * @example
 * ```ts
 * import { addFacts, openLedger, profileAt } from 'aptfolio/client';
 *
 * const say = (path, value, asOf) => ({ path, value, asOf, source: 'client', confidence: 1 });
 * const { ledger } = addFacts(openLedger('cli_lin'), [
 *   say('client.birthDate', '1988-02-29', '2024-01-05'),
 *   say('client.retired', true, '2026-02-01'),
 *   say('client.dependants', [{ age: 7 }], '2024-01-05'),
 * ]);
 * const policy = {
 *   facts: { sources: ['client'] },
 *   profile: {
 *     incomes: [], irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
 *     debtService: [], essentialPayments: [], essentialShareOfCardSpending: 0.7,
 *     reserveMonths: { regularIncome: 3, irregularIncome: 6 },
 *     concentrationMax: { single: 0.2, employer: 0.1 },
 *     maturityNoticeDays: { notice: 30, plan: 90 },
 *   },
 * };
 * const given = { baseCurrency: 'CNY', fx: {}, holdings: [], liabilities: [], goals: [] };
 * profileAt(ledger, policy, { asOf: '2025-06-30', given }).profile.lifeStage; // => 'raising-family'
 * profileAt(ledger, policy, { asOf: '2026-03-02', given }).profile.lifeStage; // => 'retired'
 * profileAt(ledger, policy, { asOf: '2023-06-30', given }).missing;
 * // => [{ path: 'client.birthDate', state: 'absent' }]
 * ```
 */
export function profileAt<C extends CurrencyCode = CurrencyCode>(
  ledger: FactLedger,
  policy: ProfileAtPolicy,
  options: ProfileAtOptions<C>,
): ProfileAt<C> {
  const { client, facts } = readLedger(ledger, 'ledger');
  checkObject(policy, 'policy');
  const days = readMergeOptions(options);
  const merged = renamePaths({ policy: 'policy.facts' }, () =>
    mergeFacts(knownBy(days.knownOn, facts), policy.facts, days),
  );
  const given = options.given === undefined ? {} : { given: upTo(options.given, days.asOf) };
  const read = clientViewOf<C>(merged, { client, ...given });
  if (read.status === 'incomplete') {
    return Object.freeze({ status: 'incomplete', missing: read.missing, merged });
  }
  try {
    const profile = renamePaths({ policy: 'policy.profile' }, () =>
      withoutKeys('view', () => profileClient(read.view, policy.profile, { asOf: days.asOf })),
    );
    const { leftOut, unused } = read;
    const careful = withDoubts(profile, leftOut);
    return Object.freeze({ status: 'profiled', profile: careful, merged, leftOut, unused });
  } catch (error) {
    if (!(error instanceof AptfolioError) || !isAboutView(error)) throw error;
    return Object.freeze({ status: 'unusable', issues: error.issues, merged });
  }
}

/** In the ledger's own order, whatever order a store gave them. */
function knownBy(knownOn: PlainDate, facts: readonly RecordedFact[]): readonly RecordedFact[] {
  return uniqueFacts(facts.filter(({ recordedAt }) => recordedAt <= knownOn));
}

/** What was left out may hide a contradiction, so nothing is sure while it is. */
function withDoubts<C extends CurrencyCode>(
  profile: ClientProfile<C>,
  leftOut: readonly UnusedField[],
): ClientProfile<C> {
  if (leftOut.length === 0) return profile;
  const doubts = leftOut.map(({ path, state }) =>
    makeReason(`client.field-${state}`, 'require', { field: path }),
  );
  const reasons = Object.freeze([...profile.reasons, ...doubts]);
  return Object.freeze({ ...profile, confidence: 'low', reasons });
}

/** What was booked later is none of that day's; a broken row stays, to be named. */
function upTo<V extends { readonly transactions?: readonly Transaction[] }>(
  given: V,
  asOf: PlainDate,
): V {
  const { transactions } = given;
  if (!Array.isArray(transactions)) return given;
  const isLater = (row: Partial<Transaction> | null): boolean =>
    isPlainDate(row?.bookingDate) && row.bookingDate > asOf;
  return { ...given, transactions: transactions.filter((row) => !isLater(row)) };
}

function isAboutView({ issues }: AptfolioError): boolean {
  return issues.every(({ path }) => /^view(?![\w$])/.test(path));
}
