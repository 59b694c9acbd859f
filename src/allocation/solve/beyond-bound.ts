import type { CompiledProblem } from '../compile/compile-problem.js';
import type { Rule, RulePlace } from '../compile/rules.js';
import type { Proof } from './proof.js';

/** What a unit of weight beyond a bound adds to a row of the program, other than one within it. */
export interface RowChange {
  readonly row: number;
  readonly change: number;
}

/** How a price changes where a bound is also a kink: a weight that goes on beyond it is bought, sold or short at other terms. */
export interface Beyond {
  /** To be added to the price of the bound. */
  readonly shift: number;
  readonly rows: readonly RowChange[];
}

/** Weights this close are the same. */
const NEAR = 1e-12;

const KINKED: ReadonlySet<string> = new Set(['turnover', 'short', 'leverage', 'target-return']);

/** The rules whose rows depend on where a weight stands; nothing where no asset has any kink. */
export function kinkedRules(problem: CompiledProblem): readonly Rule[] | undefined {
  const { rules, trading, holdingCost } = problem;
  const kinked = rules.filter(({ kind }) => KINKED.has(kind));
  const hasKinks =
    trading?.counts === true ||
    holdingCost !== undefined ||
    kinked.some(({ kind }) => kind !== 'target-return');
  return hasKinks ? kinked : undefined;
}

/** What lies beyond the bound of a variable; nothing new where the asset has the same terms on both sides of it. */
export function beyondBound(
  problem: CompiledProblem,
  proof: Proof,
  { index, side }: RulePlace,
  kinked: readonly Rule[],
): Beyond {
  const { holdings, expectedReturn, program, trading, holdingCost } = problem;
  const a = holdings.asset[index]!;
  const along = side === 'upper' ? 1 : -1;
  const direction = holdings.sign[index]! * along;
  const weight = proof.weights[a]!;
  const isTraded = trading?.counts === true;
  const trades = isTraded ? outward(weight - trading.current[a]!, direction) : 0;
  let net = direction * expectedReturn[a]!;
  if (isTraded) {
    // To trade less saves what the trade in the other direction costs.
    const buys = direction * trades > 0;
    net -= trades * (buys ? trading.buyCost : trading.sellCost)[a]!;
  }
  const size = outward(weight, direction);
  if (holdingCost !== undefined) net -= size * holdingCost[a]!;
  const gain = net - along * program.slope[index]!;
  let shift = worthOfReturn(problem, proof) * gain;
  const rows: RowChange[] = [];
  for (const { kind, place, unit } of kinked) {
    const own = along * program.rows.matrix[place.index * program.size + index]!;
    let entry = own + gain / unit;
    if (kind === 'turnover') entry = trades / 2;
    else if (kind === 'leverage') entry = size;
    else if (kind === 'short') entry = size === direction ? 0 : size;
    if (entry === own) continue;
    rows.push({ row: place.index, change: entry - own });
    shift -= proof.rowPrices[place.index]! * (entry - own);
  }
  return { shift, rows };
}

/** +1 where a step in a direction leads away from 0, −1 where it leads back. */
function outward(distance: number, direction: number): 1 | -1 {
  return direction * distance >= -NEAR ? 1 : -1;
}

/** What a unit of return is worth in the program's own objective. */
function worthOfReturn({ objective }: CompiledProblem, proof: Proof): number {
  if (proof.trackingError === undefined) return proof.t;
  return objective.kind === 'utility' ? proof.t / objective.riskAversion : 0;
}
