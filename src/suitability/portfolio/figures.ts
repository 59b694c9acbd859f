import { chained, type Measure } from './measure.js';
import type { ReadCovariance } from './read-portfolio.js';
import {
  atHand,
  notAtHand,
  ofEmployer,
  ofIssuer,
  type Situation,
  type SumChange,
  sumChange,
} from './sums.js';
import {
  ratingOf,
  type Units,
  unitsByProduct,
  volatilityOf,
  type WholeRating,
} from './whole-risk.js';

/** Everything that is worked out. */
export interface Figures {
  readonly all: SumChange;
  /** `null` for a product that is spread over many issuers. */
  readonly issuer: SumChange | null;
  readonly product: SumChange;
  readonly employer: SumChange;
  readonly currency: SumChange;
  readonly illiquid: SumChange;
  readonly liquid: SumChange;
  readonly rating: Changed<WholeRating>;
  readonly volatility?: Changed<number>;
}

/** Something before and after the order. */
export interface Changed<T> {
  readonly before: Measure<T>;
  readonly after: Measure<T>;
}

/** Works everything out that a policy reads. */
export function figuresOf(situation: Situation, covariance: ReadCovariance | undefined): Figures {
  const { product } = situation.order;
  const volatility =
    covariance === undefined
      ? {}
      : { volatility: riskChange(situation, (held) => volatilityOf(held, covariance)) };
  return {
    all: sumChange(situation, () => true),
    issuer: product.issuer === null ? null : sumChange(situation, ofIssuer(product)),
    product: sumChange(situation, ({ id }) => id === product.id),
    employer: sumChange(situation, ofEmployer),
    currency: sumChange(situation, ({ currency }) => currency === product.currency),
    illiquid: sumChange(situation, notAtHand),
    liquid: sumChange(situation, atHand),
    rating: riskChange(situation, ratingOf),
    ...volatility,
  };
}

function riskChange<T>(
  { positions, move }: Situation,
  risk: (held: Units) => Measure<T>,
): Changed<T> {
  return {
    before: chained(unitsByProduct(positions), risk),
    after: chained(move, (one) => chained(unitsByProduct(positions, one), risk)),
  };
}
