/** A call on places, by id, for so many minor units. */
export interface Claim {
  readonly id: string;
  readonly units: bigint;
  readonly places: readonly string[];
}

/**
 * What each claim gets from places that hold so much, each unit once; an earlier claim gets all that it can, and is moved
 * to another of its places where that leaves room for a later one.
 *
 * Source: augmenting paths, L. R. Ford and D. R. Fulkerson, Canadian Journal of Mathematics 8 (1956) 399–404.
 */
export function shareOut(
  claims: readonly Claim[],
  holds: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, bigint> {
  const room = new Map(holds);
  const lies = new Map<Claim, Map<string, bigint>>();
  const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
  const put = (claim: Claim, place: string, units: bigint): void => {
    const own = lies.get(claim) as Map<string, bigint>;
    own.set(place, (own.get(place) ?? 0n) + units);
  };
  const move = (claim: Claim, wanted: bigint, seen: Set<string>): bigint => {
    for (const place of claim.places) {
      const units = least(wanted, room.get(place) ?? 0n);
      if (units <= 0n) continue;
      room.set(place, (room.get(place) ?? 0n) - units);
      put(claim, place, units);
      return units;
    }
    for (const place of claim.places.filter((one) => !seen.has(one))) {
      seen.add(place);
      for (const [other, held] of lies) {
        const there = other === claim ? 0n : (held.get(place) ?? 0n);
        const units = there > 0n ? move(other, least(wanted, there), seen) : 0n;
        if (units <= 0n) continue;
        put(other, place, -units);
        put(claim, place, units);
        return units;
      }
    }
    return 0n;
  };
  return new Map(
    claims.map((claim) => {
      lies.set(claim, new Map());
      let got = 0n;
      for (let units = claim.units; units > 0n && got < claim.units; got += units) {
        units = move(claim, claim.units - got, new Set());
      }
      return [claim.id, got];
    }),
  );
}
