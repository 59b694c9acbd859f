import type { Drift } from '../drift/drift.js';
import type { Destination, Scope } from '../policy/policy.js';
import { moveBreached } from './breached.js';
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
 */
export function destinationOf(
  drift: Drift,
  destination: Destination,
  scope: Scope,
): ReadonlyMap<string, number> {
  const zones = new Map<string, Zone>(
    drift.lines.map((line) => [
      line.id,
      line.kind === 'cash' ? { low: 0, high: 0 } : zoneOf(line, destination),
    ]),
  );
  const partly =
    scope.kind === 'breached' ? moveBreached(drift, zones, scope.absorbedBy) : undefined;
  return partly ?? moveWhole(drift, zones);
}
