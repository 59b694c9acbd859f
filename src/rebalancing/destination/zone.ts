import type { DriftLine } from '../drift/drift.js';
import type { PlainDestination } from '../policy/policy.js';
import type { CompiledDestination, DestinationSides } from './compile-destination.js';

/** The weights that are near enough to a line's target after trading. */
export interface Zone {
  readonly low: number;
  readonly high: number;
}

/** The destination of one line: a point or a zone around its target, never beyond where the line is in order. */
export function zoneOf(line: DriftLine, destination: CompiledDestination): Zone {
  const { above: whenAbove, below: whenBelow } = sidesOf(line, destination);
  const { target, drift, band, below, above } = line;
  const [down, up] = [target - below, above - target];
  return {
    low: target - reach(whenBelow, down, drift < 0 ? band : down),
    high: target + reach(whenAbove, up, drift < 0 ? up : band),
  };
}

function sidesOf({ id }: DriftLine, destination: CompiledDestination): DestinationSides {
  return destination.byId?.get(id) ?? { above: destination, below: destination };
}

/** The point of a zone that is nearest to a weight. */
export function nearestIn({ low, high }: Zone, weight: number): number {
  return Math.min(high, Math.max(low, weight));
}

/** The drift that may remain on one side. */
function reach(destination: PlainDestination, limit: number, band: number): number {
  switch (destination.kind) {
    case 'target':
      return 0;
    case 'edge':
      return limit;
    case 'fraction':
      return Math.min(limit, destination.ofBand * band);
    case 'inner':
      return Math.min(limit, destination.drift);
  }
}
