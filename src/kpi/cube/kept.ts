import type { PlainDate } from '../../dates/index.js';
import { emptyDraft } from '../draft.js';
import type { CubeTerms } from './definition.js';
import { inOrder } from './in-order.js';
import { type CubeEvent, textOf } from './record.js';

/** Which record it was: each KPI has ids of its own. */
export interface KpiRecordKey {
  readonly kpi: string;
  readonly id: string;
}

/** An event that is kept by its KPI and id until its period is closed. */
export interface KeptEvent extends CubeEvent {
  readonly id: string;
  /** Events of the same KPI, id and revision said different things; the first text in order counts. */
  readonly conflicting: boolean;
}

/**
 * An event that is the library's own, whatever the caller does with the object that was given. What its KPI refuses is refused now, not when its period
 * is closed.
 */
export function makeKept(
  terms: CubeTerms,
  told: CubeEvent,
  id: string,
  path: string,
  conflicting: boolean = false,
): KeptEvent {
  const { kpi, on, revision, values } = told;
  if (told.event !== null) checkEvent(terms, told, path);
  const event = told.event === null ? null : terms.plain[kpi]!(told.event);
  return { kpi, on, id, revision, values, event, conflicting };
}

/** Refuses what the KPI refuses, by adding it to nothing. */
export function checkEvent({ kpis, adders }: CubeTerms, event: CubeEvent, path: string): void {
  adders[event.kpi]!(emptyDraft(kpis[event.kpi]!), event.event, path);
}

/** Events by KPI and id. */
export type KeptEvents = readonly Map<string, KeptEvent>[];

/** Nothing kept. */
export function noneKept({ kpis }: CubeTerms): KeptEvents {
  return kpis.map(() => new Map());
}

/** All of them, in the order in which their ids came. */
export function allKept(kept: KeptEvents): readonly KeptEvent[] {
  return kept.flatMap((byId) => [...byId.values()]);
}

/** The event that is kept by an id already. */
export function knownOf(kept: KeptEvents, { kpi, id }: KeptEvent): KeptEvent | undefined {
  return kept[kpi]!.get(id);
}

/** Keeps an event in place of the one with its id. */
export function keepOne(kept: KeptEvents, entry: KeptEvent): void {
  kept[entry.kpi]!.set(entry.id, entry);
}

/** The event that counts once another is kept. */
export function winnerOf(
  terms: CubeTerms,
  known: KeptEvent | undefined,
  entry: KeptEvent,
): KeptEvent {
  return known === undefined ? entry : oneOf(terms, known, entry);
}

/** Of two events with one id the later revision; of two that differ in one revision the first text in order, marked. */
function oneOf(terms: CubeTerms, first: KeptEvent, second: KeptEvent): KeptEvent {
  if (first.revision !== second.revision) return first.revision > second.revision ? first : second;
  if (saysTheSame(first, second)) return second.conflicting ? second : first;
  const [one, other] = [textOf(terms, first), textOf(terms, second)];
  return { ...(one < other ? first : second), conflicting: true };
}

/** Of events that are written in one way. */
function saysTheSame(first: CubeEvent, second: CubeEvent): boolean {
  return (
    first.on === second.on &&
    first.values.every((value, i) => value === second.values[i]) &&
    JSON.stringify(first.event) === JSON.stringify(second.event)
  );
}

/** Whether a day was closed before its events could be counted. */
export function isLate(
  { closedThrough }: { readonly closedThrough: PlainDate | null },
  { on }: Pick<CubeEvent, 'on'>,
): boolean {
  return closedThrough !== null && on <= closedThrough;
}

/** Which record an event is of. */
export function keyOf({ kpis }: CubeTerms, { kpi, id }: KeptEvent): KpiRecordKey {
  return Object.freeze({ kpi: kpis[kpi]!.id, id });
}

/** The kept events by KPI and id. */
export function keptInOrder(terms: CubeTerms, kept: readonly KeptEvent[]): readonly KeptEvent[] {
  return inOrder(kept, (entry) => {
    const { kpi, id } = keyOf(terms, entry);
    return JSON.stringify([kpi, id]);
  });
}
