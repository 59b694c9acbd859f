import {
  AptfolioError,
  at,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { CASH } from '../drift/drift.js';
import type { Destination, Scope } from '../policy/policy.js';

/** Where things are brought, and what is moved for it. */
export interface DestinationRule {
  readonly destination: Destination;
  readonly scope: Scope;
}

/**
 * Checks destination and scope once, with their defaults: the whole account to its target.
 *
 * Throws `out-of-range` for a share of the band outside 0 to 1 or a negative drift, and `unknown-id` for something that takes the
 * rest and is not measured, with the path.
 *
 * @param path of the policy that both stand in.
 * @param known ids that can take the rest: the asset classes or products that are measured. Absent: any.
 */
export function compileDestination(
  destination: Destination | undefined,
  scope: Scope | undefined,
  path: string,
  known?: ReadonlySet<string>,
): DestinationRule {
  return {
    destination: checkDestination(destination ?? { kind: 'target' }, at(path, 'destination')),
    scope: checkScope(scope ?? { kind: 'whole' }, at(path, 'scope'), known),
  };
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

function checkScope(scope: Scope, path: string, known: ReadonlySet<string> | undefined): Scope {
  checkObject(scope, path);
  const kind = checkOneOf(scope.kind, at(path, 'kind'), ['whole', 'breached'] as const);
  if (scope.kind !== 'breached' || scope.absorbedBy === undefined) return { kind };
  const idPath = at(path, 'absorbedBy');
  const absorbedBy = checkText(scope.absorbedBy, idPath);
  if (known === undefined || known.has(absorbedBy) || absorbedBy === CASH) {
    return { kind: 'breached', absorbedBy };
  }
  throw new AptfolioError('unknown-id', idPath, 'something that is measured, or cash', absorbedBy);
}
