import { neumaierSum } from '../../numerics/index.js';
import type { DriftLine } from '../drift/drift.js';
import { jointWeight, ROUNDING } from '../drift/drift-of.js';
import { type Limit, pour, type Vessel } from './pour.js';

/** Spreads an amount, below 0 a sale, over lines: towards their targets first, then up to their bands. */
export function absorb(
  amount: number,
  lines: readonly DriftLine[],
  weights: Map<string, number>,
  groups: readonly DriftLine[],
): void {
  const taken = take(amount, lines, towardsTarget, weights, groups);
  take(amount - taken, lines, towardsBand, weights, groups);
}

/** How fast and how far a line can go to one side. */
export type Course = (line: DriftLine, weight: number, side: 1 | -1) => Omit<Vessel, 'id'>;

/** Nearer to the target, those further away faster. */
export const towardsTarget: Course = ({ target }, weight, side) => {
  const distance = side * (target - weight);
  return { rate: distance, room: distance };
};

/** Up to the edge of the band, larger targets faster. */
const towardsBand: Course = ({ target, below, above }, weight, side) => ({
  rate: target,
  room: side > 0 ? above - weight : weight - below,
});

/** Spreads what the lines can take on their course, and returns it. */
export function take(
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
  const now = jointWeight(weights, members!);
  return { ids: new Set(members), room: Math.max(0, side > 0 ? above - now : now - below) };
}

/** Groups with those that are inside others before them. */
export function innerFirst<T extends { readonly members?: readonly string[] }>(
  groups: readonly T[],
): readonly T[] {
  return [...groups].sort((a, b) => (a.members?.length ?? 0) - (b.members?.length ?? 0));
}
