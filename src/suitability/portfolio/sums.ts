import type { Reason } from '../../evidence/index.js';
import { both, gap, known, type Measure, mapped, unknown } from './measure.js';
import { type Belongs, changeBy, type Move, moveOf, type Position, sumOf } from './positions.js';
import type { ReadOrder, ReadProduct } from './read-portfolio.js';

/** A portfolio, and what an order moves in it. */
export interface Situation {
  readonly positions: readonly Position[];
  readonly order: ReadOrder;
  /** The product on the other side: it pays, or takes the proceeds. */
  readonly other: ReadProduct;
  /** The order's amount in the smallest units of the policy's currency. */
  readonly amount: Measure<bigint>;
  /** What moves; unknown too where more would leave than is there. */
  readonly move: Measure<Move>;
}

/** A sum of positions before the order and after it, and as a policy reads it. */
export interface SumChange {
  readonly before: Measure<bigint>;
  readonly after: Measure<bigint>;
  /** For a purchase or a switch: once the payment is taken off, and before what is bought is added. For a sale: before it. */
  readonly told: Measure<bigint>;
}

/** Works out what an order does to a sum. */
export function sumChange(situation: Situation, belongs: Belongs): SumChange {
  const { positions, order, move } = situation;
  const before = sumOf(positions, belongs);
  const after = both(before, move, (sum, one) =>
    mapped(changeBy(one, belongs), (change) => sum + change),
  );
  if (order.side === 'sell') return { before, after, told: before };
  return { before, after, told: both(before, paidOff(situation, belongs), subtract) };
}

/** What the payment takes out of a sum. */
function paidOff({ other, move }: Situation, belongs: Belongs): Measure<bigint> {
  const answer = belongs(other);
  if (answer === false) return known(0n);
  if (answer !== true) return unknown([answer]);
  return mapped(move, ({ units }) => units);
}

function subtract(sum: bigint, paid: bigint): Measure<bigint> {
  return known(sum - paid);
}

/** What moves, if what it is taken from covers it. */
export function coveredMove(
  positions: readonly Position[],
  order: ReadOrder,
  other: ReadProduct,
  amount: Measure<bigint>,
): Measure<Move> {
  const there =
    order.side === 'sell'
      ? sumOf(positions, ({ id }) => id === order.product.id)
      : (positions.find(({ holding }) => holding === order.other.id) as Position).units;
  return both(amount, there, (units, held) => {
    if (held >= units) return known(moveOf(order, other, units));
    const source = order.side === 'sell' ? order.product.id : order.other.id;
    return unknown([gap('suitability.portfolio-not-covered', { source })]);
  });
}

/** Of the same issuer as the order's product. */
export function ofIssuer({ issuer, id }: ReadProduct): Belongs {
  if (issuer === undefined) return () => noIssuer(id);
  return (product) =>
    product.issuer === undefined ? noIssuer(product.id) : product.issuer === issuer;
}

function noIssuer(product: string): Reason {
  return gap('suitability.portfolio-no-issuer', { product });
}

/** Of the employer. */
export function ofEmployer(product: ReadProduct): boolean | Reason {
  return product.ofEmployer ?? gap('suitability.portfolio-no-employer', { product: product.id });
}

/** At hand. */
export function atHand(product: ReadProduct): boolean | Reason {
  return product.liquid ?? gap('suitability.portfolio-no-liquidity', { product: product.id });
}

/** Not at hand. */
export function notAtHand(product: ReadProduct): boolean | Reason {
  const answer = atHand(product);
  return typeof answer === 'boolean' ? !answer : answer;
}
