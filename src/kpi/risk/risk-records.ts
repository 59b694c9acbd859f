import { instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  checkObject,
  checkOneOf,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import type { KpiRecord } from '../cube/record.js';
import { placeOf, readIds } from '../kinds/id-list.js';
import type { KpiEvent } from '../state.js';

/** A risk alert, a risk event, or both: an alert and what it turned out to be. */
export interface RiskFinding {
  readonly id: string;
  /** What kind of risk: `suitability`, `fraud`, `money-laundering`. */
  readonly family: string;
  /** When the alert was raised: ISO 8601 with its offset, or milliseconds. Absent for an event of which nobody was alerted. */
  readonly alertedAt?: string | number;
  /** When the risk event happened; absent if it has not. */
  readonly occurredAt?: string | number;
  /** What the alert turned out to be; absent as long as nobody knows. What happened was a risk. */
  readonly outcome?: 'risk' | 'no-risk';
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How findings become records. */
export interface RiskOptions {
  /** The kinds of risk that the bank knows; another one is refused by name. */
  readonly families: readonly string[];
  /** The moment of the look. */
  readonly asOf: string | number;
  /** Name of the dimension under which records say their family; default none. */
  readonly familyDimension?: string;
}

const FINDING_FIELDS: FieldsOf<RiskFinding> = {
  id: true,
  family: true,
  alertedAt: true,
  occurredAt: true,
  outcome: true,
  dimensions: true,
};
const OPTION_FIELDS: FieldsOf<RiskOptions> = { families: true, asOf: true, familyDimension: true };
const IDENTIFICATION = ['risk-precision', 'risk-recall', 'risk-f1'] as const;
const DAY = 86_400_000;

/**
 * Turns a risk alert, or a risk event of which nobody was alerted, into records for a cube: precision, recall, F1 and lead time.
 *
 * An alert whose outcome is not known is neither right nor false: it is left out of the shares under `undecided`, and counted there. Outcomes come late: the
 * finding is told again, and the latest look counts. Records belong to the day of the alert, or of the event where there was none.
 *
 * Lead time runs from the alert to the event. An alert that is not decided is open so far; who was warned after the event, of no risk, or of a
 * risk that was averted has no lead time, and is counted under that name.
 *
 * @param finding as known at the look.
 * @returns `risk-precision`, `risk-recall`, `risk-f1`, and for alerts `alert-lead-time`.
 * @throws AptfolioError with path `finding…` or `options…`: `unknown-id` for another family, `missing-value` for neither an alert nor an event,
 * `inconsistent` for a time after the look, for an event that was no risk, and for an outcome without an alert.
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
  const terms = readOptions(options);
  const read = readFinding(finding, terms);
  const { id, alertedAt, occurredAt } = read;
  const dimensions = dimensionsOf(finding.dimensions, read.family, terms.familyDimension);
  const record = (kpi: string, event: KpiEvent): KpiRecord =>
    Object.freeze({
      kpi,
      at: alertedAt ?? (occurredAt as number),
      id: `${id}/${kpi}`,
      revision: terms.asOf,
      ...(dimensions !== undefined && { dimensions }),
      event: Object.freeze(event),
    });
  const counted = countOf(read);
  return Object.freeze([
    ...IDENTIFICATION.map((kpi) => record(kpi, counted)),
    ...(alertedAt === null
      ? []
      : [record('alert-lead-time', leadOf({ ...read, alertedAt }, terms.asOf))]),
  ]);
}

interface ReadFinding {
  readonly id: string;
  readonly family: string;
  readonly alertedAt: number | null;
  readonly occurredAt: number | null;
  readonly outcome: 'risk' | 'no-risk' | null;
}

function countOf({ alertedAt, outcome }: ReadFinding): KpiEvent {
  if (alertedAt === null) return { falseNegatives: 1 };
  if (outcome === null) return { excluded: 'undecided' };
  return outcome === 'risk' ? { truePositives: 1 } : { falsePositives: 1 };
}

function leadOf(
  { alertedAt, occurredAt, outcome }: ReadFinding & { readonly alertedAt: number },
  asOf: number,
): KpiEvent {
  if (outcome === 'no-risk') return { excluded: 'no-risk' };
  if (occurredAt !== null) {
    if (occurredAt < alertedAt) return { excluded: 'after-the-event' };
    return { duration: (occurredAt - alertedAt) / DAY };
  }
  if (outcome === 'risk') return { excluded: 'averted' };
  return { duration: (asOf - alertedAt) / DAY, open: true };
}

interface RiskTerms {
  readonly families: readonly string[];
  readonly asOf: number;
  readonly familyDimension: string | null;
}

function readOptions(options: unknown): RiskTerms {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', OPTION_FIELDS);
  const { familyDimension } = fields;
  return {
    families: readIds(fields.families, 'options.families', { minLength: 1 }),
    asOf: instantOf(fields.asOf, 'options.asOf'),
    familyDimension:
      familyDimension === undefined
        ? null
        : checkText(familyDimension, 'options.familyDimension', 100),
  };
}

function readFinding(value: unknown, { families, asOf }: RiskTerms): ReadFinding {
  const fields = checkObject(value, 'finding');
  refuseUnknown(fields, 'finding', FINDING_FIELDS);
  const timeIn = (key: 'alertedAt' | 'occurredAt'): number | null => {
    if (fields[key] === undefined) return null;
    const time = instantOf(fields[key], `finding.${key}`);
    if (time <= asOf) return time;
    throw fault(`finding.${key}`, 'an instant not after options.asOf', fields[key]);
  };
  const [alertedAt, occurredAt] = [timeIn('alertedAt'), timeIn('occurredAt')];
  if (alertedAt === null && occurredAt === null) {
    const expected = 'the time of the alert, or occurredAt';
    throw new AptfolioError('missing-value', 'finding.alertedAt', expected, undefined);
  }
  return {
    id: checkText(fields.id, 'finding.id', 100),
    family: families[placeOf(fields.family, families, 'finding', 'family')]!,
    alertedAt,
    occurredAt,
    outcome: readOutcome(fields.outcome, occurredAt !== null),
  };
}

function readOutcome(value: unknown, occurred: boolean): ReadFinding['outcome'] {
  if (value === undefined) return occurred ? 'risk' : null;
  const outcome = checkOneOf(value, 'finding.outcome', ['risk', 'no-risk'] as const);
  if (outcome === 'risk' || !occurred) return outcome;
  throw fault('finding.outcome', '“risk”, since it happened', value);
}

function dimensionsOf(
  dimensions: RiskFinding['dimensions'],
  family: string,
  name: string | null,
): KpiRecord['dimensions'] {
  if (name === null) return dimensions;
  if (dimensions !== undefined && Object.hasOwn(dimensions, name)) {
    throw fault('options.familyDimension', 'a dimension that the finding does not have', name);
  }
  return Object.freeze({ ...dimensions, [name]: family });
}

function fault(path: string, expected: string, received: unknown): AptfolioError {
  return new AptfolioError('inconsistent', path, expected, received);
}
