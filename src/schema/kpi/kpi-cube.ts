import * as z from 'zod/mini';
import type { KpiCubeState, KpiRecord, ScorecardDefinition, ServiceCase } from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import {
  atLeastOne,
  count,
  date,
  fraction,
  name,
  nonNegative,
  number,
  positive,
} from '../primitives.js';
import { terms } from './kpi-definition.js';
import { kpiEvent, kpiState } from './kpi-state.js';

const dimensions = z.record(z.string(), z.string().check(z.minLength(1), z.maxLength(200)));

/** ISO 8601 with its offset, or milliseconds; which of them it is, and whether it exists, is checked where it is read. */
const instant: z.ZodMiniType<string | number> = z.union([
  number,
  z.string().check(z.minLength(1), z.maxLength(50)),
]);

export const kpiRecord: z.ZodMiniType<KpiRecord> = z
  .strictObject({
    kpi: name,
    at: instant,
    id: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(200))),
    revision: z.exactOptional(count),
    dimensions: z.exactOptional(dimensions),
    windows: z.exactOptional(
      z.array(
        z.strictObject({
          id: name,
          days: z.exactOptional(count),
          seconds: z.exactOptional(positive),
        }),
      ),
    ),
    terms: z.exactOptional(terms),
    days: z.exactOptional(positive),
    event: z.nullable(kpiEvent),
  })
  .check(
    z.refine(({ id, event }) => event !== null || id !== undefined, {
      error: 'an event, or null only with an id',
      path: ['event'],
      params: { code: 'inconsistent' },
    }),
  );

const kept = z.array(z.strictObject({ record: kpiRecord, conflicting: z.boolean() }));

export const kpiCubeState: z.ZodMiniType<KpiCubeState> = z.strictObject({
  version: name,
  closedThrough: z.nullable(date),
  repeats: count,
  cells: z.array(
    z.strictObject({
      from: date,
      slice: count,
      values: z.array(z.nullable(z.string())),
      state: kpiState,
    }),
  ),
  waiting: kept,
  late: kept,
  lateWithoutId: z.array(z.strictObject({ kpi: name, count: atLeastOne })),
  forgotten: z.array(z.strictObject({ kpi: name, late: count, conflicting: count })),
});

export const serviceCase: z.ZodMiniType<ServiceCase> = z.strictObject({
  id: name,
  openedAt: instant,
  steps: z.record(z.string(), instant),
  abandonedAt: z.exactOptional(instant),
  dimensions: z.exactOptional(dimensions),
});

export const scorecardDefinition: z.ZodMiniType<ScorecardDefinition> = z.strictObject({
  id: name,
  version: name,
  lines: z
    .array(
      z.strictObject({
        id: name,
        weight: fraction,
        worst: number,
        best: number,
        priorCases: z.exactOptional(nonNegative),
      }),
    )
    .check(z.minLength(1), z.maxLength(100)),
  guards: z.exactOptional(
    z.array(
      z.strictObject({
        id: name,
        kpi: name,
        atMost: z.exactOptional(number),
        atLeast: z.exactOptional(number),
        cap: z.exactOptional(z.number().check(z.minimum(0), z.maximum(100))),
      }),
    ),
  ),
  mean: z.exactOptional(z.enum(['arithmetic', 'geometric'])),
  missingWeight: z.exactOptional(fraction),
});

/**
 * Checks a record for a cube of KPIs. An event does not say its kind; whether it is one of its KPI's is checked as the cube adds it.
 *
 * @example
 * ```ts
 * import { parseKpiRecord } from 'aptfolio/schema';
 *
 * const record = { kpi: 'renewal-rate', at: '2026-03-02', id: 'r-1', event: { successes: 1, trials: 1 } };
 * parseKpiRecord(record).id; // => 'r-1'
 * parseKpiRecord({ ...record, revision: -1 }); // => throws 'out-of-range', 'record.revision'
 * parseKpiRecord({ kpi: 'renewal-rate', at: '2026-03-02', event: null }); // => throws 'inconsistent', 'record.event'
 * ```
 */
export const parseKpiRecord: Parse<KpiRecord> = parser(kpiRecord, 'record');

/** Like `parseKpiRecord`, but returns the faults. */
export const safeParseKpiRecord: SafeParse<KpiRecord> = safeParser(kpiRecord, 'record');

/**
 * Checks the state of a cube of KPIs, as read back from a store, for `decode`.
 *
 * @example
 * ```ts
 * import { parseKpiCubeState } from 'aptfolio/schema';
 *
 * const state = { version: 'a1', closedThrough: null, repeats: 0, cells: [], waiting: [], late: [], lateWithoutId: [], forgotten: [] };
 * parseKpiCubeState(state).repeats; // => 0
 * parseKpiCubeState({ ...state, closedThrough: '2026-02-30' }); // => throws 'invalid-date', 'state.closedThrough'
 * ```
 */
export const parseKpiCubeState: Parse<KpiCubeState> = parser(kpiCubeState, 'state');

/** Like `parseKpiCubeState`, but returns the faults. */
export const safeParseKpiCubeState: SafeParse<KpiCubeState> = safeParser(kpiCubeState, 'state');

/**
 * Checks an enquiry, a complaint or another case for `caseRecords`, which checks that its times can be.
 *
 * @example
 * ```ts
 * import { parseServiceCase } from 'aptfolio/schema';
 *
 * const enquiry = { id: 'e-1', openedAt: '2026-03-02T09:00:00+08:00', steps: { closed: '2026-03-02T17:00:00+08:00' } };
 * parseServiceCase(enquiry).id; // => 'e-1'
 * parseServiceCase({ ...enquiry, closedAt: 1 }); // => throws 'unknown-id', 'case.closedAt'
 * ```
 */
export const parseServiceCase: Parse<ServiceCase> = parser(serviceCase, 'case');

/** Like `parseServiceCase`, but returns the faults. */
export const safeParseServiceCase: SafeParse<ServiceCase> = safeParser(serviceCase, 'case');

/**
 * Checks a bank's scorecard field by field; `compileScorecard` checks it as a whole.
 *
 * @example
 * ```ts
 * import { parseScorecardDefinition } from 'aptfolio/schema';
 *
 * const line = { id: 'renewal-rate', weight: 1, worst: 0.5, best: 0.9 };
 * parseScorecardDefinition({ id: 'team', version: '1', lines: [line] }).lines.length; // => 1
 * parseScorecardDefinition({ id: 'team', version: '1', lines: [{ ...line, weight: 2 }] });
 * // => throws 'out-of-range', 'definition.lines[0].weight'
 * ```
 */
export const parseScorecardDefinition: Parse<ScorecardDefinition> = parser(
  scorecardDefinition,
  'definition',
);

/** Like `parseScorecardDefinition`, but returns the faults. */
export const safeParseScorecardDefinition: SafeParse<ScorecardDefinition> = safeParser(
  scorecardDefinition,
  'definition',
);
