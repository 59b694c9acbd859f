import type { Drift, DriftLine } from '../drift/drift.js';
import type { Scope } from '../policy/policy.js';
import { moveBreached } from './breached.js';
import type { CompiledDestination } from './compile-destination.js';
import { moveWhole } from './whole.js';
import { type Zone, zoneOf } from './zone.js';

/**
 * The weights that trading is to bring: one for each line that is no group, at least 0, summing to 1.
 *
 * Each line has a zone around its target: the target alone, the band, a share of it, or an inner drift, and never more than what
 * counts as in order. With the scope `whole` everything moves straight towards the target until every line and group is within its
 * zone (see `moveWhole`); with `breached` only what has triggered moves there and the others take the rest (see `moveBreached`),
 * or, where they would leave their own bands by it, everything moves. Either way free money is invested and missing money raised:
 * the line `cash` ends at 0 unless the scope names it to take the rest.
 *
 * @param scope `absorbedBy` is the id of something measured, held or not.
 * @param inset by how much the zones and bands of single lines and groups are drawn in on both sides, up to their targets.
 */
export function destinationOf(
  drift: Drift,
  destination: CompiledDestination,
  scope: Scope,
  inset?: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const by = ({ id }: DriftLine): number => inset?.get(id) ?? 0;
  const zones = new Map(
    drift.lines.map((line) => [line.id, drawnIn(zoneIn(line, destination), line.target, by(line))]),
  );
  if (scope.kind === 'breached') {
    const aimed = inset === undefined ? drift : { ...drift, lines: insetLines(drift.lines, inset) };
    const partly = moveBreached(aimed, zones, scope.absorbedBy);
    if (partly !== undefined) return partly;
  }
  return moveWhole(drift, zones);
}

/** Where a line is to be brought: free money is invested, all of it. */
function zoneIn(line: DriftLine, destination: CompiledDestination): Zone {
  return line.kind === 'cash' ? { low: 0, high: 0 } : zoneOf(line, destination);
}

function drawnIn({ low, high }: Zone, target: number, by: number): Zone {
  return by === 0
    ? { low, high }
    : { low: Math.min(target, low + by), high: Math.max(target, high - by) };
}

/** Lines with narrower bands. */
export function insetLines(
  lines: readonly DriftLine[],
  inset: ReadonlyMap<string, number>,
): readonly DriftLine[] {
  return lines.map((line) => {
    const by = inset.get(line.id);
    if (by === undefined) return line;
    const { low, high } = drawnIn({ low: line.below, high: line.above }, line.target, by);
    return { ...line, below: low, above: high };
  });
}
