import * as z from 'zod/mini';
import type { HandledCase, ProcessJourney, QueueVisit } from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { count, name, number, text } from '../primitives.js';
import { dimensions } from './asset-inputs.js';

/** ISO 8601 with its offset, or milliseconds; that it is an instant is checked where it is used. */
const instant: z.ZodMiniType<string | number> = z.union([text, number]);
const later = z.exactOptional(instant);
const about = { dimensions: z.exactOptional(dimensions) };
const id = name.check(z.maxLength(80));

export const processJourney: z.ZodMiniType<ProcessJourney> = z.strictObject({
  id: name,
  steps: z.record(z.string(), instant),
  endedAt: later,
  touchPoints: z.exactOptional(z.record(z.string(), text)),
  ...about,
});

export const handledCase: z.ZodMiniType<HandledCase> = z.strictObject({
  id,
  openedAt: instant,
  closedAt: later,
  resolved: z.exactOptional(z.boolean()),
  contacts: z.exactOptional(z.array(instant).check(z.minLength(1))),
  returns: z.exactOptional(count),
  manualSteps: z.exactOptional(count),
  ...about,
});

export const queueVisit: z.ZodMiniType<QueueVisit> = z.strictObject({
  id,
  joinedAt: instant,
  servedAt: later,
  leftAt: later,
  ...about,
});

/**
 * Checks how far one client has come in a process, field by field, for `processRecords`.
 *
 * @example
 * ```ts
 * import { parseProcessJourney } from 'aptfolio/schema';
 *
 * const journey = { id: 'j-1', steps: { started: '2026-03-02T09:00:00+08:00' }, touchPoints: { started: 'app' } };
 * parseProcessJourney(journey).touchPoints.started; // => 'app'
 * parseProcessJourney({ ...journey, touchPoints: { started: 1 } }); // => throws 'invalid-type', 'journey.touchPoints.started'
 * ```
 */
export const parseProcessJourney: Parse<ProcessJourney> = parser(processJourney, 'journey');

/** Like `parseProcessJourney`, but returns the faults. */
export const safeParseProcessJourney: SafeParse<ProcessJourney> = safeParser(
  processJourney,
  'journey',
);

/**
 * Checks what it took to deal with a case, field by field, for `handlingRecords`.
 *
 * @example
 * ```ts
 * import { parseHandledCase } from 'aptfolio/schema';
 *
 * const enquiry = { id: 'e-1', openedAt: '2026-03-02T09:00:00+08:00', returns: 1 };
 * parseHandledCase(enquiry).returns; // => 1
 * parseHandledCase({ ...enquiry, returns: -1 }); // => throws 'out-of-range', 'case.returns'
 * ```
 */
export const parseHandledCase: Parse<HandledCase> = parser(handledCase, 'case');

/** Like `parseHandledCase`, but returns the faults. */
export const safeParseHandledCase: SafeParse<HandledCase> = safeParser(handledCase, 'case');

/**
 * Checks one wait in a line, field by field, for `queueRecords`.
 *
 * @example
 * ```ts
 * import { parseQueueVisit } from 'aptfolio/schema';
 *
 * const visit = { id: 'q-1', joinedAt: '2026-03-02T09:00:00+08:00' };
 * parseQueueVisit(visit).id; // => 'q-1'
 * parseQueueVisit({ ...visit, leftAt: false }); // => throws 'invalid-type', 'visit.leftAt'
 * ```
 */
export const parseQueueVisit: Parse<QueueVisit> = parser(queueVisit, 'visit');

/** Like `parseQueueVisit`, but returns the faults. */
export const safeParseQueueVisit: SafeParse<QueueVisit> = safeParser(queueVisit, 'visit');
