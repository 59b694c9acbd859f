import { instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeRecord } from '../cube/make-record.js';
import type { KpiRecord } from '../cube/record.js';
import { methodsOf } from '../define.js';
import type { Kpi } from '../definition.js';
import { DAY } from './attribute.js';

/** How far one person has come. */
export interface FunnelJourney {
  /** Of the journey; at most 90 characters. */
  readonly id: string;
  /** When each step was reached, by its name: ISO 8601 with its offset, or milliseconds. A step not reached is left out. */
  readonly steps: Readonly<Record<string, string | number>>;
  /** When the person said no or was given up. */
  readonly endedAt?: string | number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How a journey becomes a record. */
export interface FunnelOptions {
  /** The moment of the look. */
  readonly asOf: string | number;
  /**
   * The window of each step, from when it was reached: who has made no further step for more than so many days of 24 hours does not go on, and whether he went on or
   * not, by ending too, counts once it is over. Whole number, at least 1. Default none: nobody is ever given up on, each outcome counts as soon as it is told, and the
   * shares are of those decided so far, who are the quick ones.
   */
  readonly idleDays?: number;
}

const JOURNEY_FIELDS: FieldsOf<FunnelJourney> = {
  id: true,
  steps: true,
  endedAt: true,
  dimensions: true,
};
const OPTION_FIELDS: FieldsOf<FunnelOptions> = { asOf: true, idleDays: true };

/**
 * Turns one person's way through a funnel into a record for a cube: the furthest step, whether the person may still go on, and from which step on the way went
 * too fast to count yet.
 *
 * Who may still go on is open and not lost. With `idleDays` the window of each step decides when its outcome counts: who went on while it is not over is `early` from
 * there on, and who ended is open until then. A step that was left out on the way counts as passed, when the next one was reached. The record belongs to the day of the earliest step; a journey
 * is told again as it goes on, and the latest look counts.
 *
 * @param journey with the steps reached so far, at least one.
 * @param kpi of kind `funnel`, such as `acquisitionFunnel` of `serviceKpis`.
 * @throws AptfolioError with path `journey…`, `kpi` or `options…`: `unknown-id` for a step that the funnel does not have, `empty` for no step,
 * `inconsistent` for a step before one that it follows, or a time after `options.asOf`.
 *
 * @example
 * ```ts
 * import { funnelRecord, serviceKpis } from 'aptfolio/kpi';
 *
 * const { acquisitionFunnel } = serviceKpis({ currency: 'CNY' });
 * acquisitionFunnel.steps; // => ['contacted', 'answered', 'met', 'opened']
 * const journey = {
 *   id: 'p-1',
 *   steps: { contacted: '2026-03-02T10:00:00+08:00', met: '2026-03-20T15:00:00+08:00' },
 * };
 * const look = { asOf: '2026-04-01T00:00:00+08:00', idleDays: 60 };
 * funnelRecord(journey, acquisitionFunnel, look).event; // => { reached: 'met', open: true, early: 'contacted' }
 * // From 2 March 60 days are over, from 20 March they are not.
 * funnelRecord(journey, acquisitionFunnel, { ...look, asOf: '2026-05-10T00:00:00+08:00' }).event;
 * // => { reached: 'met', open: true, early: 'answered' }
 * funnelRecord(journey, acquisitionFunnel, { ...look, asOf: '2026-06-01T00:00:00+08:00' }).event; // => { reached: 'met' }
 * ```
 */
export function funnelRecord(
  journey: FunnelJourney,
  kpi: Kpi<'funnel'>,
  options: FunnelOptions,
): KpiRecord {
  const { asOf, idleDays } = readLook(options);
  const fields = checkObject(journey, 'journey');
  refuseUnknown(fields, 'journey', JOURNEY_FIELDS);
  const id = checkText(fields.id, 'journey.id', 90);
  const way = readWay(fields.steps, stepsOf(kpi), asOf);
  const last = way[way.length - 1]!;
  const { endedAt } = fields;
  if (endedAt !== undefined) readTime(endedAt, 'journey.endedAt', { after: last.at, asOf });
  // Nobody comes to a step before an earlier one: from the first window that is not over on none is.
  const running =
    idleDays === null ? undefined : way.find((step) => asOf - step.at <= idleDays * DAY);
  const open = idleDays === null ? endedAt === undefined : running !== undefined;
  const early = running !== undefined && running !== last;
  return makeRecord({
    kpi: kpi.id,
    at: way[0]!.at,
    revision: asOf,
    parts: [id],
    dimensions: journey.dimensions,
    event: { reached: last.step, ...(open && { open }), ...(early && { early: running.step }) },
  });
}

function readLook(options: unknown): { readonly asOf: number; readonly idleDays: number | null } {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', OPTION_FIELDS);
  const { idleDays } = fields;
  return {
    asOf: instantOf(fields.asOf, 'options.asOf'),
    idleDays:
      idleDays === undefined
        ? null
        : checkInteger(idleDays, 'options.idleDays', { min: 1, max: 36_525 }),
  };
}

function stepsOf(kpi: Kpi<'funnel'>): readonly string[] {
  methodsOf(kpi);
  if (kpi.kind === 'funnel') return kpi.steps;
  throw new AptfolioError('inconsistent', 'kpi.kind', 'a KPI of kind funnel', (kpi as Kpi).kind);
}

/** The steps reached, in the order of the funnel; nobody reaches one before an earlier one. One that was left out is passed as the next one is reached. */
function readWay(
  value: unknown,
  steps: readonly string[],
  asOf: number,
): readonly { readonly step: string; readonly at: number }[] {
  const path = 'journey.steps';
  const given = checkObject(value, path);
  refuseUnknown(given, path, Object.fromEntries(steps.map((step) => [step, true])));
  let after = Number.NEGATIVE_INFINITY;
  let ahead: string[] = [];
  const way = steps.flatMap((step) => {
    ahead.push(step);
    if (!Object.hasOwn(given, step) || given[step] === undefined) return [];
    const time = readTime(given[step], at(path, step), { after, asOf });
    const passed = ahead.map((one) => ({ step: one, at: time }));
    after = time;
    ahead = [];
    return passed;
  });
  if (way.length > 0) return way;
  throw new AptfolioError('empty', path, 'at least one step of the funnel', value);
}

function readTime(
  value: unknown,
  path: string,
  { after, asOf }: { readonly after: number; readonly asOf: number },
): number {
  const time = instantOf(value, path);
  if (time >= after && time <= asOf) return time;
  const expected =
    time > asOf ? 'an instant not after options.asOf' : 'an instant not before the step before it';
  throw new AptfolioError('inconsistent', path, expected, value);
}
