import * as z from 'zod/mini';
import {
  type DownTime,
  REQUEST_OUTCOMES,
  type ServiceWindow,
  type ToolRequest,
  type ToolTask,
  type ToolUsage,
} from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { count, name, nonNegative, number, text } from '../primitives.js';
import { dimensions } from './asset-inputs.js';

/** ISO 8601 with its offset, or milliseconds; that it is an instant is checked where it is used. */
const instant: z.ZodMiniType<string | number> = z.union([text, number]);
const about = { dimensions: z.exactOptional(dimensions) };
const id = name.check(z.maxLength(80));
const short = name.check(z.maxLength(60));

const downTimes: z.ZodMiniType<readonly DownTime[]> = z.array(
  z.strictObject({ from: instant, until: z.exactOptional(instant) }),
);

export const toolUsage: z.ZodMiniType<ToolUsage> = z.strictObject({
  client: short,
  tool: short,
  eligible: z.exactOptional(z.boolean()),
  sessions: z.array(
    z.strictObject({ id: name, at: instant, crashed: z.exactOptional(z.boolean()) }),
  ),
  ...about,
});

export const toolTask: z.ZodMiniType<ToolTask> = z.strictObject({
  id,
  startedAt: instant,
  endedAt: z.exactOptional(instant),
  completed: z.exactOptional(z.boolean()),
  errors: z.exactOptional(count),
  ...about,
});

export const toolRequest: z.ZodMiniType<ToolRequest> = z.strictObject({
  id: z.exactOptional(id),
  at: instant,
  outcome: z.enum(REQUEST_OUTCOMES),
  seconds: z.exactOptional(nonNegative),
  ...about,
});

export const serviceWindow: z.ZodMiniType<ServiceWindow> = z.strictObject({
  tool: id,
  from: instant,
  until: instant,
  outages: downTimes,
  maintenance: z.exactOptional(downTimes),
  ...about,
});

/**
 * Checks what one client did with one tool, field by field, for `usageRecords`.
 *
 * @example
 * ```ts
 * import { parseToolUsage } from 'aptfolio/schema';
 *
 * const usage = { client: 'c-1', tool: 'app', eligible: true, sessions: [{ id: 's-1', at: '2026-04-02T20:00:00+08:00' }] };
 * parseToolUsage(usage).sessions.length; // => 1
 * parseToolUsage({ ...usage, eligible: 'yes' }); // => throws 'invalid-type', 'usage.eligible'
 * ```
 */
export const parseToolUsage: Parse<ToolUsage> = parser(toolUsage, 'usage');

/** Like `parseToolUsage`, but returns the faults. */
export const safeParseToolUsage: SafeParse<ToolUsage> = safeParser(toolUsage, 'usage');

/**
 * Checks what a client set out to do with a tool, field by field, for `taskRecords`.
 *
 * @example
 * ```ts
 * import { parseToolTask } from 'aptfolio/schema';
 *
 * const task = { id: 't-1', startedAt: '2026-03-02T09:00:00+08:00', errors: 2 };
 * parseToolTask(task).errors; // => 2
 * parseToolTask({ ...task, errors: 0.5 }); // => throws 'invalid-type', 'task.errors'
 * ```
 */
export const parseToolTask: Parse<ToolTask> = parser(toolTask, 'task');

/** Like `parseToolTask`, but returns the faults. */
export const safeParseToolTask: SafeParse<ToolTask> = safeParser(toolTask, 'task');

/**
 * Checks a request to a tool, field by field, for `requestRecords`.
 *
 * @example
 * ```ts
 * import { parseToolRequest } from 'aptfolio/schema';
 *
 * const request = { at: '2026-03-02T09:00:00+08:00', outcome: 'answered', seconds: 0.4 };
 * parseToolRequest(request).seconds; // => 0.4
 * parseToolRequest({ ...request, outcome: 500 }); // => throws 'unknown-value', 'request.outcome'
 * ```
 */
export const parseToolRequest: Parse<ToolRequest> = parser(toolRequest, 'request');

/** Like `parseToolRequest`, but returns the faults. */
export const safeParseToolRequest: SafeParse<ToolRequest> = safeParser(toolRequest, 'request');

/**
 * Checks a stretch of a tool's service, field by field, for `availabilityRecord`.
 *
 * @example
 * ```ts
 * import { parseServiceWindow } from 'aptfolio/schema';
 *
 * const window = { tool: 'app', from: '2026-03-02T00:00:00+08:00', until: '2026-03-03T00:00:00+08:00', outages: [] };
 * parseServiceWindow(window).tool; // => 'app'
 * parseServiceWindow({ ...window, outages: [{}] }); // => throws 'missing-value', 'window.outages[0].from'
 * ```
 */
export const parseServiceWindow: Parse<ServiceWindow> = parser(serviceWindow, 'window');

/** Like `parseServiceWindow`, but returns the faults. */
export const safeParseServiceWindow: SafeParse<ServiceWindow> = safeParser(serviceWindow, 'window');
