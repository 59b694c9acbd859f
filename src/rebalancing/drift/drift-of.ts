import { neumaierSum } from '../../numerics/index.js';
import type { CompiledBands, CompiledSides } from './compile-bands.js';
import { widthOf } from './compile-bands.js';
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
  const lines: DriftLine[] = [];
  const measure = (line: Measured, sides: CompiledSides): void => {
    lines.push(driftLine(line, sides, bands.reentry, breached.has(line.id)));
  };
  const measureSingle = (id: string, now: number, wanted: number): void => {
    const isCash = id === CASH && !target.has(CASH);
    const kind = isCash ? 'cash' : bands.kind;
    const sides = isCash ? bands.cash : (bands.byId.get(id) ?? bands.default);
    measure({ id, kind, current: now, target: wanted }, sides);
  };
  for (const [id, now] of current) measureSingle(id, now, target.get(id) ?? 0);
  for (const [id, wanted] of target) if (!current.has(id)) measureSingle(id, 0, wanted);
  for (const { id, leaves } of bands.groups) {
    const [now, wanted] = [sumOf(current, leaves), sumOf(target, leaves)];
    const sides = bands.byId.get(id) ?? bands.default;
    measure({ id, kind: 'group', current: now, target: wanted, members: leaves }, sides);
  }
  const isInOrder = lines.every((line, i) => i === 0 || lines[i - 1]!.id < line.id);
  return summarise(isInOrder ? lines : lines.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

function sumOf(weights: ReadonlyMap<string, number>, ids: readonly string[]): number {
  return neumaierSum(ids.map((id) => weights.get(id) ?? 0));
}

function summarise(lines: readonly DriftLine[]): Drift {
  const triggered: string[] = [];
  const sizes: number[] = [];
  let largest = 0;
  for (const line of lines) {
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

type Measured = Pick<DriftLine, 'id' | 'kind' | 'current' | 'target' | 'members'>;

function driftLine(
  line: Measured,
  sides: CompiledSides,
  reentry: number,
  wasOut: boolean,
): DriftLine {
  const { id, kind, current, target, members } = line;
  const drift = current - target + 0;
  const above = widthOf(sides.above, target);
  const below = widthOf(sides.below, target);
  const [side, band] = drift < 0 ? [sides.below, below] : [sides.above, above];
  const size = Math.abs(drift);
  const out = side.reached ? size > ROUNDING && size >= band - ROUNDING : size > band + ROUNDING;
  const triggered = out || (wasOut && size > reentry * band + ROUNDING);
  // What is out has to come back further in; what is in, or back, may use the whole band.
  const share = triggered ? reentry : 1;
  const down = share * below - (sides.below.reached && share === 1 ? INSIDE : 0);
  const up = share * above - (sides.above.reached && share === 1 ? INSIDE : 0);
  const floor = kind === 'cash' ? Number.NEGATIVE_INFINITY : 0;
  // Field by field: copying objects takes longer than all the rest.
  const measured: { -readonly [K in keyof DriftLine]: DriftLine[K] } = {
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
  if (members !== undefined) measured.members = members;
  return Object.freeze(measured);
}
