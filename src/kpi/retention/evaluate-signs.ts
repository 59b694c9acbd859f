import { addDays, type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { accumulateAll } from '../accumulate.js';
import { type DatedSubject, matchAlerts } from '../alerts/match-alerts.js';
import { readConfidence } from '../confidence.js';
import type { Kpi, KpiKind } from '../definition.js';
import { type WarningKpis, warningKpis } from '../families/retention-warning.js';
import type { KpiResult } from '../result.js';
import type { KpiEvent } from '../state.js';
import { summarise } from '../summarise.js';
import { type ClientActivity, readActivity } from './client-activity.js';
import { readPolicy, type WarningPolicy, type WarningSign } from './warning-policy.js';
import { readingOf } from './warning-signs.js';

/** A client whose signs are looked back at. */
export interface WatchedClient {
  readonly history: ClientActivity;
  /** The first day as a client. */
  readonly from: PlainDate;
  /** The first day as a client no more; absent for who is still one. */
  readonly to?: PlainDate;
}

/** How signs are looked back at. */
export interface EvaluationOptions {
  /** The days on which signs are read as they stood, such as the ends of months; at least one, each once. */
  readonly looks: readonly PlainDate[];
  /** How long before leaving a warning is still of use: whole days, at least 1. */
  readonly horizonDays: number;
  /** Up to when it is known who left. */
  readonly asOf: PlainDate;
  /** The fewest cases for a figure; default 5. */
  readonly minimumSample?: number;
  /** Of the intervals; default 0.95. */
  readonly confidence?: number;
}

/** What one sign was worth. */
export interface SignEvaluation {
  /** Of the policy's sign. */
  readonly sign: string;
  /** Of the warnings whose time is over, the share after which the client left; open ones are counted beside it. */
  readonly precision: KpiResult<'detection'>;
  /** Of the clients who left, the share that was warned of. */
  readonly recall: KpiResult<'detection'>;
  /**
   * Of the warnings whose time is over and those who left unwarned: where no warning is open, the harmonic mean of precision and recall.
   */
  readonly f1: KpiResult<'detection'>;
  /** From the first warning to leaving: the median, days. */
  readonly leadTime: KpiResult<'durations'>;
  /** How often the sign was looked for in vain, because the records did not say. */
  readonly unknown: number;
}

const CLIENT_FIELDS: FieldsOf<WatchedClient> = { history: true, from: true, to: true };
const OPTION_FIELDS: FieldsOf<EvaluationOptions> = {
  looks: true,
  horizonDays: true,
  asOf: true,
  minimumSample: true,
  confidence: true,
};

/**
 * Says what each sign of a policy was worth: how many warnings were right, how many of those who left were warned of, and how long before.
 *
 * On each look the signs are read as they stood, of clients who were there. A sign that fires look after look is one warning (see `matchAlerts`); one whose
 * horizon is not over is open. Of those who left only they count whom a look could have warned of: who left after the first look, and within the horizon
 * of the last one. What a sign did well in the past it was often chosen for: judge it on clients and days that did not serve to choose it.
 *
 * @param clients those who left as well as those who stayed: without the latter every warning would look right.
 * @returns a row for each sign, in the policy's order.
 * @throws AptfolioError with path `clients[…]…`, `policy…` or `options…`; `duplicate-id` for a client or a look told twice.
 *
 * @example
 * ```ts
 * import { evaluateSigns } from 'aptfolio/kpi';
 *
 * const complained = (id, to) => ({
 *   history: { id, complaints: [{ openedOn: '2025-09-20' }] }, from: '2020-01-01', ...(to && { to }),
 * });
 * const content = (id, to) => ({ history: { id, complaints: [] }, from: '2020-01-01', ...(to && { to }) });
 * const clients = [complained('a', '2025-11-10'), complained('b'), content('c', '2025-12-01'), content('d')];
 * const policy = { signs: [{ id: 'complaint', kind: 'open-complaint', days: 7 }] };
 * const options = { looks: ['2025-09-30'], horizonDays: 90, asOf: '2026-06-30', minimumSample: 1 };
 * const [complaint] = evaluateSigns(clients, policy, options);
 * complaint.precision.value; // => 0.5
 * complaint.recall.value; // => 0.5
 * complaint.f1.value; // => 0.5
 * complaint.leadTime.value; // => 41
 * ```
 */
export function evaluateSigns(
  clients: readonly WatchedClient[],
  policy: WarningPolicy,
  options: EvaluationOptions,
): readonly SignEvaluation[] {
  const terms = readOptions(options);
  const { signs } = readPolicy(policy);
  const watched = readClients(clients, terms);
  const kpis = warningKpis(terms);
  return Object.freeze(signs.map((sign) => evaluate(sign, watched, terms, kpis)));
}

interface EvaluationTerms {
  /** In order. */
  readonly looks: readonly PlainDate[];
  readonly horizonDays: number;
  readonly asOf: PlainDate;
  readonly minimumSample: number;
  readonly confidence: number;
}

function evaluate(
  sign: WarningSign,
  clients: readonly WatchedClient[],
  terms: EvaluationTerms,
  kpis: WarningKpis,
): SignEvaluation {
  const alerts: DatedSubject[] = [];
  let unknown = 0;
  for (const { history, from, to } of clients) {
    for (const look of terms.looks) {
      if (look < from || (to !== undefined && look >= to)) continue;
      const { status } = readingOf(sign, history, look);
      if (status === 'fired') alerts.push({ subject: history.id, on: look });
      if (status === 'unknown') unknown += 1;
    }
  }
  const { horizonDays, asOf } = terms;
  const { warnings, events } = matchAlerts(alerts, leavers(clients, terms), { horizonDays, asOf });
  const warned = warnings.map(({ outcome }) => WARNED[outcome]);
  const missed = events.flatMap(({ leadDays }) => (leadDays === null ? [MISSED] : []));
  const figure = <K extends KpiKind>(kpi: Kpi<K>, cases: readonly KpiEvent<K>[]): KpiResult<K> =>
    summarise(kpi, accumulateAll(kpi, cases).state, { confidence: terms.confidence });
  return Object.freeze({
    sign: sign.id,
    precision: figure(kpis.warningPrecision, warned),
    recall: figure(
      kpis.warningRecall,
      events.map(({ leadDays }) => (leadDays === null ? MISSED : WARNED.right)),
    ),
    f1: figure(kpis.warningF1, [...warned, ...missed]),
    leadTime: figure(
      kpis.warningLeadTime,
      events.flatMap(({ leadDays }) => (leadDays === null ? [] : [{ duration: leadDays }])),
    ),
    unknown,
  });
}

const WARNED = {
  right: { truePositives: 1 },
  false: { falsePositives: 1 },
  open: { excluded: 'open' },
} as const;
const MISSED = { falseNegatives: 1 } as const;

/** Those who left whom a look could have warned of. */
function leavers(
  clients: readonly WatchedClient[],
  { looks, horizonDays }: EvaluationTerms,
): readonly DatedSubject[] {
  return clients.flatMap(({ history, from, to }) => {
    if (to === undefined) return [];
    const seen = looks.some(
      (look) => look >= from && look < to && to <= addDays(look, horizonDays),
    );
    return seen ? [{ subject: history.id, on: to }] : [];
  });
}

function readOptions(options: unknown): EvaluationTerms {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', OPTION_FIELDS);
  const asOf = parsePlainDate(fields.asOf, 'options.asOf');
  const seen = new Set<PlainDate>();
  const looks = checkList<unknown>(fields.looks, 'options.looks', { minLength: 1 }).map(
    (day, i) => {
      const where = at('options.looks', i);
      const look = parsePlainDate(day, where);
      if (look > asOf) throw new AptfolioError('inconsistent', where, 'a day not after asOf', day);
      if (seen.has(look))
        throw new AptfolioError('duplicate-id', where, 'a day not told before', day);
      seen.add(look);
      return look;
    },
  );
  const { minimumSample = 5, horizonDays } = fields;
  return {
    looks: looks.sort(),
    horizonDays: checkInteger(horizonDays, 'options.horizonDays', { min: 1, max: 3660 }),
    asOf,
    minimumSample: checkInteger(minimumSample, 'options.minimumSample', { min: 1 }),
    confidence: readConfidence(fields),
  };
}

function readClients(value: unknown, { asOf }: EvaluationTerms): readonly WatchedClient[] {
  const seen = new Set<string>();
  return checkList<unknown>(value, 'clients').map((client, i) => {
    const path = at('clients', i);
    const fields = checkObject(client, path);
    refuseUnknown(fields, path, CLIENT_FIELDS);
    const history = readActivity(fields.history, at(path, 'history'));
    if (seen.has(history.id)) {
      const where = at(at(path, 'history'), 'id');
      throw new AptfolioError('duplicate-id', where, 'an id not used before', history.id);
    }
    seen.add(history.id);
    const from = parsePlainDate(fields.from, at(path, 'from'));
    if (fields.to === undefined) return { history, from };
    const to = parsePlainDate(fields.to, at(path, 'to'));
    if (to >= from && to <= asOf) return { history, from, to };
    const expected = 'a day from joining up to options.asOf';
    throw new AptfolioError('inconsistent', at(path, 'to'), expected, to);
  });
}
