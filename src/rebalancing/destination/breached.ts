import type { Drift, DriftLine } from '../drift/drift.js';
import { jointWeight, ROUNDING } from '../drift/drift-of.js';
import { absorb, innerFirst, take, towardsTarget } from './absorb.js';
import { nearestIn, type Zone } from './zone.js';

/**
 * Weights of which only what has triggered is brought to its zone and the others take the rest; `undefined` where they cannot
 * without one of them leaving its band.
 *
 * 1. Each line that has triggered goes to the nearest point of its zone; free money goes to 0.
 * 2. A group that has triggered, inner ones first, goes to its zone by its members that have not moved.
 * 3. What purchases and sales differ by is taken by the others: first by those that it helps towards their own target, pro rata to
 *    their distance; then by all, pro rata to their targets, up to the edge of their bands; then by those that have moved, on to
 *    their targets. No group is pushed over the edge of its own band. If `absorbedBy` names a line, it alone takes everything, its
 *    own band or not, as long as it does not fall below 0.
 */
export function moveBreached(
  drift: Drift,
  zones: ReadonlyMap<string, Zone>,
  absorbedBy: string | undefined,
): Map<string, number> | undefined {
  const single = drift.lines.filter(({ kind }) => kind !== 'group');
  const groups = drift.lines.filter(({ kind }) => kind === 'group');
  const weights = new Map(single.map(({ id, current }) => [id, current]));
  const move: Move = { single, groups, weights, zones, moved: new Set(), absorbedBy };
  moveLines(move);
  moveGroups(move);
  if (absorbedBy !== undefined) {
    weights.set(absorbedBy, 0);
    weights.set(absorbedBy, Math.max(0, restOf(weights)));
  }
  shareRest(move);
  const isWhole = Math.abs(restOf(weights)) <= ROUNDING;
  const isInOrder =
    absorbedBy !== undefined || drift.lines.every((line) => isWithin(line, weights));
  return isWhole && isInOrder ? weights : undefined;
}

/** Weights on their way. */
interface Move {
  readonly single: readonly DriftLine[];
  readonly groups: readonly DriftLine[];
  readonly zones: ReadonlyMap<string, Zone>;
  readonly absorbedBy: string | undefined;
  readonly weights: Map<string, number>;
  /** Lines that stand where they are to go. */
  readonly moved: Set<string>;
}

function moveLines({ single, zones, absorbedBy, weights, moved }: Move): void {
  for (const { id, kind, current, triggered } of single) {
    if (id === absorbedBy || !(triggered || kind === 'cash')) continue;
    weights.set(id, nearestIn(zones.get(id)!, current));
    moved.add(id);
  }
}

function moveGroups(move: Move): void {
  const { groups, zones, weights, moved } = move;
  for (const { id, members } of innerFirst(groups.filter(({ triggered }) => triggered))) {
    const now = jointWeight(weights, members!);
    const free = freeLines(move).filter((line) => members!.includes(line.id));
    absorb(nearestIn(zones.get(id)!, now) - now, free, weights, groups);
    for (const line of free) moved.add(line.id);
  }
}

function shareRest(move: Move): void {
  const { single, groups, weights, moved } = move;
  absorb(restOf(weights), freeLines(move), weights, groups);
  const others = single.filter(({ id }) => moved.has(id));
  take(restOf(weights), others, towardsTarget, weights, groups);
}

function freeLines({ single, moved, absorbedBy }: Move): readonly DriftLine[] {
  return single.filter(({ id }) => !moved.has(id) && id !== absorbedBy);
}

function restOf(weights: ReadonlyMap<string, number>): number {
  return 1 - jointWeight(weights, weights.keys());
}

function isWithin(line: DriftLine, weights: ReadonlyMap<string, number>): boolean {
  const weight = jointWeight(weights, line.members ?? [line.id]);
  return line.below - ROUNDING <= weight && weight <= line.above + ROUNDING;
}
