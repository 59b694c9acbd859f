import type { KpiEvent } from '../state.js';
import type { KpiRecord } from './record.js';

/** A record before it is put together; `parts` tell it from the others of its KPI. */
export interface RecordDraft extends Pick<KpiRecord, 'kpi' | 'at'> {
  readonly revision?: number | undefined;
  readonly parts: readonly string[];
  readonly dimensions?: Readonly<Record<string, string>> | undefined;
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
  event,
}: RecordDraft): KpiRecord {
  return Object.freeze({
    kpi,
    at,
    id: [kpi, ...parts].map(escapeSlash).join('/'),
    ...(revision !== undefined && { revision }),
    ...(dimensions !== undefined && { dimensions }),
    event: Object.freeze(event),
  });
}

/** Keeps `a/b` of `c` apart from `a` of `b/c`. */
function escapeSlash(part: string): string {
  return part.replaceAll('%', '%25').replaceAll('/', '%2F');
}
