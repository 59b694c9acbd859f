import {
  AptfolioError,
  at,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { CASH } from '../drift/drift.js';
import type { Destination, PlainDestination, Scope } from '../policy/policy.js';

/** Where things are brought, and what is moved for it. */
export interface DestinationRule {
  readonly destination: CompiledDestination;
  readonly scope: Scope;
  /** What the target weights sum to where a part of what is to be invested stays money; with a `target` for the `whole` only. Default 1. */
  readonly invested?: number;
}

/** A destination with those of single lines. Where there are some it is none of kind `target`, which would bring everything there. */
export type CompiledDestination = PlainDestination & {
  readonly byId?: ReadonlyMap<string, DestinationSides>;
};

/** Where a line is brought that stands above its target, and below it. */
export interface DestinationSides {
  readonly above: PlainDestination;
  readonly below: PlainDestination;
}

/**
 * Checks destination and scope once, with their defaults: the whole account to its target.
 *
 * Throws `out-of-range` for a share of the band outside 0 to 1 or a negative drift, and `unknown-id` for something that takes the
 * rest and is not measured, with the path.
 *
 * @param path of the policy that both stand in.
 * @param known ids that can take the rest: the asset classes or products that are measured. Absent: any.
 * @param measured ids that may have a destination of their own, groups among them. Absent: those that can take the rest.
 */
export function compileDestination(
  destination: Destination | undefined,
  scope: Scope | undefined,
  path: string,
  known?: ReadonlySet<string>,
  measured?: ReadonlySet<string>,
): DestinationRule {
  return {
    destination: checkDestination(
      destination ?? { kind: 'target' },
      at(path, 'destination'),
      measured ?? known,
    ),
    scope: checkScope(scope ?? { kind: 'whole' }, at(path, 'scope'), known),
  };
}

function checkDestination(
  destination: Destination,
  path: string,
  measured: ReadonlySet<string> | undefined,
): CompiledDestination {
  const plain = checkPlain(destination, path);
  if (destination.byId === undefined) return plain;
  const where = at(path, 'byId');
  const byId = new Map(
    Object.entries(checkObject(destination.byId, where)).map(([id, given]) => {
      if (measured !== undefined && !measured.has(id)) {
        throw new AptfolioError('unknown-id', at(where, id), 'something that is measured', id);
      }
      return [id, checkSides(given, at(where, id))] as const;
    }),
  );
  return { ...(plain.kind === 'target' ? { kind: 'inner', drift: 0 } : plain), byId };
}

function checkSides(given: unknown, path: string): DestinationSides {
  const { above, below } = checkObject(given, path);
  if (above === undefined && below === undefined) {
    const both = checkPlain(given as PlainDestination, path);
    return { above: both, below: both };
  }
  return {
    above: checkPlain(above as PlainDestination, at(path, 'above')),
    below: checkPlain(below as PlainDestination, at(path, 'below')),
  };
}

function checkPlain(destination: PlainDestination, path: string): PlainDestination {
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
