import { daysBetween, type PlainDate, parsePlainDate } from '../../dates/index.js';
import { checkObject, refuseUnknown } from '../../errors/index.js';
import { makeRecord, type RecordDraft } from '../cube/make-record.js';
import type { KpiRecord } from '../cube/record.js';
import type { KpiEvent } from '../state.js';
import {
  type AdviserCertificate,
  type AdviserFile,
  type AdviserTest,
  readAdviserFile,
  type TrainingPeriod,
  trainingParts,
} from './adviser-file.js';

/** How an adviser's file becomes records. */
export interface AdviserRecordOptions {
  /** The day of the look: certificates are valid or not on this day. */
  readonly asOf: PlainDate;
}

/**
 * Turns one adviser's file into records for a cube: test and practice scores, tests passed, training hours met, certificates valid.
 *
 * What nobody recorded is left out under a name of its own, and never counts as met. A test taken again is left out as well: with enough tries everybody passes. A
 * training period counts once it is over, on its last day, and has the event null until then; a certificate on the day of the look, so look once in each period of
 * the cube. A file is told again as it grows: the latest look counts. What is told no more stays as it was: add its record again with `event: null` and a higher revision.
 *
 * @param adviser every list may be absent.
 * @returns records of `test-score-mean`, `test-pass-rate`, `practice-score-mean`, `training-hours-met` and `certificate-validity`.
 * @throws AptfolioError with path `adviser…` or `options.asOf`: `inconsistent` for a day after the look or an end before its beginning, `duplicate-id` for a test,
 * practice, certificate or training period that comes twice.
 *
 * @example
 * ```ts
 * import { adviserRecords } from 'aptfolio/kpi';
 *
 * const adviser = {
 *   id: 'a-1',
 *   tests: [{ id: 't-1', on: '2026-03-02', score: 72, passMark: 70, attempt: 1 }],
 *   training: [{ from: '2025-01-01', through: '2025-12-31', hoursDue: 15, hours: null, whole: true }],
 *   certificates: [{ id: 'fund-sales', from: '2023-05-01', through: '2026-04-30' }],
 * };
 * adviserRecords(adviser, { asOf: '2026-06-30' }).map(({ kpi, event }) => [kpi, event]);
 * // => [
 * //   ['test-score-mean', { value: 72 }],
 * //   ['test-pass-rate', { successes: 1, trials: 1 }],
 * //   ['training-hours-met', { excluded: 'hours-unknown' }],
 * //   ['certificate-validity', { successes: 0, trials: 1 }],
 * // ]
 * ```
 */
export function adviserRecords(
  adviser: AdviserFile,
  options: AdviserRecordOptions,
): readonly KpiRecord[] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', { asOf: true });
  const asOf = parsePlainDate(terms.asOf, 'options.asOf');
  const { id, tests, practices, training, certificates, dimensions } = readAdviserFile(
    adviser,
    asOf,
  );
  const drafts: readonly Draft[] = [
    ...tests.flatMap(ofTest),
    ...practices.map((practice) => ({
      kpi: 'practice-score-mean',
      at: practice.on,
      parts: [practice.id],
      event: { value: practice.score },
    })),
    ...training.map((period) => ofTraining(period, asOf)),
    ...certificates.map((certificate) => ofCertificate(certificate, asOf)),
  ];
  const revision = daysBetween('1970-01-01', asOf);
  return Object.freeze(
    drafts.map((draft) =>
      makeRecord({ ...draft, parts: [id, ...draft.parts], revision, dimensions }),
    ),
  );
}

interface Draft extends Pick<RecordDraft, 'kpi' | 'at' | 'event'> {
  readonly parts: readonly string[];
}

function ofTest({ id, on, score, passMark, attempt }: AdviserTest): readonly Draft[] {
  const shared = { at: on, parts: [id] };
  const retake: KpiEvent = { excluded: 'retake' };
  const [first, passed]: [KpiEvent, KpiEvent] =
    attempt > 1 ? [retake, retake] : [{ value: score }, decided(score >= passMark)];
  return [
    { ...shared, kpi: 'test-score-mean', event: first },
    { ...shared, kpi: 'test-pass-rate', event: passed },
  ];
}

function ofTraining(period: TrainingPeriod, asOf: PlainDate): Draft {
  const { through } = period;
  const event = through > asOf ? null : hoursMet(period);
  return { kpi: 'training-hours-met', at: through, parts: trainingParts(period), event };
}

function hoursMet({ hoursDue, hours, whole }: TrainingPeriod): KpiEvent {
  if (!whole) return { excluded: 'part-period' };
  return hours === null ? { excluded: 'hours-unknown' } : decided(hours >= hoursDue);
}

/** What is known may decide even where the other end is not. */
function ofCertificate({ id, from, through }: AdviserCertificate, asOf: PlainDate): Draft {
  const outside = (from !== null && from > asOf) || (through !== null && through < asOf);
  const unknown = !outside && (from === null || through === null);
  const event: KpiEvent = unknown ? { excluded: 'certificate-unknown' } : decided(!outside);
  return { kpi: 'certificate-validity', at: asOf, parts: [id, asOf], event };
}

function decided(holds: boolean): KpiEvent {
  return { successes: holds ? 1 : 0, trials: 1 };
}
