import { AptfolioError, at, checkObject, checkOneOf, checkRange } from '../../errors/index.js';
import type { Band, BandRules, Bands } from '../policy/bands.js';
import type { CompiledGroup } from './compile-groups.js';
import { CASH } from './drift.js';

/** A checked band; a limit that was not given is infinite. */
export interface CompiledBand {
  readonly absolute: number;
  readonly relative: number;
  readonly wider: boolean;
  readonly minimum: number;
  /** Whether a drift of exactly the band is out. */
  readonly reached: boolean;
}

/** The bands on both sides of a target. */
export interface CompiledSides {
  readonly above: CompiledBand;
  readonly below: CompiledBand;
}

/** Checked bands with the groups that are measured beside the single lines. */
export interface CompiledBands {
  readonly default: CompiledSides;
  readonly byId: ReadonlyMap<string, CompiledSides>;
  /** For free money, whose target is 0. */
  readonly cash: CompiledSides;
  readonly reentry: number;
  readonly kind: 'class' | 'product';
  readonly groups: readonly CompiledGroup[];
}

/** What bands are checked against. */
export interface BandScope {
  /** What the single lines are. Default `classes`. */
  readonly measure?: 'classes' | 'products';
  readonly groups?: readonly CompiledGroup[];
  /** Ids that can be measured, groups and free money left out. Absent: any id may have its own band. */
  readonly known?: ReadonlySet<string>;
}

/**
 * Checks bands once; a single band or pair of bands stands for all.
 *
 * Throws `missing-value` where neither `absolute` nor `relative` is given or one side is missing, `out-of-range` for a negative
 * band, which would cross its other side, and `unknown-id` for the band of something that is not measured, each with its path.
 */
export function compileBands(
  given: BandRules | Bands,
  path: string,
  scope: BandScope = {},
): CompiledBands {
  const isOne = 'absolute' in checkObject(given, path) || 'relative' in given || 'above' in given;
  const rules = (isOne ? { default: given } : given) as BandRules;
  const { measure = 'classes', groups = [], known } = scope;
  const standard = checkSides(rules.default, isOne ? path : at(path, 'default'));
  const byIdPath = at(path, 'byId');
  const byId = new Map<string, CompiledSides>();
  for (const [id, bands] of Object.entries(checkObject(rules.byId ?? {}, byIdPath))) {
    if (known !== undefined && !known.has(id) && id !== CASH && !groups.some((g) => g.id === id)) {
      const expected = 'something that is measured: an asset class, group or product';
      throw new AptfolioError('unknown-id', at(byIdPath, id), expected, id);
    }
    byId.set(id, checkSides(bands as Bands, at(byIdPath, id)));
  }
  return {
    default: standard,
    byId,
    cash: forCash(byId.get(CASH) ?? standard),
    reentry: checkRange(rules.reentry ?? 1, at(path, 'reentry'), { min: 0, max: 1 }),
    kind: measure === 'classes' ? 'class' : 'product',
    groups,
  };
}

function checkSides(bands: Bands, path: string): CompiledSides {
  checkObject(bands, path);
  if ('above' in bands || 'below' in bands) {
    const { above, below } = bands as { readonly above: Band; readonly below: Band };
    return {
      above: checkBand(above, at(path, 'above')),
      below: checkBand(below, at(path, 'below')),
    };
  }
  const band = checkBand(bands, path);
  return { above: band, below: band };
}

function checkBand(band: Band, path: string): CompiledBand {
  checkObject(band, path);
  const size = (key: 'absolute' | 'relative'): number =>
    band[key] === undefined
      ? Number.POSITIVE_INFINITY
      : checkRange(band[key], at(path, key), { min: 0 });
  const [absolute, relative] = [size('absolute'), size('relative')];
  if (absolute === relative && absolute === Number.POSITIVE_INFINITY) {
    throw new AptfolioError('missing-value', path, 'a band with absolute, relative or both');
  }
  const combine = checkOneOf(band.combine ?? 'narrower', at(path, 'combine'), [
    'narrower',
    'wider',
  ] as const);
  const edge = checkOneOf(band.at ?? 'beyond', at(path, 'at'), ['beyond', 'reached'] as const);
  return {
    absolute,
    relative,
    wider: combine === 'wider',
    minimum: checkRange(band.minimum ?? 0, at(path, 'minimum'), { min: 0 }),
    reached: edge === 'reached',
  };
}

/** A share of free money's target of 0 is no band: only the absolute part counts, and without one nothing leaves it. */
function forCash({ above, below }: CompiledSides): CompiledSides {
  const side = (band: CompiledBand): CompiledBand => ({
    ...band,
    absolute: Math.min(band.absolute, 1),
    relative: Number.POSITIVE_INFINITY,
    wider: false,
  });
  return { above: side(above), below: side(below) };
}

/** The drift that a band accepts around a target weight. */
export function widthOf(band: CompiledBand, target: number): number {
  const { absolute, minimum, wider } = band;
  const relative =
    band.relative === Number.POSITIVE_INFINITY ? band.relative : band.relative * target;
  const width =
    wider && absolute !== Number.POSITIVE_INFINITY && relative !== Number.POSITIVE_INFINITY
      ? Math.max(absolute, relative)
      : Math.min(absolute, relative);
  return Math.max(width, minimum);
}
