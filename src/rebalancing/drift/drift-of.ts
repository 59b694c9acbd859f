import { neumaierSum } from '../../numerics/index.js';
import type { CompiledBands, CompiledSides } from './compile-bands.js';
import { widthOf } from './compile-bands.js';
import { CASH, type Drift, type DriftLine } from './drift.js';

/** Weights come from divisions: a drift of exactly the band must not be taken for another by its last digit. */
export const ROUNDING = 1e-12;

/**
 * Drift of weights that sum to 1, single lines and groups, without any check.
 *
 * @param current weights of single lines; free money is `cash`, below 0 where money is missing.
 * @param breached ids that were out at the last look and are not back until `reentry` of their band.
 */
export function driftOf(
  current: ReadonlyMap<string, number>,
  target: ReadonlyMap<string, number>,
  bands: CompiledBands,
  breached: ReadonlySet<string>,
): Drift {
  const isCash = (id: string): boolean => id === CASH && !target.has(CASH);
  const measure = (line: Measured, sides: CompiledSides): DriftLine =>
    driftLine(line, sides, bands.reentry, breached.has(line.id));

  const single = [...new Set([...current.keys(), ...target.keys()])].map((id) => {
    const [now, wanted] = [current.get(id) ?? 0, target.get(id) ?? 0];
    const kind = isCash(id) ? 'cash' : bands.kind;
    const sides = isCash(id) ? bands.cash : (bands.byId.get(id) ?? bands.default);
    return measure({ id, kind, current: now, target: wanted }, sides);
  });
  const sumOf = (weights: ReadonlyMap<string, number>, ids: readonly string[]): number =>
    neumaierSum(ids.map((id) => weights.get(id) ?? 0));
  const groups = bands.groups.map(({ id, leaves }) => {
    const [now, wanted] = [sumOf(current, leaves), sumOf(target, leaves)];
    const sides = bands.byId.get(id) ?? bands.default;
    return measure({ id, kind: 'group', current: now, target: wanted, members: leaves }, sides);
  });

  const lines = Object.freeze([...single, ...groups].sort((a, b) => (a.id < b.id ? -1 : 1)));
  const sizes = single.map(({ drift }) => Math.abs(drift));
  return Object.freeze({
    lines,
    triggered: Object.freeze(lines.filter((line) => line.triggered).map((line) => line.id)),
    portfolioDrift: neumaierSum(sizes) / 2,
    distance: Math.sqrt(neumaierSum(sizes.map((size) => size * size))),
    largest: Math.max(0, ...sizes),
  });
}

type Measured = Pick<DriftLine, 'id' | 'kind' | 'current' | 'target' | 'members'>;

function driftLine(
  line: Measured,
  sides: CompiledSides,
  reentry: number,
  wasOut: boolean,
): DriftLine {
  const { current, target, kind } = line;
  const drift = current - target + 0;
  const above = widthOf(sides.above, target);
  const below = widthOf(sides.below, target);
  const [side, band] = drift < 0 ? [sides.below, below] : [sides.above, above];
  const size = Math.abs(drift);
  const out = side.reached ? size > ROUNDING && size >= band - ROUNDING : size > band + ROUNDING;
  const triggered = out || (wasOut && size > reentry * band + ROUNDING);
  const share = triggered || wasOut ? reentry : 1;
  const floor = kind === 'cash' ? Number.NEGATIVE_INFINITY : 0;
  return Object.freeze({
    ...line,
    drift,
    band,
    below: Math.max(floor, target - share * below) + 0,
    above: Math.min(1, target + share * above),
    triggered,
  });
}
