import type { PlainDate } from '../../dates/index.js';
import { emptyDraft } from '../draft.js';
import { addCounts } from '../kinds/kind.js';
import type { CubeTerms } from './definition.js';
import { plainEvent } from './plain-event.js';
import { type CubeEvent, type KpiRecord, textOf } from './record.js';

/** Which record it was: each KPI has ids of its own. */
export interface KpiRecordKey {
  readonly kpi: string;
  readonly id: string;
}

/** An event that is kept by its KPI and id until its period is closed. */
export interface KeptEvent {
  readonly key: KpiRecordKey;
  readonly event: CubeEvent;
  /** The record in the one way in which a state keeps it. */
  readonly text: string;
  /** Events of the same KPI, id and revision said different things; the first text in order counts. */
  readonly conflicting: boolean;
}

/** The events that are kept, and how many more came with a KPI and id already known. */
interface KeptEvents {
  readonly kept: Map<string, KeptEvent>;
  repeats: number;
}

/**
 * An event that is the library's own, whatever the caller does with the object that was given. What its KPI refuses is refused now, not when its period
 * is closed.
 */
export function makeKept(
  terms: CubeTerms,
  event: CubeEvent,
  path: string,
  conflicting: boolean = false,
): KeptEvent {
  const kpi = terms.kpis[event.kpi]!;
  if (event.event !== null) terms.adders[event.kpi]!(emptyDraft(kpi), event.event, path);
  const plain = event.event === null ? null : plainEvent(kpi, event.event);
  const text = textOf(terms, { ...event, event: plain });
  const own = { ...event, event: (JSON.parse(text) as KpiRecord).event };
  const key = Object.freeze({ kpi: kpi.id, id: event.id as string });
  return { key, event: own, text, conflicting };
}

/** Keeps an event by its KPI and id. */
export function keep(cube: KeptEvents, entry: KeptEvent): void {
  const name = nameOf(entry);
  if (cube.kept.has(name)) cube.repeats = addCounts(cube.repeats, 1);
  cube.kept.set(name, winnerOf(cube, entry));
}

/** The event that counts once another is kept. */
export function winnerOf({ kept }: Pick<KeptEvents, 'kept'>, entry: KeptEvent): KeptEvent {
  const known = kept.get(nameOf(entry));
  return known === undefined ? entry : oneOf(known, entry);
}

/** Under what an event is kept. */
export function nameOf({ key: { kpi, id } }: KeptEvent): string {
  return JSON.stringify([kpi, id]);
}

/** Whether the day of an event was closed before it could be counted. */
export function isLate(
  { closedThrough }: { readonly closedThrough: PlainDate | null },
  { event }: Pick<KeptEvent, 'event'>,
): boolean {
  return closedThrough !== null && event.on <= closedThrough;
}

/** Of two events with one id the later revision; of two that differ in one revision the first text in order, marked. */
function oneOf(first: KeptEvent, second: KeptEvent): KeptEvent {
  if (first.event.revision !== second.event.revision) {
    return first.event.revision > second.event.revision ? first : second;
  }
  if (first.text === second.text) return first.conflicting ? first : second;
  return { ...(first.text < second.text ? first : second), conflicting: true };
}
