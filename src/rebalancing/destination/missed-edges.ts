import type { Drift, DriftLine } from '../drift/drift.js';
import { ROUNDING } from '../drift/drift-of.js';
import type { CompiledPolicy } from '../policy/compiled-policy.js';
import { zoneOf } from './zone.js';

/** By how much lines lie beyond where the destination lets them, by id. */
export type MissedEdges = ReadonlyMap<string, number>;

/** What of the destination trades have missed: a destination at an edge is missed by a hair once they are rounded and paid. */
export function missedEdges(now: Drift, after: Drift, policy: CompiledPolicy): MissedEdges {
  const reached = new Map(after.lines.map(({ id, current }) => [id, current]));
  const missed = new Map<string, number>();
  for (const line of now.lines) {
    const limits = limitsOf(line, policy);
    if (limits === undefined) continue;
    const weight = reached.get(line.id) ?? 0;
    const by = Math.max(limits.low - weight, weight - limits.high);
    if (by > ROUNDING) missed.set(line.id, by);
  }
  return missed;
}

/** The most that a line is missed by. */
export function worstOf(missed: MissedEdges): number {
  return Math.max(0, ...missed.values());
}

/** Aims what is missed further in, by half as much again and two of the smallest units of the whole. */
export function drawIn(inset: Map<string, number>, missed: MissedEdges, whole: bigint): void {
  const unit = 1 / Number(whole);
  for (const [id, by] of missed) inset.set(id, (inset.get(id) ?? 0) + 1.5 * by + 2 * unit);
}

/** Where a line may be afterwards; nothing of one that takes whatever the others leave. */
function limitsOf(
  line: DriftLine,
  { trading, way }: CompiledPolicy,
): { readonly low: number; readonly high: number } | undefined {
  const { destination, scope } = way;
  const band = { low: line.below, high: line.above };
  if (trading.fewestTrades) return band;
  const absorber = scope.kind === 'breached' ? scope.absorbedBy : undefined;
  if (absorber !== undefined && (line.members ?? [line.id]).includes(absorber)) return undefined;
  if (line.kind === 'cash') return band;
  return scope.kind === 'whole' || line.triggered ? zoneOf(line, destination) : band;
}
