import type { KpiTerms } from '../definition.js';
import type { KpiEvent } from '../state.js';
import type { KpiRecord } from './record.js';
import type { KpiRecordWindow } from './record-windows.js';

/** A record before it is put together. */
export interface RecordDraft extends Pick<KpiRecord, 'kpi' | 'at'> {
  readonly revision?: number | undefined;
  /** Tell it from the others of its KPI; null for a record without an id. */
  readonly parts: readonly string[] | null;
  readonly dimensions?: Readonly<Record<string, string>> | undefined;
  /** Of the definition, by which the event was judged. */
  readonly window?: KpiRecordWindow | undefined;
  /** The choices by which the event was made. */
  readonly terms?: KpiTerms | undefined;
  /** How many days the event is of. */
  readonly days?: number | undefined;
  /** Null takes back what earlier revisions said. */
  readonly event: KpiEvent | null;
}

/** Puts a record together, frozen, with an id of its own. */
export function makeRecord({
  kpi,
  at,
  revision,
  parts,
  dimensions,
  window,
  terms,
  days,
  event,
}: RecordDraft): KpiRecord {
  return Object.freeze({
    kpi,
    at,
    ...(parts !== null && { id: [kpi, ...parts].map(escapeSlash).join('/') }),
    ...(revision !== undefined && { revision }),
    ...(dimensions !== undefined && { dimensions }),
    ...(window !== undefined && { windows: Object.freeze([Object.freeze(window)]) }),
    ...(terms !== undefined && { terms: Object.freeze(terms) }),
    ...(days !== undefined && { days }),
    event: Object.freeze(event),
  });
}

/** Keeps `a/b` of `c` apart from `a` of `b/c`. */
function escapeSlash(part: string): string {
  return part.replaceAll('%', '%25').replaceAll('/', '%2F');
}
