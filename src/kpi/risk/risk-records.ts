import {
  AptfolioError,
  checkObject,
  checkOneOf,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeRecord } from '../cube/make-record.js';
import { readInstant } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import type { Fields } from '../kinds/kind.js';
import type { KpiEvent } from '../state.js';
import { dimensionsWithFamily, type RiskOptions, readRiskOptions } from './risk-options.js';

/** A risk alert, a risk event, or both: an alert and what it turned out to be. */
export interface RiskFinding {
  readonly id: string;
  /** What kind of risk: `suitability`, `fraud`, `money-laundering`. */
  readonly family: string;
  /** When the alert was raised: ISO 8601 with its offset, or milliseconds. Absent for an event of which nobody was alerted. */
  readonly alertedAt?: string | number;
  /** When the risk event happened that the alert should have warned of; absent if it has not. */
  readonly occurredAt?: string | number;
  /** What the alert turned out to be; absent as long as nobody knows. What happened was a risk. */
  readonly outcome?: 'risk' | 'no-risk';
  readonly dimensions?: Readonly<Record<string, string>>;
}

const FINDING_FIELDS: FieldsOf<RiskFinding> = {
  id: true,
  family: true,
  alertedAt: true,
  occurredAt: true,
  outcome: true,
  dimensions: true,
};
const IDENTIFICATION = ['risk-precision', 'risk-recall', 'risk-f1'] as const;
const DAY = 86_400_000;

/**
 * Turns a risk alert, or a risk event of which nobody was alerted, into records for a cube: precision, recall, F1 and lead time.
 *
 * An alert whose outcome is not known is neither right nor false: it is left out of the shares under `undecided`, and counted there. Outcomes come late: the
 * finding is told again, and the latest look counts. What happened comes to light sooner than that nothing did: as long as many are undecided the figures of the others lean, and
 * say so (`kpi.many-undecided`). Records belong to the day of the alert, or of the event where there was none.
 *
 * An alert after its event warned of nothing: the event was missed and the alert was false, as `matchAlerts` has it. Where an alert is meant to find what
 * has happened already, tell its outcome, and no `occurredAt`.
 *
 * Lead time runs from the alert to the event. An alert that is not decided is open so far; who was warned after the event, of no risk, or of a
 * risk that was averted has no lead time, and is counted under that name.
 *
 * @param finding as known at the look.
 * @returns a record each of `risk-precision`, `risk-recall`, `risk-f1` and `alert-lead-time`; the last has the event `null` where there was no alert, which takes
 * back what an earlier look may have said.
 * @throws AptfolioError with path `finding…` or `options…`: `unknown-id` for another family, `missing-value` for neither an alert nor an event,
 * `inconsistent` for a time after the look and for an event that was no risk.
 *
 * @example
 * ```ts
 * import { riskRecords } from 'aptfolio/kpi';
 *
 * const options = { families: ['fraud', 'suitability'], asOf: '2026-04-01T00:00:00+08:00' };
 * const alert = { id: 'r-1', family: 'fraud', alertedAt: '2026-03-02T09:00:00+08:00' };
 * const events = (finding) => riskRecords(finding, options).map(({ event }) => event).slice(2);
 * events(alert); // => [{ excluded: 'undecided' }, { duration: 29.625, open: true }]
 * events({ ...alert, occurredAt: '2026-03-05T21:00:00+08:00' }); // => [{ truePositives: 1 }, { duration: 3.5 }]
 * events({ ...alert, outcome: 'no-risk' }); // => [{ falsePositives: 1 }, { excluded: 'no-risk' }]
 * riskRecords({ ...alert, family: 'weather' }, options); // => throws 'unknown-id', 'finding.family'
 * ```
 */
export function riskRecords(finding: RiskFinding, options: RiskOptions): readonly KpiRecord[] {
  const terms = readRiskOptions(options);
  const fields = checkObject(finding, 'finding');
  refuseUnknown(fields, 'finding', FINDING_FIELDS);
  const { asOf } = terms;
  const read = readFinding(fields, asOf);
  const { id, alertedAt, occurredAt } = read;
  const at = alertedAt ?? (occurredAt as number);
  const dimensions = dimensionsWithFamily(fields, 'finding', terms);
  const record = (kpi: string, event: KpiEvent | null): KpiRecord =>
    makeRecord({ kpi, at, revision: asOf, parts: [id], dimensions, event });
  const counted = countOf(read);
  return Object.freeze([
    ...IDENTIFICATION.map((kpi) => record(kpi, counted)),
    record('alert-lead-time', leadOf(read, asOf)),
  ]);
}

interface ReadFinding {
  readonly id: string;
  readonly alertedAt: number | null;
  readonly occurredAt: number | null;
  readonly outcome: 'risk' | 'no-risk' | null;
}

function countOf({ alertedAt, occurredAt, outcome }: ReadFinding): KpiEvent {
  if (alertedAt === null) return { falseNegatives: 1 };
  if (isLate(alertedAt, occurredAt)) return { falsePositives: 1, falseNegatives: 1 };
  if (outcome === null) return { excluded: 'undecided' };
  return outcome === 'risk' ? { truePositives: 1 } : { falsePositives: 1 };
}

function isLate(alertedAt: number, occurredAt: number | null): boolean {
  return occurredAt !== null && occurredAt < alertedAt;
}

function leadOf({ alertedAt, occurredAt, outcome }: ReadFinding, asOf: number): KpiEvent | null {
  if (alertedAt === null) return null;
  if (outcome === 'no-risk') return { excluded: 'no-risk' };
  if (isLate(alertedAt, occurredAt)) return { excluded: 'after-the-event' };
  if (occurredAt !== null) return { duration: (occurredAt - alertedAt) / DAY };
  if (outcome === 'risk') return { excluded: 'averted' };
  return { duration: (asOf - alertedAt) / DAY, open: true };
}

function readFinding(fields: Fields, asOf: number): ReadFinding {
  const timeIn = (key: 'alertedAt' | 'occurredAt'): number | null =>
    fields[key] === undefined ? null : readInstant(fields[key], `finding.${key}`, { asOf });
  const [alertedAt, occurredAt] = [timeIn('alertedAt'), timeIn('occurredAt')];
  if (alertedAt === null && occurredAt === null) {
    const expected = 'the time of the alert, or occurredAt';
    throw new AptfolioError('missing-value', 'finding.alertedAt', expected, undefined);
  }
  return {
    id: checkText(fields.id, 'finding.id', 100),
    alertedAt,
    occurredAt,
    outcome: readOutcome(fields.outcome, occurredAt !== null),
  };
}

function readOutcome(value: unknown, occurred: boolean): ReadFinding['outcome'] {
  if (value === undefined) return occurred ? 'risk' : null;
  const outcome = checkOneOf(value, 'finding.outcome', ['risk', 'no-risk'] as const);
  if (outcome === 'risk' || !occurred) return outcome;
  throw new AptfolioError('inconsistent', 'finding.outcome', '“risk”, since it happened', value);
}
