import {
  AptfolioError,
  at,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import type { CompiledBands } from '../drift/compile-bands.js';
import type { Destination, Scope } from '../policy/policy.js';

/** Where things are brought, and what is moved for it. */
export interface DestinationRule {
  readonly destination: Destination;
  readonly scope: Scope;
}

/**
 * Checks destination and scope once, with their defaults: the whole account to its target.
 *
 * Throws `out-of-range` for a share of the band outside 0 to 1 and `inconsistent` for a destination at the edge of bands that are out
 * as soon as they are reached, with the path.
 *
 * @param path of the policy that both stand in.
 */
export function compileDestination(
  destination: Destination | undefined,
  scope: Scope | undefined,
  path: string,
  bands: CompiledBands,
): DestinationRule {
  const checked = checkDestination(destination ?? { kind: 'target' }, at(path, 'destination'));
  const toEdge =
    checked.kind === 'edge' || (checked.kind === 'fraction' && checked.ofBand >= bands.reentry);
  if (toEdge && bands.reentry === 1 && anyIsOutWhenReached(bands)) {
    const expected = 'a destination inside of bands that are out as soon as they are reached';
    throw new AptfolioError('inconsistent', at(path, 'destination'), expected);
  }
  return { destination: checked, scope: checkScope(scope ?? { kind: 'whole' }, at(path, 'scope')) };
}

function checkDestination(destination: Destination, path: string): Destination {
  checkObject(destination, path);
  const kinds = ['target', 'edge', 'fraction', 'inner'] as const;
  checkOneOf(destination.kind, at(path, 'kind'), kinds);
  switch (destination.kind) {
    case 'fraction': {
      const ofBand = checkRange(destination.ofBand, at(path, 'ofBand'), { min: 0, max: 1 });
      return { kind: 'fraction', ofBand };
    }
    case 'inner':
      return { kind: 'inner', drift: checkRange(destination.drift, at(path, 'drift'), { min: 0 }) };
    default:
      return { kind: destination.kind };
  }
}

function checkScope(scope: Scope, path: string): Scope {
  checkObject(scope, path);
  const kind = checkOneOf(scope.kind, at(path, 'kind'), ['whole', 'breached'] as const);
  if (scope.kind !== 'breached' || scope.absorbedBy === undefined) return { kind };
  return { kind: 'breached', absorbedBy: checkText(scope.absorbedBy, at(path, 'absorbedBy')) };
}

function anyIsOutWhenReached(bands: CompiledBands): boolean {
  return [bands.default, ...bands.byId.values()].some(
    ({ above, below }) => above.reached || below.reached,
  );
}
