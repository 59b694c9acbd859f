import { smaller } from './exact.js';

/** Where it goes what rounding leaves over. */
export const RESIDUAL_RULES = [
  /** To one product that is named. */
  'product',
  /** To the product of the largest share; of equal ones to the first by id. */
  'largest-weight',
  /** One step each to the largest remainders (Hamilton); what is less than a step stays money. */
  'largest-remainder',
  /** Nowhere: it stays money. */
  'cash',
] as const;

/** Where it goes what rounding leaves over; see `RESIDUAL_RULES`. */
export type ResidualRule = (typeof RESIDUAL_RULES)[number];

/** An amount in smallest units that is to be spread over products. */
export interface SpreadProblem<P extends Placed> {
  readonly amount: bigint;
  /** By ascending product id; a share is `numerator / denominator` smallest units. */
  readonly shares: readonly Share[];
  readonly denominator: bigint;
  readonly rule: ResidualRule;
  /** For the rule `product`. */
  readonly residualProduct?: string;
  /** Every share but the residual one is rounded down to this. */
  readonly step: bigint;
  /** What of a placement's rest the residual product may take beside its own share; absent: it takes all that is left. */
  readonly toResidual?: (placement: P) => bigint;
  /** Orders an amount of a product in multiples of `multiple`. */
  readonly place: (product: string, amount: bigint, multiple: bigint) => P;
}

export interface Share {
  readonly product: string;
  readonly numerator: bigint;
}

/** What came of placing an amount: what was ordered, and the rest. */
export interface Placed {
  readonly placed: bigint;
  readonly rest: bigint;
}

/** How an amount is spread: `placed` of all placements and `unplaced` add up to it. */
export interface Spread<P extends Placed> {
  /** By ascending product id. */
  readonly placements: readonly { readonly product: string; readonly placement: P }[];
  /** What the residual product takes beyond its own rounded-down share. */
  readonly beyond: bigint;
  readonly unplaced: bigint;
}

/** Spreads an amount over products and hands what is left over to where the rule says. */
export function spreadAmount<P extends Placed>(problem: SpreadProblem<P>): Spread<P> {
  const { amount, shares, denominator, rule, step, place, toResidual } = problem;
  const floors = floorsOf(problem);
  const residualProduct = residualOf(problem);
  const wanted = rule === 'largest-remainder' ? withRemainders(problem, floors) : floors;

  const placements = shares
    .map(({ product }, i) => ({ product, amount: wanted[i]! }))
    .filter(({ product }) => product !== residualProduct)
    .map(({ product, amount: share }) => ({ product, placement: place(product, share, step) }));
  const left = placements.reduce((rest, { placement }) => rest - placement.placed, amount);
  if (residualProduct === undefined) return { placements, beyond: 0n, unplaced: left };

  const own = shares.find(({ product }) => product === residualProduct)?.numerator ?? 0n;
  const share = own / denominator;
  const ownShare = share - (share % step);
  const most = toResidual
    ? placements.reduce((sum, { placement }) => sum + toResidual(placement), share)
    : left;
  const placement = place(residualProduct, smaller(left, most), 1n);
  const all = [...placements, { product: residualProduct, placement }].sort((a, b) =>
    a.product < b.product ? -1 : 1,
  );
  return {
    placements: all,
    beyond: placement.placed > ownShare ? placement.placed - ownShare : 0n,
    unplaced: left - placement.placed,
  };
}

/** What of a problem says who has which share. */
type Sharing = Omit<SpreadProblem<Placed>, 'place' | 'toResidual'>;

/** Shares rounded down; shares that sum to a little more than the amount must not order more than there is. */
function floorsOf({ amount, shares, denominator }: Sharing): readonly bigint[] {
  let left = amount;
  return shares.map(({ numerator }) => {
    const exact = numerator / denominator;
    const share = exact < left ? exact : left;
    left -= share;
    return share;
  });
}

function residualOf({ rule, residualProduct, shares }: Sharing): string | undefined {
  if (rule === 'product') return residualProduct;
  if (rule !== 'largest-weight') return undefined;
  return shares.reduce<Share | undefined>(
    (largest, one) => (largest === undefined || one.numerator > largest.numerator ? one : largest),
    undefined,
  )?.product;
}

/** Whole steps by the largest-remainder method: the steps left over go one each to the largest remainders, then to the largest shares. */
function withRemainders(
  { amount, shares, denominator, step }: Sharing,
  floors: readonly bigint[],
): readonly bigint[] {
  const unit = step * denominator;
  const steps = floors.map((share) => share / step);
  const over = amount / step - steps.reduce((sum, one) => sum + one, 0n);
  const byRemainder = shares
    .map(({ numerator }, i) => ({ i, numerator, remainder: numerator % unit }))
    .filter(({ remainder }) => remainder > 0n)
    .sort((a, b) => {
      if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
      if (a.numerator !== b.numerator) return a.numerator > b.numerator ? -1 : 1;
      return a.i - b.i;
    });
  const favoured = new Set(byRemainder.slice(0, Number(over)).map(({ i }) => i));
  return steps.map((count, i) => {
    const own = (favoured.has(i) ? count + 1n : count) * step;
    // A share of less than a step is asked for as it is, so that it is named.
    return own === 0n ? floors[i]! : own;
  });
}
