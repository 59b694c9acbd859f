import { yearlyCostsOf } from './charges.js';
import type { ProductParts } from './make-program.js';
import { limitsWithin } from './product-limits.js';

/** What of a product decides whether another one can stand in for it. */
interface Standing {
  /** Two products of the same kind look through to the same and count the same under every limit. */
  readonly kind: string;
  readonly least: number;
  readonly most: number;
  readonly unknown: number;
  readonly cost: number;
  readonly once: number;
  /** By need: whether all of what is bought is back in time. */
  readonly isBack: readonly boolean[];
}

/** A product's place, by ascending id, with what decides. */
interface Placed {
  readonly place: number;
  readonly standing: Standing;
}

/** Costs of a year closer than this may be equal. */
const EQUAL_COST = 1e-9;

/**
 * The products without those for which others stand in: of the same look-through, the same under every limit, no dearer,
 * open from no larger purchase, and before them by id where nothing else tells them apart.
 *
 * Nothing is lost where these others together may take everything. Whatever is in such a product moves to one of the others that is not
 * held, whose bounds are no narrower, or, where all are held, to the room that they have, since they hold no more than everything together.
 * The portfolio has the same look-through, costs no more and has no more products. Where a number of products must be held, or something
 * of the product is held today, nothing is moved.
 */
export function withoutDominated<P extends ProductParts>(parts: P): P {
  if (parts.terms.minProducts > 1) return parts;
  const kinds = new Map<string, Placed[]>();
  standingsOf(parts).forEach((standing, place) => {
    if (standing === undefined) return;
    const others = kinds.get(standing.kind) ?? [];
    others.push({ place, standing });
    kinds.set(standing.kind, others);
  });
  const out = new Set<number>();
  for (const alike of kinds.values()) {
    for (const one of alike) {
      let room = 0;
      for (const other of alike) if (standsIn(other, one)) room += other.standing.most;
      if (room >= 1) out.add(one.place);
    }
  }
  if (out.size === 0) return parts;
  const stays = <T>(list: readonly T[]): readonly T[] => list.filter((_, i) => !out.has(i));
  return {
    ...parts,
    products: stays(parts.products),
    exposures: stays(parts.exposures),
    choices: stays(parts.choices),
    charges: stays(parts.charges),
    limits: limitsWithin(parts.limits, (i) => !out.has(i)),
    needs: parts.needs.map((need) => ({ ...need, back: stays(need.back) })),
  };
}

/** By product; nothing for what is held today or cannot be bought. */
function standingsOf(parts: ProductParts): readonly (Standing | undefined)[] {
  const { choices, charges, needs, terms } = parts;
  const kinds = kindsOf(parts);
  return choices.map(({ held, leastBought, most }, i) => {
    if (held > 0 || leastBought === undefined) return undefined;
    const back = needs.map((need) => need.back[i]!.bought);
    const { bought, once } = yearlyCostsOf(charges[i]!, terms.horizonYears);
    const { performance, sums } = charges[i]!.unknown;
    // What is back in part only is back of each product by itself.
    const own = back.some((share) => share > 0 && share < 1) ? [i] : [];
    return {
      kind: [kinds[i]!, ...own].join(' '),
      ...{ least: leastBought, most, cost: bought, once },
      unknown: performance || sums ? 1 : 0,
      isBack: back.map((share) => share >= 1),
    };
  });
}

/** By product: what it looks through to, and what counts of it under each limit. */
function kindsOf({ exposures, limits }: ProductParts): readonly string[] {
  const kinds = exposures.map((exposure) => exposure.join(' '));
  limits.forEach(({ shares }, place) => {
    for (let i = 0; i < shares.length; i++) {
      if (shares[i] !== 0) kinds[i] += ` ${place}:${shares[i]}`;
    }
  });
  return kinds;
}

/** Whether one product can always be held in the place of another that is alike, and is then the better one. */
function standsIn(one: Placed, other: Placed): boolean {
  const [a, b] = [one.standing, other.standing];
  if (a.least > b.least || a.most < b.most) return false;
  if (a.isBack.some((isBack, need) => !isBack && b.isBack[need])) return false;
  const figures = ['unknown', 'cost', 'once'] as const;
  if (!figures.every((name) => a[name] === b[name] || a[name] < b[name] - EQUAL_COST)) return false;
  return one.place < other.place || figures.some((name) => a[name] < b[name]);
}
