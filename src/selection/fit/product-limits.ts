import type { Product } from '../../products/index.js';
import type { FitRow } from './fit-program.js';
import type { ProductParts } from './make-program.js';

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
export function limitsOf(parts: ProductParts): readonly ProductLimit[] {
  const { choices } = parts;
  return [...issuerLimits(parts), ...groupLimits(parts)].map((limit) => {
    let locked = 0;
    choices.forEach((choice, i) => {
      locked += choice.locked * limit.shares[i]!;
    });
    return { ...limit, max: Math.max(limit.max, locked) };
  });
}

/** The limits as rows of a program. */
export function productLimits(
  parts: ProductParts,
  columns: readonly { readonly owner: number }[],
): readonly FitRow[] {
  return limitsOf(parts).map(({ shares, min, max }) => ({
    row: Float64Array.from(columns, ({ owner }) => (owner < 0 ? 0 : shares[owner]!)),
    // Nothing is below 0, so that limit would only be in the way.
    lower: min > 0 ? min : Number.NEGATIVE_INFINITY,
    upper: max,
  }));
}

function issuerLimits({ products, terms }: ProductParts): readonly ProductLimit[] {
  const { maxWeightPerIssuer, maxWeightOfIssuer } = terms;
  if (maxWeightPerIssuer === 1 && maxWeightOfIssuer.size === 0) return [];
  const shares = products.map(issuersOf);
  const names = [...new Set(shares.flatMap((one) => Object.keys(one)))].sort();
  return names
    .map((name): ProductLimit => {
      const max = maxWeightOfIssuer.get(name) ?? maxWeightPerIssuer;
      const counted = Float64Array.from(shares, (one) =>
        Object.hasOwn(one, name) ? one[name]! : 0,
      );
      return { kind: 'issuer', name, shares: counted, min: 0, max };
    })
    .filter(({ max }) => max < 1);
}

/** Who owes what is in a product; where nobody says what is inside, its own issuer all of it. */
function issuersOf({ issuers, issuer }: Product): Readonly<Record<string, number>> {
  return issuers ?? { [issuer ?? UNKNOWN_ISSUER]: 1 };
}

function groupLimits({ products, terms }: ProductParts): readonly ProductLimit[] {
  return terms.groups
    .filter(({ min, max }) => min > 0 || max < 1)
    .map(({ id, members, min, max }) => ({
      kind: 'group',
      name: id,
      shares: Float64Array.from(products, (product) => (members.includes(product.id) ? 1 : 0)),
      min,
      max,
    }));
}
