import { neumaierSum } from '../../numerics/index.js';
import type { Drift, DriftLine } from '../drift/drift.js';
import { ROUNDING } from '../drift/drift-of.js';
import { type Limit, pour, type Vessel } from './pour.js';
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
  const moved = new Set<string>();
  const isFree = ({ id }: DriftLine): boolean => !moved.has(id) && id !== absorbedBy;

  for (const line of single) {
    if (line.id === absorbedBy || !(line.triggered || line.kind === 'cash')) continue;
    weights.set(line.id, nearestIn(zones.get(line.id)!, line.current));
    moved.add(line.id);
  }
  for (const group of bySize(groups.filter(({ triggered }) => triggered))) {
    const members = single.filter(({ id }) => group.members!.includes(id));
    const now = sumOf(weights, group.members!);
    absorb(nearestIn(zones.get(group.id)!, now) - now, members.filter(isFree), weights, groups);
    for (const { id } of members) if (id !== absorbedBy) moved.add(id);
  }
  if (absorbedBy !== undefined) {
    weights.set(absorbedBy, 0);
    weights.set(absorbedBy, Math.max(0, 1 - sumOf(weights, weights.keys())));
  }
  const rest = (): number => 1 - sumOf(weights, weights.keys());
  absorb(rest(), single.filter(isFree), weights, groups);
  take(
    rest(),
    single.filter(({ id }) => moved.has(id)),
    towardsTarget,
    weights,
    groups,
  );

  const isDone = Math.abs(rest()) <= ROUNDING;
  const inOrder = drift.lines.every((line) => isInOrder(line, weights));
  return isDone && (inOrder || absorbedBy !== undefined) ? weights : undefined;
}

/** Spreads an amount, below 0 a sale, over lines: towards their targets first, then up to their bands. */
function absorb(
  amount: number,
  lines: readonly DriftLine[],
  weights: Map<string, number>,
  groups: readonly DriftLine[],
): void {
  const taken = take(amount, lines, towardsTarget, weights, groups);
  take(amount - taken, lines, towardsBand, weights, groups);
}

/** How fast and how far a line can go to one side. */
type Course = (line: DriftLine, weight: number, side: 1 | -1) => Omit<Vessel, 'id'>;

const towardsTarget: Course = ({ target }, weight, side) => {
  const distance = side * (target - weight);
  return { rate: distance, room: distance };
};

const towardsBand: Course = ({ target, below, above }, weight, side) => ({
  rate: target,
  room: side > 0 ? above - weight : weight - below,
});

function take(
  amount: number,
  lines: readonly DriftLine[],
  course: Course,
  weights: Map<string, number>,
  groups: readonly DriftLine[],
): number {
  if (Math.abs(amount) <= ROUNDING) return 0;
  const side = amount > 0 ? 1 : -1;
  const vessels = lines
    .map((line) => ({ id: line.id, ...course(line, weights.get(line.id)!, side) }))
    .filter(({ rate, room }) => rate > 0 && room > 0);
  const poured = pour(
    Math.abs(amount),
    vessels,
    groups.map((group) => limitOf(group, weights, side)),
  );
  for (const [id, part] of poured) weights.set(id, Math.max(0, weights.get(id)! + side * part));
  return side * neumaierSum([...poured.values()]);
}

function limitOf(
  { members, below, above }: DriftLine,
  weights: ReadonlyMap<string, number>,
  side: 1 | -1,
): Limit {
  const now = sumOf(weights, members!);
  return { ids: new Set(members), room: Math.max(0, side > 0 ? above - now : now - below) };
}

function isInOrder(line: DriftLine, weights: ReadonlyMap<string, number>): boolean {
  const weight = sumOf(weights, line.members ?? [line.id]);
  return line.below - ROUNDING <= weight && weight <= line.above + ROUNDING;
}

function bySize(groups: readonly DriftLine[]): readonly DriftLine[] {
  return [...groups].sort((a, b) => a.members!.length - b.members!.length);
}

function sumOf(weights: ReadonlyMap<string, number>, ids: Iterable<string>): number {
  return neumaierSum(Array.from(ids, (id) => weights.get(id) ?? 0));
}
