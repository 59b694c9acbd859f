import { neumaierSum } from '../../numerics/index.js';
import type { Drift, DriftLine } from '../drift/drift.js';
import type { Zone } from './zone.js';

/**
 * The point nearest to today's weights, on the straight way from there to the target, at which every line and group is within its
 * zone. Free money has been invested, or missing money raised, before: where that helps a line towards its target, pro rata to its
 * distance.
 *
 * On this way every drift shrinks by the same part, so that nothing is moved away from its target.
 */
export function moveWhole({ lines }: Drift, zones: ReadonlyMap<string, Zone>): Map<string, number> {
  const single = lines.filter(({ kind }) => kind !== 'group');
  const drifts = driftsWithoutCash(single);
  const kept = Math.min(1, ...lines.map((line) => shareKept(line, driftIn(drifts, line), zones)));
  return new Map(
    single.map(({ id, target }) => [id, Math.max(0, target + kept * drifts.get(id)!)]),
  );
}

/** Drifts after free money has gone where it helps. */
function driftsWithoutCash(single: readonly DriftLine[]): ReadonlyMap<string, number> {
  const cash = single.find(({ kind }) => kind === 'cash')?.drift ?? 0;
  const helps = (line: DriftLine): boolean => line.kind !== 'cash' && line.drift * cash < 0;
  const distance = neumaierSum(single.filter(helps).map(({ drift }) => drift));
  return new Map(
    single.map((line) => {
      if (line.kind === 'cash') return [line.id, 0];
      // Drifts sum to 0, so that the distance on the side that helps is at least the money.
      return [line.id, helps(line) ? line.drift * (1 + cash / distance) : line.drift];
    }),
  );
}

function driftIn(drifts: ReadonlyMap<string, number>, { id, members = [id] }: DriftLine): number {
  return neumaierSum(members.map((member) => drifts.get(member) ?? 0));
}

/** The share of a drift that may remain. */
function shareKept(line: DriftLine, drift: number, zones: ReadonlyMap<string, Zone>): number {
  const { low, high } = zones.get(line.id)!;
  const room = drift < 0 ? line.target - low : high - line.target;
  return Math.abs(drift) <= room ? 1 : room / Math.abs(drift);
}
