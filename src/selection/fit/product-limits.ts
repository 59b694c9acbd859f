import type { Product } from '../../products/index.js';
import type { ProductChoice } from './choices.js';
import type { FitRow } from './fit-program.js';
import type { ReadTerms } from './read-terms.js';

/** A limit on several products, by what it is called. */
export interface ProductLimit {
  readonly kind: 'issuer' | 'group';
  /** The issuer, or the group's id; empty for issuers that are not known. */
  readonly name: string;
  /** What counts of each product, decimal fraction. */
  readonly shares: Float64Array;
  readonly min: number;
  readonly max: number;
}

/** Issuers that are not known are counted as one, so that none of them passes its limit unseen. */
const UNKNOWN_ISSUER = '';

/** Limits on issuers and groups that can bind; what is locked is allowed beyond them. */
export function limitsOf(
  products: readonly Product[],
  choices: readonly ProductChoice[],
  terms: ReadTerms,
): readonly ProductLimit[] {
  return [...issuerLimits(products, terms), ...groupLimits(products, terms)].map((limit) => {
    let locked = 0;
    choices.forEach((choice, i) => {
      locked += choice.locked * limit.shares[i]!;
    });
    return { ...limit, max: Math.max(limit.max, locked) };
  });
}

/** The limits of some of the products; an issuer of which nothing is left needs none. */
export function limitsWithin(
  limits: readonly ProductLimit[],
  isLeft: (product: number) => boolean,
): readonly ProductLimit[] {
  return limits
    .map((limit) => ({ ...limit, shares: limit.shares.filter((_, i) => isLeft(i)) }))
    .filter(({ kind, shares }) => kind === 'group' || shares.some((share) => share !== 0));
}

/** The limits as rows of a program. */
export function limitRows(
  limits: readonly ProductLimit[],
  columns: readonly { readonly owner: number }[],
): readonly FitRow[] {
  return limits.map(({ shares, min, max }) => {
    const row = new Float64Array(columns.length);
    columns.forEach(({ owner }, j) => {
      if (owner >= 0) row[j] = shares[owner]!;
    });
    // Nothing is below 0, so that limit would only be in the way.
    return { row, lower: min > 0 ? min : Number.NEGATIVE_INFINITY, upper: max };
  });
}

function issuerLimits(
  products: readonly Product[],
  { maxWeightPerIssuer, maxWeightOfIssuer }: ReadTerms,
): readonly ProductLimit[] {
  if (maxWeightPerIssuer === 1 && maxWeightOfIssuer.size === 0) return [];
  const counted = new Map<string, Float64Array>();
  products.forEach((product, i) => {
    for (const [name, share] of Object.entries(issuersOf(product))) {
      const shares = counted.get(name) ?? new Float64Array(products.length);
      shares[i] = share;
      counted.set(name, shares);
    }
  });
  return [...counted.keys()].sort().flatMap((name): readonly ProductLimit[] => {
    const max = maxWeightOfIssuer.get(name) ?? maxWeightPerIssuer;
    return max < 1 ? [{ kind: 'issuer', name, shares: counted.get(name)!, min: 0, max }] : [];
  });
}

/** Who owes what is in a product; where nobody says what is inside, its own issuer all of it. */
function issuersOf({ issuers, issuer }: Product): Readonly<Record<string, number>> {
  return issuers ?? { [issuer ?? UNKNOWN_ISSUER]: 1 };
}

function groupLimits(products: readonly Product[], { groups }: ReadTerms): readonly ProductLimit[] {
  return groups
    .filter(({ min, max }) => min > 0 || max < 1)
    .map(({ id, members, min, max }) => {
      const among = new Set(members);
      const shares = Float64Array.from(products, (product) => (among.has(product.id) ? 1 : 0));
      return { kind: 'group', name: id, shares, min, max };
    });
}
