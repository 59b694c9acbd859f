import { neumaierSum } from '../../numerics/index.js';
import { type CompiledBands, widthOf } from './compile-bands.js';
import { CASH, type Drift, type DriftLine } from './drift.js';

/** Weights come from divisions: a drift of exactly the band must not be taken for another by its last digit. */
export const ROUNDING = 1e-12;

/** So far within a band that is out as soon as it is reached no rounding makes a weight reach it. */
const INSIDE = 3 * ROUNDING;

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
  const lines: Draft[] = [];
  for (const [id, now] of current) {
    const wanted = target.get(id);
    const kind = id === CASH && wanted === undefined ? 'cash' : bands.kind;
    lines.push(driftLine(id, kind, now, wanted ?? 0, bands, breached));
  }
  for (const id of target.keys()) {
    if (!current.has(id))
      lines.push(driftLine(id, bands.kind, 0, target.get(id)!, bands, breached));
  }
  for (const { id, leaves } of bands.groups) {
    const [now, wanted] = [jointWeight(current, leaves), jointWeight(target, leaves)];
    const line = driftLine(id, 'group', now, wanted, bands, breached);
    line.members = leaves;
    lines.push(line);
  }
  return summarise(isInOrder(lines) ? lines : lines.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** The weight of several together. */
export function jointWeight(weights: ReadonlyMap<string, number>, ids: Iterable<string>): number {
  return neumaierSum(Array.from(ids, (id) => weights.get(id) ?? 0));
}

function isInOrder(lines: readonly DriftLine[]): boolean {
  for (let i = 1; i < lines.length; i++) if (!(lines[i - 1]!.id < lines[i]!.id)) return false;
  return true;
}

/** Freezes the lines and sums them up. */
function summarise(lines: readonly DriftLine[]): Drift {
  const triggered: string[] = [];
  const sizes: number[] = [];
  let largest = 0;
  for (const line of lines) {
    Object.freeze(line);
    if (line.triggered) triggered.push(line.id);
    if (line.kind === 'group') continue;
    const size = Math.abs(line.drift);
    sizes.push(size);
    largest = Math.max(largest, size);
  }
  return Object.freeze({
    lines: Object.freeze(lines),
    triggered: Object.freeze(triggered),
    portfolioDrift: neumaierSum(sizes) / 2,
    distance: Math.sqrt(neumaierSum(sizes.map((size) => size * size))),
    largest,
  });
}

/** What is written field by field. */
type Draft = { -readonly [K in keyof DriftLine]: DriftLine[K] };

function driftLine(
  id: string,
  kind: DriftLine['kind'],
  current: number,
  target: number,
  bands: CompiledBands,
  breached: ReadonlySet<string>,
): Draft {
  const sides = kind === 'cash' ? bands.cash : (bands.byId.get(id) ?? bands.default);
  const drift = current - target + 0;
  const above = widthOf(sides.above, target);
  const below = sides.below === sides.above ? above : widthOf(sides.below, target);
  const { reached } = drift < 0 ? sides.below : sides.above;
  const band = drift < 0 ? below : above;
  const size = Math.abs(drift);
  const out = reached ? size > ROUNDING && size >= band - ROUNDING : size > band + ROUNDING;
  const triggered = out || (breached.has(id) && size > bands.reentry * band + ROUNDING);
  // What is out has to come back further in; what is in, or back, may use the whole band.
  const share = triggered ? bands.reentry : 1;
  const down = share * below - (sides.below.reached && share === 1 ? INSIDE : 0);
  const up = share * above - (sides.above.reached && share === 1 ? INSIDE : 0);
  const floor = kind === 'cash' ? Number.NEGATIVE_INFINITY : 0;
  return {
    id,
    kind,
    current,
    target,
    drift,
    band,
    below: Math.max(floor, target - Math.max(0, down)) + 0,
    above: Math.min(1, target + Math.max(0, up)),
    triggered,
  };
}
