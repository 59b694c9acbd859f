import { type BusinessHours, instantOf } from '../../dates/index.js';
import { checkObject, type FieldsOf, refuseUnknown } from '../../errors/index.js';
import { caseRecords, type ServiceCase } from '../cases/case-records.js';
import { makeRecord } from '../cube/make-record.js';
import type { KpiRecord } from '../cube/record.js';
import type { KpiEvents } from '../state.js';

/** How open cases become records. */
export interface BacklogOptions {
  /** The moment of the look; take one for each reporting period, such as its end: `2026-07-01T00:00:00+08:00` is the end of June, and the record is one of June. */
  readonly asOf: string | number;
  /** Counts business hours in place of hours. */
  readonly hours?: BusinessHours;
}

const OPTION_FIELDS: FieldsOf<BacklogOptions> = { asOf: true, hours: true };
const STEPS = { acknowledged: true, contained: true, closed: true } as const;
const BACKLOG_KPIS = ['backlog-age-median', 'backlog-age-p90', 'backlog-within-sla'] as const;

/**
 * Turns a case that is open at the moment of the look into records of its age, for a cube.
 *
 * The backlog is a picture of one moment: its records belong to the time up to the look, so that one taken as a period ends is of that period, and each look has its own, so
 * that none takes another's place. A case
 * closed since then is not in the next picture, and stays in the earlier ones, in which it was open. What a look told by mistake is taken back by a record of the
 * same id with a higher revision and the event `null`. How old open cases are says nothing of how long cases take; see `HANDLING_MEASURES` for that.
 *
 * @param serviceCase with the steps `acknowledged`, `contained` and `closed` so far.
 * @returns `backlog-age-median`, `backlog-age-p90` and `backlog-within-sla`; none for a case that is closed or was given up.
 * @throws AptfolioError as `caseRecords`; `unknown-id` for another step.
 *
 * @example
 * ```ts
 * import { backlogRecords } from 'aptfolio/kpi';
 *
 * const riskCase = { id: 'k-1', openedAt: '2026-03-30T12:00:00+08:00', steps: { acknowledged: '2026-03-30T13:00:00+08:00' } };
 * const look = { asOf: '2026-04-01T00:00:00+08:00' };
 * backlogRecords(riskCase, look).map(({ event }) => event.duration); // => [36, 36, 36]
 * backlogRecords({ ...riskCase, steps: { closed: '2026-03-31T09:00:00+08:00' } }, look); // => []
 * ```
 */
export function backlogRecords(
  serviceCase: ServiceCase,
  options: BacklogOptions,
): readonly KpiRecord[] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', OPTION_FIELDS);
  const measures = BACKLOG_KPIS.map((kpi) => ({ kpi, until: 'closed' }));
  const asOf = instantOf(terms.asOf, 'options.asOf');
  refuseUnknown(checkObject(serviceCase, 'case').steps, 'case.steps', STEPS);
  const records = caseRecords(serviceCase, { ...options, measures });
  if (serviceCase.abandonedAt !== undefined) return Object.freeze([]);
  return Object.freeze(
    records.flatMap(({ kpi, dimensions, event }) => {
      const { open, duration } = event as KpiEvents['durations'];
      if (open !== true) return [];
      const parts = [serviceCase.id, String(asOf)];
      // The age itself is over with the look: nothing about it is still to come. The moment at which a period ends is the first of the next, and a picture of the one before.
      const age = { duration };
      return [makeRecord({ kpi, at: asOf - 1, revision: asOf, parts, dimensions, event: age })];
    }),
  );
}
