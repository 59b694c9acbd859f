/** The weights that an asset may have: stretches in rising order that do not touch, or whole steps within them. */
export interface Domain {
  readonly pieces: readonly Piece[];
  /** Weight of one lot; 0 where any weight of a piece will do. */
  readonly step: number;
}

/** One stretch of weights. */
export interface Piece {
  readonly low: number;
  readonly high: number;
}

/** Weights closer than this are the same. */
export const SAME_WEIGHT = 1e-10;

/** What an asset's weight must meet. */
export interface WeightRules {
  readonly min: number;
  readonly max: number;
  /** 0 or at least so much, in size. */
  readonly ticket: number;
  /** Unchanged, or changed by at least `trade`. */
  readonly current: number;
  readonly trade: number;
  readonly step: number;
}

/** The weights that meet all rules; no pieces where there are none. */
export function domainOf({ min, max, ticket, current, trade, step }: WeightRules): Domain {
  let pieces: readonly Piece[] = [{ low: min, high: max }];
  if (ticket > 0) pieces = cut(pieces, away(0, ticket));
  if (trade > 0) pieces = cut(pieces, away(current, trade));
  if (step > 0) pieces = pieces.flatMap((piece) => onSteps(piece, step));
  return { pieces, step };
}

/** A point, and everything at least so far from it. */
function away(point: number, distance: number): readonly Piece[] {
  return [
    { low: Number.NEGATIVE_INFINITY, high: point - distance },
    { low: point, high: point },
    { low: point + distance, high: Number.POSITIVE_INFINITY },
  ];
}

function cut(pieces: readonly Piece[], by: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece) =>
    by.flatMap((other): readonly Piece[] => {
      const low = Math.max(piece.low, other.low);
      const high = Math.min(piece.high, other.high);
      return low <= high ? [{ low, high }] : [];
    }),
  );
}

/** A part of a step by which a bound may be missed by rounding. */
const ROUNDING = 1e-9;

function onSteps({ low, high }: Piece, step: number): readonly Piece[] {
  const first = Math.ceil(low / step - ROUNDING);
  const last = Math.floor(high / step + ROUNDING);
  return first <= last ? [{ low: first * step + 0, high: last * step + 0 }] : [];
}

/** The least weight of a domain that is at least `weight`; ∞ for none. */
export function leastFrom({ pieces, step }: Domain, weight: number): number {
  for (const { low, high } of pieces) {
    if (weight > high + SAME_WEIGHT) continue;
    if (weight <= low + SAME_WEIGHT) return low;
    if (weight >= high) return high;
    return step > 0 ? Math.min(high, Math.ceil(weight / step - ROUNDING) * step) : weight;
  }
  return Number.POSITIVE_INFINITY;
}

/** The largest weight of a domain that is at most `weight`; −∞ for none. */
export function mostUpTo({ pieces, step }: Domain, weight: number): number {
  for (let k = pieces.length - 1; k >= 0; k--) {
    const { low, high } = pieces[k]!;
    if (weight < low - SAME_WEIGHT) continue;
    if (weight >= high - SAME_WEIGHT) return high;
    if (weight <= low) return low;
    return step > 0 ? Math.max(low, Math.floor(weight / step + ROUNDING) * step) : weight;
  }
  return Number.NEGATIVE_INFINITY;
}

/** Whether a domain has a weight, but for rounding. */
export function isPermitted(domain: Domain, weight: number): boolean {
  return leastFrom(domain, weight) - weight <= SAME_WEIGHT;
}

/** The stretch of a domain in which a permitted weight lies: the weight itself where there are steps, or where nothing is held. */
export function pieceAt({ pieces, step }: Domain, weight: number): Piece {
  if (Math.abs(weight) <= SAME_WEIGHT) return { low: 0, high: 0 };
  if (step > 0) {
    const whole = Math.round(weight / step) * step;
    return { low: whole, high: whole };
  }
  return pieces.find(({ high }) => weight <= high + SAME_WEIGHT)!;
}
